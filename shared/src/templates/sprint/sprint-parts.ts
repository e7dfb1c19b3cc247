import type { LocalText } from '../../board/local-text.ts'
import type { Template, TemplateStep, TemplateZone, ZonePlace } from '../template.ts'

/** What the templates of the sprint week have in common. */
export const sprintDay = {
  category: 'sprint',
  people: { min: 4, max: 7 },
  stage: 'sprint',
  origin: {
    en: 'The method of “Sprint” by Jake Knapp, John Zeratsky and Braden Kowitz (2016), told in our own words.',
    ar: 'منهج كتاب «Sprint» لجيك ناب وجون زيراتسكي وبرادن كويتز (2016)، بكلماتنا.',
  },
} as const satisfies Pick<Template, 'category' | 'people' | 'stage' | 'origin'>

/** At most so many people sketch; each has a number instead of a name. */
export const sketchNumbers = [1, 2, 3, 4, 5, 6, 7] as const

/** What Monday decided, on the page of each later day. */
export function aimZone(heading: LocalText, place: ZonePlace): TemplateZone {
  return {
    key: 'aim',
    heading,
    prompt: {
      en: 'What Monday decided, in sight all day. Whatever does not serve it can wait.',
      ar: 'ما قرره يوم الاثنين، أمام أعيننا طوال اليوم. وما لا يخدمه يمكنه الانتظار.',
    },
    purpose: {
      en: 'Keeps the long-term goal, the sprint questions and the target before everyone’s eyes.',
      ar: 'يُبقي الهدف البعيد وأسئلة السباق والهدف المختار أمام الجميع.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'columns',
    labels: [
      { en: 'Long-term goal', ar: 'الهدف البعيد' },
      { en: 'Sprint questions', ar: 'أسئلة السباق' },
      { en: 'Target', ar: 'الهدف المختار' },
    ],
    backgroundAlt: {
      en: 'Three columns: the long-term goal, the sprint questions, the target.',
      ar: 'ثلاثة أعمدة: الهدف البعيد، وأسئلة السباق، والهدف المختار.',
    },
    place,
  }
}

export function breakStep(
  key: string,
  minutes: number,
  notes: LocalText = {
    en: 'A break every sixty to ninety minutes keeps people fresh.',
    ar: 'استراحة كل ستين إلى تسعين دقيقة تُبقي الجميع في نشاط.',
  },
): TemplateStep {
  const prompt = { en: `Back in ${minutes} minutes.`, ar: `نعود بعد ${minutes} دقيقة.` }
  return {
    ...{ key, minutes, prompt, notes },
    title: { en: 'Break', ar: 'استراحة' },
    mode: 'break',
    zones: [],
  }
}

export function lunchStep(notes: LocalText): TemplateStep {
  return {
    ...{ key: 'lunch', minutes: 60, notes },
    title: { en: 'Lunch', ar: 'الغداء' },
    mode: 'break',
    zones: [],
    prompt: { en: 'Back in an hour.', ar: 'نعود بعد ساعة.' },
  }
}
