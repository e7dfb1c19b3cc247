import { type Scenario, withServer } from './scenario.ts'

const name = 'steps'

/** What one frame of work costs on the line, as our client writes it; the peers would carry the same updates. */
export const steps: Scenario = {
  name,
  kind: 'once',
  title: 'One step of dragging, drawing and typing, in bytes',
  columns: [
    { value: 'sent', title: 'from who acts', unit: 'number' },
    { value: 'received', title: 'to who watches', unit: 'number' },
  ],
  async *run({ isShort }) {
    yield* withServer('ours', async function* (bench, generator) {
      const lines = await bench.lines({ people: 2 })
      const result = await generator.run({ kind: 'steps', lines, steps: isShort ? 50 : 150 })
      for (const [part, values] of Object.entries(result)) {
        yield { scenario: name, part, server: 'ours', way: '', values, marks: [] }
      }
    })
  },
}
