import type { Statement, WriteResult } from './writer.ts'

/** What the writer and its thread say to each other. */
export type Job = { readonly id: number; readonly statements: readonly Statement[] }

export type ToWriterThread =
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] }
  | { readonly kind: 'empty-log' }
  | { readonly kind: 'close' }

export type JobOutcome =
  | { readonly status: 'written'; readonly results: readonly WriteResult[] }
  | { readonly status: 'conflict'; readonly message: string }
  | { readonly status: 'failed'; readonly code: string; readonly message: string }

export type FromWriterThread =
  | { readonly kind: 'outcomes'; readonly outcomes: readonly { readonly id: number; readonly outcome: JobOutcome }[] }
  | { readonly kind: 'log-emptied'; readonly isEmpty: boolean }
  | { readonly kind: 'opened' }
  | { readonly kind: 'open-failed'; readonly code: string; readonly message: string }

export type WriterThreadData = { readonly path: string; readonly busyTimeoutMs: number }
