import type { BoardRecord } from '../board/board-records.ts'

/** A finite number of the shape's, or `fallback`: pictures are drawn of records that nobody has checked. */
export function numberProp(shape: BoardRecord, name: string, fallback: number): number {
  const value = shape.props?.[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** A length: above 0, and below what a board can hold. */
export function lengthProp(shape: BoardRecord, name: string, fallback: number): number {
  return Math.min(100_000, Math.max(1, Math.abs(numberProp(shape, name, fallback))))
}

export function textProp(shape: BoardRecord, name: string): string {
  const value = shape.props?.[name]
  return typeof value === 'string' ? value : ''
}

export function scaleOf(shape: BoardRecord): number {
  return Math.min(50, Math.max(0.05, numberProp(shape, 'scale', 1)))
}

/** One of tldraw's four sizes. */
export function bySize(shape: BoardRecord, sizes: { readonly s: number; m: number; l: number; xl: number }): number {
  const size = shape.props?.size
  return size === 's' || size === 'l' || size === 'xl' ? sizes[size] : sizes.m
}

export function isPoint(value: unknown): value is { x: number; y: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'x' in value &&
    'y' in value &&
    Number.isFinite(value.x) &&
    Number.isFinite(value.y)
  )
}

/** Pixels below which letters are only noise, and a thousand notes of them a megabyte. */
export const leastReadable = 1.6
