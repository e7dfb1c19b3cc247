import type { Settings } from '#shared/http/settings.ts'
import { request } from './request.ts'

export const getSettings = (signal?: AbortSignal) => request<Settings>('GET', '/api/settings', { signal })
