import type { Clock } from '../clock.ts'
import type { BoardFileStore, FileStore } from './file-store.ts'

/** Finds out what is still spoken of. */
export interface FileReferences {
  /**
   * Those of the names that anything stored mentions: boards, their snapshots and checkpoints, whatever comes later.
   *
   * @throws when something cannot be read: then nothing is known.
   */
  mentioned(names: ReadonlySet<string>): Promise<ReadonlySet<string>>
}

export interface FileCollection {
  /** One round. @returns how many are gone. */
  collect(): Promise<number>
}

/** An upload is there before anything mentions it. */
const leastAgeMs = 24 * 60 * 60 * 1_000

/**
 * Removes pictures that nothing mentions any more, which is those of purged boards that nobody has copied.
 *
 * In two rounds, a day apart: what the first one finds is withheld, so that no record may name it anew, and what the
 * second one finds again has been out of reach for all that time.
 */
export function createFileCollection(ports: {
  readonly contents: FileStore
  readonly boardFiles: Pick<BoardFileStore, 'namesOnBoards'>
  readonly references: FileReferences
  readonly clock: Clock
}): FileCollection {
  const { contents, boardFiles, references, clock } = ports
  let withheld: ReadonlySet<string> = new Set()

  const findUnmentioned = async (): Promise<Set<string>> => {
    const youngest = clock.nowMs() - leastAgeMs
    const stored = (await contents.list()).filter(({ storedAtMs }) => storedAtMs < youngest)
    const onBoards = await boardFiles.namesOnBoards()
    const names = new Set(stored.map(({ name }) => name).filter((name) => !onBoards.has(name)))
    if (names.size === 0) return names
    const mentioned = await references.mentioned(names)
    return new Set([...names].filter((name) => !mentioned.has(name)))
  }

  return {
    async collect() {
      const unmentioned = await findUnmentioned()
      const over = [...unmentioned].filter((name) => withheld.has(name))
      let removed = 0
      for (const name of over) if (await contents.removeWithheld(name)) removed += 1
      withheld = new Set([...unmentioned].filter((name) => !over.includes(name)))
      contents.withhold(withheld)
      return removed
    },
  }
}
