import { composeTemplate } from '../compose-template.ts'
import type { Template } from '../template.ts'
import { designSprintBrief } from './design-sprint-brief.ts'
import { designSprintFridayTest } from './design-sprint-friday-test.ts'
import { designSprintMondayMap } from './design-sprint-monday-map.ts'
import { designSprintThursdayPrototype } from './design-sprint-thursday-prototype.ts'
import { designSprintTuesdaySketch } from './design-sprint-tuesday-sketch.ts'
import { designSprintWednesdayDecide } from './design-sprint-wednesday-decide.ts'
import { sprintDay } from './sprint-parts.ts'

const laterDays = ['tuesday', 'wednesday', 'thursday', 'friday'] as const
/** Goal, questions and target stay in sight: each later page has a zone that takes a copy of them. */
const aims = laterDays.map((day) => `${day}-aim`)

const atTen = { daysLater: 1, minuteOfDay: 10 * 60 }
const atNine = { daysLater: 1, minuteOfDay: 9 * 60 }
/** The brief is made two weeks before. */
const twoWeeksOn = { daysLater: 14, minuteOfDay: 10 * 60 }

/** The brief and the five days on one board, a page each. */
export const designSprintWeek: Template = composeTemplate({
  id: 'design-sprint-week',
  version: 2,
  title: { en: 'Design sprint: the whole week', ar: 'سباق التصميم: الأسبوع كله' },
  summary: {
    en: 'From the brief to Friday’s decision on one board, a page a day; what one day decides begins the next.',
    ar: 'من الملخّص إلى قرار الجمعة على لوح واحد، صفحة لكل يوم؛ وما يقرره يوم يبدأ به اليوم التالي.',
  },
  category: sprintDay.category,
  stage: sprintDay.stage,
  origin: sprintDay.origin,
  nightAfter: ({ title }, next) => ({
    title: { en: `${title.en} is done`, ar: `انتهى: ${title.ar}` },
    minutes: 0,
    mode: 'break',
    zones: [],
    prompt: {
      en: `Thank you. We go on with ${next.title.en}; until then the board is here to read and to add to.`,
      ar: `شكرًا لكم. نواصل مع: ${next.title.ar}؛ وحتى ذلك الحين تبقى اللوحة هنا للقراءة والإضافة.`,
    },
    notes: {
      en: 'Has all been carried on that the next day needs? The session may stay as it is until then; nothing rings.',
      ar: 'هل نُقل كل ما يحتاجه اليوم التالي؟ يمكن أن تبقى الجلسة كما هي حتى ذلك الحين؛ لن يرنّ شيء.',
    },
  }),
  pages: [
    { key: 'brief', title: { en: 'Brief', ar: 'الملخّص' }, template: designSprintBrief },
    { key: 'monday', title: { en: 'Monday', ar: 'الاثنين' }, template: designSprintMondayMap, begins: twoWeeksOn },
    { key: 'tuesday', title: { en: 'Tuesday', ar: 'الثلاثاء' }, template: designSprintTuesdaySketch, begins: atTen },
    {
      key: 'wednesday',
      title: { en: 'Wednesday', ar: 'الأربعاء' },
      template: designSprintWednesdayDecide,
      begins: atTen,
    },
    {
      key: 'thursday',
      title: { en: 'Thursday', ar: 'الخميس' },
      template: designSprintThursdayPrototype,
      begins: atTen,
    },
    { key: 'friday', title: { en: 'Friday', ar: 'الجمعة' }, template: designSprintFridayTest, begins: atNine },
  ],
  carryOvers: [
    { step: 'brief-challenge', zones: ['monday-goal'] },
    { step: 'brief-people', zones: ['monday-experts'] },
    { step: 'brief-test-people', zones: ['tuesday-recruiting'] },
    { step: 'monday-goal', zones: aims },
    { step: 'monday-questions', zones: [...aims, 'friday-answers'] },
    { step: 'monday-target', zones: [...aims, 'tuesday-split'] },
    { step: 'tuesday-hand-in', zones: ['wednesday-gallery'] },
    { step: 'tuesday-recruiting', zones: ['thursday-participants'] },
    { step: 'wednesday-storyboard', zones: ['thursday-scenes', 'thursday-roles'] },
    { step: 'wednesday-storyboard-end', zones: ['thursday-scenes', 'thursday-roles'] },
    { step: 'thursday-build', zones: ['friday-acts', 'friday-grid'] },
    { step: 'thursday-ready', zones: ['friday-acts'] },
  ],
})
