import type { TemplateZone, ZonePlace } from '../template.ts'
import { nothingToSee } from './words.ts'

/** What came up and cannot be settled now, so that it neither stops the work nor gets lost. */
export function openQuestionsZone(
  place: ZonePlace,
  change: Partial<Pick<TemplateZone, 'heading' | 'prompt' | 'purpose' | 'capacity' | 'isVotable'>> = {},
): TemplateZone {
  return {
    key: 'open-questions',
    heading: { en: 'Open questions', ar: 'أسئلة مفتوحة' },
    prompt: {
      en: 'What do we not know yet, or cannot settle today? Leave it here; before we close, each gets a name.',
      ar: 'ما الذي لا نعرفه بعد أو لا نحسمه اليوم؟ اتركوه هنا؛ وقبل الختام يُسمّى لكل سؤال من يتابعه.',
    },
    purpose: {
      en: 'Keeps what would stop the work, and shows what to find out next.',
      ar: 'يحفظ ما قد يوقف العمل، ويُظهر ما ينبغي معرفته لاحقًا.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 16,
    background: 'plain',
    labels: [],
    backgroundAlt: nothingToSee,
    place,
    ...change,
  }
}
