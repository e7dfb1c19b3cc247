import type { BoardState } from '#shared/http/boards.ts'

/** One place for the names answers are cached under, so that a change can say what it makes stale. */
export const queryKeys = {
  me: ['me'] as const,
  accounts: ['accounts'] as const,
  accountLink: (secret: string) => ['account-link', secret] as const,
  pilots: ['pilots'] as const,
  pilot: (id: string) => ['pilots', id] as const,
  pilotBoards: (pilotId: string) => ['pilots', pilotId, 'boards'] as const,
  boards: (pilotId: string, state: BoardState) => ['pilots', pilotId, 'boards', state] as const,
  board: (id: string) => ['board', id] as const,
  checkpoints: (boardId: string) => ['board', boardId, 'checkpoints'] as const,
  pastSessions: (boardId: string) => ['board', boardId, 'sessions'] as const,
  sessionSummary: (boardId: string, sessionId: string) => ['board', boardId, 'sessions', sessionId] as const,
  boardPeople: (boardId: string) => ['board', boardId, 'people'] as const,
  feeds: (boardId: string) => ['board', boardId, 'feeds'] as const,
  feed: (boardId: string, fromId: string, language: string) => ['board', boardId, 'feeds', fromId, language] as const,
  origins: (boardId: string) => ['board', boardId, 'origins'] as const,
  votes: (boardId: string) => ['board', boardId, 'votes'] as const,
  vote: (boardId: string, roundId: string) => ['board', boardId, 'votes', roundId] as const,
  voteComparison: (boardId: string, roundIds: readonly string[]) =>
    ['board', boardId, 'vote-comparison', ...roundIds] as const,
  invites: (boardId: string) => ['board', boardId, 'invites'] as const,
  invitePreview: (code: string) => ['invite-preview', code] as const,
  allTemplates: ['templates'] as const,
  templates: (language: string) => ['templates', language] as const,
  template: (id: string, language: string) => ['templates', language, id] as const,
  templateVersions: (id: string) => ['templates', 'versions', id] as const,
  putAwayTemplates: (language: string) => ['templates', language, 'put-away', 'all'] as const,
  settings: ['settings'] as const,
  networkAddresses: ['network-addresses'] as const,
}
