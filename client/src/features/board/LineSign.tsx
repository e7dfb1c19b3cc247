import { WifiOff } from 'lucide-react'
import type { LineState } from '../../sync/board-connection.ts'

export type LineSignProps = { readonly quality: LineState['quality']; readonly size: number }

/** How many of the bars are lit. The others stay to be seen: a bar or two alone looks like a smudge. */
const lit = { good: 4, slow: 2 } as const

/** The shape says it without the colour. */
export function LineSign({ quality, size }: LineSignProps) {
  if (quality === 'silent') return <WifiOff size={size} aria-hidden="true" />
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {[4, 7, 10, 13].map((height, i) => (
        <rect
          key={height}
          x={1 + 3.75 * i}
          y={14.5 - height}
          width="2.75"
          height={height}
          rx="0.75"
          opacity={i < lit[quality] ? 1 : 0.3}
        />
      ))}
    </svg>
  )
}
