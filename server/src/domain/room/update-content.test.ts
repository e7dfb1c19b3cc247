import { describe, expect, test } from 'vitest'
import { ProtocolError } from '#shared/errors.ts'
import { maxClientsPerUpdate } from '#shared/limits.ts'
import { deletionsOfManyClients, updateOfManyClients } from '../../testing/many-clients.ts'
import { decodeUpdate } from './update-content.ts'

describe('reading an update', () => {
  test.each([
    ['writings', updateOfManyClients],
    ['deletions', deletionsOfManyClients],
  ])('[CH11] takes the %s of as many clients as ever write on a board, and of no more', (_what, make) => {
    const { structs, ds } = decodeUpdate(make(maxClientsPerUpdate))
    expect(structs.length + ds.clients.size).toBe(maxClientsPerUpdate)
    expect(() => decodeUpdate(make(maxClientsPerUpdate + 1))).toThrow(ProtocolError)
  })
})
