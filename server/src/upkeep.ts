import type { Logger } from 'pino'
import { automaticCheckpointEveryMs } from '#shared/limits.ts'
import type { Boards } from './domain/board/boards.ts'
import type { Checkpoints } from './domain/checkpoint/checkpoints.ts'
import type { FileCollection } from './domain/file/file-collection.ts'
import { repeatAfter, repeatDaily } from './system/repeat.ts'

/**
 * What a server does by itself while it runs: saves checkpoints, and removes what was deleted long ago.
 *
 * @returns what ends it, once what is under way is done.
 */
export function startUpkeep(parts: {
  readonly boards: Pick<Boards, 'purge'>
  readonly files: FileCollection
  readonly checkpoints: Pick<Checkpoints, 'saveAutomatic'>
  readonly log: Logger
}): () => Promise<void> {
  const { boards, files, checkpoints, log } = parts
  const stopPurging = repeatDaily(async () => {
    try {
      const purged = await boards.purge()
      if (purged > 0) log.info({ boards: purged }, 'boards deleted more than 30 days ago are gone for good')
    } catch (err) {
      log.error({ err }, 'deleted boards could not be purged; tomorrow again')
    }
    try {
      const removed = await files.collect()
      if (removed > 0) log.info({ pictures: removed }, 'pictures that no board shows any more are gone for good')
    } catch (err) {
      log.error({ err }, 'pictures that no board shows any more could not be removed; tomorrow again')
    }
  })
  const stopSaving = repeatAfter(automaticCheckpointEveryMs, checkpoints.saveAutomatic)
  return () => {
    stopPurging()
    return stopSaving()
  }
}
