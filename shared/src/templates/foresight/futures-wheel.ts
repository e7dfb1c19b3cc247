import type { ChoiceField } from '../../board/zone-fields.ts'
import type { Template, TemplateStep } from '../template.ts'

const effectField: ChoiceField = {
  kind: 'choice',
  key: 'effect',
  label: { en: 'Good or bad', ar: 'جيد أم سيئ' },
  options: [
    { value: 'good', word: { en: 'Good', ar: 'جيد' }, symbol: '+', tone: 'good' },
    { value: 'mixed', word: { en: 'Both', ar: 'كلاهما' }, symbol: '±', tone: 'fair' },
    { value: 'bad', word: { en: 'Bad', ar: 'سيئ' }, symbol: '–', tone: 'poor' },
  ],
}

function ring(step: Pick<TemplateStep, 'key' | 'title' | 'prompt' | 'notes'>): TemplateStep {
  return { ...step, minutes: 15, mode: 'open', zones: ['wheel'] }
}

export const futuresWheel: Template = {
  id: 'futures-wheel',
  version: 2,
  title: { en: 'Futures wheel', ar: 'عجلة المستقبل' },
  summary: {
    en: 'One change in the middle, its effects around it ring by ring: within a year, in five years, in fifteen.',
    ar: 'تغيّر واحد في الوسط وآثاره حوله حلقة بعد حلقة: خلال سنة، وخمس سنوات، وخمس عشرة سنة.',
  },
  category: 'foresight',
  people: { min: 4, max: 20 },
  minutes: 80,
  stage: 'idea',
  origin: {
    en: 'The futures wheel of Jerome C. Glenn. Rings and times follow the worksheet of the UK Government Office for Science (Open Government Licence); the words are ours.',
    ar: 'عجلة المستقبل لجيروم غلين. الحلقات والأوقات عن ورقة عمل المكتب الحكومي للعلوم في المملكة المتحدة (رخصة الحكومة المفتوحة)؛ والكلمات من عندنا.',
  },
  zones: [
    {
      key: 'change',
      heading: { en: 'The change', ar: 'التغيّر' },
      prompt: {
        en: 'One narrow change, written as if it had happened: “Since last year, every … has …”.',
        ar: 'تغيّر واحد محدد، مكتوب كأنه حدث: «منذ العام الماضي، كل… أصبح…».',
      },
      purpose: {
        en: 'A wheel turns round one change; the clearer it is, the further it carries.',
        ar: 'تدور العجلة حول تغيّر واحد؛ وكلما كان أوضح وصلت أبعد.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'It has happened', ar: 'لقد حدث' },
        { en: 'What we know today', ar: 'ما نعرفه اليوم' },
      ],
      backgroundAlt: {
        en: 'Two columns: the change as if it had happened, and what we know about it today.',
        ar: 'عمودان: التغيّر كأنه حدث، وما نعرفه عنه اليوم.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'wheel',
      heading: { en: 'Wheel', ar: 'العجلة' },
      prompt: {
        en: 'What follows from it? And what follows from that? Good and bad; draw an arrow from cause to effect.',
        ar: 'ماذا يترتب عليه؟ وماذا يترتب على ذلك؟ الجيد والسيئ؛ وارسموا سهمًا من السبب إلى الأثر.',
      },
      purpose: {
        en: 'Effects of effects: what a plan forgets that looks only one step ahead.',
        ar: 'آثار الآثار: ما تنساه خطة لا تنظر إلا خطوة واحدة إلى الأمام.',
      },
      noteKinds: ['note', 'text', 'drawing', 'arrow'],
      isVotable: true,
      capacity: 60,
      background: 'rings',
      labels: [
        { en: 'The change', ar: 'التغيّر' },
        { en: 'Within a year', ar: 'خلال سنة' },
        { en: '2 to 5 years', ar: '2 إلى 5 سنوات' },
        { en: '5 to 15 years and later', ar: '5 إلى 15 سنة وما بعدها' },
      ],
      backgroundAlt: {
        en: 'Rings round the change in the middle: within a year, two to five years, five to fifteen years and later.',
        ar: 'حلقات حول التغيّر في الوسط: خلال سنة، من سنتين إلى خمس، من خمس إلى خمس عشرة سنة وما بعدها.',
      },
      fields: [effectField],
      place: { column: 1, row: 0, columns: 3, rows: 3 },
    },
    {
      key: 'debrief',
      heading: { en: 'What we see', ar: 'ما نراه' },
      prompt: {
        en: 'Step back: which effects feed each other, which contradict, what surprises, and who is hit?',
        ar: 'ابتعدوا قليلًا: أي آثار يغذي بعضها بعضًا، وأيها يتناقض، وما المفاجئ، ومن المتضرر؟',
      },
      purpose: {
        en: 'The insight is in the pattern, not in the single note.',
        ar: 'الفهم في النمط لا في الملاحظة المفردة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 16,
      background: 'cards',
      labels: [
        { en: 'Links', ar: 'روابط' },
        { en: 'Contradictions', ar: 'تناقضات' },
        { en: 'Surprises', ar: 'مفاجآت' },
        { en: 'Who is hit', ar: 'من المتضرر' },
      ],
      backgroundAlt: {
        en: 'Four cards: links, contradictions, surprises, who is hit.',
        ar: 'أربع بطاقات: روابط، تناقضات، مفاجآت، من المتضرر.',
      },
      place: { column: 0, row: 2, rows: 2 },
    },
    {
      key: 'so-what',
      heading: { en: 'What we do', ar: 'ما نفعله' },
      prompt: {
        en: 'Which good effect can we help along, which bad one prevent, and what do we have to watch?',
        ar: 'أي أثر جيد نشجعه، وأي أثر سيئ نمنعه، وما الذي يجب أن نراقبه؟',
      },
      purpose: {
        en: 'Brings fifteen years back to what can be done this year.',
        ar: 'يعيد خمس عشرة سنة إلى ما يمكن فعله هذا العام.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Help along', ar: 'نشجّع' },
        { en: 'Prevent', ar: 'نمنع' },
        { en: 'Watch', ar: 'نراقب' },
      ],
      backgroundAlt: {
        en: 'Three columns: help along, prevent, watch.',
        ar: 'ثلاثة أعمدة: نشجّع، نمنع، نراقب.',
      },
      reportHeading: { en: 'What follows for us', ar: 'ما يترتب علينا' },
      place: { column: 1, row: 3, columns: 3 },
    },
  ],
  steps: [
    {
      key: 'agenda',
      title: { en: 'What we do today', ar: 'ما نفعله اليوم' },
      minutes: 5,
      mode: 'brief',
      zones: ['wheel'],
      prompt: {
        en: 'One change, three rings. We ask “and then?” again and again.',
        ar: 'تغيّر واحد وثلاث حلقات. نسأل «ثم ماذا؟» مرة بعد مرة.',
      },
      notes: {
        en: 'A wheel works for six to eight people; a larger group makes a second board. It shows effects, not blind spots: invite somebody who thinks differently.',
        ar: 'تناسب العجلة ستة إلى ثمانية أشخاص؛ ولمجموعة أكبر لوحة ثانية. إنها تُظهر الآثار لا النقاط العمياء: ادعوا من يفكر بطريقة أخرى.',
      },
    },
    {
      key: 'change',
      title: { en: 'The change', ar: 'التغيّر' },
      minutes: 10,
      mode: 'open',
      zones: ['change'],
      prompt: { en: 'What has happened? Say it in the past tense.', ar: 'ما الذي حدث؟ قولوه بصيغة الماضي.' },
      notes: {
        en: 'Bring a draft. Make it narrow until everybody sees the same thing: not “AI”, but “every clinic on the islands has an AI interpreter”. Put it into the middle of the wheel.',
        ar: 'أحضروا مسودة. ضيّقوها حتى يرى الجميع الشيء نفسه: لا «الذكاء الاصطناعي» بل «لكل عيادة في الجزر مترجم ذكي». ضعوها في وسط العجلة.',
      },
      feeds: ['wheel'],
    },
    ring({
      key: 'ring-1',
      title: { en: 'Within a year', ar: 'خلال سنة' },
      prompt: {
        en: 'What happens first because of it? Good and bad, one effect on each note.',
        ar: 'ما الذي يحدث أولًا بسببه؟ الجيد والسيئ، أثر في كل ملاحظة.',
      },
      notes: {
        en: 'Five to eight effects are enough. Think of people, money, rules, nature, technology. Mark each as good, bad or both.',
        ar: 'تكفي خمسة إلى ثمانية آثار. فكّروا في الناس والمال والقواعد والطبيعة والتقنية. حددوا كل أثر: جيد أو سيئ أو كلاهما.',
      },
    }),
    ring({
      key: 'ring-2',
      title: { en: 'Two to five years', ar: 'من سنتين إلى خمس' },
      prompt: {
        en: 'Take one effect of the first ring: and then? Draw an arrow to what follows.',
        ar: 'خذوا أثرًا من الحلقة الأولى: ثم ماذا؟ ارسموا سهمًا إلى ما يترتب.',
      },
      notes: {
        en: 'Two effects from each note of the first ring. If all are good, ask who loses.',
        ar: 'أثران من كل ملاحظة في الحلقة الأولى. إن كانت كلها جيدة فاسألوا من يخسر.',
      },
    }),
    ring({
      key: 'ring-3',
      title: { en: 'Five to fifteen years', ar: 'من خمس إلى خمس عشرة سنة' },
      prompt: {
        en: 'And then? What has become normal by that time?',
        ar: 'ثم ماذا؟ ما الذي صار عاديًا حينها؟',
      },
      notes: {
        en: 'Allow strange things: they need only follow from a note further in. Two notes may lead to the same effect.',
        ar: 'اسمحوا بالغريب: يكفي أن يترتب على ملاحظة في الداخل. وقد تقود ملاحظتان إلى الأثر نفسه.',
      },
    }),
    {
      key: 'debrief',
      title: { en: 'Step back', ar: 'نظرة من بعيد' },
      minutes: 15,
      mode: 'open',
      zones: ['wheel', 'debrief'],
      prompt: {
        en: 'Which effects hang together? What surprises you, and who is hit?',
        ar: 'أي آثار تترابط؟ ما الذي فاجأكم، ومن المتضرر؟',
      },
      notes: {
        en: 'Three minutes of silent reading first. Ask each person for one observation.',
        ar: 'ثلاث دقائق قراءة صامتة أولًا. اطلبوا من كل شخص ملاحظة واحدة.',
      },
      feeds: ['so-what'],
    },
    {
      key: 'so-what',
      title: { en: 'What we do', ar: 'ما نفعله' },
      minutes: 5,
      mode: 'open',
      zones: ['so-what'],
      prompt: {
        en: 'One thing to help along, one to prevent, one to watch.',
        ar: 'أمر نشجعه وأمر نمنعه وأمر نراقبه.',
      },
      notes: {
        en: 'An effect that many arrows reach is a good place to begin. Say who carries it on.',
        ar: 'الأثر الذي تصله أسهم كثيرة بداية جيدة. قولوا من يتابعه.',
      },
    },
  ],
}
