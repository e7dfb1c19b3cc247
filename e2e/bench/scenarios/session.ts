import { adminToken } from '../../fixtures/app-server.ts'
import { startGenerator } from '../load/start-generator.ts'
import { startOurs } from '../servers/ours.ts'
import { marksOf, type Scenario } from './scenario.ts'

const name = 'session'
const records = 1_000

/** How long a facilitator's word takes to the last screen of the room; no peer has anything like it. */
export const session: Scenario = {
  name,
  title: `A facilitator goes from step to step: ${records.toLocaleString('en')} notes, everybody points 5 times a second`,
  columns: [
    { value: 'lastP50', title: 'to the last p50 ms', unit: 'ms' },
    { value: 'lastP99', title: 'to the last p99 ms', unit: 'ms' },
    { value: 'eachP99', title: 'to each p99 ms', unit: 'ms' },
    { value: 'answerP99', title: 'answered p99 ms', unit: 'ms' },
    { value: 'arrived', title: 'arrived', unit: 'share' },
    { value: 'core', title: 'of the server’s core', unit: 'share' },
  ],
  async *run({ isShort }) {
    for (const people of isShort ? [10] : [10, 50, 100, 200]) {
      const server = await startOurs()
      const generator = startGenerator(server)
      try {
        const { boardId, people: guests } = await server.room({
          people: people + 1,
          template: 'innovation-cafe-hybrid',
        })
        const lines = guests.map(({ line }) => line)
        const path = `/api/boards/${boardId}/session`
        await server.api.request('POST', path, { hasTemplateSteps: true })
        // In its first step people may write.
        const start = { key: 'begin-it', version: 1, command: { type: 'start' } }
        await server.api.request('POST', `${path}/commands`, start)
        const commandsUrl = `${server.origin}${path}/commands`
        const commands = isShort ? 20 : 100
        const result = await generator.run({
          kind: 'session',
          ...{ serverPid: server.pid, lines, records, commandsUrl, token: adminToken, version: 2, commands },
        })
        const { each, last, answered, window } = result
        yield {
          ...{ scenario: name, part: `${people} people`, server: 'ours', way: '' },
          values: {
            ...{ lastP50: last.p50, lastP99: last.p99, eachP99: each.p99, answerP99: answered.p99 },
            ...{ arrived: result.shareArrived, core: window.serverCore },
          },
          marks: marksOf(window, { lagP99: result.generatorLagP99, closed: result.closed }),
        }
      } finally {
        await generator.stop()
        await server.stop()
      }
    }
  },
}
