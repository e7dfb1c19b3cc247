import QRCode from 'qrcode'
import { useMemo } from 'react'
import styles from './QrCode.module.css'

/** Light modules around it, as the standard asks for: scanners find the code by them. */
const quietModules = 4

/** A QR code as one path, dark on white in every scheme. What it says always stands beside it as text. */
export function QrCode({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => draw(text), [text])
  const whole = size + 2 * quietModules
  return (
    <svg className={styles.code} viewBox={`0 0 ${whole} ${whole}`} shapeRendering="crispEdges" aria-hidden="true">
      <path className={styles.modules} d={path} />
    </svg>
  )
}

function draw(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) dark.push(`M${column + quietModules} ${row + quietModules}h1v1h-1z`)
    }
  }
  return { size, path: dark.join('') }
}
