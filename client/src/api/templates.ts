import type { TemplateCard, TemplateDetail } from '#shared/http/templates.ts'
import type { ColorScheme } from './boards.ts'
import { request } from './request.ts'

export const listTemplates = (language: string, signal?: AbortSignal) =>
  request<TemplateCard[]>('GET', `/api/templates?lang=${language}`, { signal })

export const getTemplate = (id: string, language: string, signal?: AbortSignal) =>
  request<TemplateDetail>('GET', `/api/templates/${encodeURIComponent(id)}?lang=${language}`, { signal })

export function templatePictureUrl({ pictureUrl }: TemplateCard, scheme: ColorScheme, language: string): string {
  return `${pictureUrl}${pictureUrl.includes('?') ? '&' : '?'}scheme=${scheme}&lang=${language}`
}
