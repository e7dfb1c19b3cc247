import type { AmountField, ChoiceField, WordsField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import type { Template } from '../template.ts'

const contribution: ChoiceField = {
  kind: 'choice',
  key: 'contribution',
  label: { en: 'Contribution', ar: 'المساهمة' },
  options: [
    { value: 'financial', word: { en: 'Financial', ar: 'مالية' }, symbol: '$', tone: 'neutral' },
    { value: 'in-kind', word: { en: 'In kind', ar: 'عينية' }, symbol: '◇', tone: 'neutral' },
    { value: 'combined', word: { en: 'Both', ar: 'كلتاهما' }, symbol: '◈', tone: 'neutral' },
  ],
}

const worth: AmountField = {
  kind: 'amount',
  key: 'money',
  label: { en: 'Worth', ar: 'القيمة' },
  unit: { en: 'USD', ar: 'دولار' },
}

const check: ChoiceField = {
  kind: 'choice',
  key: 'neutrality',
  label: { en: 'Conflict and neutrality', ar: 'التضارب والحياد' },
  options: [
    { value: 'clear', word: { en: 'Clear', ar: 'لا إشكال' }, symbol: '✓', tone: 'good' },
    { value: 'asked', word: { en: 'Being asked', ar: 'قيد الاستفسار' }, symbol: '?', tone: 'fair' },
    { value: 'conflict', word: { en: 'Conflict', ar: 'تضارب' }, symbol: '×', tone: 'poor' },
  ],
}

const reviewer: WordsField = { kind: 'words', key: 'reviewer', label: { en: 'Reviewer', ar: 'المراجع' } }

export const partnerContributionBoard: Template = {
  id: 'partner-contribution-board',
  version: 2,
  title: { en: 'Partner contribution board', ar: 'لوحة مساهمات الشركاء' },
  summary: {
    en: 'A standing board for offers of partners: from the expression of interest through the check to the pilot it helps.',
    ar: 'لوحة دائمة لعروض الشركاء: من إبداء الاهتمام مرورًا بالفحص إلى المشروع الذي تفيده.',
  },
  category: 'ecosystem',
  people: { min: 2, max: 15 },
  minutes: 30,
  stage: 'any',
  origin: {
    en: 'Our own board; what an expression of interest states and the principles follow ITU circular CL-26/20 (2026).',
    ar: 'لوحة من إعدادنا؛ ومحتوى إبداء الاهتمام والمبادئ على تعميم الاتحاد الدولي للاتصالات CL-26/20 (2026).',
  },
  zones: [
    {
      key: 'call',
      heading: { en: 'What we ask for', ar: 'ما نطلبه' },
      prompt: {
        en: 'What do our pilots need, until when? In words that a partner can answer with yes or no.',
        ar: 'ماذا تحتاج مشاريعنا، وإلى متى؟ بكلمات يمكن لشريك أن يجيب عنها بنعم أو لا.',
      },
      purpose: {
        en: 'An open call, the same for everybody.',
        ar: 'دعوة مفتوحة واحدة للجميع.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'cards',
      labels: [
        { en: 'Money', ar: 'مال' },
        { en: 'Cloud and AI', ar: 'أدوات سحابية' },
        { en: 'Engineering', ar: 'هندسة وبيانات' },
        { en: 'Training', ar: 'تدريب' },
        { en: 'Fast teams', ar: 'فرق الاستجابة' },
        { en: 'Answer until', ar: 'الرد حتى' },
      ],
      backgroundAlt: {
        en: 'Six cards: money, cloud and AI tools, engineering and data, training and clinics, people for fast teams, answer until.',
        ar: 'ست بطاقات: مال، وسحابة وأدوات ذكاء اصطناعي، وهندسة وبيانات، وتدريب وعيادات، وأشخاص لفرق الاستجابة، والرد حتى.',
      },
      place: { column: 0, row: 0 },
    },
    {
      key: 'offers',
      heading: { en: 'Offers', ar: 'العروض' },
      reportHeading: { en: 'Contributions of partners', ar: 'مساهمات الشركاء' },
      prompt: {
        en: 'One note is one offer: organisation, country, what, with which limits. No private names or numbers.',
        ar: 'كل ملاحظة عرض واحد: المنظمة والبلد والعرض وقيوده. بلا أسماء أو أرقام شخصية.',
      },
      purpose: {
        en: 'Shows where each offer stands, from the first letter to the thanks.',
        ar: 'تُظهر أين يقف كل عرض، من الرسالة الأولى إلى الشكر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 60,
      background: 'kanban',
      labels: [
        { en: 'Received', ar: 'ورد' },
        { en: 'Complete?', ar: 'مكتمل؟' },
        { en: 'Conflict check', ar: 'فحص التضارب' },
        { en: 'Matched to pilot', ar: 'رُبط بمشروع' },
        { en: 'Agreed', ar: 'اتُّفق عليه' },
        { en: 'Delivering', ar: 'قيد التقديم' },
        { en: 'Ended, thanked', ar: 'انتهى وشُكر' },
      ],
      backgroundAlt: {
        en: 'Seven columns through which offers travel: received, complete, conflict check, matched to a pilot, agreed, delivering, ended and thanked.',
        ar: 'سبعة أعمدة تنتقل عبرها العروض: ورد، ومكتمل، وفحص التضارب، ورُبط بمشروع، واتُّفق عليه، وقيد التقديم، وانتهى وشُكر.',
      },
      fields: [contribution, worth, check, reviewer],
      place: { column: 1, row: 0, columns: 3, rows: 2 },
    },
    {
      key: 'principles',
      heading: { en: 'Principles', ar: 'المبادئ' },
      prompt: {
        en: 'Who gives gains no preference in procurement, and is not shut out of it. No ranking of partners.',
        ar: 'من يساهم لا ينال أفضلية في المشتريات ولا يُستبعد منها. ولا ترتيب للشركاء.',
      },
      purpose: {
        en: 'Rules that each partner can read before offering anything.',
        ar: 'قواعد يقرؤها كل شريك قبل أن يعرض شيئًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'cards',
      labels: [
        { en: 'Neutral', ar: 'الحياد' },
        { en: 'In the open', ar: 'الشفافية' },
        { en: 'Ownership is clear', ar: 'وضوح الملكية' },
        { en: 'Procurement is apart', ar: 'فصل المشتريات' },
      ],
      backgroundAlt: {
        en: 'Four cards: neutral, in the open, ownership is clear, procurement is apart.',
        ar: 'أربع بطاقات: الحياد، والشفافية، ووضوح الملكية، وفصل المشتريات.',
      },
      place: { column: 0, row: 1 },
    },
    {
      key: 'match',
      heading: { en: 'Needs and offers', ar: 'الحاجات والعروض' },
      prompt: {
        en: 'A column for each pilot: on top what it needs, below it who offers that. Nothing below is a gap to ask for.',
        ar: 'عمود لكل مشروع: في الأعلى ما يحتاج إليه وتحته من يعرضه. والفراغ تحته فجوة نطلب سدّها.',
      },
      purpose: {
        en: 'Finds gaps by need, never by partner.',
        ar: 'تُظهر الفجوات بحسب الحاجة لا بحسب الشريك.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: false,
      capacity: 30,
      background: 'table',
      labels: [
        { en: 'Pilot A', ar: 'المشروع أ' },
        { en: 'Pilot B', ar: 'المشروع ب' },
        { en: 'Pilot C', ar: 'المشروع ج' },
        { en: 'Pilot D', ar: 'المشروع د' },
        { en: 'No pilot yet', ar: 'بلا مشروع بعد' },
      ],
      rows: [
        { en: 'Needs', ar: 'يحتاج' },
        { en: 'Offers', ar: 'يُعرض' },
      ],
      backgroundAlt: {
        en: 'A table with a column for each of four pilots and one for what fits no pilot yet, and two rows: needs, and offers that answer them.',
        ar: 'جدول فيه عمود لكل من أربعة مشاريع وعمود لما لا يلائم مشروعًا بعد، وصفان: الحاجات، والعروض التي تجيب عنها.',
      },
      fields: [contribution],
      place: { column: 0, row: 2, columns: 3, rows: 2 },
    },
    {
      key: 'agenda',
      heading: { en: 'To settle today', ar: 'ما نحسمه اليوم' },
      prompt: {
        en: 'Which offer waits for an answer, which check is open, which pilot has asked for nothing yet?',
        ar: 'أي عرض ينتظر جوابًا، وأي فحص ما زال مفتوحًا، وأي مشروع لم يطلب شيئًا بعد؟',
      },
      purpose: {
        en: 'Nobody who offers something waits for weeks without a word.',
        ar: 'لا ينتظر من عرض شيئًا أسابيع بلا كلمة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 10,
      background: 'columns',
      labels: [
        { en: 'To answer', ar: 'للرد' },
        { en: 'To clear up', ar: 'للتوضيح' },
      ],
      backgroundAlt: { en: 'Two columns: to answer, to clear up.', ar: 'عمودان: للرد، وللتوضيح.' },
      place: { column: 3, row: 2 },
    },
    actionsZone({ column: 3, row: 3 }),
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'What is new', ar: 'ما الجديد' },
      minutes: 4,
      mode: 'brief',
      zones: ['call', 'principles'],
      prompt: {
        en: 'What do we ask for today, and what has come in since last time?',
        ar: 'ماذا نطلب اليوم، وما الذي ورد منذ المرة الماضية؟',
      },
      notes: {
        en: 'A review for those who handle offers, not for partners. Keep telephone numbers and private addresses off the board; write the office. Read the principles aloud the first time.',
        ar: 'مراجعة لمن يتولون العروض لا للشركاء. لا أرقام هواتف ولا عناوين شخصية على اللوحة؛ اكتبوا المكتب. اقرؤوا المبادئ في المرة الأولى بصوت مسموع.',
      },
    },
    {
      key: 'complete',
      title: { en: 'Complete?', ar: 'مكتمل؟' },
      minutes: 6,
      mode: 'open',
      zones: ['offers'],
      prompt: {
        en: 'Does each new offer say what is given, what the partner is good at, and whom we write to?',
        ar: 'هل يقول كل عرض جديد ما يُقدَّم، وما يتقنه الشريك، ولمن نكتب؟',
      },
      notes: {
        en: 'Three things make an offer complete: kind of contribution, expertise, contact point. What is missing goes to “To clear up” with a reviewer.',
        ar: 'ثلاثة أمور تُكمل العرض: نوع المساهمة، والخبرة، وجهة الاتصال. وما ينقص يذهب إلى «للتوضيح» مع مراجع.',
      },
    },
    {
      key: 'check',
      title: { en: 'Conflict and neutrality', ar: 'التضارب والحياد' },
      minutes: 6,
      mode: 'open',
      zones: ['offers', 'agenda'],
      prompt: {
        en: 'Does anybody gain an advantage they should not have? Who looks into it?',
        ar: 'هل ينال أحد ميزة لا ينبغي أن ينالها؟ ومن يتحقق؟',
      },
      notes: {
        en: 'The reviewer has no tie to the partner. Ask about running tenders, about who owns what is made, about data.',
        ar: 'لا صلة للمراجع بالشريك. اسألوا عن المناقصات الجارية، ومن يملك ما يُنتَج، وعن البيانات.',
      },
    },
    {
      key: 'match',
      title: { en: 'Match', ar: 'الربط' },
      minutes: 8,
      mode: 'open',
      zones: ['match', 'offers'],
      feeds: ['call', 'actions'],
      prompt: {
        en: 'Which offer helps which pilot? Which need has nobody answered?',
        ar: 'أي عرض يفيد أي مشروع؟ وأي حاجة لم يجب عنها أحد؟',
      },
      notes: {
        en: 'Begin with the need, not with the offer. Change the names of the columns to your pilots. Gaps go back into the call.',
        ar: 'ابدؤوا بالحاجة لا بالعرض. غيّروا أسماء الأعمدة إلى مشاريعكم. والفجوات تعود إلى الدعوة.',
      },
    },
    {
      key: 'close',
      title: { en: 'Who answers whom', ar: 'من يردّ على من' },
      minutes: 6,
      mode: 'open',
      zones: ['actions', 'agenda'],
      prompt: {
        en: 'Who writes to which partner, by when? And whom do we thank?',
        ar: 'من يكتب إلى أي شريك، ومتى؟ ومن نشكر؟',
      },
      notes: {
        en: 'Every offer gets an answer, a no as well. What has ended is thanked for in public.',
        ar: 'لكل عرض جواب، والرفض جواب أيضًا. وما انتهى يُشكر عليه علنًا.',
      },
    },
  ],
}
