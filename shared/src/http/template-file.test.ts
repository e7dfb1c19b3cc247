import { describe, expect, test } from 'vitest'
import { DomainError } from '../errors.ts'
import { findTemplate, templates } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { readTemplateFile } from './read-template-file.ts'
import { writeTemplateFile } from './template-file.ts'

/** What is wrong with a template of ours once it is changed. */
function faultsOf(change: (template: Record<string, unknown> & { zones: Zone[]; steps: Step[] }) => void): unknown {
  const file = JSON.parse(writeTemplateFile(cafe()))
  change(file.template)
  return problemOf(JSON.stringify(file)).details.errors
}
type Zone = Record<string, unknown>
type Step = Record<string, unknown>

function problemOf(text: string): DomainError {
  try {
    readTemplateFile(text)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('nothing is wrong with it')
}

function cafe(): Template {
  const template = findTemplate('innovation-cafe-hybrid')
  if (!template) throw new Error('the template is missing')
  return template
}

test.each(templates.map((template) => [template.id, template] as const))('%s comes back from its file', (_, given) => {
  const { id: _id, version: _version, ...content } = given
  expect(readTemplateFile(writeTemplateFile(given))).toEqual(content)
})

describe('a template file that is refused', () => {
  test('names a zone that is there twice', () => {
    const faults = faultsOf(({ zones }) => {
      zones[2] = { ...zones[2], key: zones[1]?.key }
    })
    const key = cafe().zones[1]?.key
    expect(faults).toContainEqual({
      path: 'template.zones.2.key',
      kind: 'twice',
      message: 'This is there twice.',
      part: { kind: 'zone', number: 3, key },
    })
  })

  test('names minutes below 0, of a day and more, and of halves', () => {
    const kindsOf = (minutes: unknown) =>
      faultsOf(({ steps }) => {
        steps[1] = { ...steps[1], minutes }
      })
    const part = { kind: 'step', number: 2, key: cafe().steps[1]?.key }
    const path = 'template.steps.1.minutes'
    expect(kindsOf(-5)).toContainEqual(expect.objectContaining({ path, kind: 'too_small', bound: 0, part }))
    expect(kindsOf(1_441)).toContainEqual(expect.objectContaining({ path, kind: 'too_large', bound: 1_440, part }))
    expect(kindsOf(2.5)).toContainEqual(expect.objectContaining({ path, kind: 'whole', part }))
  })

  test('says once that 10,000 zones are too many', () => {
    const faults = faultsOf((template) => {
      template.zones = Array.from({ length: 10_000 }, () => ({ nonsense: true }))
    })
    expect(faults).toEqual([{ path: 'template.zones', kind: 'too_much', bound: 200, message: 'These are too many.' }])
  })

  test('names unknown and missing fields, all of them', () => {
    const faults = faultsOf((template) => {
      template.colour = 'red'
      template.zones[0] = { ...template.zones[0], onclick: 'alert(1)', heading: undefined }
    })
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'template.colour', kind: 'unknown_field' }),
        expect.objectContaining({ path: 'template.zones.0.onclick', kind: 'unknown_field' }),
        expect.objectContaining({ path: 'template.zones.0.heading', kind: 'missing' }),
      ]),
    )
  })

  test('names steps that lead nowhere, and minutes that do not add up', () => {
    const faults = faultsOf((template) => {
      template.steps[0] = { ...template.steps[0], zones: ['nowhere'] }
      template.minutes = 7
    })
    expect(faults).toEqual([
      expect.objectContaining({ path: 'template.minutes', kind: 'sum' }),
      expect.objectContaining({ path: 'template.steps.0.zones.0', kind: 'no_such_zone' }),
    ])
  })

  test('names what a background cannot show', () => {
    const faults = faultsOf(({ zones }) => {
      zones[0] = { ...zones[0], background: 'quadrants', labels: [], backgroundAlt: { en: 'Four fields' } }
    })
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'template.zones.0.labels', kind: 'not_drawn' }),
        expect.objectContaining({ path: 'template.zones.0.axes', kind: 'not_drawn' }),
      ]),
    )
  })

  test('says once that a text has too many languages, and names one that is none', () => {
    const title = (words: unknown) =>
      faultsOf((template) => {
        template.title = words
      })
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`<${i}>`, '']))
    expect(title(many)).toEqual([expect.objectContaining({ path: 'template.title', kind: 'languages' })])
    expect(title({ en: 'Café', '<b>': 'Café' })).toContainEqual(expect.objectContaining({ kind: 'language' }))
  })

  test('says no more than one can read', () => {
    const faults = faultsOf((template) => {
      template.zones = Array.from({ length: 200 }, () => ({ ...template.zones[0], key: '<script>' }))
    })
    expect(faults).toHaveLength(50)
    expect(faults).toContainEqual(expect.objectContaining({ path: 'template.zones.0.key', kind: 'key' }))
  })

  test('is one of something else, of a newer version, or broken off', () => {
    expect(problemOf('hello').code).toBe('template_unreadable')
    expect(problemOf('[]').code).toBe('template_unreadable')
    expect(problemOf('{"zones": []}').code).toBe('template_unreadable')
    expect(problemOf(writeTemplateFile(cafe()).slice(0, 500)).code).toBe('template_unreadable')
    expect(problemOf(writeTemplateFile(cafe()).replace('"formatVersion": 1', '"formatVersion": 2')).code).toBe(
      'template_too_new',
    )
  })
})

test('a template in another language than English stands in for it', () => {
  const file = JSON.parse(writeTemplateFile(cafe()))
  file.template.title = { ar: 'مقهى' }
  expect(readTemplateFile(JSON.stringify(file)).title).toEqual({ ar: 'مقهى', en: 'مقهى' })
})

test('scripts in names are words like others', () => {
  const file = JSON.parse(writeTemplateFile(cafe()))
  file.template.zones[0].heading = { en: '<script>alert(1)</script>' }
  expect(readTemplateFile(JSON.stringify(file)).zones[0]?.heading.en).toBe('<script>alert(1)</script>')
})
