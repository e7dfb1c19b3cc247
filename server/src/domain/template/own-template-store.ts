/** A template of the organisation, without what it says. */
export type OwnTemplate = {
  readonly id: string
  /** The newest one. */
  readonly version: number
  readonly title: string
  readonly createdAtMs: number
  /** Accounts; null for the operator. */
  readonly createdBy: string | null
  readonly changedAtMs: number
  readonly changedBy: string | null
  /** Put away: the gallery does not show it. */
  readonly archivedAtMs: number | null
}

/** One version of a template: what it says is a template without id and version, as JSON. */
export type OwnTemplateVersion = {
  readonly title: string
  readonly contents: string
  /** The board it was saved from, which remembers it; null for a file, and for what was changed in the library. */
  readonly boardId: string | null
  readonly atMs: number
  readonly by: string | null
}

/** What a list of versions says of one. */
export type ListedVersion = {
  readonly version: number
  readonly title: string
  readonly atMs: number
  readonly byName: string | null
}

/** Keeps templates of the organisation, each with all its versions. */
export interface OwnTemplateStore {
  create(id: string, first: OwnTemplateVersion): Promise<void>
  get(id: string): Promise<OwnTemplate | undefined>
  count(): Promise<number>
  /** The one changed last comes first. */
  list(isPutAway: boolean): Promise<readonly OwnTemplate[]>
  /** The newest first. */
  versions(id: string): Promise<readonly ListedVersion[]>
  contentsOf(id: string, version: number): Promise<string | undefined>
  /** @returns false where `version` is not the newest any more: nothing was written. */
  addVersion(id: string, version: number, next: OwnTemplateVersion): Promise<boolean>
  setArchived(id: string, atMs: number | null): Promise<void>
}
