import type { Line } from '../load/dialect.ts'
import { startGenerator } from '../load/start-generator.ts'
import { startOurs } from '../servers/ours.ts'
import { marksOf, type Scenario } from './scenario.ts'

const name = 'cafe'

/** The hybrid café from its first step to its summary; a number that is not right ends the benchmark. */
export const cafe: Scenario = {
  name,
  title: 'A whole café: everybody writes alone, is seated for two rounds, and votes blind five times',
  kind: 'once',
  columns: [
    { value: 'count', title: 'times', unit: 'number' },
    { value: 'lastP50', title: 'to the last p50 ms', unit: 'ms' },
    { value: 'lastMax', title: 'to the last max ms', unit: 'ms' },
    { value: 'eachP99', title: 'to each p99 ms', unit: 'ms' },
    { value: 'answered', title: 'answered max ms', unit: 'ms' },
    { value: 'arrived', title: 'arrived', unit: 'share' },
  ],
  async *run({ isShort }) {
    const people = isShort ? 12 : 100
    const server = await startOurs()
    const generator = startGenerator(server)
    try {
      const room = await server.room({ people, template: 'innovation-cafe-hybrid' })
      const facilitator = await room.joinAs('facilitator', 'Facilitator')
      const records = await server.readRecords(room.boardId)
      const zones = records
        .filter(({ type }) => type === 'zone')
        .map(({ id, props }) => ({ shapeId: id, key: String(props?.key) }))
      const wall = zones.find(({ key }) => key === 'vote-wall')
      if (!wall) throw new Error('the template has no vote wall')
      const result = await generator.run({
        kind: 'cafe',
        serverPid: server.pid,
        lines: room.people.map(({ line }) => line),
        ownLines: room.people.map(({ line }) => ownLine(line, room.boardId)),
        participantIds: room.people.map(({ participantId }) => participantId),
        tokens: room.people.map(({ token }) => token),
        facilitator,
        boardUrl: `${server.origin}/api/boards/${room.boardId}`,
        tables: zones.filter(({ key }) => key.startsWith('table-')),
        wall,
      })
      for (const { name: moment, count, each, last, answered, shareArrived } of result.moments) {
        yield {
          ...{ scenario: name, part: `${people} people: ${moment}`, server: 'ours', way: '' },
          values: {
            ...{ count, lastP50: last.p50, lastMax: last.max, eachP99: each.p99 },
            ...{ answered: answered.max, arrived: shareArrived },
          },
          marks: marksOf(result.window, { lagP99: result.generatorLagP99, closed: result.closed }),
        }
      }
    } finally {
      await generator.stop()
      await server.stop()
    }
  },
}

/** To what the same person writes alone. */
function ownLine(line: Line, boardId: string): Line {
  return { ...line, url: line.url.replace(`/sync/${boardId}`, `/sync/${boardId}/own`) }
}
