import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const fonts = [
  { family: 'Inter', file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' },
  {
    family: 'Noto Sans Arabic',
    file: '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  },
]

/** The product's own fonts, for a page that has no server. */
export async function fontFaces(): Promise<string> {
  const faces = fonts.map(async ({ family, file }) => {
    const bytes = await readFile(require.resolve(file))
    return `@font-face { font-family: "${family}"; font-weight: 100 900; src: url(data:font/woff2;base64,${bytes.toString('base64')}) }`
  })
  return (await Promise.all(faces)).join('\n')
}
