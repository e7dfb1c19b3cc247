import type { AmountField, ChoiceField, DateField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, dueField, moneyField, numberField, ownerField } from '../parts/fields.ts'
import type { Template, TemplateZone } from '../template.ts'

const relief: ChoiceField = {
  kind: 'choice',
  key: 'relief',
  label: { en: 'Kind of relief', ar: 'نوع التيسير' },
  options: [
    { value: 'waiver', word: { en: 'Waiver', ar: 'إعفاء' }, symbol: '○', tone: 'neutral' },
    { value: 'no-action', word: { en: 'No-action letter', ar: 'خطاب عدم ملاحقة' }, symbol: '◇', tone: 'neutral' },
    { value: 'guidance', word: { en: 'Guidance', ar: 'إرشاد' }, symbol: '□', tone: 'neutral' },
  ],
}

const people: AmountField = {
  kind: 'amount',
  key: 'people',
  label: { en: 'At most', ar: 'على الأكثر' },
  unit: { en: 'people', ar: 'شخصًا' },
}
const ends: DateField = { kind: 'date', key: 'ends', label: { en: 'Ends on', ar: 'ينتهي في' } }

const framing: readonly TemplateZone[] = [
  {
    key: 'problem',
    heading: { en: 'Problem and public value', ar: 'المشكلة والقيمة العامة' },
    prompt: {
      en: 'Which barrier stands in the way of whom? What is lost today because of it?',
      ar: 'أي عائق يقف في طريق من؟ وما الذي يضيع اليوم بسببه؟',
    },
    purpose: {
      en: 'A precise problem: without it there is nothing to relax and nothing to learn.',
      ar: 'مشكلة محددة: من دونها لا شيء نيسّره ولا شيء نتعلمه.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 9,
    background: 'columns',
    labels: [
      { en: 'The barrier', ar: 'العائق' },
      { en: 'For whom', ar: 'لمن' },
      { en: 'Lost today', ar: 'ما يضيع اليوم' },
    ],
    backgroundAlt: {
      en: 'Three columns: the barrier, for whom, what is lost today.',
      ar: 'ثلاثة أعمدة: العائق، ولمن، وما يضيع اليوم.',
    },
    fields: [basisField],
    place: { column: 0, row: 0 },
  },
  {
    key: 'rule',
    heading: { en: 'Rule in question', ar: 'القاعدة موضع السؤال' },
    prompt: {
      en: 'Which words of which rule? Who owns it, what relief is possible, on what legal basis?',
      ar: 'أي نص من أي قاعدة؟ من يملكها، وأي تيسير ممكن، وعلى أي أساس قانوني؟',
    },
    purpose: {
      en: 'Shows whether the law already allows an experiment, and whose decision it is.',
      ar: 'تُظهر إن كان القانون يسمح بتجربة أصلًا، ولمن القرار.',
    },
    noteKinds: ['note', 'text', 'picture'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'The words', ar: 'النص' },
      { en: 'Who owns the rule', ar: 'من يملك القاعدة' },
      { en: 'Relief', ar: 'التيسير' },
      { en: 'Legal basis', ar: 'الأساس القانوني' },
    ],
    backgroundAlt: {
      en: 'Four cards: the words of the rule, who owns it, the relief, the legal basis.',
      ar: 'أربع بطاقات: نص القاعدة، ومن يملكها، والتيسير، والأساس القانوني.',
    },
    fields: [relief],
    place: { column: 1, row: 0 },
  },
  {
    key: 'hypothesis',
    heading: { en: 'Hypothesis', ar: 'الفرضية' },
    prompt: {
      en: 'If we allow this under these conditions, then that happens, and we will see it by …',
      ar: 'إن سمحنا بهذا ضمن هذه الشروط فسيحدث ذلك، وسنراه من خلال…',
    },
    purpose: {
      en: 'What the experiment must prove or disprove.',
      ar: 'ما على التجربة أن تثبته أو تنفيه.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'If we allow …', ar: 'إن سمحنا بـ…' },
      { en: 'on condition that …', ar: 'بشرط أن…' },
      { en: 'then …', ar: 'فإن…' },
      { en: 'measured by …', ar: 'ويُقاس بـ…' },
    ],
    backgroundAlt: {
      en: 'Four cards that make one sentence: if we allow, on condition that, then, measured by.',
      ar: 'أربع بطاقات تؤلف جملة واحدة: إن سمحنا، بشرط أن، فإن، ويُقاس بـ.',
    },
    place: { column: 2, row: 0 },
  },
  {
    key: 'entry',
    heading: { en: 'Who may enter', ar: 'من يمكنه الدخول' },
    prompt: {
      en: 'What must applicants show? Who chooses them, and how can everybody see why?',
      ar: 'ماذا على المتقدمين أن يُظهروا؟ من يختارهم، وكيف يرى الجميع السبب؟',
    },
    purpose: {
      en: 'Open, equal conditions, so that the experiment is no favour.',
      ar: 'شروط معلنة ومتساوية، فلا تكون التجربة محاباة.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'It is new', ar: 'الجدّة' },
      { en: 'People benefit', ar: 'نفع الناس' },
      { en: 'It needs relief', ar: 'الحاجة إلى التيسير' },
      { en: 'It is ready', ar: 'الجاهزية' },
    ],
    backgroundAlt: {
      en: 'Four cards: it is new, people benefit, it needs relief, it is ready.',
      ar: 'أربع بطاقات: الجدّة، ونفع الناس، والحاجة إلى التيسير، والجاهزية.',
    },
    place: { column: 3, row: 0 },
  },
]

const design: readonly TemplateZone[] = [
  {
    key: 'limits',
    heading: { en: 'Test limits', ar: 'حدود الاختبار' },
    prompt: {
      en: 'How long, where, how many people, how much money, which data? Numbers, not “small”.',
      ar: 'كم المدة، وأين، وكم شخصًا، وكم من المال، وأي بيانات؟ أرقام لا «قليل».',
    },
    purpose: {
      en: 'Keeps harm small and the end in sight.',
      ar: 'تُبقي الضرر صغيرًا والنهاية منظورة.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 10,
    background: 'cards',
    labels: [
      { en: 'How long', ar: 'المدة' },
      { en: 'Where', ar: 'المكان' },
      { en: 'People', ar: 'الأشخاص' },
      { en: 'Money', ar: 'المال' },
      { en: 'Data', ar: 'البيانات' },
      { en: 'Channels', ar: 'القنوات' },
    ],
    backgroundAlt: {
      en: 'Six cards: how long, where, people, money, data, channels.',
      ar: 'ست بطاقات: المدة، والمكان، والأشخاص، والمال، والبيانات، والقنوات.',
    },
    fields: [ends, people, moneyField],
    place: { column: 0, row: 1 },
  },
  {
    key: 'safeguards',
    heading: { en: 'Safeguards', ar: 'الضمانات' },
    prompt: {
      en: 'What protects those who take part? When do we stop at once, and who presses the button?',
      ar: 'ما الذي يحمي المشاركين؟ متى نتوقف فورًا، ومن يقرر ذلك؟',
    },
    purpose: {
      en: 'Protection in proportion to the risk, agreed before anybody is exposed.',
      ar: 'حماية بقدر الخطر، متفق عليها قبل أن يتعرض له أحد.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'cards',
    labels: [
      { en: 'Consent', ar: 'الموافقة' },
      { en: 'Disclosure', ar: 'الإفصاح' },
      { en: 'Caps', ar: 'السقوف' },
      { en: 'Redress', ar: 'جبر الضرر' },
      { en: 'Insurance', ar: 'التأمين' },
      { en: 'Stop rule', ar: 'قاعدة التوقف' },
    ],
    backgroundAlt: {
      en: 'Six cards: consent, disclosure, caps, redress, insurance, stop rule.',
      ar: 'ست بطاقات: الموافقة، والإفصاح، والسقوف، وجبر الضرر، والتأمين، وقاعدة التوقف.',
    },
    fields: [ownerField],
    place: { column: 1, row: 1 },
  },
  {
    key: 'evidence',
    heading: { en: 'Evidence', ar: 'الأدلة' },
    prompt: {
      en: 'What do we measure, from which baseline? What is good enough, who measures, how often?',
      ar: 'ماذا نقيس، وانطلاقًا من أي خط أساس؟ ما الذي يكفي، ومن يقيس، وكل متى؟',
    },
    purpose: {
      en: 'Thresholds set beforehand, so that nobody moves the goal afterwards.',
      ar: 'عتبات تُحدَّد مسبقًا، فلا يحرّك أحد المرمى لاحقًا.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 20,
    background: 'table',
    labels: [
      { en: 'Indicator', ar: 'المؤشر' },
      { en: 'Baseline', ar: 'خط الأساس' },
      { en: 'Threshold', ar: 'العتبة' },
      { en: 'Who measures', ar: 'من يقيس' },
      { en: 'Reported', ar: 'موعد التقرير' },
    ],
    rows: [
      { en: 'Benefit', ar: 'المنفعة' },
      { en: 'Harm', ar: 'الضرر' },
    ],
    backgroundAlt: {
      en: 'A table with two rows, benefit and harm, and five columns: indicator, baseline, threshold, who measures, when it is reported.',
      ar: 'جدول من صفين، المنفعة والضرر، وخمسة أعمدة: المؤشر، وخط الأساس، والعتبة، ومن يقيس، وموعد التقرير.',
    },
    fields: [numberField, dueField],
    place: { column: 2, row: 1, columns: 2 },
  },
]

const rules: readonly TemplateZone[] = [
  {
    key: 'governance',
    heading: { en: 'Governance', ar: 'الحوكمة' },
    prompt: {
      en: 'Who decides, who advises, who has a stake? What is published, and when?',
      ar: 'من يقرر، ومن يشير، ومن له مصلحة؟ ماذا يُنشر، ومتى؟',
    },
    purpose: {
      en: 'Names for every role, and no conflict of interest left unsaid.',
      ar: 'اسم لكل دور، ولا تضارب مصالح يُسكت عنه.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 8,
    background: 'cards',
    labels: [
      { en: 'Decides', ar: 'يقرر' },
      { en: 'Advises', ar: 'يشير' },
      { en: 'Has a stake', ar: 'له مصلحة' },
      { en: 'Published', ar: 'يُنشر' },
    ],
    backgroundAlt: {
      en: 'Four cards: who decides, who advises, who has a stake, what is published.',
      ar: 'أربع بطاقات: من يقرر، ومن يشير، ومن له مصلحة، وما يُنشر.',
    },
    fields: [ownerField],
    place: { column: 0, row: 2 },
  },
  {
    key: 'inclusion',
    heading: { en: 'Inclusion', ar: 'الشمول' },
    prompt: {
      en: 'Who could be harmed or left out? How are they heard before, during and after?',
      ar: 'من قد يتضرر أو يُستبعد؟ وكيف يُسمع صوته قبل التجربة وأثناءها وبعدها؟',
    },
    purpose: {
      en: 'People who are not in the room count as much as those who apply.',
      ar: 'من ليس في القاعة له وزن من يتقدم بطلب.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 10,
    background: 'columns',
    labels: [
      { en: 'Harmed or left out', ar: 'من يتضرر أو يُستبعد' },
      { en: 'How they are heard', ar: 'كيف يُسمع صوته' },
    ],
    backgroundAlt: {
      en: 'Two columns: who is harmed or left out, and how they are heard.',
      ar: 'عمودان: من يتضرر أو يُستبعد، وكيف يُسمع صوته.',
    },
    fields: [basisField],
    place: { column: 1, row: 2 },
  },
  {
    key: 'exit',
    heading: { en: 'Exit', ar: 'الخروج' },
    prompt: {
      en: 'Which result leads to which end? What becomes of the people who took part, and of their data?',
      ar: 'أي نتيجة تقود إلى أي نهاية؟ وماذا يصير بالمشاركين وببياناتهم؟',
    },
    purpose: {
      en: 'The end is decided before the beginning: nothing is permanent by accident.',
      ar: 'تُقرَّر النهاية قبل البداية: لا شيء يصبح دائمًا بالمصادفة.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 15,
    background: 'columns',
    labels: [
      { en: 'Adopt if …', ar: 'نعتمد إن…' },
      { en: 'Adapt if …', ar: 'نعدّل إن…' },
      { en: 'Extend if …', ar: 'نمدّد إن…' },
      { en: 'Stop if …', ar: 'نوقف إن…' },
      { en: 'People and data', ar: 'الناس والبيانات' },
    ],
    backgroundAlt: {
      en: 'Five columns: adopt, adapt, extend or stop, each with its condition, and what becomes of people and data.',
      ar: 'خمسة أعمدة: نعتمد أو نعدّل أو نمدّد أو نوقف، لكل منها شرطه، ثم ما يصير بالناس والبيانات.',
    },
    fields: [numberField],
    place: { column: 2, row: 2, columns: 2 },
  },
  {
    key: 'policy',
    heading: { en: 'Learning into policy', ar: 'من التعلّم إلى السياسة' },
    prompt: {
      en: 'If it works, which text changes, who changes it, and by when? Who must hear of it early?',
      ar: 'إن نجحت، أي نص يتغير، ومن يغيّره، ومتى؟ ومن يجب أن يعلم مبكرًا؟',
    },
    purpose: {
      en: 'An experiment that nobody is waiting for changes nothing.',
      ar: 'تجربة لا ينتظرها أحد لا تغيّر شيئًا.',
    },
    noteKinds: ['note', 'text'],
    isVotable: false,
    capacity: 12,
    background: 'steps',
    labels: [
      { en: 'Text that would change', ar: 'النص الذي يتغير' },
      { en: 'Who changes it', ar: 'من يغيّره' },
      { en: 'What they need from us', ar: 'ما يحتاجون إليه منا' },
      { en: 'By when', ar: 'متى' },
    ],
    backgroundAlt: {
      en: 'Four arrows in a row: the text that would change, who changes it, what they need from us, by when.',
      ar: 'أربعة أسهم متتالية: النص الذي يتغير، ومن يغيّره، وما يحتاجون إليه منا، ومتى.',
    },
    fields: [ownerField, dueField],
    place: { column: 0, row: 3, columns: 2 },
  },
]

export const policyExperiment: Template = {
  id: 'policy-experiment-canvas',
  version: 1,
  title: { en: 'Policy experiment canvas', ar: 'مخطط تجربة السياسات' },
  summary: {
    en: 'Plan a regulatory sandbox or a trial of a rule: the question, the limits, the safeguards, the evidence and the way out.',
    ar: 'خططوا لبيئة تنظيمية تجريبية أو لتجربة قاعدة: السؤال والحدود والضمانات والأدلة وطريق الخروج.',
  },
  category: 'policy',
  people: { min: 4, max: 15 },
  minutes: 120,
  stage: 'sprint',
  origin: {
    en: 'Our own canvas, on published principles for regulatory sandboxes, among them ANZSOG’s work on designing them.',
    ar: 'مخطط من إعدادنا، على مبادئ منشورة للبيئات التنظيمية التجريبية، منها عمل ANZSOG عن تصميمها.',
  },
  zones: [
    ...framing,
    ...design,
    ...rules,
    {
      key: 'what-could-go-wrong',
      heading: { en: 'What could go wrong?', ar: 'ما الذي قد يسوء؟' },
      prompt: {
        en: 'Think like a cheat, a journalist, a mother, a judge. What have we missed?',
        ar: 'فكروا كمحتال وصحفي وأم وقاضٍ. ما الذي فاتنا؟',
      },
      purpose: {
        en: 'Finds holes while they are still cheap to close.',
        ar: 'تكشف الثغرات ما دام سدّها رخيصًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 20,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each hole.', ar: 'شبكة من الأماكن، مكان لكل ثغرة.' },
      place: { column: 2, row: 3 },
    },
    actionsZone({ column: 3, row: 3 }),
  ],
  steps: [
    {
      key: 'problem',
      title: { en: 'Problem and rule', ar: 'المشكلة والقاعدة' },
      minutes: 15,
      mode: 'open',
      zones: ['problem', 'rule'],
      prompt: {
        en: 'Which words of which rule keep which good from happening?',
        ar: 'أي نص من أي قاعدة يمنع أي خير من أن يحدث؟',
      },
      notes: {
        en: 'Have the text of the rule at hand and somebody who owns it in the room. If the law already allows it, you need no sandbox: stop and celebrate.',
        ar: 'ليكن نص القاعدة في متناولكم ومن يملكها حاضرًا. إن كان القانون يسمح أصلًا فلا حاجة إلى بيئة تجريبية: توقفوا واحتفلوا.',
      },
    },
    {
      key: 'hypothesis',
      title: { en: 'Hypothesis', ar: 'الفرضية' },
      minutes: 10,
      mode: 'open',
      zones: ['hypothesis'],
      prompt: {
        en: 'One sentence: if we allow …, on condition that …, then …, measured by …',
        ar: 'جملة واحدة: إن سمحنا بـ… بشرط أن… فإن… ويُقاس بـ…',
      },
      notes: {
        en: 'Could it turn out false? If not, it is no hypothesis yet.',
        ar: 'هل يمكن أن يتبين خطؤها؟ إن لم يمكن فليست فرضية بعد.',
      },
    },
    {
      key: 'entry-limits',
      title: { en: 'Who enters, within what limits', ar: 'من يدخل وضمن أي حدود' },
      minutes: 15,
      mode: 'tables',
      zones: ['entry', 'limits'],
      prompt: {
        en: 'Two groups: one says who may enter, one sets the limits. Numbers and dates.',
        ar: 'مجموعتان: واحدة تحدد من يدخل، وواحدة تضع الحدود. أرقام وتواريخ.',
      },
      notes: {
        en: 'After ten minutes each group reads the other’s zone aloud. “Small” and “short” become numbers.',
        ar: 'بعد عشر دقائق تقرأ كل مجموعة منطقة الأخرى بصوت مسموع. «قليل» و«قصير» يصيران أرقامًا.',
      },
    },
    {
      key: 'protect',
      title: { en: 'Safeguards and inclusion', ar: 'الضمانات والشمول' },
      minutes: 20,
      mode: 'tables',
      zones: ['safeguards', 'inclusion'],
      prompt: {
        en: 'Who could be harmed, who is left out, and what protects them? Then change groups.',
        ar: 'من قد يتضرر، ومن يُستبعد، وما الذي يحميه؟ ثم تبادلوا المجموعات.',
      },
      notes: {
        en: 'Change groups after ten minutes. Every card under “Safeguards” ends with a name. The stop rule is a number and a person.',
        ar: 'تبادلوا المجموعات بعد عشر دقائق. كل بطاقة في «الضمانات» تنتهي باسم. وقاعدة التوقف رقم وشخص.',
      },
    },
    {
      key: 'evidence',
      title: { en: 'Evidence', ar: 'الأدلة' },
      minutes: 15,
      mode: 'open',
      zones: ['evidence'],
      prompt: {
        en: 'One indicator for the benefit, one for the harm. From which number to which?',
        ar: 'مؤشر للمنفعة ومؤشر للضرر. من أي رقم إلى أي رقم؟',
      },
      notes: {
        en: 'No baseline? Then measuring it is the first action. Three indicators are plenty.',
        ar: 'لا خط أساس؟ إذن قياسه هو الإجراء الأول. ثلاثة مؤشرات تكفي وزيادة.',
      },
    },
    {
      key: 'govern-exit',
      title: { en: 'Governance and exit', ar: 'الحوكمة والخروج' },
      minutes: 15,
      mode: 'open',
      zones: ['governance', 'exit'],
      prompt: {
        en: 'Who decides in the end, on which result? What becomes of people and data?',
        ar: 'من يقرر في النهاية، وبناءً على أي نتيجة؟ وماذا يصير بالناس والبيانات؟',
      },
      notes: {
        en: 'Write the four endings before anybody knows the result. Each is a condition, not a mood.',
        ar: 'اكتبوا النهايات الأربع قبل أن يعرف أحد النتيجة. كل منها شرط لا مزاج.',
      },
    },
    {
      key: 'what-could-go-wrong',
      title: { en: 'What could go wrong?', ar: 'ما الذي قد يسوء؟' },
      minutes: 6,
      mode: 'private',
      isAnonymous: true,
      zones: ['what-could-go-wrong'],
      prompt: {
        en: 'Write alone, without names: how would this fail, or be abused?',
        ar: 'اكتبوا فرديًا وبلا أسماء: كيف قد تفشل هذه التجربة أو يُساء استغلالها؟',
      },
      notes: {
        en: 'Without names, because the boldest doubts belong to those who have most to lose.',
        ar: 'بلا أسماء، لأن أجرأ الشكوك عند من لديه الأكثر ليخسره.',
      },
    },
    {
      key: 'vote',
      title: { en: 'The greatest holes', ar: 'أكبر الثغرات' },
      minutes: 4,
      mode: 'vote',
      zones: ['what-could-go-wrong'],
      prompt: {
        en: 'Three votes each: which hole must be closed before we begin?',
        ar: 'ثلاثة أصوات لكل شخص: أي ثغرة يجب سدّها قبل أن نبدأ؟',
      },
      notes: {
        en: 'The first three go back into safeguards, limits or exit.',
        ar: 'تعود الثلاث الأولى إلى الضمانات أو الحدود أو الخروج.',
      },
      feeds: ['safeguards', 'limits', 'exit'],
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'policy',
      title: { en: 'Into policy', ar: 'إلى السياسة' },
      minutes: 10,
      mode: 'open',
      zones: ['policy', 'safeguards'],
      prompt: {
        en: 'Close the first three holes. Then: which text would change, and who is waiting for it?',
        ar: 'سدّوا الثغرات الثلاث الأولى. ثم: أي نص قد يتغير، ومن ينتظره؟',
      },
      notes: {
        en: 'Name the next moment when the text is open anyway: a review, a budget, a new licence.',
        ar: 'سمّوا أقرب موعد يُفتح فيه النص أصلًا: مراجعة أو موازنة أو ترخيص جديد.',
      },
    },
    {
      key: 'close',
      title: { en: 'Who does what', ar: 'من يفعل ماذا' },
      minutes: 10,
      mode: 'open',
      zones: ['actions'],
      prompt: {
        en: 'Who drafts, who asks the owner of the rule, who measures the baseline, by when?',
        ar: 'من يكتب المسودة، ومن يسأل صاحب القاعدة، ومن يقيس خط الأساس، ومتى؟',
      },
      notes: {
        en: 'Read the hypothesis aloud once more and ask: would you sign this?',
        ar: 'اقرؤوا الفرضية مرة أخرى بصوت مسموع واسألوا: هل توقّعون على هذا؟',
      },
    },
  ],
}
