import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { evidenceField, numberField, ownerField } from '../parts/fields.ts'
import type { Template, TemplateZone } from '../template.ts'

const standing: ChoiceField = {
  kind: 'choice',
  key: 'standing',
  label: { en: 'Against the plan', ar: 'مقارنة بالخطة' },
  options: [
    { value: 'ahead', word: { en: 'Better than planned', ar: 'أفضل من المخطط' }, symbol: '▲', tone: 'good' },
    { value: 'on-plan', word: { en: 'As planned', ar: 'كما خُطط' }, symbol: '●', tone: 'good' },
    { value: 'behind', word: { en: 'Behind', ar: 'متأخر' }, symbol: '◆', tone: 'fair' },
    { value: 'off-plan', word: { en: 'Off the plan', ar: 'بعيد عن الخطة' }, symbol: '▼', tone: 'poor' },
  ],
}

const badge: ChoiceField = {
  kind: 'choice',
  key: 'criterion',
  label: { en: 'Criterion', ar: 'المعيار' },
  options: [
    { value: 'met', word: { en: 'Met', ar: 'مستوفى' }, symbol: '✓', tone: 'good' },
    { value: 'partly', word: { en: 'Partly met', ar: 'مستوفى جزئيًا' }, symbol: '◐', tone: 'fair' },
    { value: 'open', word: { en: 'Not yet', ar: 'ليس بعد' }, symbol: '○', tone: 'neutral' },
  ],
}

const areas: TemplateZone = {
  key: 'areas',
  heading: { en: 'Five areas of work', ar: 'خمسة مجالات للعمل' },
  prompt: {
    en: 'Row by row: what did we do, what came of it, what did we learn, what is next? Link the evidence.',
    ar: 'صفًا بعد صف: ماذا فعلنا، وماذا نتج، وماذا تعلمنا، وما التالي؟ اربطوا بالدليل.',
  },
  purpose: {
    en: 'The year in the same five rows for every centre, so that centres can learn from each other.',
    ar: 'السنة في الصفوف الخمسة نفسها لكل مركز، ليتعلم بعضها من بعض.',
  },
  noteKinds: ['note', 'text', 'picture'],
  isVotable: false,
  capacity: 80,
  background: 'table',
  labels: [
    { en: 'What we did', ar: 'ما فعلناه' },
    { en: 'What came of it', ar: 'ما نتج عنه' },
    { en: 'What changed', ar: 'ما الذي تغيّر' },
    { en: 'Plan and actual', ar: 'المخطط والفعلي' },
    { en: 'Lesson for others', ar: 'درس لغيرنا' },
    { en: 'Next year', ar: 'السنة القادمة' },
    { en: 'Help we need', ar: 'ما نحتاج إليه' },
  ],
  rows: [
    { en: 'Foresight', ar: 'الاستشراف' },
    { en: 'Clusters', ar: 'تجمّعات الابتكار' },
    { en: 'Policy trials', ar: 'تجارب السياسات' },
    { en: 'Start-ups', ar: 'الشركات الناشئة' },
    { en: 'Co-design', ar: 'التصميم المشترك' },
  ],
  backgroundAlt: {
    en: 'A table with five rows, foresight, innovation clusters, policy trials, start-ups, co-design with beneficiaries, and seven columns: what we did, what came of it, what changed, plan and actual, lesson for others, next year, help we need.',
    ar: 'جدول من خمسة صفوف، الاستشراف وتجمّعات الابتكار وتجارب السياسات والشركات الناشئة والتصميم المشترك مع المستفيدين، وسبعة أعمدة: ما فعلناه، وما نتج عنه، وما الذي تغيّر، والمخطط والفعلي، ودرس لغيرنا، والسنة القادمة، وما نحتاج إليه.',
  },
  fields: [standing, numberField, evidenceField, ownerField],
  place: { column: 0, row: 1, columns: 3, rows: 2 },
}

export const accelerationCentreReview: Template = {
  id: 'acceleration-centre-review',
  version: 2,
  title: { en: 'Acceleration Centre annual review', ar: 'المراجعة السنوية لمركز التسريع' },
  summary: {
    en: 'A centre looks back on its year in five areas, hears two peers, and agrees on next year and the help it needs.',
    ar: 'مركز ينظر إلى سنته في خمسة مجالات، ويستمع إلى مركزين نظيرين، ويتفق على السنة القادمة وما يحتاج إليه.',
  },
  category: 'ecosystem',
  people: { min: 5, max: 20 },
  minutes: 120,
  stage: 'any',
  origin: {
    en: 'Our own proposal, on the five areas of work that ITU’s Development Bureau names for Acceleration Centres. The criteria of the badge are not public; put in your own.',
    ar: 'مقترح من إعدادنا، على مجالات العمل الخمسة التي يذكرها مكتب تنمية الاتصالات في الاتحاد الدولي للاتصالات لمراكز التسريع. معايير الشارة غير منشورة؛ فضعوا معاييركم.',
  },
  zones: [
    {
      key: 'story',
      heading: { en: 'Story of the year', ar: 'قصة السنة' },
      prompt: {
        en: 'When did it go well, when not, what turned things round? Pictures tell more than reports.',
        ar: 'متى سارت الأمور جيدًا، ومتى لم تسر، وما الذي غيّر مجراها؟ الصور تقول أكثر من التقارير.',
      },
      purpose: {
        en: 'People remember the year together before they judge it.',
        ar: 'يتذكر الناس السنة معًا قبل أن يحكموا عليها.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 24,
      background: 'steps',
      labels: [
        { en: 'January to March', ar: 'يناير إلى مارس' },
        { en: 'April to June', ar: 'أبريل إلى يونيو' },
        { en: 'July to September', ar: 'يوليو إلى سبتمبر' },
        { en: 'October to December', ar: 'أكتوبر إلى ديسمبر' },
      ],
      backgroundAlt: {
        en: 'Four arrows in a row, one for each quarter of the year.',
        ar: 'أربعة أسهم متتالية، سهم لكل ربع من السنة.',
      },
      place: { column: 0, row: 0, columns: 2 },
    },
    {
      key: 'badge',
      heading: { en: 'Badge', ar: 'الشارة' },
      reportHeading: { en: 'Criteria of the badge', ar: 'معايير الشارة' },
      prompt: {
        en: 'One note for each criterion: met, partly met, or not yet? Show where one can see it.',
        ar: 'ملاحظة لكل معيار: مستوفى أم جزئيًا أم ليس بعد؟ وأين يُرى ذلك؟',
      },
      purpose: {
        en: 'A checklist that the centre keeps itself; put the criteria that hold for you.',
        ar: 'قائمة يحتفظ بها المركز نفسه؛ ضعوا المعايير التي تسري عليكم.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 18,
      background: 'cards',
      labels: [
        { en: 'Country-owned', ar: 'ملكية وطنية' },
        { en: 'Team and place', ar: 'الفريق والمكان' },
        { en: 'Five areas', ar: 'خمسة مجالات' },
        { en: 'Results', ar: 'نتائج مقيسة' },
        { en: 'Shares', ar: 'مشاركة' },
        { en: 'Our own', ar: 'معيارنا' },
      ],
      backgroundAlt: {
        en: 'Six cards for criteria: owned by the country, team and place, work in five areas, measured results, shares with peers, our own.',
        ar: 'ست بطاقات للمعايير: ملكية وطنية، والفريق والمكان، وعمل في خمسة مجالات، ونتائج مقيسة، ومشاركة مع النظراء، ومعيارنا الخاص.',
      },
      fields: [badge, evidenceField],
      place: { column: 2, row: 0, columns: 2 },
    },
    areas,
    {
      key: 'peers',
      heading: { en: 'What our peers say', ar: 'ما يقوله النظراء' },
      prompt: {
        en: 'Two other centres: what stands out, what would you ask us, what would you do next?',
        ar: 'مركزان آخران: ما اللافت، وعمّ تسألوننا، وماذا كنتم ستفعلون بعد ذلك؟',
      },
      purpose: {
        en: 'Eyes from outside that know the work; and lessons that travel.',
        ar: 'عيون من الخارج تعرف العمل؛ ودروس تنتقل.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 18,
      background: 'lanes',
      labels: [
        { en: 'Stands out', ar: 'لافت' },
        { en: 'We would ask', ar: 'نسألكم' },
        { en: 'We would try', ar: 'كنا سنجرّب' },
        { en: 'We take home', ar: 'نأخذه معنا' },
      ],
      backgroundAlt: {
        en: 'Four lanes: stands out, we would ask, we would try, we take home.',
        ar: 'أربعة مسارات: لافت، ونسألكم، وكنا سنجرّب، ونأخذه معنا.',
      },
      place: { column: 3, row: 1, rows: 2 },
    },
    {
      key: 'priorities',
      heading: { en: 'Priorities', ar: 'الأولويات' },
      prompt: {
        en: 'What would make next year a good one? One on each note, small enough to be finished.',
        ar: 'ما الذي يجعل السنة القادمة سنة جيدة؟ واحدة في كل ملاحظة، وصغيرة بما يكفي لتُنجز.',
      },
      purpose: {
        en: 'Chooses three things, and lets the others wait.',
        ar: 'تختار ثلاثة أمور وتدع غيرها ينتظر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 16,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each priority.', ar: 'شبكة من الأماكن، مكان لكل أولوية.' },
      place: { column: 0, row: 3, columns: 2 },
    },
    actionsZone({ column: 2, row: 3, columns: 2 }),
  ],
  steps: [
    {
      key: 'story',
      title: { en: 'Story of the year', ar: 'قصة السنة' },
      minutes: 15,
      mode: 'open',
      zones: ['story'],
      prompt: {
        en: 'Put down a moment of the year that you remember, good or bad. A picture if you have one.',
        ar: 'ضعوا لحظة من السنة تتذكرونها، حلوة أو مرة. وصورة إن وُجدت.',
      },
      notes: {
        en: 'Five minutes to write, ten to tell. Invite staff, people the centre worked for, and two other centres; they may join online.',
        ar: 'خمس دقائق للكتابة وعشر للحكاية. ادعوا العاملين ومن عمل المركز لأجلهم ومركزين آخرين؛ ولهم الحضور عن بُعد.',
      },
    },
    {
      key: 'areas',
      title: { en: 'Five areas', ar: 'خمسة مجالات' },
      minutes: 25,
      mode: 'open',
      zones: ['areas'],
      feeds: ['priorities'],
      prompt: {
        en: 'Take the row you know best. What was done, what came of it, what changed for whom?',
        ar: 'خذوا الصف الذي تعرفونه أكثر. ماذا فُعل، وماذا نتج، وما الذي تغيّر ولمن؟',
      },
      notes: {
        en: 'Fill in the figures beforehand: plan and actual as numbers. Two to four people for each row. “What changed” is what others do differently, not what the centre held.',
        ar: 'املؤوا الأرقام مسبقًا: المخطط والفعلي رقمًا. شخصان إلى أربعة لكل صف. «ما الذي تغيّر» هو ما صار الآخرون يفعلونه، لا ما أقامه المركز.',
      },
    },
    {
      key: 'rate',
      title: { en: 'Rate alone', ar: 'تقييم فردي' },
      minutes: 10,
      mode: 'private',
      zones: ['areas'],
      prompt: {
        en: 'One note in “Plan and actual” for each row: better, as planned, behind, off the plan? And why.',
        ar: 'ملاحظة في «المخطط والفعلي» لكل صف: أفضل، كما خُطط، متأخر، بعيد عن الخطة؟ والسبب.',
      },
      notes: {
        en: 'Nobody sees the others’ ratings before you reveal them. Not knowing is an answer: leave the row out.',
        ar: 'لا يرى أحد تقييم غيره قبل العرض. وعدم المعرفة جواب: اتركوا الصف.',
      },
    },
    {
      key: 'compare',
      title: { en: 'Compare', ar: 'مقارنة' },
      minutes: 15,
      mode: 'open',
      zones: ['areas', 'badge'],
      prompt: {
        en: 'Where do we see it differently? What does that say about the evidence, and about the badge?',
        ar: 'أين نراه مختلفًا؟ وماذا يقول ذلك عن الأدلة وعن الشارة؟',
      },
      notes: {
        en: 'Talk only about rows where the ratings are apart. Then go through the criteria of the badge, a minute each.',
        ar: 'تحدثوا فقط عن الصفوف التي تتباعد فيها التقييمات. ثم مرّوا على معايير الشارة، دقيقة لكل معيار.',
      },
    },
    {
      key: 'peers',
      title: { en: 'Peers', ar: 'النظراء' },
      minutes: 20,
      mode: 'open',
      zones: ['peers', 'areas'],
      prompt: {
        en: 'Peers write and speak, the centre listens. Then it asks back.',
        ar: 'النظراء يكتبون ويتحدثون والمركز يستمع. ثم يسأل.',
      },
      notes: {
        en: 'Eight minutes for each peer. The centre does not explain itself; four minutes at the end for questions back. No centre is compared with another.',
        ar: 'ثماني دقائق لكل نظير. لا يبرّر المركز؛ وأربع دقائق في النهاية لأسئلته. ولا يُقارَن مركز بآخر.',
      },
    },
    {
      key: 'priorities',
      title: { en: 'Next year', ar: 'السنة القادمة' },
      minutes: 15,
      mode: 'open',
      zones: ['priorities', 'areas'],
      prompt: {
        en: 'What do we want to have done in a year, and what help do we need for it?',
        ar: 'ماذا نريد أن نكون قد أنجزنا بعد سنة، وأي عون نحتاج إليه؟',
      },
      notes: {
        en: 'Write alone for three minutes, then group. What needs help goes into the last column, with who could give it.',
        ar: 'كتابة فردية ثلاث دقائق ثم تجميع. وما يحتاج إلى عون يوضع في العمود الأخير مع من يستطيع تقديمه.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 5,
      mode: 'vote',
      zones: ['priorities'],
      feeds: ['actions'],
      prompt: {
        en: 'Three votes each: what comes first next year?',
        ar: 'ثلاثة أصوات لكل شخص: ما الذي يأتي أولًا في السنة القادمة؟',
      },
      notes: {
        en: 'Peers vote too if the centre wishes it; say so before.',
        ar: 'يصوّت النظراء أيضًا إن رغب المركز؛ قولوا ذلك مسبقًا.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'close',
      title: { en: 'Who does what', ar: 'من يفعل ماذا' },
      minutes: 15,
      mode: 'open',
      zones: ['actions'],
      prompt: {
        en: 'For the first three: the first step, an owner, a day. And who helps?',
        ar: 'للثلاث الأولى: الخطوة الأولى ومسؤول ويوم. ومن يعين؟',
      },
      notes: {
        en: 'Agree on who writes the report, and which lesson goes to the network of centres.',
        ar: 'اتفقوا من يكتب التقرير، وأي درس ينتقل إلى شبكة المراكز.',
      },
    },
  ],
}
