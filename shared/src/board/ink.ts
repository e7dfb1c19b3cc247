/**
 * A stroke as a flat list of integers that only grows at its end while it is drawn.
 *
 * Each segment begins with a marker, then come its points: `x`, `y` (and the pressure, for a pen) as the difference to
 * the point before, in tenths of a unit (pressure in hundredths). Differences are taken between rounded positions, so
 * the error never adds up: it is at most 0.05 units.
 */
export type InkPoint = { readonly x: number; readonly y: number; readonly z?: number }
export type InkSegment = { readonly type: 'free' | 'straight'; readonly points: readonly InkPoint[] }

const positionScale = 10
const pressureScale = 100
/** What tldraw gives a point drawn without pressure. */
const noPressure = 0.5

/** Above every difference a canvas can hold, so that it cannot be taken for one. */
const markerBase = 2 ** 30
const straightFlag = 1
const pressureFlag = 2
const maxMagnitude = 2 ** 29

export function encodeInk(segments: readonly InkSegment[]): number[] {
  const ints: number[] = []
  for (const segment of segments) {
    // A mouse gives 0.5 and touch gives 0 for every point: one value a segment would do, but only a pen varies.
    const hasPressure = segment.points.some((point) => point.z !== undefined && point.z !== noPressure)
    ints.push(markerBase + (segment.type === 'straight' ? straightFlag : 0) + (hasPressure ? pressureFlag : 0))
    let x = 0
    let y = 0
    let z = 0
    for (const point of segment.points) {
      const nextX = quantise(point.x, positionScale)
      const nextY = quantise(point.y, positionScale)
      ints.push(nextX - x, nextY - y)
      x = nextX
      y = nextY
      if (hasPressure) {
        const nextZ = quantise(point.z ?? noPressure, pressureScale)
        ints.push(nextZ - z)
        z = nextZ
      }
    }
  }
  return ints
}

/** The stroke as everybody else reads it, so that who draws it sees the same. */
export function roundInk(segments: readonly InkSegment[]): InkSegment[] {
  return decodeInk(encodeInk(segments))
}

function quantise(value: number, scale: number): number {
  const rounded = Math.round(value * scale)
  return Math.max(-maxMagnitude / 2, Math.min(maxMagnitude / 2, Number.isFinite(rounded) ? rounded : 0))
}

/** Reads what anybody may have written: values that are not integers and torn points at the end are left out. */
export function decodeInk(ints: readonly unknown[]): InkSegment[] {
  const segments: { type: InkSegment['type']; points: InkPoint[] }[] = []
  let points: InkPoint[] | undefined
  let hasPressure = false
  let x = 0
  let y = 0
  let z = 0
  for (let i = 0; i < ints.length; ) {
    const value = ints[i]
    if (typeof value === 'number' && value >= markerBase) {
      const flags = value - markerBase
      hasPressure = (flags & pressureFlag) !== 0
      points = []
      segments.push({ type: (flags & straightFlag) !== 0 ? 'straight' : 'free', points })
      x = 0
      y = 0
      z = 0
      i += 1
      continue
    }
    const width = hasPressure ? 3 : 2
    const numbers = ints.slice(i, i + width)
    if (numbers.length < width || !numbers.every(isDifference)) {
      i += 1
      continue
    }
    x += numbers[0] ?? 0
    y += numbers[1] ?? 0
    z += numbers[2] ?? 0
    points?.push({
      x: x / positionScale,
      y: y / positionScale,
      z: hasPressure ? Math.max(0, Math.min(1, z / pressureScale)) : noPressure,
    })
    i += width
  }
  return segments.filter((segment) => segment.points.length > 0)
}

function isDifference(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < maxMagnitude
}
