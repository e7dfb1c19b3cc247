import type { ChoiceField, WordsField } from '../../board/zone-fields.ts'
import {
  confidenceField,
  dueField,
  evidenceField,
  moneyField,
  numberField,
  ownerField,
  wordScale,
} from '../parts/fields.ts'
import type { Template, TemplateZone, ZonePlace } from '../template.ts'

const decision: ChoiceField = {
  kind: 'choice',
  key: 'decision',
  label: { en: 'Decision', ar: 'القرار' },
  options: [
    { value: 'go', word: { en: 'Go', ar: 'نمضي' }, symbol: '✓', tone: 'good' },
    { value: 'conditions', word: { en: 'Go, with conditions', ar: 'نمضي بشروط' }, symbol: '◐', tone: 'fair' },
    { value: 'not-yet', word: { en: 'Not yet', ar: 'ليس بعد' }, symbol: '…', tone: 'neutral' },
    { value: 'stop', word: { en: 'Stop', ar: 'نتوقف' }, symbol: '×', tone: 'poor' },
  ],
}
const score = wordScale('score', { en: 'Readiness', ar: 'الجاهزية' }, 0, [
  { en: 'Missing', ar: 'غير موجود' },
  { en: 'Partly there', ar: 'موجود جزئيًا' },
  { en: 'In place', ar: 'جاهز' },
])
const signedBy: WordsField = { kind: 'words', key: 'signed-by', label: { en: 'Signed by', ar: 'وقّعه' } }

/** Half of the ten questions: all of them in one table could not be read on a projector. */
function readinessZone(
  own: Pick<TemplateZone, 'key' | 'heading' | 'reportHeading' | 'rows'>,
  place: ZonePlace,
): TemplateZone {
  return {
    ...own,
    prompt: {
      en: 'In your side’s column, a note for each row with a score: 0 missing, 1 partly there, 2 in place. Say why.',
      ar: 'في عمود طرفكم ملاحظة لكل صف مع درجة: 0 غير موجود، 1 موجود جزئيًا، 2 جاهز. اذكروا السبب.',
    },
    purpose: {
      en: 'The gap between the two sides says more than the sum. Of both tables: 16 to 20 ready, 12 to 15 close gaps first, below 12 redesign.',
      ar: 'الفرق بين الطرفين يقول أكثر من المجموع. للجدولين معًا: 16 إلى 20 جاهز، 12 إلى 15 سدّوا الفجوات أولًا، وأقل من 12 أعيدوا التصميم.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 30,
    background: 'table',
    labels: [
      { en: 'Pilot team', ar: 'فريق المشروع' },
      { en: 'Department', ar: 'الإدارة' },
      { en: 'To close the gap', ar: 'لسدّ الفجوة' },
    ],
    backgroundAlt: {
      en: 'A table with five rows, one for each question of readiness, and three columns: the pilot team’s score, the department’s score, what closes the gap.',
      ar: 'جدول من خمسة صفوف، صف لكل سؤال عن الجاهزية، وثلاثة أعمدة: درجة فريق المشروع، ودرجة الإدارة، وما يسدّ الفجوة.',
    },
    fields: [score, ownerField],
    place,
  }
}

const whatWeKnow: readonly TemplateZone[] = [
  {
    key: 'proven',
    heading: { en: '1 What was proven', ar: '1 ما ثبت' },
    prompt: {
      en: 'What was the goal, what came out against the baseline, for whom? How sure are we, and from what?',
      ar: 'ما كان الهدف، وماذا نتج مقارنة بخط الأساس، ولمن؟ كم نحن واثقون، ومن أين؟',
    },
    purpose: {
      en: 'The reason to take it over, in results that the department can check.',
      ar: 'سبب استلامه، بنتائج تستطيع الإدارة التحقق منها.',
    },
    noteKinds: ['note', 'text', 'picture'],
    isVotable: false,
    capacity: 12,
    background: 'columns',
    labels: [
      { en: 'Goal', ar: 'الهدف' },
      { en: 'Result against baseline', ar: 'النتيجة مقارنة بخط الأساس' },
      { en: 'For whom', ar: 'لمن' },
    ],
    backgroundAlt: {
      en: 'Three columns: goal, result against the baseline, for whom.',
      ar: 'ثلاثة أعمدة: الهدف، والنتيجة مقارنة بخط الأساس، ولمن.',
    },
    fields: [numberField, confidenceField, evidenceField],
    place: { column: 0, row: 0, columns: 2 },
  },
  {
    key: 'not-proven',
    heading: { en: '2 What was not', ar: '2 ما لم يثبت' },
    prompt: {
      en: 'What is still open, where was it not tried, whom did it not reach? What did the team do by hand?',
      ar: 'ما الذي ما زال مفتوحًا، وأين لم يُجرَّب، ومن لم يصل إليه؟ وما الذي أنجزه الفريق يدويًا؟',
    },
    purpose: {
      en: 'Honest limits; the hidden effort of the pilot team is the usual surprise.',
      ar: 'حدود صادقة؛ فجهد الفريق غير المرئي هو المفاجأة المعتادة.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 16,
    background: 'columns',
    labels: [
      { en: 'Open questions', ar: 'أسئلة مفتوحة' },
      { en: 'Not tried there', ar: 'لم يُجرَّب هناك' },
      { en: 'People left out', ar: 'من لم يشملهم' },
      { en: 'Done by hand', ar: 'أُنجز يدويًا' },
    ],
    backgroundAlt: {
      en: 'Four columns: open questions, places where it was not tried, people left out, what was done by hand.',
      ar: 'أربعة أعمدة: أسئلة مفتوحة، وأماكن لم يُجرَّب فيها، ومن لم يشملهم، وما أُنجز يدويًا.',
    },
    place: { column: 2, row: 0, columns: 2 },
  },
  {
    key: 'core',
    heading: { en: '3 Core and adaptable', ar: '3 الجوهر والقابل للتعديل' },
    prompt: {
      en: 'Without what does it stop working? What may others change as they like?',
      ar: 'ما الذي لا يعمل من دونه؟ وما الذي يمكن لغيرنا تغييره كما يشاء؟',
    },
    purpose: {
      en: 'Lets the department make it its own without breaking it.',
      ar: 'يتيح للإدارة أن تجعله ملكها من دون أن يتعطل.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 10,
    background: 'columns',
    labels: [
      { en: 'Must stay', ar: 'يجب أن يبقى' },
      { en: 'May change', ar: 'يمكن أن يتغير' },
    ],
    backgroundAlt: { en: 'Two columns: must stay, may change.', ar: 'عمودان: يجب أن يبقى، ويمكن أن يتغير.' },
    place: { column: 4, row: 0, columns: 2 },
  },
]

const whoTakesOver: readonly TemplateZone[] = [
  {
    key: 'department',
    heading: { en: '4 Receiving department', ar: '4 الإدارة المستلِمة' },
    prompt: {
      en: 'Which department, who is accountable, who is the deputy? Does it fit the mandate? Accepted when?',
      ar: 'أي إدارة، ومن المسؤول فيها، ومن نائبه؟ هل يوافق اختصاصها؟ ومتى قبلت؟',
    },
    purpose: {
      en: 'Names instead of boxes: without them there is no hand-over.',
      ar: 'أسماء لا خانات: من دونها لا تسليم.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'Department', ar: 'الإدارة' },
      { en: 'Accountable', ar: 'المسؤول' },
      { en: 'Deputy', ar: 'النائب' },
      { en: 'Mandate', ar: 'الاختصاص' },
    ],
    backgroundAlt: {
      en: 'Four cards: department, accountable person, deputy, fit with the mandate.',
      ar: 'أربع بطاقات: الإدارة، والمسؤول، والنائب، وموافقة الاختصاص.',
    },
    fields: [{ ...dueField, label: { en: 'Accepted on', ar: 'قُبل في' } }],
    place: { column: 0, row: 1 },
  },
  {
    key: 'people',
    heading: { en: '5 People and skills', ar: '5 الناس والمهارات' },
    prompt: {
      en: 'Who runs it from day one? What must they learn, where? Until when does the pilot team help?',
      ar: 'من يديره من اليوم الأول؟ ماذا يجب أن يتعلم، وأين؟ وإلى متى يساعد فريق المشروع؟',
    },
    purpose: {
      en: 'Skills that stay when the pilot team has gone.',
      ar: 'مهارات تبقى حين يرحل فريق المشروع.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 9,
    background: 'columns',
    labels: [
      { en: 'Runs it', ar: 'من يديره' },
      { en: 'Training', ar: 'التدريب' },
      { en: 'Help until', ar: 'المساعدة حتى' },
    ],
    backgroundAlt: {
      en: 'Three columns: who runs it, training, help by the pilot team until when.',
      ar: 'ثلاثة أعمدة: من يديره، والتدريب، والمساعدة من فريق المشروع حتى متى.',
    },
    fields: [ownerField, dueField],
    place: { column: 1, row: 1 },
  },
  {
    key: 'technology',
    heading: { en: '6 Technology', ar: '6 التقنية' },
    prompt: {
      en: 'What is it built of, under which licence, where does it run, who secures it? What ends with free credits?',
      ar: 'ممّ بُني، وبأي رخصة، وأين يعمل، ومن يؤمّنه؟ وما الذي ينتهي بانتهاء الأرصدة المجانية؟',
    },
    purpose: {
      en: 'Something that the department’s own engineers can run.',
      ar: 'شيء يستطيع مهندسو الإدارة أنفسهم تشغيله.',
    },
    noteKinds: ['note', 'text', 'drawing', 'picture'],
    isVotable: false,
    capacity: 12,
    background: 'cards',
    labels: [
      { en: 'Design', ar: 'البنية' },
      { en: 'Licence', ar: 'الرخصة' },
      { en: 'Hosting', ar: 'الاستضافة' },
      { en: 'Security', ar: 'الأمن' },
      { en: 'Privacy', ar: 'الخصوصية' },
      { en: 'Credits', ar: 'الأرصدة' },
    ],
    backgroundAlt: {
      en: 'Six cards: design, source and licence, hosting, security, data protection, free credits that end.',
      ar: 'ست بطاقات: البنية، والمصدر والرخصة، والاستضافة، والأمن، وحماية البيانات، وأرصدة مجانية تنتهي.',
    },
    fields: [dueField],
    place: { column: 2, row: 1 },
  },
  {
    key: 'money',
    heading: { en: '7 Money', ar: '7 المال' },
    prompt: {
      en: 'What does a year cost, from which budget line? What comes in kind, and when does it end?',
      ar: 'كم تكلّف السنة، ومن أي بند في الموازنة؟ وما الذي يُقدَّم عينًا، ومتى ينتهي؟',
    },
    purpose: {
      en: 'A budget line in the department, not the goodwill of a project.',
      ar: 'بند في موازنة الإدارة، لا فضل مشروع.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 9,
    background: 'columns',
    labels: [
      { en: 'A year costs', ar: 'كلفة السنة' },
      { en: 'Paid from', ar: 'يُدفع من' },
      { en: 'In kind', ar: 'عينًا' },
    ],
    backgroundAlt: {
      en: 'Three columns: what a year costs, paid from, in kind.',
      ar: 'ثلاثة أعمدة: كلفة السنة، ويُدفع من، وعينًا.',
    },
    fields: [moneyField, { ...dueField, label: { en: 'Ends on', ar: 'ينتهي في' } }],
    place: { column: 3, row: 1 },
  },
  {
    key: 'rules',
    heading: { en: '8 Rules', ar: '8 القواعد' },
    prompt: {
      en: 'Which policy carries it? Is procurement open to all? Who owns what, and what is signed?',
      ar: 'أي سياسة تسنده؟ هل المشتريات مفتوحة للجميع؟ من يملك ماذا، وما الذي وُقّع؟',
    },
    purpose: {
      en: 'Nothing that works in a pilot only because nobody asked.',
      ar: 'لا شيء يعمل في التجربة فقط لأن أحدًا لم يسأل.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'Policy', ar: 'السياسة' },
      { en: 'Procurement', ar: 'المشتريات' },
      { en: 'Ownership', ar: 'الملكية' },
      { en: 'Agreements', ar: 'الاتفاقات' },
    ],
    backgroundAlt: {
      en: 'Four cards: policy, procurement, intellectual property, agreements.',
      ar: 'أربع بطاقات: السياسة، والمشتريات، والملكية الفكرية، والاتفاقات.',
    },
    fields: [ownerField],
    place: { column: 4, row: 1 },
  },
]

const howItHolds: readonly TemplateZone[] = [
  {
    key: 'risks',
    heading: { en: '9 Risks and fallback', ar: '9 المخاطر والبديل' },
    prompt: {
      en: 'The five greatest risks. What do people use when it is down, and when do we switch it off?',
      ar: 'أكبر خمسة مخاطر. ماذا يستخدم الناس حين يتعطل، ومتى نوقفه؟',
    },
    purpose: {
      en: 'A way back that somebody has tried.',
      ar: 'طريق عودة جرّبه أحدهم.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'columns',
    labels: [
      { en: 'Risk', ar: 'الخطر' },
      { en: 'Fallback', ar: 'البديل' },
      { en: 'Stop rule', ar: 'قاعدة التوقف' },
    ],
    backgroundAlt: {
      en: 'Three columns: risk, fallback, stop rule.',
      ar: 'ثلاثة أعمدة: الخطر، والبديل، وقاعدة التوقف.',
    },
    fields: [ownerField],
    place: { column: 5, row: 1 },
  },
  {
    key: 'measures',
    heading: { en: '10 Measures', ar: '10 المقاييس' },
    prompt: {
      en: 'Three at most: does it run, does it help, what gets worse elsewhere? And when do we look?',
      ar: 'ثلاثة على الأكثر: هل يعمل، هل يفيد، وما الذي يسوء في مكان آخر؟ ومتى ننظر؟',
    },
    purpose: {
      en: 'How the department, not the pilot team, will know.',
      ar: 'كيف تعرف الإدارة، لا فريق المشروع.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'columns',
    labels: [
      { en: 'It runs', ar: 'يعمل' },
      { en: 'It helps', ar: 'يفيد' },
      { en: 'No harm elsewhere', ar: 'لا يسوء غيره' },
      { en: 'After 3, 6, 12 months', ar: 'بعد 3 و6 و12 شهرًا' },
    ],
    backgroundAlt: {
      en: 'Four columns: a measure for whether it runs, one for whether it helps, one for what gets worse elsewhere, and the reviews after 3, 6 and 12 months.',
      ar: 'أربعة أعمدة: مقياس لعمله، ومقياس لنفعه، ومقياس لما يسوء في مكان آخر، والمراجعات بعد 3 و6 و12 شهرًا.',
    },
    fields: [numberField, ownerField, dueField],
    place: { column: 0, row: 2, columns: 2, rows: 2 },
  },
  readinessZone(
    {
      key: 'readiness',
      heading: { en: '11 Readiness to start', ar: '11 الجاهزية للبدء' },
      reportHeading: { en: 'Readiness to start, by both sides', ar: 'الجاهزية للبدء كما يقيّمها الطرفان' },
      rows: [
        { en: 'Problem is clear', ar: 'المشكلة واضحة' },
        { en: 'Owner of the outcome', ar: 'مسؤول عن النتيجة' },
        { en: 'Owner of daily work', ar: 'مسؤول عن التشغيل' },
        { en: 'Fits the workflow', ar: 'يلائم سير العمل' },
        { en: 'Data can be trusted', ar: 'بيانات موثوقة' },
      ],
    },
    { column: 2, row: 2, columns: 2, rows: 2 },
  ),
  readinessZone(
    {
      key: 'readiness-to-last',
      heading: { en: '11 Readiness to last', ar: '11 الجاهزية للدوام' },
      reportHeading: { en: 'Readiness to last, by both sides', ar: 'الجاهزية للدوام كما يقيّمها الطرفان' },
      rows: [
        { en: 'A place to decide', ar: 'جهة تقرر' },
        { en: 'Safety and fallback', ar: 'الأمان والبديل' },
        { en: 'Plan for the change', ar: 'خطة للتغيير' },
        { en: 'Three measures', ar: 'ثلاثة مقاييس' },
        { en: 'Who sustains it', ar: 'من يُديمه' },
      ],
    },
    { column: 4, row: 2, columns: 2, rows: 2 },
  ),
  {
    key: 'decision',
    heading: { en: '12 Decision', ar: '12 القرار' },
    prompt: {
      en: 'Go, go with conditions, not yet, or stop? One owner, one day, written down and signed.',
      ar: 'نمضي، أم نمضي بشروط، أم ليس بعد، أم نتوقف؟ مسؤول واحد ويوم واحد، مكتوب وموقّع.',
    },
    purpose: {
      en: 'One decision with a name, on criteria that everybody has seen.',
      ar: 'قرار واحد باسم صاحبه، على معايير رآها الجميع.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'columns',
    labels: [
      { en: 'The decision', ar: 'القرار' },
      { en: 'Because', ar: 'لأن' },
      { en: 'On condition that', ar: 'بشرط أن' },
    ],
    backgroundAlt: {
      en: 'Three columns: the decision, because, on condition that.',
      ar: 'ثلاثة أعمدة: القرار، ولأن، وبشرط أن.',
    },
    fields: [decision, ownerField, dueField, signedBy],
    place: { column: 0, row: 4, columns: 3 },
  },
  {
    key: 'open-loops',
    heading: { en: '13 Open loops', ar: '13 أمور معلّقة' },
    prompt: {
      en: 'What is still running: accounts, promises, contracts, data, groups? Each is handed over, closed or dropped, by name.',
      ar: 'ما الذي ما زال جاريًا: حسابات ووعود وعقود وبيانات ومجموعات؟ كل منها يُسلَّم أو يُغلق أو يُترك، باسم.',
    },
    purpose: {
      en: 'A clean end of the pilot: a deliberate ending beats fading out.',
      ar: 'نهاية نظيفة للمشروع: النهاية المقصودة خير من التلاشي.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 20,
    background: 'columns',
    labels: [
      { en: 'Still open', ar: 'معلّق' },
      { en: 'Handed over', ar: 'سُلّم' },
      { en: 'Closed', ar: 'أُغلق' },
      { en: 'Dropped', ar: 'تُرك' },
    ],
    backgroundAlt: {
      en: 'Four columns: still open, handed over, closed, dropped.',
      ar: 'أربعة أعمدة: معلّق، وسُلّم، وأُغلق، وتُرك.',
    },
    fields: [ownerField, dueField],
    place: { column: 3, row: 4, columns: 3 },
  },
]

export const pilotToScaleHandover: Template = {
  id: 'pilot-to-scale-handover',
  version: 3,
  title: { en: 'Pilot-to-scale handover canvas', ar: 'مخطط التسليم من التجربة إلى التوسّع' },
  summary: {
    en: 'Pilot team and department go through what was proven, who takes over and what is missing, and decide.',
    ar: 'يراجع فريق المشروع والإدارة معًا ما ثبت ومن يستلم وما ينقص، ثم يقرران.',
  },
  category: 'hand-over',
  people: { min: 4, max: 12 },
  minutes: 120,
  stage: 'handed-over',
  origin: {
    en: 'Our own canvas, on ExpandNet’s work on scaling up and a published ten-question readiness card from health care by Shveta Gupta.',
    ar: 'مخطط من إعدادنا، على عمل شبكة ExpandNet في التوسّع وبطاقة جاهزية منشورة من عشرة أسئلة في الرعاية الصحية لشفيتا غوبتا.',
  },
  zones: [...whatWeKnow, ...whoTakesOver, ...howItHolds],
  steps: [
    {
      key: 'begin',
      title: { en: 'Why we are here', ar: 'لماذا نحن هنا' },
      minutes: 10,
      mode: 'brief',
      zones: ['proven', 'decision'],
      prompt: {
        en: 'Two sides, one decision at the end. Who decides today, and on what?',
        ar: 'طرفان وقرار واحد في النهاية. من يقرر اليوم، وبناءً على ماذا؟',
      },
      notes: {
        en: 'Fill zones 1 to 8 beforehand as far as you can, from the pilot card and the evidence. Name the one person who decides. Both sides sit mixed, not opposite.',
        ar: 'املؤوا المناطق 1 إلى 8 مسبقًا قدر الإمكان من بطاقة المشروع والأدلة. سمّوا الشخص الذي يقرر. يجلس الطرفان مختلطين لا متقابلين.',
      },
    },
    {
      key: 'read',
      title: { en: '1–3 What we know', ar: '1–3 ما نعرفه' },
      minutes: 30,
      mode: 'open',
      zones: ['proven', 'not-proven', 'core'],
      prompt: {
        en: 'Read in silence, then correct: what is missing, what is too rosy, what would surprise you?',
        ar: 'اقرؤوا في صمت ثم صحّحوا: ما الناقص، وما المبالغ في حسنه، وما الذي يفاجئكم؟',
      },
      notes: {
        en: 'Ten minutes of silence. Then ask the pilot team: what did you do by hand that nobody saw? That is what does not scale.',
        ar: 'عشر دقائق صمت. ثم اسألوا فريق المشروع: ما الذي أنجزتموه يدويًا ولم يره أحد؟ ذلك ما لا يتوسّع.',
      },
    },
    {
      key: 'take-over',
      title: { en: '4–10 Who takes over what', ar: '4–10 من يستلم ماذا' },
      minutes: 30,
      mode: 'open',
      zones: ['department', 'people', 'technology', 'money', 'rules', 'risks', 'measures'],
      prompt: {
        en: 'Zone by zone: a name, an amount or a date on every note. What has neither is open.',
        ar: 'منطقة بعد منطقة: اسم أو مبلغ أو تاريخ على كل ملاحظة. وما لا يحمل أيًا منها فهو معلّق.',
      },
      notes: {
        en: 'About four minutes each; split by interest if you are more than six. The department writes, the pilot team answers.',
        ar: 'نحو أربع دقائق لكل منها؛ توزّعوا بحسب الاهتمام إن زدتم على ستة. الإدارة تكتب وفريق المشروع يجيب.',
      },
    },
    {
      key: 'score',
      title: { en: '11 Score alone', ar: '11 تقييم فردي' },
      minutes: 15,
      mode: 'private',
      zones: ['readiness', 'readiness-to-last'],
      prompt: {
        en: 'Ten rows in two tables, one note each, with a score of 0, 1 or 2. In your own side’s column.',
        ar: 'عشرة صفوف في جدولين، ملاحظة لكل صف بدرجة 0 أو 1 أو 2. في عمود طرفكم.',
      },
      notes: {
        en: 'Two or three people from each side score; the others write what is missing into the last column. Nobody sees the others’ scores before you reveal them.',
        ar: 'يقيّم شخصان أو ثلاثة من كل طرف، ويكتب الآخرون ما ينقص في العمود الأخير. لا يرى أحد درجات غيره قبل أن تعرضوها.',
      },
    },
    {
      key: 'compare',
      title: { en: '11 Compare', ar: '11 مقارنة' },
      minutes: 15,
      mode: 'open',
      zones: ['readiness', 'readiness-to-last'],
      feeds: ['decision', 'open-loops'],
      prompt: {
        en: 'Where do the two sides differ? What closes the gap, and who does it?',
        ar: 'أين يختلف الطرفان؟ وما الذي يسدّ الفجوة، ومن يفعله؟',
      },
      notes: {
        en: 'Talk about the widest gaps only. Sum for each side: 16 to 20 ready, 12 to 15 close the gaps first, below 12 redesign.',
        ar: 'تحدثوا عن أوسع الفجوات فقط. المجموع لكل طرف: 16 إلى 20 جاهز، 12 إلى 15 سدّوا الفجوات أولًا، أقل من 12 أعيدوا التصميم.',
      },
    },
    {
      key: 'decide',
      title: { en: '12 Decide', ar: '12 القرار' },
      minutes: 10,
      mode: 'open',
      zones: ['decision'],
      prompt: {
        en: 'Go, go with conditions, not yet, or stop? In one sentence, with a reason.',
        ar: 'نمضي، أم نمضي بشروط، أم ليس بعد، أم نتوقف؟ في جملة واحدة مع السبب.',
      },
      notes: {
        en: 'The person who decides says it aloud and writes it. Conditions have an owner and a day. “Stop” is a good result too: write down what was learned.',
        ar: 'يقوله صاحب القرار بصوت مسموع ويكتبه. للشروط مسؤول ويوم. و«نتوقف» نتيجة جيدة أيضًا: دوّنوا ما تعلمتموه.',
      },
    },
    {
      key: 'open-loops',
      title: { en: '13 Open loops', ar: '13 أمور معلّقة' },
      minutes: 10,
      mode: 'open',
      zones: ['open-loops'],
      prompt: {
        en: 'What is still running? Move it: handed over, closed or dropped. A name on each.',
        ar: 'ما الذي ما زال جاريًا؟ انقلوه: سُلّم أو أُغلق أو تُرك. واسم على كل منها.',
      },
      notes: {
        en: 'Think of accounts, invoices, chat groups, promises to people in the pilot. Save a checkpoint at the end and move the pilot to its new stage.',
        ar: 'فكروا في الحسابات والفواتير ومجموعات المحادثة والوعود لمن شاركوا. احفظوا نقطة استعادة في النهاية وانقلوا المشروع إلى مرحلته الجديدة.',
      },
    },
  ],
}
