import { T } from '@tldraw/validate'

type Fields = Readonly<Record<string, unknown>>
type IsGood = (value: unknown, good: unknown) => boolean
type Field = { readonly name: string; readonly isGood: IsGood }

/**
 * Makes of tldraw's validator of an object a check that allocates nothing: each field has to be what it is in a good
 * object, or good by its own validator. tldraw's own way makes a list of the fields and a function for each of them.
 *
 * @returns a check that says true of what tldraw takes as well, and false of some of it: ask tldraw then. May throw.
 */
export function fieldsAsGood(validator: { readonly config: object }): (value: Fields, good: Fields) => boolean {
  const fields: readonly Field[] = Object.entries(validator.config).map(([name, field]) => ({
    name,
    isGood: goodnessOf(field),
  }))
  const names = new Set(fields.map(({ name }) => name))

  return (value, good) => {
    for (const { name, isGood } of fields) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined
      const known = Object.hasOwn(good, name) ? good[name] : undefined
      if (!Object.is(own, known) && !isGood(own, known)) return false
    }
    for (const name in value) if (!names.has(name)) return false
    return true
  }
}

function goodnessOf(validator: T.Validatable<unknown>): IsGood {
  if (validator instanceof T.ObjectValidator) {
    const areGood = fieldsAsGood(validator)
    return (value, good) => isObject(value) && isObject(good) && areGood(value, good)
  }
  const isValid: IsGood = (value, good) => {
    if (validator.validateUsingKnownGoodVersion) validator.validateUsingKnownGoodVersion(good, value)
    else validator.validate(value)
    return true
  }
  return validator === T.indexKey ? (value, good) => isPlainIndex(value) || isValid(value, good) : isValid
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

const plainIndexPattern = /^[a-m][0-9A-Za-z]+$/
const firstOfPlain = 'a'.charCodeAt(0)

/**
 * A place among siblings as nearly all of them are. Its first letter says how many digits follow at least. tldraw finds
 * that out by making the place behind it, which costs more than all the other fields together.
 */
function isPlainIndex(value: unknown): boolean {
  return (
    typeof value === 'string' && plainIndexPattern.test(value) && value.length >= value.charCodeAt(0) - firstOfPlain + 2
  )
}
