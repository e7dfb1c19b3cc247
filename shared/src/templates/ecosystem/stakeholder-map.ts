import { ownerField, tenScale } from '../parts/fields.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

const powerLabel = { en: 'Power', ar: 'النفوذ' }
const interestLabel = { en: 'Interest', ar: 'الاهتمام' }

export const stakeholderMap: Template = {
  id: 'stakeholder-map',
  version: 1,
  title: { en: 'Stakeholder map', ar: 'خريطة أصحاب المصلحة' },
  summary: {
    en: 'Who has a say or a stake, how much, on which side, and what we need from each: a map and a plan.',
    ar: 'من له كلمة أو مصلحة، وكم، وفي أي صف، وما نحتاجه من كل طرف: خريطة وخطة.',
  },
  category: 'ecosystem',
  people: { min: 3, max: 12 },
  minutes: 45,
  stage: 'idea',
  origin: {
    en: 'The grid of power and interest after Aubrey Mendelow, as it is common in project management. Prompts, and the question who is absent, are ours.',
    ar: 'شبكة النفوذ والاهتمام عن أوبري مندلو، كما هو شائع في إدارة المشاريع. الأسئلة، وسؤال الغائبين، من عندنا.',
  },
  zones: [
    {
      key: 'inbox',
      heading: { en: 'Everyone', ar: 'الجميع' },
      prompt: {
        en: 'Who decides, pays, delivers, uses, blocks or is hit? One person or body on each note; fifty are not too many.',
        ar: 'من يقرر أو يموّل أو ينفّذ أو يستخدم أو يعرقل أو يتأثر؟ جهة في كل ملاحظة؛ وخمسون ليست كثيرة.',
      },
      purpose: {
        en: 'The whole list first; sorting comes later.',
        ar: 'القائمة كاملة أولًا؛ والفرز لاحقًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 60,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'map',
      heading: { en: 'Power and interest', ar: 'النفوذ والاهتمام' },
      prompt: {
        en: 'How much can they decide, how much do they care? Place each note, then mark its stance.',
        ar: 'كم بيدهم من القرار، وكم يعنيهم الأمر؟ ضعوا كل ملاحظة في مكانها ثم حددوا موقفها.',
      },
      purpose: {
        en: 'Shows with whom to work closely, and where opponents sit.',
        ar: 'تُظهر مع من نعمل عن قرب، وأين يقف المعارضون.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: false,
      capacity: 60,
      background: 'quadrants',
      labels: [
        { en: 'Keep satisfied', ar: 'أبقوهم راضين' },
        { en: 'Work closely', ar: 'اعملوا معهم عن قرب' },
        { en: 'Monitor', ar: 'تابعوهم' },
        { en: 'Keep informed', ar: 'أبقوهم على علم' },
      ],
      backgroundAlt: {
        en: 'Four fields. High power, low interest: keep satisfied. High power, high interest: work closely. Low power, low interest: monitor. Low power, high interest: keep informed.',
        ar: 'أربعة حقول. نفوذ عالٍ واهتمام منخفض: أبقوهم راضين. نفوذ عالٍ واهتمام عالٍ: اعملوا معهم عن قرب. نفوذ منخفض واهتمام منخفض: تابعوهم. نفوذ منخفض واهتمام عالٍ: أبقوهم على علم.',
      },
      axes: {
        x: { label: interestLabel, low: { en: 'low', ar: 'منخفض' }, high: { en: 'high', ar: 'عالٍ' } },
        y: { label: powerLabel, low: { en: 'low', ar: 'منخفض' }, high: { en: 'high', ar: 'عالٍ' } },
      },
      fields: [
        tenScale('power', powerLabel, 'y'),
        tenScale('interest', interestLabel, 'x'),
        {
          kind: 'choice',
          key: 'stance',
          label: { en: 'Stance', ar: 'الموقف' },
          options: [
            { value: 'supporter', word: { en: 'Supporter', ar: 'مؤيد' }, symbol: '+', tone: 'good' },
            { value: 'neutral', word: { en: 'Neutral', ar: 'محايد' }, symbol: '0', tone: 'neutral' },
            { value: 'opponent', word: { en: 'Opponent', ar: 'معارض' }, symbol: '–', tone: 'poor' },
          ],
        },
      ],
      place: { column: 1, row: 0, columns: 3, rows: 2 },
    },
    {
      key: 'absent',
      heading: { en: 'Affected but absent', ar: 'متأثرون غائبون' },
      prompt: {
        en: 'Who is affected but not on this board? Who could speak for them, and how do we ask them?',
        ar: 'من يتأثر وليس على هذه اللوحة؟ من يتحدث باسمهم، وكيف نسألهم؟',
      },
      purpose: {
        en: 'People without power are easily forgotten; here they get a place before the plan is made.',
        ar: 'من لا نفوذ لهم يُنسون بسهولة؛ هنا لهم مكان قبل وضع الخطة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Who', ar: 'من' },
        { en: 'How we reach them', ar: 'كيف نصل إليهم' },
      ],
      backgroundAlt: {
        en: 'Two columns: who is absent, and how we reach them.',
        ar: 'عمودان: من الغائب، وكيف نصل إليه.',
      },
      place: { column: 0, row: 2, rows: 2 },
    },
    {
      key: 'plan',
      heading: { en: 'Plan', ar: 'الخطة' },
      prompt: {
        en: 'For those who matter most: what do we need, what do they need to know, who speaks with them?',
        ar: 'لأهم الأطراف: ماذا نحتاج منهم، وماذا يحتاجون أن يعرفوا، ومن يتحدث معهم؟',
      },
      purpose: {
        en: 'Turns the map into conversations that somebody has.',
        ar: 'تحوّل الخريطة إلى أحاديث يجريها أحدنا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 30,
      background: 'table',
      labels: [
        { en: 'Stakeholder', ar: 'صاحب المصلحة' },
        { en: 'What we need from them', ar: 'ما نحتاجه منهم' },
        { en: 'What they need to know', ar: 'ما يحتاجون معرفته' },
        { en: 'Who influences them', ar: 'من يؤثر فيهم' },
        { en: 'Channel and owner', ar: 'القناة والمسؤول' },
      ],
      rows: [
        { en: 'Work closely', ar: 'نعمل معهم عن قرب' },
        { en: 'Keep satisfied', ar: 'نبقيهم راضين' },
        { en: 'Keep informed', ar: 'نبقيهم على علم' },
        { en: 'Win over', ar: 'نكسب تأييدهم' },
      ],
      backgroundAlt: {
        en: 'A table. Columns: stakeholder, what we need from them, what they need to know, who influences them, channel and owner. Rows: work closely, keep satisfied, keep informed, win over.',
        ar: 'جدول. الأعمدة: صاحب المصلحة، ما نحتاجه منهم، ما يحتاجون معرفته، من يؤثر فيهم، القناة والمسؤول. الصفوف: نعمل معهم عن قرب، نبقيهم راضين، نبقيهم على علم، نكسب تأييدهم.',
      },
      fields: [ownerField],
      reportHeading: { en: 'Plan for stakeholders', ar: 'خطة أصحاب المصلحة' },
      place: { column: 1, row: 2, columns: 3, rows: 2 },
    },
  ],
  steps: [
    {
      key: 'list',
      title: { en: 'List everyone', ar: 'حصر الجميع' },
      minutes: 8,
      mode: 'private',
      zones: ['inbox'],
      prompt: {
        en: 'Who decides, pays, delivers, uses, blocks or is hit?',
        ar: 'من يقرر أو يموّل أو ينفّذ أو يستخدم أو يعرقل أو يتأثر؟',
      },
      notes: {
        en: 'Name the project in one sentence first. People or bodies, no departments without a face: who there? Reveal, then put equal notes together.',
        ar: 'سمّوا المشروع في جملة أولًا. أشخاص أو جهات، ولا إدارة بلا وجه: من فيها؟ اكشفوا ثم ادمجوا المكرر.',
      },
      feeds: ['map'],
    },
    {
      key: 'absent',
      title: { en: 'Who is absent?', ar: 'من الغائب؟' },
      minutes: 5,
      mode: 'open',
      zones: ['absent', 'inbox'],
      prompt: { en: 'Who is affected but not on this board?', ar: 'من يتأثر وليس على هذه اللوحة؟' },
      notes: {
        en: 'Think of outer islands, people without a line, without papers, with a disability, and of those who run it every day.',
        ar: 'فكّروا في الجزر البعيدة، ومن لا اتصال لهم، ومن بلا وثائق، وذوي الإعاقة، ومن يشغّلون الخدمة كل يوم.',
      },
    },
    {
      key: 'place',
      title: { en: 'Score and place', ar: 'التقدير والوضع' },
      minutes: 12,
      mode: 'open',
      zones: ['inbox', 'map'],
      prompt: {
        en: 'Power from 1 to 10, interest from 1 to 10. Where does each note belong?',
        ar: 'النفوذ من 1 إلى 10، والاهتمام من 1 إلى 10. أين مكان كل ملاحظة؟',
      },
      notes: {
        en: 'Moving a note sets its scores, and typing scores moves it. Compare with the note placed before; do not look for the true number.',
        ar: 'تحريك الملاحظة يضبط درجاتها، وكتابة الدرجات تحرّكها. قارنوا بما وُضع قبلها ولا تبحثوا عن الرقم الصحيح.',
      },
    },
    {
      key: 'stance',
      title: { en: 'Mark the stance', ar: 'تحديد الموقف' },
      minutes: 5,
      mode: 'open',
      zones: ['map'],
      prompt: {
        en: 'Supporter, neutral or opponent? Draw an arrow from whoever influences whom.',
        ar: 'مؤيد أم محايد أم معارض؟ ارسموا سهمًا ممن يؤثر إلى من يتأثر.',
      },
      notes: {
        en: 'What people did counts, not what they are said to think. Remember that the board may be seen: write fairly.',
        ar: 'العبرة بما فعله الناس لا بما يُقال عن رأيهم. تذكّروا أن اللوحة قد تُرى: اكتبوا بإنصاف.',
      },
      feeds: ['plan'],
    },
    {
      key: 'plan',
      title: { en: 'Plan', ar: 'الخطة' },
      minutes: 12,
      mode: 'open',
      zones: ['map', 'plan'],
      prompt: {
        en: 'For the five who matter most: what do we need, what do we say, who speaks with them?',
        ar: 'لأهم خمسة: ماذا نحتاج، وماذا نقول، ومن يتحدث معهم؟',
      },
      notes: {
        en: 'Begin with “work closely”. One conversation for each, with an owner. Two people can fill one row.',
        ar: 'ابدؤوا بمن نعمل معهم عن قرب. حديث واحد لكل طرف وله مسؤول. يمكن لشخصين ملء صف.',
      },
    },
    {
      key: 'review',
      title: { en: 'Review', ar: 'المراجعة' },
      minutes: 3,
      mode: 'brief',
      zones: ['plan'],
      prompt: {
        en: 'Who speaks first with whom? When do we look at this map again?',
        ar: 'من يتحدث أولًا مع من؟ ومتى نعود إلى هذه الخريطة؟',
      },
      notes: {
        en: 'Set a date: positions change with every pilot. Decide who may see the board.',
        ar: 'حددوا موعدًا: المواقف تتغيّر مع كل مشروع تجريبي. قرروا من يرى اللوحة.',
      },
    },
  ],
}
