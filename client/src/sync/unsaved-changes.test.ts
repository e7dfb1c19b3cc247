import { describe, expect, test } from 'vitest'
import { createUnsavedChanges } from './unsaved-changes.ts'

describe('unsaved changes', () => {
  test('[CN2] are records whose frames the server has not dealt with', () => {
    const unsaved = createUnsavedChanges()
    for (const frame of [1, 2, 3]) unsaved.changed([`shape:${frame}`], frame)
    expect(unsaved.saved(2)).toEqual(['shape:1', 'shape:2'])
    expect(unsaved.count).toBe(1)
    expect(unsaved.saved(3)).toEqual(['shape:3'])
    expect(unsaved.count).toBe(0)
  })

  test('[CN2] a record that is changed again waits for its last frame, and counts once', () => {
    const unsaved = createUnsavedChanges()
    for (const frame of [1, 2, 3]) unsaved.changed(['shape:a'], frame)
    expect(unsaved.count).toBe(1)
    expect(unsaved.saved(2)).toEqual([])
    expect(unsaved.saved(3)).toEqual(['shape:a'])
  })

  test('[CN2] are also those that are not in the document yet, each counted once', () => {
    const unsaved = createUnsavedChanges()
    unsaved.changed(['shape:a'], 1)
    unsaved.waiting(['shape:a', 'shape:b'])
    expect(unsaved.count).toBe(2)
    expect(unsaved.saved(1)).toEqual(['shape:a'])
    unsaved.sentAll(2)
    expect(unsaved.saved(2)).toEqual([])
    expect(unsaved.count).toBe(2)
    unsaved.waiting([])
    expect(unsaved.count).toBe(0)
  })

  test('[CN2] made without a line, lost on the way, or of an earlier visit, are saved with the step 2 of the next line', () => {
    const unsaved = createUnsavedChanges(['shape:earlier'])
    unsaved.changed(['shape:lost'], 1)
    unsaved.disconnected()
    unsaved.changed(['shape:offline'], undefined)
    expect(unsaved.saved(5)).toEqual([])
    expect(unsaved.count).toBe(3)
    unsaved.sentAll(1)
    unsaved.changed(['shape:later'], 2)
    expect(unsaved.saved(1)).toHaveLength(3)
    expect(unsaved.count).toBe(1)
  })
})
