import type { NewCheckpoint } from '../../domain/checkpoint/checkpoint.ts'
import { boardLogContract } from '../../domain/room/board-log.contract.ts'
import { createMemoryBoardLog } from './memory-board-log.ts'

boardLogContract('memory', async () => {
  const kept: NewCheckpoint[] = []
  return {
    log: createMemoryBoardLog((checkpoint) => kept.push(checkpoint)),
    checkpoints: async (boardId) => kept.filter((checkpoint) => checkpoint.boardId === boardId).map(({ id }) => id),
    close: async () => {},
  }
})
