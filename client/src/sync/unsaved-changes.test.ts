import { describe, expect, test } from 'vitest'
import { createUnsavedChanges } from './unsaved-changes.ts'

describe('unsaved changes', () => {
  test('[CN2] are those whose frames the server has not dealt with', () => {
    const unsaved = createUnsavedChanges()
    for (const frame of [1, 2, 3]) unsaved.changed(frame)
    unsaved.saved(2)
    expect(unsaved.count).toBe(1)
    unsaved.saved(3)
    expect(unsaved.count).toBe(0)
  })

  test('[CN2] made without a line, or lost on the way, are saved with the step 2 of the next one', () => {
    const unsaved = createUnsavedChanges()
    unsaved.changed(1)
    unsaved.disconnected()
    unsaved.changed(undefined)
    unsaved.saved(5)
    expect(unsaved.count).toBe(2)
    unsaved.sentAll(1)
    unsaved.changed(2)
    unsaved.saved(1)
    expect(unsaved.count).toBe(1)
  })
})
