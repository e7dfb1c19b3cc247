import type { TemplateZone, ZonePlace } from '../template.ts'

/** One idea made small enough to begin: who owns it, the first test, and who could run it later. */
export function pilotCard(number: number, place: ZonePlace): TemplateZone {
  return {
    key: `pilot-card-${number}`,
    heading: { en: `Pilot card ${number}`, ar: `بطاقة المشروع التجريبي ${number}` },
    prompt: {
      en: 'One idea, small enough to try within three months. What could a department run later without us?',
      ar: 'فكرة واحدة صغيرة تكفي لتجربتها خلال ثلاثة أشهر. ما الذي يمكن لإدارة أن تديره لاحقًا من دوننا؟',
    },
    purpose: {
      en: 'Turns one of the three ideas with the most votes into a pilot that somebody can begin.',
      ar: 'تحوّل إحدى الأفكار الثلاث الأكثر أصواتًا إلى مشروع تجريبي يمكن لأحدهم أن يبدأه.',
    },
    noteKinds: ['note', 'text', 'picture'],
    isVotable: false,
    capacity: 12,
    background: 'cards',
    labels: [
      { en: 'Title', ar: 'العنوان' },
      { en: 'Who benefits', ar: 'من المستفيد' },
      { en: 'First test', ar: 'أول اختبار' },
      { en: 'Owner', ar: 'المسؤول' },
      { en: 'Partner offers', ar: 'ما يقدمه شريك' },
      { en: 'Later run by', ar: 'يديره لاحقًا' },
    ],
    backgroundAlt: {
      en: 'Six fields: title, who benefits, first test, owner, what a partner offers, and the department that could run it later.',
      ar: 'ستة حقول: العنوان، المستفيد، الاختبار الأول، المسؤول، ما يقدمه شريك، والإدارة التي يمكنها تشغيله لاحقًا.',
    },
    place,
  }
}
