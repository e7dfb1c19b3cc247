import { DefaultColorThemePalette } from '@tldraw/tlschema'

export type Scheme = 'light' | 'dark'

/** The client's tokens of the same names; an SVG in an `img` cannot read the page's. */
export type PictureColours = {
  readonly surface: string
  readonly raised: string
  readonly sunken: string
  readonly ink: string
  readonly inkSoft: string
  readonly line: string
  readonly lineStrong: string
  readonly lineControl: string
  readonly good: string
  readonly warn: string
  readonly bad: string
  readonly accent: string
  readonly accentSoft: string
}

export const pictureColours: Readonly<Record<Scheme, PictureColours>> = {
  light: {
    surface: '#FBFAF7',
    raised: '#FFFFFF',
    sunken: '#F2F0EA',
    ink: '#1B2330',
    inkSoft: '#51596A',
    line: '#E2DFD6',
    lineStrong: '#C9C5B9',
    lineControl: '#8D8A80',
    good: '#2E7D4F',
    warn: '#A86400',
    bad: '#B3322C',
    accent: '#0F6B6B',
    accentSoft: '#E3EFED',
  },
  dark: {
    surface: '#14171C',
    raised: '#1C2027',
    sunken: '#0F1216',
    ink: '#F0EEE8',
    inkSoft: '#B6BAC4',
    line: '#2C313A',
    lineStrong: '#444B57',
    lineControl: '#6F7683',
    good: '#6CC08B',
    warn: '#E0A03C',
    bad: '#EF7A72',
    accent: '#4FB8B2',
    accentSoft: '#1B3234',
  },
}

export type ShapeColours = {
  readonly stroke: string
  readonly semi: string
  readonly note: string
  readonly noteText: string
  readonly highlight: string
}

/** tldraw's colours by its own names; a name it does not know is drawn black. */
export function shapeColours(name: unknown, scheme: Scheme): ShapeColours {
  const theme = scheme === 'dark' ? DefaultColorThemePalette.darkMode : DefaultColorThemePalette.lightMode
  const colour = colourNames.find((known) => known === name) ?? 'black'
  const { solid, semi, note, highlight } = theme[colour]
  return { stroke: solid, semi, note: note.fill, noteText: note.text, highlight: highlight.srgb }
}

const colourNames = [
  'black',
  'grey',
  'light-violet',
  'violet',
  'blue',
  'light-blue',
  'yellow',
  'orange',
  'green',
  'light-green',
  'light-red',
  'red',
  'white',
] as const
