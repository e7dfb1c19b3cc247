import type { TemplateSummary } from '#shared/http/templates.ts'
import type { ColorScheme } from './boards.ts'
import { request } from './request.ts'

export const listTemplates = (language: string, signal?: AbortSignal) =>
  request<TemplateSummary[]>('GET', `/api/templates?lang=${language}`, { signal })

export function templatePictureUrl({ pictureUrl }: TemplateSummary, scheme: ColorScheme, language: string): string {
  return `${pictureUrl}${pictureUrl.includes('?') ? '&' : '?'}scheme=${scheme}&lang=${language}`
}
