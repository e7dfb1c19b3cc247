import type { LocalText } from '../../board/local-text.ts'
import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, evidenceField, ratingField } from '../parts/fields.ts'
import type { Template, TemplateZone, ZonePlace } from '../template.ts'

const groups = [
  {
    key: 'entrepreneurs',
    heading: { en: 'Entrepreneurs', ar: 'رواد الأعمال' },
    prompt: {
      en: 'Appetite, problems worth solving, business skills, mutual help: what is there at each stage?',
      ar: 'الإقبال، والمشكلات الجديرة بالحل، ومهارات الأعمال، والتعاضد: ماذا يوجد في كل مرحلة؟',
    },
  },
  {
    key: 'private-sector',
    heading: { en: 'Private sector', ar: 'القطاع الخاص' },
    prompt: {
      en: 'Buying from young firms, partnering, sharing markets and staff: who does what at each stage?',
      ar: 'الشراء من الشركات الناشئة والشراكة ومشاركة الأسواق والكفاءات: من يفعل ماذا في كل مرحلة؟',
    },
  },
  {
    key: 'public-sector',
    heading: { en: 'Public sector', ar: 'القطاع العام' },
    prompt: {
      en: 'Rules, programmes, purchases and data that help: what does government do at each stage?',
      ar: 'القواعد والبرامج والمشتريات والبيانات المساندة: ماذا تفعل الحكومة في كل مرحلة؟',
    },
  },
  {
    key: 'academia',
    heading: { en: 'Academia', ar: 'الأوساط الأكاديمية' },
    prompt: {
      en: 'Teaching, research, labs and the way out of them: what reaches founders at each stage?',
      ar: 'التعليم والبحث والمختبرات والطريق منها إلى السوق: ماذا يصل إلى المؤسسين في كل مرحلة؟',
    },
  },
  {
    key: 'finance',
    heading: { en: 'Finance', ar: 'التمويل' },
    prompt: {
      en: 'Research money, early capital at high risk, loans for small firms: what can be had at each stage?',
      ar: 'تمويل البحث، ورأس المال المبكر عالي المخاطر، وقروض الشركات الصغيرة: ما المتاح في كل مرحلة؟',
    },
  },
  {
    key: 'support-networks',
    heading: { en: 'Support networks', ar: 'شبكات الدعم' },
    prompt: {
      en: 'Hubs, mentors, events that gather and inspire: who supports founders at each stage?',
      ar: 'المراكز والموجّهون والفعاليات التي تجمع وتُلهم: من يساند المؤسسين في كل مرحلة؟',
    },
  },
] as const satisfies readonly { key: string; heading: LocalText; prompt: LocalText }[]

const groupKeys = groups.map(({ key }) => key)

const stages: readonly LocalText[] = [
  { en: 'Pre-idea', ar: 'ما قبل' },
  { en: 'Idea', ar: 'الفكرة' },
  { en: 'Start-up', ar: 'ناشئة' },
  { en: 'SME', ar: 'صغيرة' },
  { en: 'Growth', ar: 'نمو' },
]

/** What a note in a group's zone tells of. */
const aboutField: ChoiceField = {
  kind: 'choice',
  key: 'about',
  label: { en: 'What it is', ar: 'ما هو' },
  options: [
    { value: 'done', word: { en: 'Done today', ar: 'قائم اليوم' }, symbol: '■', tone: 'good' },
    { value: 'missing', word: { en: 'Missing', ar: 'مفقود' }, symbol: '□', tone: 'poor' },
    { value: 'interest', word: { en: 'What they want to gain', ar: 'ما يريدون كسبه' }, symbol: '★', tone: 'neutral' },
  ],
}

function group({ key, heading, prompt }: (typeof groups)[number], place: ZonePlace): TemplateZone {
  return {
    key,
    heading,
    prompt,
    purpose: {
      en: 'What one group does for start-ups at each stage of their life, and what it wants to gain by it.',
      ar: 'ما تفعله مجموعة واحدة للشركات الناشئة في كل مرحلة من حياتها، وما تريد كسبه من ذلك.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 20,
    background: 'columns',
    labels: stages,
    backgroundAlt: {
      en: 'Five columns, one for each stage: before the idea, idea, start-up, small or medium-sized firm, high growth.',
      ar: 'خمسة أعمدة، عمود لكل مرحلة: ما قبل الفكرة، الفكرة، شركة ناشئة، شركة صغيرة، نمو سريع.',
    },
    fields: [aboutField, { kind: 'words', key: 'who', label: { en: 'By whom', ar: 'من يقوم به' } }, evidenceField],
    place,
  }
}

export const stakeholderInterestCanvas: Template = {
  id: 'stakeholder-interest-canvas',
  version: 2,
  title: { en: 'Stakeholder-interest canvas and maturity map', ar: 'لوحة مصالح الأطراف وخريطة النضج' },
  summary: {
    en: 'Six groups by five stages of a start-up’s life: who does what, how mature each field is, and three to move.',
    ar: 'ست مجموعات في خمس مراحل من حياة الشركة الناشئة: من يفعل ماذا، ومدى نضج كل خانة، وثلاث منها نحرّكها.',
  },
  category: 'ecosystem',
  people: { min: 10, max: 60 },
  minutes: 150,
  stage: 'idea',
  origin: {
    en: 'After ITU workshops that map what stakeholders do at each stage and rate it green, yellow or red (ITU and POTRAZ, Zimbabwe, 2023). ITU’s own labels could not be confirmed: change ours as you need. Flow and words are ours.',
    ar: 'عن ورش الاتحاد الدولي للاتصالات التي ترسم أدوار الأطراف في كل مرحلة وتقيّمها بالأخضر والأصفر والأحمر (الاتحاد وPOTRAZ، زيمبابوي، 2023). لم نتمكن من تأكيد تسميات الاتحاد: غيّروا تسمياتنا كما يلزم. التسلسل والكلمات من عندنا.',
  },
  zones: [
    ...groups.map((words, i) => group(words, { column: i % 4, row: Math.floor(i / 4) })),
    {
      key: 'maturity',
      heading: { en: 'Maturity map', ar: 'خريطة النضج' },
      prompt: {
        en: 'Rate each field you can judge with one note: adequate, some or inadequate activity and evidence. Say why.',
        ar: 'قيّموا كل خانة تعرفونها بملاحظة واحدة: نشاط وأدلة كافية أو جزئية أو غير كافية. وقولوا لماذا.',
      },
      purpose: {
        en: 'Where the ecosystem carries and where it does not. The share of “adequate” in each row and column is counted from the notes.',
        ar: 'أين تدعم المنظومة وأين لا تدعم. تُحسب حصة «كافٍ» في كل صف وعمود من الملاحظات.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 100,
      background: 'table',
      labels: stages,
      rows: groups.map(({ heading }) => heading),
      backgroundAlt: {
        en: 'A table of six rows, one for each group of stakeholders, and five columns, one for each stage from before the idea to high growth.',
        ar: 'جدول من ستة صفوف، صف لكل مجموعة من الأطراف، وخمسة أعمدة، عمود لكل مرحلة مما قبل الفكرة إلى النمو السريع.',
      },
      fields: [ratingField, evidenceField, basisField],
      place: { column: 2, row: 1, columns: 2, rows: 2 },
    },
    {
      key: 'cells-to-move',
      heading: { en: 'Fields to move', ar: 'خانات نحرّكها' },
      prompt: {
        en: 'Which weak field, if it moved, would move others? Write “group, stage: from … to …”. Then vote for three.',
        ar: 'أي خانة ضعيفة لو تحرّكت حرّكت غيرها؟ اكتبوا «المجموعة، المرحلة: من… إلى…». ثم صوّتوا لثلاث.',
      },
      purpose: {
        en: 'Thirty fields are too many; three can be moved.',
        ar: 'ثلاثون خانة كثيرة؛ أما ثلاث فيمكن تحريكها.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 20,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places, one for each field that could move.',
        ar: 'شبكة من الأماكن، مكان لكل خانة يمكن تحريكها.',
      },
      fields: [ratingField],
      place: { column: 0, row: 2, columns: 2, rows: 2 },
    },
    actionsZone({ column: 2, row: 3, columns: 2 }),
  ],
  steps: [
    {
      key: 'brief',
      title: { en: 'Groups and stages', ar: 'المجموعات والمراحل' },
      minutes: 15,
      mode: 'brief',
      zones: ['maturity'],
      prompt: {
        en: 'Who does what for a start-up, from before the idea to fast growth?',
        ar: 'من يفعل ماذا للشركة الناشئة، مما قبل الفكرة إلى النمو السريع؟',
      },
      notes: {
        en: 'Walk through one field as an example: finance, idea. Rename groups and stages if your country says them otherwise. Say what adequate means: activity and evidence.',
        ar: 'اشرحوا خانة واحدة مثالًا: التمويل، الفكرة. غيّروا أسماء المجموعات والمراحل إن اختلفت في بلدكم. قولوا معنى «كافٍ»: نشاط وأدلة.',
      },
    },
    {
      key: 'groups',
      title: { en: 'Tables by group', ar: 'طاولات حسب المجموعات' },
      minutes: 40,
      mode: 'tables',
      zones: groupKeys,
      prompt: {
        en: 'What does your group do at each stage, by whom, and what does it want to gain?',
        ar: 'ماذا تفعل مجموعتكم في كل مرحلة، ومن يقوم به، وماذا تريد أن تكسب؟',
      },
      notes: {
        en: 'People sit with their own group. After twenty-five minutes ask for evidence and for what is missing.',
        ar: 'يجلس كل شخص مع مجموعته. بعد خمس وعشرين دقيقة اسألوا عن الأدلة وعما ينقص.',
      },
    },
    {
      key: 'rotate',
      title: { en: 'Rotate by stage', ar: 'التنقّل حسب المراحل' },
      minutes: 30,
      mode: 'tables',
      zones: groupKeys,
      prompt: {
        en: 'Take one stage and read it at each table. What do others not know about it?',
        ar: 'خذوا مرحلة واحدة واقرؤوها عند كل طاولة. ما الذي لا يعرفه عنها الآخرون؟',
      },
      notes: {
        en: 'One person stays as host. Five small groups, one for each stage, go from table to table, five minutes each. They add notes and change none.',
        ar: 'يبقى شخص مضيفًا. خمس مجموعات صغيرة، واحدة لكل مرحلة، تمر على الطاولات خمس دقائق لكل منها. تضيف ملاحظات ولا تغيّر شيئًا.',
      },
      parts: 6,
    },
    {
      key: 'rate',
      title: { en: 'Rate, alone', ar: 'التقييم، كل بمفرده' },
      minutes: 20,
      mode: 'private',
      isAnonymous: true,
      zones: ['maturity'],
      prompt: {
        en: 'Rate the fields that you know: adequate, some, inadequate. One note in each.',
        ar: 'قيّموا الخانات التي تعرفونها: كافٍ، جزئي، غير كافٍ. ملاحظة في كل منها.',
      },
      notes: {
        en: 'Ten minutes alone. Then reveal, and discuss only fields where ratings are split; leave the others.',
        ar: 'عشر دقائق منفردين. ثم اكشفوا وناقشوا الخانات التي انقسم فيها التقييم فقط؛ واتركوا الباقي.',
      },
      feeds: ['cells-to-move'],
    },
    {
      key: 'pick',
      title: { en: 'Which fields to move?', ar: 'أي خانات نحرّك؟' },
      minutes: 15,
      mode: 'open',
      zones: ['maturity', 'cells-to-move'],
      prompt: {
        en: 'Which weak field would move others with it?',
        ar: 'أي خانة ضعيفة تحرّك غيرها معها؟',
      },
      notes: {
        en: 'Start from the weakest fields. A field that nobody here can influence stays on the map.',
        ar: 'ابدؤوا بأضعف الخانات. الخانة التي لا يؤثر فيها أحد هنا تبقى على الخريطة.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote for three', ar: 'التصويت لثلاث' },
      minutes: 10,
      mode: 'vote',
      zones: ['cells-to-move'],
      prompt: {
        en: 'Three dots each. Which three fields do we move?',
        ar: 'ثلاث نقاط لكل شخص. أي ثلاث خانات نحرّك؟',
      },
      notes: {
        en: 'Two minutes to vote, the rest to hear from those who would have to act.',
        ar: 'دقيقتان للتصويت والباقي لسماع من سيتعيّن عليهم العمل.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
      feeds: ['actions'],
    },
    {
      key: 'actions',
      title: { en: 'Actions', ar: 'الإجراءات' },
      minutes: 20,
      mode: 'open',
      zones: ['cells-to-move', 'actions'],
      prompt: {
        en: 'For each of the three: who begins, with whom, and by when?',
        ar: 'لكل واحدة من الثلاث: من يبدأ، ومع من، ومتى؟',
      },
      notes: {
        en: 'Look for an interest that carries the action: what does the owner gain? End by reading owners and dates aloud.',
        ar: 'ابحثوا عن مصلحة تحمل الإجراء: ماذا يكسب المسؤول؟ اختموا بقراءة الأسماء والمواعيد.',
      },
    },
  ],
}
