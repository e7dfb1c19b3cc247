import type { TemplateZone, ZonePlace } from '../template.ts'
import { dueField, ownerField } from './fields.ts'

/** What is done next, one action a note; the note carries who does it and by when. */
export function actionsZone(
  place: ZonePlace,
  change: Partial<Pick<TemplateZone, 'key' | 'heading' | 'prompt' | 'purpose' | 'capacity'>> = {},
): TemplateZone {
  return {
    key: 'actions',
    heading: { en: 'Actions', ar: 'الإجراءات' },
    prompt: {
      en: 'One action on each note, verb first. Give it an owner and a date, or leave it out.',
      ar: 'إجراء واحد في كل ملاحظة يبدأ بفعل. عيّنوا له مسؤولًا وموعدًا، أو اتركوه.',
    },
    purpose: {
      en: 'Who does what by when. Only what has an owner and a date counts as agreed.',
      ar: 'من يفعل ماذا ومتى. لا يُعد متفقًا عليه إلا ما له مسؤول وموعد.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'columns',
    labels: [
      { en: 'This week', ar: 'هذا الأسبوع' },
      { en: 'This month', ar: 'هذا الشهر' },
      { en: 'Within a quarter', ar: 'خلال ثلاثة أشهر' },
    ],
    backgroundAlt: {
      en: 'Three columns: this week, this month, within a quarter.',
      ar: 'ثلاثة أعمدة: هذا الأسبوع، هذا الشهر، خلال ثلاثة أشهر.',
    },
    fields: [ownerField, dueField],
    place,
    ...change,
  }
}
