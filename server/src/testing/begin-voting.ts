import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startTestServer, type TestServer } from './start-test-server.ts'
import { type TestVoter, type VotedBoard, votedBoard } from './vote-facts.ts'

/** For a file of tests: a server, and before each of them a board of its own to vote on, with two people. */
export function beginVoting(
  take: (facts: {
    readonly server: TestServer
    readonly at: VotedBoard
    readonly ana: TestVoter
    readonly ben: TestVoter
  }) => void,
): void {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    const at = await votedBoard(server)
    take({ server, at, ana: await at.join(), ben: await at.join() })
  })
}
