import { boardLogContract } from '../../domain/room/board-log.contract.ts'
import { createMemoryBoardLog } from './memory-board-log.ts'

boardLogContract('memory', async () => ({ log: createMemoryBoardLog(), close: async () => {} }))
