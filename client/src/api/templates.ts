import type {
  SaveTemplateRequest,
  TemplateCard,
  TemplateDetail,
  TemplateVersion,
  UpdateTemplateRequest,
} from '#shared/http/templates.ts'
import type { ColorScheme } from './boards.ts'
import { request } from './request.ts'
import { upload } from './upload.ts'

/** @param state - `put-away`: those of the organisation that the gallery does not show */
export const listTemplates = (language: string, signal?: AbortSignal, state?: 'put-away') =>
  request<TemplateCard[]>('GET', `/api/templates?lang=${language}${state ? `&state=${state}` : ''}`, { signal })

export const getTemplate = (id: string, language: string, signal?: AbortSignal) =>
  request<TemplateDetail>('GET', `/api/templates/${encodeURIComponent(id)}?lang=${language}`, { signal })

export const saveTemplate = (boardId: string, body: SaveTemplateRequest, language: string) =>
  request<TemplateCard>('POST', `/api/boards/${boardId}/template?lang=${language}`, { body })
export const updateTemplate = (id: string, body: UpdateTemplateRequest, language: string) =>
  request<TemplateCard>('PATCH', `/api/templates/${id}?lang=${language}`, { body })
export const listTemplateVersions = (id: string, signal?: AbortSignal) =>
  request<TemplateVersion[]>('GET', `/api/templates/${id}/versions`, { signal })
/** Makes it the newest, as a version of its own. */
export const restoreTemplateVersion = (id: string, version: number, language: string) =>
  request<TemplateCard>('POST', `/api/templates/${id}/versions/${version}/restore?lang=${language}`)
/** It is small: nobody waits for it long enough to be shown how far it is. */
export const importTemplate = (file: File, language: string) =>
  upload<TemplateCard>(`/api/templates/from-file?lang=${language}`, file, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })

export function templateFileUrl(id: string): string {
  return `/api/templates/${id}/file`
}

export type PictureSize = 'whole' | 'card'

/** @param size - `card`: without words, for where they would be too small to read */
export function templatePictureUrl(
  { pictureUrl }: Pick<TemplateCard, 'pictureUrl'>,
  scheme: ColorScheme,
  language: string,
  size: PictureSize,
): string {
  return `${pictureUrl}${pictureUrl.includes('?') ? '&' : '?'}scheme=${scheme}&lang=${language}&size=${size}`
}
