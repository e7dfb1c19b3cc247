import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, dueField, evidenceField, moneyField, numberField, ownerField } from '../parts/fields.ts'
import type { Template, TemplateZone } from '../template.ts'

const likeness: ChoiceField = {
  kind: 'choice',
  key: 'likeness',
  label: { en: 'Compared with here', ar: 'مقارنة بما هنا' },
  options: [
    { value: 'same', word: { en: 'Same', ar: 'مماثل' }, symbol: '=', tone: 'good' },
    { value: 'similar', word: { en: 'Similar', ar: 'مشابه' }, symbol: '≈', tone: 'fair' },
    { value: 'different', word: { en: 'Different', ar: 'مختلف' }, symbol: '≠', tone: 'poor' },
  ],
}

const gate: ChoiceField = {
  kind: 'choice',
  key: 'gate',
  label: { en: 'Gate', ar: 'البوابة' },
  options: [
    { value: 'passed', word: { en: 'Shown', ar: 'ثبت' }, symbol: '✓', tone: 'good' },
    { value: 'partly', word: { en: 'Partly shown', ar: 'ثبت جزئيًا' }, symbol: '◐', tone: 'fair' },
    { value: 'open', word: { en: 'Not yet', ar: 'ليس بعد' }, symbol: '○', tone: 'neutral' },
  ],
}

const roadmap: TemplateZone = {
  key: 'roadmap',
  heading: { en: 'Roadmap', ar: 'خارطة الطريق' },
  prompt: {
    en: 'Begin with “Now”, honestly. Then what must be true after 24 months, and what leads from one to the other.',
    ar: 'ابدؤوا بـ«الآن» بصدق. ثم ما يجب أن يتحقق بعد 24 شهرًا، وما يقود من هذا إلى ذاك.',
  },
  purpose: {
    en: 'What has to happen together, so that no lane outruns the others.',
    ar: 'ما يجب أن يحدث معًا، فلا يسبق مسار غيره.',
  },
  noteKinds: ['note', 'text', 'arrow'],
  isVotable: false,
  capacity: 60,
  background: 'table',
  labels: [
    { en: 'Now', ar: 'الآن' },
    { en: '3 months', ar: '3 أشهر' },
    { en: '6 months', ar: '6 أشهر' },
    { en: '12 months', ar: '12 شهرًا' },
    { en: '24 months', ar: '24 شهرًا' },
  ],
  rows: [
    { en: 'Users and markets', ar: 'المستخدمون والأسواق' },
    { en: 'Product', ar: 'المنتج' },
    { en: 'Team', ar: 'الفريق' },
    { en: 'Funding', ar: 'التمويل' },
    { en: 'Policy and licences', ar: 'السياسات والتراخيص' },
    { en: 'Partnerships', ar: 'الشراكات' },
    { en: 'Impact', ar: 'الأثر' },
  ],
  backgroundAlt: {
    en: 'A table: five columns by time, now, 3, 6, 12 and 24 months, and seven lanes: users and markets, product, team, funding, policy and licences, partnerships, impact.',
    ar: 'جدول من خمسة أعمدة بحسب الزمن، الآن وبعد 3 و6 و12 و24 شهرًا، وسبعة مسارات: المستخدمون والأسواق، والمنتج، والفريق، والتمويل، والسياسات والتراخيص، والشراكات، والأثر.',
  },
  fields: [ownerField, dueField, numberField, moneyField],
  place: { column: 0, row: 1, columns: 3, rows: 3 },
}

export const growthRoadmap: Template = {
  id: 'growth-roadmap',
  version: 2,
  title: { en: 'Growth roadmap', ar: 'خارطة طريق النمو' },
  summary: {
    en: 'From where a pilot stands today to two years on: seven lanes, three gates, and a check before each new place.',
    ar: 'من حيث يقف المشروع اليوم إلى سنتين قادمتين: سبعة مسارات وثلاث بوابات وفحص قبل كل مكان جديد.',
  },
  category: 'start-up',
  people: { min: 3, max: 10 },
  minutes: 90,
  stage: 'pilot',
  origin: {
    en: 'Our own board, on common practice of scaling up; the gates follow the phases that start-up ecosystems commonly name.',
    ar: 'لوحة من إعدادنا، على الممارسة الشائعة في التوسّع؛ والبوابات على المراحل المعروفة لنمو الشركات الناشئة.',
  },
  zones: [
    {
      key: 'north-star',
      heading: { en: 'North-star metric', ar: 'المقياس الهادي' },
      prompt: {
        en: 'One number that grows when people are really helped. Today, and in two years?',
        ar: 'رقم واحد يكبر حين يُفاد الناس حقًا. كم هو اليوم، وكم بعد سنتين؟',
      },
      purpose: {
        en: 'What all lanes serve; when lanes quarrel, it decides.',
        ar: 'ما تخدمه المسارات كلها؛ وحين تتنازع يكون الحكم.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'target',
      labels: [
        { en: 'Today', ar: 'اليوم' },
        { en: 'In two years', ar: 'بعد سنتين' },
      ],
      backgroundAlt: {
        en: 'A target of three rings between two cards: the number today, and in two years.',
        ar: 'هدف من ثلاث حلقات بين بطاقتين: الرقم اليوم، وبعد سنتين.',
      },
      fields: [numberField, basisField],
      place: { column: 0, row: 0 },
    },
    {
      key: 'gates',
      heading: { en: 'Gates', ar: 'البوابات' },
      prompt: {
        en: 'What must be shown before we go on? Evidence, not a date: a gate opens when it is there.',
        ar: 'ما الذي يجب أن يثبت قبل أن نمضي؟ دليل لا تاريخ: تُفتح البوابة حين يوجد.',
      },
      purpose: {
        en: 'Keeps us from scaling what does not work yet.',
        ar: 'تمنعنا من توسيع ما لا يعمل بعد.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'steps',
      labels: [
        { en: 'It works', ar: 'يحل المشكلة' },
        { en: 'People want it', ar: 'يريده الناس' },
        { en: 'It can grow', ar: 'يمكنه أن ينمو' },
      ],
      backgroundAlt: {
        en: 'Three arrows in a row: it solves the problem, people want it, it can grow.',
        ar: 'ثلاثة أسهم متتالية: يحل المشكلة، يريده الناس، يمكنه أن ينمو.',
      },
      fields: [gate, evidenceField],
      place: { column: 1, row: 0 },
    },
    {
      key: 'next-place',
      heading: { en: 'Before the next place', ar: 'قبل المكان التالي' },
      reportHeading: { en: 'Check before the next place', ar: 'الفحص قبل المكان التالي' },
      prompt: {
        en: 'Next island, city or ministry: is it the same there? Whatever is different must be looked into first.',
        ar: 'الجزيرة أو المدينة أو الوزارة التالية: هل الأمر مماثل هناك؟ كل مختلف يُدرَس أولًا.',
      },
      purpose: {
        en: 'What worked here may not work there; five questions find out cheaply.',
        ar: 'ما نجح هنا قد لا ينجح هناك؛ خمسة أسئلة تكشف ذلك بكلفة قليلة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 15,
      background: 'columns',
      labels: [
        { en: 'Users', ar: 'المستخدمون' },
        { en: 'Workflow', ar: 'سير العمل' },
        { en: 'Volume', ar: 'الحجم' },
        { en: 'Connections', ar: 'الربط' },
        { en: 'Constraints', ar: 'القيود' },
      ],
      backgroundAlt: {
        en: 'Five columns: users, workflow, volume, connections to other systems, constraints.',
        ar: 'خمسة أعمدة: المستخدمون، وسير العمل، والحجم، والربط بأنظمة أخرى، والقيود.',
      },
      fields: [likeness, ownerField],
      place: { column: 2, row: 0, columns: 2 },
    },
    roadmap,
    {
      key: 'risks',
      heading: { en: 'Risks', ar: 'المخاطر' },
      prompt: {
        en: 'What would stop us within a year? Money, people, a rule, a partner, a line that fails?',
        ar: 'ما الذي قد يوقفنا خلال سنة؟ مال أم أشخاص أم قاعدة أم شريك أم اتصال يتعطل؟',
      },
      purpose: {
        en: 'Said early, a risk is a task; said late, it is an excuse.',
        ar: 'الخطر إن قيل مبكرًا فهو مهمة، وإن قيل متأخرًا فهو عذر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 12,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each risk.', ar: 'شبكة من الأماكن، مكان لكل خطر.' },
      fields: [ownerField],
      place: { column: 3, row: 1 },
    },
    {
      key: 'asks',
      heading: { en: 'Asks to partners', ar: 'ما نطلبه من الشركاء' },
      prompt: {
        en: 'What would help most that we cannot do ourselves? Whom do we ask, and what do they gain?',
        ar: 'ما الذي يفيدنا أكثر ولا نستطيعه وحدنا؟ ممن نطلبه، وماذا يكسب؟',
      },
      purpose: {
        en: 'Clear asks get clear answers; they go to the partner contribution board.',
        ar: 'الطلب الواضح ينال جوابًا واضحًا؛ وتنتقل الطلبات إلى لوحة مساهمات الشركاء.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 9,
      background: 'columns',
      labels: [
        { en: 'Money', ar: 'مال' },
        { en: 'People, skills', ar: 'أشخاص ومهارات' },
        { en: 'Doors', ar: 'أبواب' },
      ],
      backgroundAlt: {
        en: 'Three columns: money, people and skills, doors that somebody can open.',
        ar: 'ثلاثة أعمدة: مال، وأشخاص ومهارات، وأبواب يمكن لأحدهم فتحها.',
      },
      fields: [moneyField, ownerField],
      place: { column: 3, row: 2 },
    },
    actionsZone({ column: 3, row: 3 }),
  ],
  steps: [
    {
      key: 'north-star',
      title: { en: 'One number', ar: 'رقم واحد' },
      minutes: 10,
      mode: 'open',
      zones: ['north-star'],
      prompt: {
        en: 'Which one number tells that people are helped? What is it today?',
        ar: 'أي رقم واحد يدل على أن الناس أُفيدوا؟ وكم هو اليوم؟',
      },
      notes: {
        en: 'Not downloads, not visitors: something that people do again because it helps. If nobody knows today’s number, write “assumed”.',
        ar: 'لا التنزيلات ولا الزوار: بل ما يكرره الناس لأنه يفيدهم. إن لم يعرف أحد رقم اليوم فاكتبوا «مُفترَض».',
      },
    },
    {
      key: 'now',
      title: { en: 'Now, written alone', ar: 'الآن، كتابة فردية' },
      minutes: 10,
      mode: 'private',
      zones: ['roadmap'],
      prompt: {
        en: 'In the column “Now”: where does each lane really stand today?',
        ar: 'في عمود «الآن»: أين يقف كل مسار اليوم حقًا؟',
      },
      notes: {
        en: 'Reveal and read before anybody plans. Where two people see “Now” differently, talk first.',
        ar: 'اعرضوا واقرؤوا قبل أن يخطط أحد. حيث يختلف اثنان في «الآن» تحدثوا أولًا.',
      },
    },
    {
      key: 'roadmap',
      title: { en: 'Two years on, and back', ar: 'بعد سنتين ثم رجوعًا' },
      minutes: 25,
      mode: 'open',
      zones: ['roadmap'],
      feeds: ['asks', 'actions'],
      prompt: {
        en: 'What must be true after 24 months? Then go back: 12, 6, 3. Arrows where one thing waits for another.',
        ar: 'ما الذي يجب أن يتحقق بعد 24 شهرًا؟ ثم ارجعوا: 12، 6، 3. وأسهم حيث ينتظر شيء شيئًا.',
      },
      notes: {
        en: 'Impact and users first, money last. Ask of every note in three months: who? An empty cell may be right.',
        ar: 'الأثر والمستخدمون أولًا والمال آخرًا. اسألوا عن كل ملاحظة في ثلاثة أشهر: من؟ والخانة الفارغة قد تكون صحيحة.',
      },
    },
    {
      key: 'gates',
      title: { en: 'Gates', ar: 'البوابات' },
      minutes: 12,
      mode: 'open',
      zones: ['gates', 'roadmap'],
      prompt: {
        en: 'Which evidence opens each gate? Which gate do we stand at today?',
        ar: 'أي دليل يفتح كل بوابة؟ وعند أي بوابة نقف اليوم؟',
      },
      notes: {
        en: 'One or two pieces of evidence for each gate, with a source. Move what lies behind a closed gate to the right on the roadmap.',
        ar: 'دليل أو دليلان لكل بوابة مع المصدر. وأجّلوا في الخارطة ما يقع خلف بوابة مغلقة.',
      },
    },
    {
      key: 'next-place',
      title: { en: 'Before the next place', ar: 'قبل المكان التالي' },
      minutes: 13,
      mode: 'open',
      zones: ['next-place'],
      feeds: ['actions'],
      prompt: {
        en: 'Choose the next place. Same, similar or different? Say how you know.',
        ar: 'اختاروا المكان التالي. مماثل أم مشابه أم مختلف؟ وقولوا كيف عرفتم.',
      },
      notes: {
        en: 'Each “different” becomes a task with a name. Two of them: try a small test there first.',
        ar: 'كل «مختلف» يصبح مهمة باسم. وإن كانا اثنين فجرّبوا هناك اختبارًا صغيرًا أولًا.',
      },
    },
    {
      key: 'risks',
      title: { en: 'Risks', ar: 'المخاطر' },
      minutes: 5,
      mode: 'private',
      zones: ['risks'],
      prompt: {
        en: 'Write alone: what would stop us within a year?',
        ar: 'اكتبوا فرديًا: ما الذي قد يوقفنا خلال سنة؟',
      },
      notes: {
        en: 'Merge doubles when you have revealed them.',
        ar: 'ادمجوا المكرر بعد العرض.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 3,
      mode: 'vote',
      zones: ['risks'],
      prompt: {
        en: 'Two votes each: which risk needs somebody this month?',
        ar: 'صوتان لكل شخص: أي خطر يحتاج إلى من يتولاه هذا الشهر؟',
      },
      notes: {
        en: 'The first two get an owner.',
        ar: 'للأولين مسؤول لكل منهما.',
      },
      vote: { dots: 2, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'asks',
      title: { en: 'Asks and actions', ar: 'الطلبات والإجراءات' },
      minutes: 12,
      mode: 'open',
      zones: ['asks', 'actions'],
      prompt: {
        en: 'Whom do we ask for what? And who does what within a month?',
        ar: 'ممن نطلب ماذا؟ ومن يفعل ماذا خلال شهر؟',
      },
      notes: {
        en: 'An ask has an amount or a number of days, and a person who asks. Agree on when you look at the roadmap again.',
        ar: 'للطلب مبلغ أو عدد أيام وشخص يطلبه. واتفقوا متى تنظرون إلى الخارطة ثانية.',
      },
    },
  ],
}
