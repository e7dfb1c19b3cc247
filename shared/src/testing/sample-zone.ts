import type { LocalText } from '../board/local-text.ts'
import { backgroundRules, type ZoneBackground } from '../board/zone-backgrounds.ts'
import type { ZoneField } from '../board/zone-fields.ts'
import type { ZoneProps } from '../board/zone-shape.ts'
import { ratingField } from '../templates/parts/fields.ts'

/** Words as long as templates have them. */
const heads: readonly LocalText[] = [
  { en: 'Keep satisfied', ar: 'أبقِهم راضين' },
  { en: 'Work closely together', ar: 'اعملوا معهم عن قرب' },
  { en: 'Monitor', ar: 'راقِبوا' },
  { en: 'Keep informed', ar: 'أبقِهم على علم' },
  { en: 'Entrepreneurs and start-ups', ar: 'رواد الأعمال والشركات الناشئة' },
  { en: 'Evidence', ar: 'الدليل' },
  { en: 'Governments', ar: 'الحكومات' },
  { en: 'Quick win', ar: 'مكسب سريع' },
]
const axis = {
  x: {
    label: { en: 'Interest in the result', ar: 'الاهتمام بالنتيجة' },
    low: { en: 'little', ar: 'قليل' },
    high: { en: 'very much', ar: 'كبير جدًا' },
  },
  y: { label: { en: 'Power', ar: 'النفوذ' }, low: { en: 'low', ar: 'ضعيف' }, high: { en: 'high', ar: 'قوي' } },
}

const feeling: ZoneField = {
  ...{ key: 'feeling', label: { en: 'Feeling', ar: 'الشعور' }, kind: 'scale', min: -2, max: 2, words: [] },
  ...{ axis: null, row: 1 },
}

export type SampleSize = { readonly w: number; readonly h: number; readonly isFull?: boolean }

/** A zone with a background that shows as much as a template's would; with `isFull`, as much as it can. */
export function sampleZone(background: ZoneBackground, { w, h, isFull = false }: SampleSize): ZoneProps {
  const rule = backgroundRules[background]
  const count = ([least, most]: readonly [number, number]) => (isFull ? most : Math.min(most, Math.max(least, 5)))
  const texts = (length: number) => Array.from({ length }, (_, i) => heads[i % heads.length] ?? { en: '' })
  return {
    ...{ w, h, key: 'sample', order: 1, noteKinds: ['note'], isVotable: true, capacity: 0, background },
    heading: { en: 'Who matters, and how much', ar: 'مَن يهمّه الأمر، وإلى أي حد' },
    prompt: {
      en: 'Put each name where it belongs; ask who is missing, and talk about those you do not agree on.',
      ar: 'ضعوا كل اسم حيث ينتمي، واسألوا عمّن غاب، وتحدّثوا عمّن لا تتفقون بشأنه.',
    },
    backgroundAlt: { en: background },
    labels: texts(count(rule.labels)),
    ...(rule.rows ? { rows: texts(count(rule.rows)) } : {}),
    ...(rule.hasAxes ? { axes: axis } : {}),
    ...(rule.frames ? { frames: isFull ? rule.frames[1] : 9 } : {}),
    ...(background === 'wheel' ? { fields: [ratingField] } : {}),
    ...(background === 'journey' ? { fields: [feeling] } : {}),
    ...(background === 'table'
      ? { counts: 'columns', dividers: [{ row: 2, label: { en: 'Line of visibility', ar: 'خط الرؤية' } }] }
      : {}),
  }
}
