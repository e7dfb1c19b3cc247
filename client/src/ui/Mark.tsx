import styles from './Mark.module.css'

/** A tablecloth: four by four squares in two tones. Logo, join page, empty states and nowhere else. */
const squares = Array.from({ length: 16 }, (_, index) => ({ index, column: index % 4, row: Math.floor(index / 4) }))

export function Mark({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return (
    <svg className={size === 'large' ? styles.large : styles.small} viewBox="0 0 16 16" aria-hidden="true">
      {squares.map(({ index, column, row }) => (
        <rect
          key={index}
          className={(column + row) % 2 === 0 ? styles.dark : styles.light}
          x={column * 4}
          y={row * 4}
          width="4"
          height="4"
        />
      ))}
    </svg>
  )
}
