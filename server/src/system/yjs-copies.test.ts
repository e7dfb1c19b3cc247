import { expect, test } from 'vitest'
import { watchForSecondYjs } from './yjs-copies.ts'

function load(): void {
  Object.assign(globalThis, { '__ $YJS$ __': true })
}

test('one copy of Yjs passes, a second one is refused', () => {
  const assertOne = watchForSecondYjs()
  load()
  expect(assertOne).not.toThrow()
  load()
  expect(assertOne).toThrow('Yjs is loaded 2 times')
})
