import type { TemplateZone, ZonePlace } from '../template.ts'

/** The cloth of one table of a café; the strip along its edge is the host's. */
export function cafeTable(
  number: number,
  place: ZonePlace,
  { prompt, purpose }: Pick<TemplateZone, 'prompt' | 'purpose'>,
): TemplateZone {
  return {
    key: `table-${number}`,
    heading: { en: `Table ${number}`, ar: `الطاولة ${number}` },
    prompt,
    purpose,
    noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
    isVotable: false,
    capacity: 20,
    background: 'cloth',
    labels: [
      { en: 'Essence', ar: 'الخلاصة' },
      { en: 'Came from', ar: 'جاؤوا من' },
    ],
    backgroundAlt: {
      en: 'A tablecloth with a stitched hem. A strip along its edge keeps the essence and where travellers came from.',
      ar: 'مفرش طاولة بحاشية مخيطة. شريط على حافته للخلاصة ولمصدر الزائرين.',
    },
    place,
  }
}
