import type { z } from 'zod'
import type { createPilotRequest, Pilot, updatePilotRequest } from '#shared/http/pilots.ts'
import { request } from './request.ts'

export const listPilots = (signal?: AbortSignal) => request<Pilot[]>('GET', '/api/pilots', { signal })
export const getPilot = (id: string, signal?: AbortSignal) => request<Pilot>('GET', `/api/pilots/${id}`, { signal })
export const createPilot = (body: z.input<typeof createPilotRequest>) => request<Pilot>('POST', '/api/pilots', { body })
export const updatePilot = (id: string, body: z.input<typeof updatePilotRequest>) =>
  request<Pilot>('PATCH', `/api/pilots/${id}`, { body })
