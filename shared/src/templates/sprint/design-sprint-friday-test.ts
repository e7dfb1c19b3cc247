import { pilotCard } from '../parts/pilot-card.ts'
import type { Template, TemplateStep } from '../template.ts'
import { aimZone, breakStep, sprintDay } from './sprint-parts.ts'

const people = [1, 2, 3, 4, 5] as const

function interview(number: (typeof people)[number]): TemplateStep {
  return {
    key: `interview-${number}`,
    title: { en: `Interview ${number}`, ar: `المقابلة ${number}` },
    minutes: 60,
    mode: 'open',
    zones: ['grid', 'acts'],
    prompt: {
      en: `Watch together. What does person ${number} do and say? One thing on each note, in column ${number}.`,
      ar: `شاهدوا معًا. ماذا يفعل الشخص ${number} ويقول؟ أمر واحد في كل ملاحظة، في العمود ${number}.`,
    },
    notes: {
      en: 'One asks, all others watch in another room. Write what was seen and heard, then mark it +, ○ or –.',
      ar: 'واحد يسأل والبقية يشاهدون من قاعة أخرى. اكتبوا ما رُئي وسُمع، ثم علّموه + أو ○ أو –.',
    },
    feeds: ['patterns'],
  }
}

export const designSprintFridayTest: Template = {
  ...sprintDay,
  id: 'design-sprint-friday-test',
  version: 2,
  title: { en: 'Design sprint: Friday, Test', ar: 'سباق التصميم: الجمعة، الاختبار' },
  summary: {
    en: 'The last day of a sprint: five people try the prototype, the team watches, finds patterns and decides.',
    ar: 'آخر أيام السباق: خمسة أشخاص يجرّبون النموذج، والفريق يشاهد ويجد الأنماط ويقرر.',
  },
  minutes: 510,
  zones: [
    aimZone({ en: 'In sight all week', ar: 'أمامنا طوال الأسبوع' }, { column: 0, row: 0, columns: 2 }),
    {
      key: 'acts',
      heading: { en: 'Interview in five acts', ar: 'مقابلة من خمسة فصول' },
      prompt: {
        en: 'A friendly welcome, then questions, the prototype, tasks, and a look back. An hour with each person.',
        ar: 'ترحيب ودود، ثم أسئلة، ثم النموذج، ثم مهام، ثم نظرة إلى الوراء. ساعة مع كل شخص.',
      },
      purpose: { en: 'The same order with everyone.', ar: 'الترتيب نفسه مع الجميع.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 20,
      background: 'steps',
      labels: [
        { en: 'Welcome', ar: 'ترحيب' },
        { en: 'Context', ar: 'السياق' },
        { en: 'Prototype', ar: 'النموذج' },
        { en: 'Tasks', ar: 'المهام' },
        { en: 'Looking back', ar: 'مراجعة' },
      ],
      backgroundAlt: {
        en: 'Five arrows in a row from left to right: welcome, context, prototype, tasks, looking back.',
        ar: 'خمسة أسهم متتالية من اليسار إلى اليمين: ترحيب، السياق، النموذج، المهام، مراجعة.',
      },
      place: { column: 2, row: 0, columns: 2 },
    },
    {
      key: 'patterns',
      heading: { en: 'Patterns', ar: 'الأنماط' },
      prompt: {
        en: 'What did three or more of the five do or say? Put each where it belongs, with how many.',
        ar: 'ماذا فعل ثلاثة أو أكثر من الخمسة أو قالوا؟ ضعوا كلًّا في مكانه مع العدد.',
      },
      purpose: { en: 'What is more than one person’s taste.', ar: 'ما يتجاوز ذوق شخص واحد.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 20,
      background: 'columns',
      labels: [
        { en: '+ Works', ar: '+ ينجح' },
        { en: '○ Mixed', ar: '○ بين بين' },
        { en: '– Fails', ar: '– يفشل' },
      ],
      fields: [
        {
          kind: 'scale',
          key: 'people',
          label: { en: 'Seen with', ar: 'لوحظ لدى' },
          min: 1,
          max: 5,
          words: people.map((n) => ({ en: `${n} of 5`, ar: `${n} من 5` })),
          axis: null,
          row: null,
        },
      ],
      backgroundAlt: {
        en: 'Three columns: works, mixed, fails.',
        ar: 'ثلاثة أعمدة: ينجح، بين بين، يفشل.',
      },
      place: { column: 4, row: 0 },
    },
    {
      key: 'grid',
      heading: { en: 'Interview grid', ar: 'جدول المقابلات' },
      prompt: {
        en: 'A column for each person, a row for each part of the prototype. One observation on each note, marked +, ○ or –.',
        ar: 'عمود لكل شخص، وصف لكل جزء من النموذج. ملاحظة لكل ما رُئي، بعلامة + أو ○ أو –.',
      },
      purpose: { en: 'What five people did and said, side by side.', ar: 'ما فعله خمسة أشخاص وقالوه، جنبًا إلى جنب.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 75,
      background: 'table',
      counts: 'columns',
      labels: people.map((n) => ({ en: `Person ${n}`, ar: `الشخص ${n}` })),
      rows: [
        { en: 'First look', ar: 'النظرة الأولى' },
        { en: 'Beginning', ar: 'البداية' },
        { en: 'In the middle', ar: 'الوسط' },
        { en: 'The end', ar: 'النهاية' },
        { en: 'In their words', ar: 'بكلماتهم' },
      ],
      fields: [
        {
          kind: 'choice',
          key: 'reaction',
          label: { en: 'Reaction', ar: 'رد الفعل' },
          options: [
            { value: 'positive', word: { en: 'Positive', ar: 'إيجابي' }, symbol: '+', tone: 'good' },
            { value: 'neutral', word: { en: 'Neutral', ar: 'محايد' }, symbol: '○', tone: 'neutral' },
            { value: 'negative', word: { en: 'Negative', ar: 'سلبي' }, symbol: '–', tone: 'poor' },
          ],
        },
      ],
      backgroundAlt: {
        en: 'A table with five columns, one for each person, and five rows: first look, beginning, in the middle, the end, in their words.',
        ar: 'جدول من خمسة أعمدة، واحد لكل شخص، وخمسة صفوف: النظرة الأولى، البداية، الوسط، النهاية، بكلماتهم.',
      },
      place: { column: 0, row: 1, columns: 4, rows: 3 },
    },
    {
      key: 'answers',
      heading: { en: 'Sprint questions answered', ar: 'أجوبة أسئلة السباق' },
      prompt: {
        en: 'Monday’s questions once more: yes, no, or partly? Say what you saw that tells you so.',
        ar: 'أسئلة الاثنين مرة أخرى: نعم أم لا أم جزئيًّا؟ قولوا ما رأيتم يدل على ذلك.',
      },
      purpose: { en: 'What the week was for.', ar: 'ما كان الأسبوع لأجله.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 14,
      background: 'grid',
      labels: [],
      fields: [
        {
          kind: 'choice',
          key: 'answer',
          label: { en: 'Answer', ar: 'الجواب' },
          options: [
            { value: 'yes', word: { en: 'Yes', ar: 'نعم' }, symbol: '✓', tone: 'good' },
            { value: 'partly', word: { en: 'Partly', ar: 'جزئيًّا' }, symbol: '◐', tone: 'fair' },
            { value: 'no', word: { en: 'No', ar: 'لا' }, symbol: '✕', tone: 'poor' },
          ],
        },
      ],
      backgroundAlt: { en: 'A grid of places for questions.', ar: 'شبكة من الأماكن للأسئلة.' },
      place: { column: 4, row: 1 },
    },
    {
      key: 'decision',
      heading: { en: 'Decision', ar: 'القرار' },
      prompt: {
        en: 'The Decider says what happens now: a pilot, another round, or a stop. And why.',
        ar: 'يقول صاحب القرار ما يحدث الآن: مشروع تجريبي، أو جولة أخرى، أو توقف. ولماذا.',
      },
      purpose: { en: 'What becomes of the week.', ar: 'ما يصير إليه الأسبوع.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'Pilot', ar: 'مشروع تجريبي' },
        { en: 'Iterate', ar: 'جولة أخرى' },
        { en: 'Stop', ar: 'توقف' },
      ],
      fields: [
        {
          kind: 'choice',
          key: 'decision',
          label: { en: 'Decision', ar: 'القرار' },
          options: [
            { value: 'pilot', word: { en: 'Pilot', ar: 'مشروع تجريبي' }, symbol: '▶', tone: 'good' },
            { value: 'iterate', word: { en: 'Iterate', ar: 'جولة أخرى' }, symbol: '↻', tone: 'fair' },
            { value: 'stop', word: { en: 'Stop', ar: 'توقف' }, symbol: '■', tone: 'poor' },
          ],
        },
      ],
      backgroundAlt: { en: 'Three columns: pilot, iterate, stop.', ar: 'ثلاثة أعمدة: مشروع تجريبي، جولة أخرى، توقف.' },
      place: { column: 4, row: 2 },
    },
    {
      ...pilotCard(1, { column: 4, row: 3 }),
      key: 'pilot-card',
      heading: { en: 'Pilot card', ar: 'بطاقة المشروع التجريبي' },
      purpose: { en: 'What a department can begin on Monday.', ar: 'ما يمكن لإدارة أن تبدأ به يوم الاثنين.' },
    },
  ],
  steps: [
    interview(1),
    breakStep('break-1', 30, turnNotes()),
    interview(2),
    {
      key: 'lunch',
      title: { en: 'Lunch', ar: 'الغداء' },
      minutes: 60,
      mode: 'break',
      zones: [],
      prompt: { en: 'Back in an hour.', ar: 'نعود بعد ساعة.' },
      notes: {
        en: 'Does anything in the prototype have to be mended for the others? Change as little as possible.',
        ar: 'هل يجب إصلاح شيء في النموذج للباقين؟ غيّروا أقل ما يمكن.',
      },
    },
    interview(3),
    breakStep('break-2', 30, turnNotes()),
    interview(4),
    breakStep('break-3', 30, turnNotes()),
    interview(5),
    {
      key: 'read',
      title: { en: 'Read in silence', ar: 'القراءة في صمت' },
      minutes: 5,
      mode: 'brief',
      zones: ['grid'],
      prompt: { en: 'Read the whole grid. What comes back?', ar: 'اقرؤوا الجدول كله. ما الذي يتكرر؟' },
      notes: { en: 'Five minutes, no talking.', ar: 'خمس دقائق بلا كلام.' },
    },
    {
      key: 'patterns',
      title: { en: 'Patterns', ar: 'الأنماط' },
      minutes: 20,
      mode: 'open',
      zones: ['patterns', 'grid'],
      prompt: { en: 'What did three or more show?', ar: 'ماذا أظهر ثلاثة أو أكثر؟' },
      notes: {
        en: 'Everyone names what she saw; write it once, with how many. Good, bad or mixed.',
        ar: 'يسمّي كل شخص ما رآه؛ اكتبوه مرة واحدة مع العدد. جيد أو سيئ أو بين بين.',
      },
      feeds: ['answers'],
    },
    {
      key: 'answers',
      title: { en: 'Answer the questions', ar: 'الإجابة عن الأسئلة' },
      minutes: 15,
      mode: 'open',
      zones: ['answers', 'aim'],
      prompt: { en: 'Yes, no, or partly?', ar: 'نعم أم لا أم جزئيًّا؟' },
      notes: {
        en: 'Take Monday’s questions one by one, then the long-term goal: are we nearer to it?',
        ar: 'خذوا أسئلة الاثنين واحدًا واحدًا، ثم الهدف البعيد: هل اقتربنا منه؟',
      },
      feeds: ['decision'],
    },
    {
      key: 'decision',
      title: { en: 'Decide', ar: 'القرار' },
      minutes: 20,
      mode: 'open',
      zones: ['decision', 'pilot-card'],
      prompt: {
        en: 'Pilot, iterate or stop? The Decider decides.',
        ar: 'مشروع تجريبي أم جولة أخرى أم توقف؟ القرار لصاحب القرار.',
      },
      notes: {
        en: 'A clear stop is a good result, too: it cost a week. Write who does what on Monday.',
        ar: 'التوقف الواضح نتيجة جيدة أيضًا: كلّف أسبوعًا. اكتبوا من يفعل ماذا يوم الاثنين.',
      },
      feeds: ['pilot-card'],
    },
  ],
}

function turnNotes() {
  return {
    en: 'Time to finish notes, set the prototype back to its beginning and welcome the next person.',
    ar: 'وقت لإكمال الملاحظات وإعادة النموذج إلى بدايته واستقبال الشخص التالي.',
  }
}
