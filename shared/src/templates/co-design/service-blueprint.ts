import type { AmountField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, wordScale } from '../parts/fields.ts'
import { openQuestionsZone } from '../parts/open-questions-zone.ts'
import type { Template, TemplateZone } from '../template.ts'

const duration: AmountField = {
  kind: 'amount',
  key: 'duration',
  label: { en: 'Takes', ar: 'يستغرق' },
  unit: { en: 'minutes', ar: 'دقيقة' },
}

const rows = [
  { en: 'What people see and hold', ar: 'ما يراه الناس ويلمسونه' },
  { en: 'What the customer does', ar: 'ما يفعله المستفيد' },
  { en: 'Frontstage: what we do', ar: 'أمام المستفيد: ما نفعله' },
  { en: 'Backstage: what we do', ar: 'خلف الستار: ما نفعله' },
  { en: 'Support: systems, partners', ar: 'الدعم: أنظمة وشركاء' },
] as const
const underneathRows = [
  { en: 'Time', ar: 'الوقت' },
  { en: 'Policy and rules', ar: 'السياسات والقواعد' },
  { en: 'Measures', ar: 'المقاييس' },
  { en: 'Where it fails', ar: 'حيث يتعثر' },
] as const
const failureRow = 3

const stages = [
  { en: 'Find out', ar: 'المعرفة' },
  { en: 'Apply', ar: 'الطلب' },
  { en: 'Start', ar: 'البدء' },
  { en: 'Use', ar: 'الاستخدام' },
  { en: 'Get help', ar: 'طلب العون' },
  { en: 'End or renew', ar: 'الإنهاء أو التجديد' },
] as const

const blueprint: TemplateZone = {
  key: 'blueprint',
  heading: { en: 'Blueprint', ar: 'المخطط' },
  prompt: {
    en: 'What the customer does comes first. Then, column by column, what must happen before and behind the scenes.',
    ar: 'ما يفعله المستفيد أولًا. ثم لكل عمود: ما الذي يجب أن يحدث أمامه وخلف الستار.',
  },
  purpose: {
    en: 'The whole service on one sheet: who does what, seen and unseen, and what it rests on.',
    ar: 'الخدمة كلها في ورقة واحدة: من يفعل ماذا، ظاهرًا ومستترًا، وعلى ماذا تستند.',
  },
  noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
  isVotable: false,
  capacity: 40,
  background: 'table',
  labels: stages,
  rows,
  dividers: [
    { row: 2, label: { en: 'Line of interaction', ar: 'خط التفاعل' } },
    { row: 3, label: { en: 'Line of visibility', ar: 'خط الرؤية' } },
    { row: 4, label: { en: 'Line of internal interaction', ar: 'خط التفاعل الداخلي' } },
  ],
  backgroundAlt: {
    en: 'A table of six stages and five rows: what people see and hold, what the customer does, then below the line of interaction frontstage, below the line of visibility backstage, below the line of internal interaction support.',
    ar: 'جدول من ست مراحل وخمسة صفوف: ما يراه الناس ويلمسونه، وما يفعله المستفيد، ثم تحت خط التفاعل ما يجري أمامه، وتحت خط الرؤية ما يجري خلف الستار، وتحت خط التفاعل الداخلي الدعم.',
  },
  fields: [basisField],
  place: { column: 1, row: 0, columns: 4, rows: 3 },
}

const underneath: TemplateZone = {
  key: 'underneath',
  heading: { en: 'What it takes', ar: 'ما يتطلبه' },
  reportHeading: { en: 'Time, rules, measures, failures', ar: 'الوقت والقواعد والمقاييس والتعثر' },
  prompt: {
    en: 'The same stages. How long does each take, under which rules, how is it measured, where does it fail?',
    ar: 'المراحل نفسها. كم تستغرق كل منها، وبأي قواعد، وكيف تُقاس، وأين تتعثر؟',
  },
  purpose: {
    en: 'What each stage costs and rests on, apart from who does what.',
    ar: 'كلفة كل مرحلة وما تستند إليه، بمعزل عمن يفعل ماذا.',
  },
  noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
  isVotable: false,
  capacity: 30,
  background: 'table',
  labels: stages,
  rows: underneathRows,
  backgroundAlt: {
    en: 'A table of the same six stages and four rows: time, policy and rules, measures, where it fails.',
    ar: 'جدول من المراحل الست نفسها وأربعة صفوف: الوقت، والسياسات والقواعد، والمقاييس، وحيث يتعثر.',
  },
  fields: [
    duration,
    wordScale(
      'failure',
      { en: 'How often it fails', ar: 'كم يتعثر' },
      1,
      [
        { en: 'Rarely', ar: 'نادرًا' },
        { en: 'Sometimes', ar: 'أحيانًا' },
        { en: 'Often', ar: 'كثيرًا' },
      ],
      failureRow,
    ),
    basisField,
  ],
  place: { column: 0, row: 3, columns: 3, rows: 2 },
}

export const serviceBlueprint: Template = {
  id: 'service-blueprint',
  version: 2,
  title: { en: 'Service blueprint', ar: 'مخطط الخدمة' },
  summary: {
    en: 'What a customer does, what we do in front of them and behind the scenes, and where the service breaks.',
    ar: 'ما يفعله المستفيد، وما نفعله أمامه وخلف الستار، وأين تتعثر الخدمة.',
  },
  category: 'co-design',
  people: { min: 4, max: 12 },
  minutes: 120,
  stage: 'sprint',
  origin: {
    en: 'Service blueprinting goes back to G. Lynn Shostack (1984) and Mary Jo Bitner and colleagues (2008). Prompts, extra rows and times are ours.',
    ar: 'يعود مخطط الخدمة إلى ج. لين شوستاك (1984) وماري جو بيتنر وزملائها (2008). الأسئلة والصفوف الإضافية والأوقات من إعدادنا.',
  },
  zones: [
    {
      key: 'frame',
      heading: { en: 'Which service', ar: 'أي خدمة' },
      reportHeading: { en: 'Which service, for whom', ar: 'أي خدمة، ولمن' },
      prompt: {
        en: 'Which service, which customer, through which channel? Where does it begin and where does it end?',
        ar: 'أي خدمة وأي مستفيد وعبر أي قناة؟ أين تبدأ وأين تنتهي؟',
      },
      purpose: {
        en: 'One service, one customer, one channel: a blueprint of everything is of nothing.',
        ar: 'خدمة واحدة ومستفيد واحد وقناة واحدة: مخطط كل شيء مخطط لا شيء.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 9,
      background: 'cards',
      labels: [
        { en: 'Service', ar: 'الخدمة' },
        { en: 'Customer', ar: 'المستفيد' },
        { en: 'From … to …', ar: 'من… إلى…' },
      ],
      backgroundAlt: {
        en: 'Three cards, one below the other: service, customer, and from where to where.',
        ar: 'ثلاث بطاقات بعضها تحت بعض: الخدمة، والمستفيد، ومن أين إلى أين.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    blueprint,
    openQuestionsZone({ column: 0, row: 2 }),
    underneath,
    {
      key: 'weak-points',
      heading: { en: 'Weak points', ar: 'نقاط الضعف' },
      prompt: {
        en: 'Where do people wait, get lost, get different answers, or depend on one person?',
        ar: 'أين ينتظر الناس أو يضلّون أو يسمعون أجوبة مختلفة أو يعتمد الأمر على شخص واحد؟',
      },
      purpose: {
        en: 'Finds the few places where a change helps most.',
        ar: 'تُظهر المواضع القليلة التي ينفع فيها التغيير أكثر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 16,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places, one for each weak point.',
        ar: 'شبكة من الأماكن، مكان لكل نقطة ضعف.',
      },
      place: { column: 3, row: 3 },
    },
    {
      key: 'changes',
      heading: { en: 'Changes', ar: 'التغييرات' },
      prompt: {
        en: 'What would we do differently? What does it ask of the people backstage?',
        ar: 'ما الذي نفعله بطريقة أخرى؟ وماذا يتطلب ممن يعملون خلف الستار؟',
      },
      purpose: {
        en: 'Changes that staff and systems can carry, not only wishes of the front desk.',
        ar: 'تغييرات يحتملها الموظفون والأنظمة، لا أمنيات الواجهة وحدها.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Stop', ar: 'نتوقف عن' },
        { en: 'Change', ar: 'نغيّر' },
        { en: 'Begin', ar: 'نبدأ' },
      ],
      backgroundAlt: { en: 'Three columns: stop, change, begin.', ar: 'ثلاثة أعمدة: نتوقف عن، ونغيّر، ونبدأ.' },
      place: { column: 4, row: 3 },
    },
    actionsZone({ column: 3, row: 4, columns: 2 }),
  ],
  steps: [
    {
      key: 'frame',
      title: { en: 'Which service, for whom', ar: 'أي خدمة، ولمن' },
      minutes: 10,
      mode: 'open',
      zones: ['frame'],
      prompt: {
        en: 'Agree on one service, one customer, one channel. Then change the names of the stages.',
        ar: 'اتفقوا على خدمة واحدة ومستفيد واحد وقناة واحدة. ثم غيّروا أسماء المراحل.',
      },
      notes: {
        en: 'Take the stages over from the journey map if you have one. Invite somebody from the back office: without them half of the sheet is guessed.',
        ar: 'خذوا المراحل من خريطة الرحلة إن وُجدت. ادعوا أحدًا من المكاتب الخلفية: من دونهم يكون نصف الورقة تخمينًا.',
      },
    },
    {
      key: 'customer',
      title: { en: 'What the customer does', ar: 'ما يفعله المستفيد' },
      minutes: 20,
      mode: 'open',
      zones: ['blueprint'],
      prompt: {
        en: 'Row two first: what the customer does at each stage. Then row one: what they see and hold.',
        ar: 'الصف الثاني أولًا: ما يفعله المستفيد في كل مرحلة. ثم الصف الأول: ما يراه ويلمسه.',
      },
      notes: {
        en: 'Everything else supports this row; do not go on while it has holes. Photos of forms and counters are welcome.',
        ar: 'كل ما عداه يخدم هذا الصف؛ لا تتابعوا وفيه ثغرات. صور الاستمارات والشبابيك مرحّب بها.',
      },
    },
    {
      key: 'front-back',
      title: { en: 'In front and behind', ar: 'أمامه وخلف الستار' },
      minutes: 25,
      mode: 'open',
      zones: ['blueprint'],
      prompt: {
        en: 'Column by column: who meets the customer, and who works where the customer cannot see?',
        ar: 'عمودًا بعد عمود: من يلقى المستفيد، ومن يعمل حيث لا يراه؟',
      },
      notes: {
        en: 'Two groups help: one in front of the line of visibility, one behind it. Arrows show what waits for what.',
        ar: 'تفيد مجموعتان: واحدة أمام خط الرؤية وواحدة خلفه. والأسهم تُظهر ما ينتظر ماذا.',
      },
    },
    {
      key: 'support',
      title: { en: 'Support, time, rules', ar: 'الدعم والوقت والقواعد' },
      minutes: 20,
      mode: 'open',
      zones: ['underneath', 'blueprint'],
      prompt: {
        en: 'Which systems, partners and rules does each column rest on? How many minutes does it take?',
        ar: 'على أي أنظمة وشركاء وقواعد يستند كل عمود؟ وكم دقيقة يستغرق؟',
      },
      notes: {
        en: 'Put minutes on the notes of the row “Time”: waiting counts. Ask which rule is written and which is only a habit.',
        ar: 'ضعوا الدقائق على ملاحظات صف «الوقت»: الانتظار يُحسب. اسألوا أي قاعدة مكتوبة وأيها عادة فقط.',
      },
    },
    {
      key: 'weak-points',
      title: { en: 'Where it breaks', ar: 'أين تتعثر' },
      minutes: 10,
      mode: 'private',
      zones: ['weak-points', 'underneath'],
      feeds: ['changes'],
      prompt: {
        en: 'Write alone: where does this service fail people, or the people who work in it?',
        ar: 'اكتبوا فرديًا: أين تخذل هذه الخدمة الناس، أو من يعملون فيها؟',
      },
      notes: {
        en: 'Name the place, not the person. Small failures go into the last row of “What it takes”, with how often; the ones that matter go to “Weak points”.',
        ar: 'سمّوا الموضع لا الشخص. العثرات الصغيرة في الصف الأخير من «ما يتطلبه» مع تكرارها، والمهمة منها إلى «نقاط الضعف».',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 5,
      mode: 'vote',
      zones: ['weak-points'],
      prompt: {
        en: 'Three votes each: which of these must not happen again?',
        ar: 'ثلاثة أصوات لكل شخص: أي هذه يجب ألا يتكرر؟',
      },
      notes: {
        en: 'Merge doubles before the vote begins.',
        ar: 'ادمجوا المكرر قبل بدء التصويت.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'changes',
      title: { en: 'What we change', ar: 'ما نغيّره' },
      minutes: 20,
      mode: 'open',
      zones: ['changes', 'blueprint'],
      feeds: ['actions'],
      prompt: {
        en: 'For the top three: what do we stop, change or begin, and what does it ask backstage?',
        ar: 'للثلاث الأولى: ماذا نوقف أو نغيّر أو نبدأ، وماذا يتطلب خلف الستار؟',
      },
      notes: {
        en: 'Walk each change down its column: who has to do something new, in which system, under which rule?',
        ar: 'انزلوا بكل تغيير على طول عموده: من عليه أن يفعل شيئًا جديدًا، في أي نظام، وبموجب أي قاعدة؟',
      },
    },
    {
      key: 'close',
      title: { en: 'Who does what', ar: 'من يفعل ماذا' },
      minutes: 10,
      mode: 'open',
      zones: ['actions', 'open-questions'],
      prompt: {
        en: 'An owner and a day for each change. Who must hear of this who was not here?',
        ar: 'مسؤول ويوم لكل تغيير. ومن غاب ويجب أن يعلم بهذا؟',
      },
      notes: {
        en: 'Go through the open questions: a name for each. Agree on when the sheet is walked through again.',
        ar: 'مرّوا على الأسئلة المفتوحة: اسم لكل منها. اتفقوا متى تُراجَع الورقة ثانية.',
      },
    },
  ],
}
