import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, wordScale } from '../parts/fields.ts'
import { openQuestionsZone } from '../parts/open-questions-zone.ts'
import type { Template, TemplateZone } from '../template.ts'

const rows = [
  { en: 'Doing', ar: 'ما يفعله' },
  { en: 'Thinking', ar: 'ما يفكر فيه' },
  { en: 'Feeling', ar: 'ما يشعر به' },
  { en: 'Touchpoints', ar: 'نقاط التماس' },
  { en: 'People involved', ar: 'من يشارك' },
] as const
const feelingRow = 2

const stages = [
  { en: 'Hear of it', ar: 'يسمع به' },
  { en: 'Consider', ar: 'يفكر فيه' },
  { en: 'Start', ar: 'يبدأ' },
  { en: 'Use', ar: 'يستخدم' },
  { en: 'Get help', ar: 'يطلب العون' },
  { en: 'Leave or renew', ar: 'يترك أو يجدّد' },
] as const

const journey: TemplateZone = {
  key: 'journey',
  heading: { en: 'Journey', ar: 'الرحلة' },
  prompt: {
    en: 'Follow one person from left to right. What do they do, think and feel, and whom do they meet?',
    ar: 'تتبّعوا شخصًا واحدًا من مرحلة إلى مرحلة. ماذا يفعل ويفكر ويشعر، ومن يلقى؟',
  },
  purpose: {
    en: 'Shows the whole way through their eyes, with the moments that decide.',
    ar: 'تُظهر الطريق كله بعينيه، واللحظات التي تحسم.',
  },
  noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
  isVotable: false,
  capacity: 40,
  background: 'journey',
  labels: stages,
  rows,
  backgroundAlt: {
    en: 'A table of six stages, from hearing of it to leaving or renewing, and five rows: doing, thinking, feeling, touchpoints, people involved. The row of feelings is a curve from very bad to very good.',
    ar: 'جدول من ست مراحل، من السماع بالخدمة إلى تركها أو تجديدها، وخمسة صفوف: ما يفعله، وما يفكر فيه، وما يشعر به، ونقاط التماس، ومن يشارك. صف المشاعر منحنى من سيئ جدًا إلى جيد جدًا.',
  },
  fields: [
    wordScale(
      'feeling',
      { en: 'Feeling', ar: 'الشعور' },
      -2,
      [
        { en: 'Very bad', ar: 'سيئ جدًا' },
        { en: 'Bad', ar: 'سيئ' },
        { en: 'Neither', ar: 'بين بين' },
        { en: 'Good', ar: 'جيد' },
        { en: 'Very good', ar: 'جيد جدًا' },
      ],
      feelingRow,
    ),
    basisField,
  ],
  place: { column: 1, row: 0, columns: 4, rows: 3 },
}

const findings: TemplateZone = {
  key: 'findings',
  heading: { en: 'What it tells us', ar: 'ما تقوله لنا الرحلة' },
  reportHeading: { en: 'Pains, openings, evidence', ar: 'المتاعب والفرص والأدلة' },
  prompt: {
    en: 'The same stages. What hurts there, how do we know, and what could be better?',
    ar: 'المراحل نفسها. ما الذي يُتعب هناك، وكيف نعرف، وما الذي قد يتحسن؟',
  },
  purpose: {
    en: 'Keeps what we conclude apart from what happened, stage by stage.',
    ar: 'تفصل ما نستنتجه عما حدث، مرحلة بعد مرحلة.',
  },
  noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
  isVotable: false,
  capacity: 30,
  background: 'table',
  labels: stages,
  rows: [
    { en: 'Pains', ar: 'المتاعب' },
    { en: 'Openings', ar: 'الفرص' },
    { en: 'Evidence', ar: 'الأدلة' },
  ],
  backgroundAlt: {
    en: 'A table of the same six stages and three rows: pains, openings, evidence.',
    ar: 'جدول من المراحل الست نفسها وثلاثة صفوف: المتاعب، والفرص، والأدلة.',
  },
  fields: [basisField],
  place: { column: 0, row: 3, columns: 3, rows: 2 },
}

export const journeyMap: Template = {
  id: 'journey-map',
  version: 2,
  title: { en: 'Journey map', ar: 'خريطة الرحلة' },
  summary: {
    en: 'One person’s way through a service, stage by stage, with a curve of feelings and the pains turned into questions.',
    ar: 'طريق شخص واحد عبر خدمة، مرحلة بعد مرحلة، مع منحنى للمشاعر ومتاعب تتحول إلى أسئلة.',
  },
  category: 'co-design',
  people: { min: 3, max: 10 },
  minutes: 90,
  stage: 'idea',
  origin: {
    en: 'Customer journey mapping, a common method of service design. Rows, prompts and times in our own words.',
    ar: 'رسم رحلة المستفيد، من المناهج الشائعة في تصميم الخدمات. الصفوف والأسئلة والأوقات بكلماتنا.',
  },
  zones: [
    {
      key: 'frame',
      heading: { en: 'One person, one story', ar: 'شخص واحد وقصة واحدة' },
      reportHeading: { en: 'Persona, scenario and goal', ar: 'الشخصية والموقف والهدف' },
      prompt: {
        en: 'Whose journey is it, in which situation, and what do they want to have in the end?',
        ar: 'رحلة من هذه، وفي أي موقف، وماذا يريد أن يكون لديه في النهاية؟',
      },
      purpose: {
        en: 'Keeps the map on one person; a second person gets a second map.',
        ar: 'يُبقي الخريطة لشخص واحد؛ ولشخص آخر خريطة أخرى.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 9,
      background: 'cards',
      labels: [
        { en: 'Persona', ar: 'الشخصية' },
        { en: 'Scenario', ar: 'الموقف' },
        { en: 'Goal', ar: 'الهدف' },
      ],
      backgroundAlt: {
        en: 'Three cards, one below the other: persona, scenario, goal.',
        ar: 'ثلاث بطاقات بعضها تحت بعض: الشخصية، والموقف، والهدف.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    journey,
    openQuestionsZone({ column: 0, row: 2 }),
    findings,
    {
      key: 'how-might-we',
      heading: { en: 'How might we …?', ar: 'كيف يمكننا…؟' },
      prompt: {
        en: 'Turn the worst pains and the best openings into questions: “How might we …?”',
        ar: 'حوّلوا أشد المتاعب وأفضل الفرص إلى أسئلة: «كيف يمكننا…؟»',
      },
      purpose: {
        en: 'What the journey asks of us; goes on to a sprint’s Monday or to a How Might We board.',
        ar: 'ما تطلبه الرحلة منا؛ ينتقل إلى يوم الاثنين من السباق أو إلى لوحة «كيف يمكننا».',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 20,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each question.', ar: 'شبكة من الأماكن، مكان لكل سؤال.' },
      place: { column: 3, row: 3, columns: 2 },
    },
    actionsZone({ column: 3, row: 4, columns: 2 }),
  ],
  steps: [
    {
      key: 'frame',
      title: { en: 'One person, one story', ar: 'شخص واحد وقصة واحدة' },
      minutes: 10,
      mode: 'open',
      zones: ['frame'],
      prompt: {
        en: 'Who is it, what has just happened, what do they hope for? Then change the names of the stages.',
        ar: 'من هو، وماذا حدث للتو، وماذا يأمل؟ ثم غيّروا أسماء المراحل.',
      },
      notes: {
        en: 'Bring the persona’s notes here if there is one. Five to seven stages are enough; name them with verbs, from the person’s view. Begin before your service begins.',
        ar: 'أحضروا ملاحظات الشخصية إن وُجدت. تكفي خمس إلى سبع مراحل؛ سمّوها بأفعال ومن وجهة نظر الشخص. ابدؤوا قبل أن تبدأ خدمتكم.',
      },
    },
    {
      key: 'doing',
      title: { en: 'What they do', ar: 'ماذا يفعل' },
      minutes: 25,
      mode: 'open',
      zones: ['journey'],
      prompt: {
        en: 'Fill the row “Doing” first, stage by stage. Then thinking, touchpoints and people.',
        ar: 'املؤوا صف «ما يفعله» أولًا، مرحلة بعد مرحلة. ثم ما يفكر فيه ونقاط التماس ومن يشارك.',
      },
      notes: {
        en: 'One note for each action. Ask “and what happens before that?” at least twice. Mark what was observed and what is assumed.',
        ar: 'ملاحظة لكل فعل. اسألوا «وماذا يحدث قبل ذلك؟» مرتين على الأقل. علّموا المُلاحَظ والمُفترَض.',
      },
    },
    {
      key: 'feeling',
      title: { en: 'How it feels', ar: 'كيف يشعر' },
      minutes: 15,
      mode: 'private',
      zones: ['journey'],
      prompt: {
        en: 'For each stage put one note in the row “Feeling”: a number from −2 to +2, and why.',
        ar: 'لكل مرحلة ضعوا ملاحظة في صف «ما يشعر به»: رقم من ‎−2 إلى ‎+2 والسبب.',
      },
      notes: {
        en: 'Ten minutes alone, then reveal and look at the curve. Talk only about stages where the numbers are far apart.',
        ar: 'عشر دقائق فردية، ثم اعرضوا وانظروا إلى المنحنى. تحدثوا فقط عن المراحل التي تتباعد فيها الأرقام.',
      },
    },
    {
      key: 'pains',
      title: { en: 'Pains', ar: 'المتاعب' },
      minutes: 20,
      mode: 'open',
      zones: ['findings', 'journey'],
      feeds: ['how-might-we'],
      prompt: {
        en: 'Where the curve falls: what exactly goes wrong, for whom, how often? How do we know?',
        ar: 'حيث يهبط المنحنى: ما الذي يتعثر بالضبط، ولمن، وكم مرة؟ وكيف نعرف؟',
      },
      notes: {
        en: 'Fill “Pains” and “Evidence” together. A pain without evidence is a question for the next interview.',
        ar: 'املؤوا «المتاعب» و«الأدلة» معًا. العناء بلا دليل سؤال للمقابلة التالية.',
      },
    },
    {
      key: 'opportunities',
      title: { en: 'Opportunities', ar: 'الفرص' },
      minutes: 11,
      mode: 'open',
      zones: ['how-might-we', 'findings'],
      prompt: {
        en: 'What could be better at this very moment? Ask it as “How might we …?”.',
        ar: 'ما الذي قد يتحسن في هذه اللحظة بالذات؟ اسألوه بصيغة «كيف يمكننا…؟».',
      },
      notes: {
        en: 'Note openings in their row, then write questions. A question that holds a product’s name is too narrow.',
        ar: 'دوّنوا الفرص في صفها، ثم اكتبوا الأسئلة. السؤال الذي فيه اسم منتج ضيق أكثر مما ينبغي.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 4,
      mode: 'vote',
      zones: ['how-might-we'],
      prompt: {
        en: 'Three votes each: which question, answered, would change this journey most?',
        ar: 'ثلاثة أصوات لكل شخص: أي سؤال إن أُجيب عنه غيّر هذه الرحلة أكثر؟',
      },
      notes: {
        en: 'Vote as the persona, not as your department.',
        ar: 'صوّتوا بعين الشخصية لا بعين إدارتكم.',
      },
      vote: { dots: 3, isSeveralOnOne: true, isNamed: false },
    },
    {
      key: 'close',
      title: { en: 'What next', ar: 'ما التالي' },
      minutes: 5,
      mode: 'open',
      zones: ['actions', 'open-questions'],
      prompt: {
        en: 'Who takes which question on, and whom do we still have to ask?',
        ar: 'من يتولى أي سؤال، ومن الذي بقي أن نسأله؟',
      },
      notes: {
        en: 'The stages and the touchpoints go on to the service blueprint; the questions to a sprint.',
        ar: 'تنتقل المراحل ونقاط التماس إلى مخطط الخدمة، والأسئلة إلى سباق تصميم.',
      },
    },
  ],
}
