import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

export const designSprintMondayMap: Template = {
  id: 'design-sprint-monday-map',
  version: 2,
  title: { en: 'Design sprint: Monday, Map', ar: 'سباق التصميم: الاثنين، الخريطة' },
  summary: {
    en: 'The first day of a sprint: agree on a goal, map the problem, listen to experts, choose one target.',
    ar: 'اليوم الأول من السباق: اتفقوا على هدف، وارسموا خريطة المشكلة، واستمعوا إلى الخبراء، واختاروا هدفًا واحدًا.',
  },
  category: 'sprint',
  people: { min: 4, max: 7 },
  minutes: 420,
  stage: 'sprint',
  origin: {
    en: 'The method of “Sprint” by Jake Knapp, John Zeratsky and Braden Kowitz (2016), told in our own words.',
    ar: 'منهج كتاب «Sprint» لجيك ناب وجون زيراتسكي وبرادن كويتز (2016)، بكلماتنا.',
  },
  zones: [
    {
      key: 'goal',
      heading: { en: 'Long-term goal', ar: 'الهدف البعيد' },
      prompt: {
        en: 'Why bother? What should be true half a year, one year or five years from now? Be hopeful.',
        ar: 'لماذا نهتم؟ ما الذي ينبغي أن يكون صحيحًا بعد نصف سنة أو سنة أو خمس؟ كونوا متفائلين.',
      },
      purpose: {
        en: 'One sentence that the whole week serves.',
        ar: 'جملة واحدة يخدمها الأسبوع كله.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'lanes',
      labels: [
        { en: 'Our goal, in one sentence', ar: 'هدفنا في جملة واحدة' },
        { en: 'True by', ar: 'يتحقق بحلول' },
      ],
      backgroundAlt: {
        en: 'Two lanes: the goal in one sentence, and by when it should be true.',
        ar: 'مساران: الهدف في جملة واحدة، ومتى ينبغي أن يتحقق.',
      },
      place: { column: 0, row: 0, columns: 2 },
    },
    {
      key: 'sprint-questions',
      heading: { en: 'Sprint questions', ar: 'أسئلة السباق' },
      prompt: {
        en: 'Imagine that we failed. Why? Turn each fear and each guess into a question. Three to seven are enough.',
        ar: 'تخيلوا أننا فشلنا. لماذا؟ حوّلوا كل خوف وكل تخمين إلى سؤال. تكفي ثلاثة إلى سبعة.',
      },
      purpose: {
        en: 'What the test at the end of the week must answer.',
        ar: 'ما يجب أن يجيب عنه الاختبار في نهاية الأسبوع.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 14,
      background: 'columns',
      labels: [
        { en: 'What could go wrong', ar: 'ما قد يتعثّر' },
        { en: 'Can we …?', ar: 'هل نستطيع…؟' },
        { en: 'Will they …?', ar: 'هل سيقومون بـ…؟' },
      ],
      backgroundAlt: {
        en: 'Three columns: what could go wrong, questions that begin with “Can we”, questions that begin with “Will they”.',
        ar: 'ثلاثة أعمدة: ما قد يتعثّر، وأسئلة تبدأ بـ«هل نستطيع»، وأسئلة تبدأ بـ«هل سيقومون».',
      },
      place: { column: 2, row: 0, columns: 2 },
    },
    {
      key: 'map',
      heading: { en: 'Map', ar: 'الخريطة' },
      prompt: {
        en: 'From the people on one side to the outcome on the other: words and arrows, five to fifteen steps, a row for each actor.',
        ar: 'من الأشخاص في طرف إلى النتيجة في الطرف الآخر: كلمات وأسهم، من خمس خطوات إلى خمس عشرة، صف لكل طرف.',
      },
      purpose: {
        en: 'A simple picture of how people reach the outcome; experts correct it, the target is chosen on it.',
        ar: 'صورة بسيطة لكيفية وصول الناس إلى النتيجة؛ يصحّحها الخبراء، وعليها يُختار الهدف.',
      },
      noteKinds: ['note', 'text', 'drawing', 'arrow'],
      isVotable: false,
      capacity: 30,
      background: 'steps',
      labels: [
        { en: 'Actors', ar: 'الأطراف' },
        { en: 'Find out', ar: 'المعرفة' },
        { en: 'Begin', ar: 'البدء' },
        { en: 'Use', ar: 'الاستخدام' },
        { en: 'Outcome', ar: 'النتيجة' },
      ],
      backgroundAlt: {
        en: 'Five arrows in a row from left to right: actors, find out, begin, use, outcome. Four lanes run below them.',
        ar: 'خمسة أسهم متتالية من اليسار إلى اليمين: الأطراف، المعرفة، البدء، الاستخدام، النتيجة. تحتها أربعة مسارات.',
      },
      place: { column: 0, row: 1, columns: 3, rows: 2 },
    },
    {
      key: 'experts',
      heading: { en: 'Ask the experts', ar: 'اسألوا الخبراء' },
      prompt: {
        en: 'For each: name, role, and what surprised us. Then correct the goal, the questions and the map.',
        ar: 'لكل خبير: الاسم والدور وما فاجأنا. ثم صحّحوا الهدف والأسئلة والخريطة.',
      },
      purpose: {
        en: 'What people who know a part of the problem told us.',
        ar: 'ما أخبرنا به من يعرفون جزءًا من المشكلة.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 16,
      background: 'cards',
      labels: [
        { en: 'The vision', ar: 'الرؤية' },
        { en: 'The people we serve', ar: 'من نخدمهم' },
        { en: 'How it works', ar: 'كيف يعمل' },
        { en: 'Earlier attempts', ar: 'محاولات سابقة' },
      ],
      backgroundAlt: {
        en: 'Four cards, one for each expert: the vision, the people we serve, how it works, earlier attempts.',
        ar: 'أربع بطاقات، واحدة لكل خبير: الرؤية، ومن نخدمهم، وكيف يعمل، ومحاولات سابقة.',
      },
      place: { column: 3, row: 1, rows: 2 },
    },
    {
      key: 'hmw-inbox',
      heading: { en: 'How might we: inbox', ar: 'كيف يمكننا: الوارد' },
      prompt: {
        en: 'While you listen: each problem becomes “How might we …?”, one on each note.',
        ar: 'أثناء الاستماع: تتحول كل مشكلة إلى «كيف يمكننا…؟»، سؤال في كل ملاحظة.',
      },
      purpose: {
        en: 'Everyone’s questions, as they come.',
        ar: 'أسئلة الجميع كما تأتي.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 40,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 0, row: 3 },
    },
    {
      key: 'hmw-clusters',
      heading: { en: 'How might we: clusters', ar: 'كيف يمكننا: المجموعات' },
      prompt: {
        en: 'Put like with like and name each group. Then two votes each; your own notes count, twice on one is fine.',
        ar: 'اجمعوا المتشابه وسمّوا كل مجموعة. ثم صوتان لكل شخص؛ لكم أن تختاروا ملاحظاتكم، أو الملاحظة نفسها مرتين.',
      },
      purpose: {
        en: 'Finds the few questions that go onto the map.',
        ar: 'تُظهر الأسئلة القليلة التي تنتقل إلى الخريطة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 40,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places for groups of notes.',
        ar: 'شبكة من الأماكن لمجموعات الملاحظات.',
      },
      place: { column: 1, row: 3, columns: 2 },
    },
    {
      key: 'target',
      heading: { en: 'Target', ar: 'الهدف المختار' },
      prompt: {
        en: 'The Decider picks one customer and one moment on the map. The rest of the week aims here.',
        ar: 'يختار صاحب القرار مستفيدًا واحدًا ولحظة واحدة على الخريطة. إليها يتجه باقي الأسبوع.',
      },
      purpose: {
        en: 'The one decision of the day.',
        ar: 'قرار اليوم الوحيد.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: false,
      capacity: 4,
      background: 'target',
      labels: [
        { en: 'One customer', ar: 'مستفيد واحد' },
        { en: 'One moment', ar: 'لحظة واحدة' },
      ],
      backgroundAlt: {
        en: 'A target of three rings between two cards: one customer, one moment.',
        ar: 'هدف من ثلاث حلقات بين بطاقتين: مستفيد واحد، ولحظة واحدة.',
      },
      place: { column: 3, row: 3 },
    },
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'Begin', ar: 'البداية' },
      minutes: 15,
      mode: 'brief',
      zones: ['goal'],
      prompt: {
        en: 'Who is who, who decides, and what happens this week.',
        ar: 'من نحن، ومن يقرر، وما الذي يجري هذا الأسبوع.',
      },
      notes: {
        en: 'Name the Facilitator and the Decider. Seven people at most; others come as experts in the afternoon. No other work on screens.',
        ar: 'سمّوا الميسّر وصاحب القرار. سبعة أشخاص على الأكثر؛ والآخرون خبراء بعد الظهر. لا عمل آخر على الشاشات.',
      },
    },
    {
      key: 'goal',
      title: { en: 'Long-term goal', ar: 'الهدف البعيد' },
      minutes: 30,
      mode: 'open',
      zones: ['goal'],
      prompt: {
        en: 'Why are we doing this? Write one hopeful sentence.',
        ar: 'لماذا نفعل هذا؟ اكتبوا جملة واحدة متفائلة.',
      },
      notes: {
        en: 'Ask for a date: half a year, one year, five years. Good enough is enough; it may change in the afternoon.',
        ar: 'اطلبوا موعدًا: نصف سنة أو سنة أو خمس. يكفي أن يكون جيدًا؛ وقد يتغير بعد الظهر.',
      },
    },
    {
      key: 'questions',
      title: { en: 'Sprint questions', ar: 'أسئلة السباق' },
      minutes: 45,
      mode: 'open',
      zones: ['sprint-questions'],
      prompt: {
        en: 'A year from now this has failed. What happened? Ask it as a question.',
        ar: 'بعد سنة فشل هذا. ما الذي حدث؟ اطرحوه سؤالًا.',
      },
      notes: {
        en: 'Fears first, then rewrite them: “Can we …?”, “Will they …?”. Keep three to seven.',
        ar: 'المخاوف أولًا ثم أعيدوا صياغتها: «هل نستطيع…؟»، «هل سيقومون بـ…؟». أبقوا ثلاثة إلى سبعة.',
      },
    },
    {
      key: 'morning-break',
      title: { en: 'Break', ar: 'استراحة' },
      minutes: 10,
      mode: 'break',
      zones: [],
      prompt: { en: 'Back in ten minutes.', ar: 'نعود بعد عشر دقائق.' },
      notes: {
        en: 'A break every sixty to ninety minutes keeps people fresh.',
        ar: 'استراحة كل ستين إلى تسعين دقيقة تُبقي الجميع في نشاط.',
      },
    },
    {
      key: 'map',
      title: { en: 'Map', ar: 'الخريطة' },
      minutes: 80,
      mode: 'open',
      zones: ['map'],
      feeds: ['target'],
      prompt: {
        en: 'Actors first, then the outcome, then the steps between them.',
        ar: 'الأطراف أولًا ثم النتيجة ثم الخطوات بينهما.',
      },
      notes: {
        en: 'One person draws, everyone else asks “is that right?”. Five to fifteen steps; stop before it is complete.',
        ar: 'شخص يرسم والآخرون يسألون «هل هذا صحيح؟». من خمس خطوات إلى خمس عشرة؛ توقفوا قبل أن تكتمل.',
      },
    },
    {
      key: 'lunch',
      title: { en: 'Lunch', ar: 'الغداء' },
      minutes: 60,
      mode: 'break',
      zones: [],
      prompt: { en: 'Back in an hour.', ar: 'نعود بعد ساعة.' },
      notes: {
        en: 'Check that the experts know when they are expected and have the link.',
        ar: 'تأكدوا أن الخبراء يعرفون مواعيدهم ولديهم الرابط.',
      },
    },
    {
      key: 'experts',
      title: { en: 'Ask the experts', ar: 'اسألوا الخبراء' },
      minutes: 90,
      mode: 'open',
      zones: ['experts', 'hmw-inbox'],
      feeds: ['goal', 'sprint-questions', 'map', 'hmw-clusters'],
      prompt: {
        en: 'Listen, and write each problem as “How might we …?”.',
        ar: 'استمعوا، واكتبوا كل مشكلة في صيغة «كيف يمكننا…؟».',
      },
      notes: {
        en: 'Fifteen to thirty minutes each: the vision, the people, how it works, earlier attempts. Correct goal, questions and map as you go.',
        ar: 'من خمس عشرة إلى ثلاثين دقيقة لكل خبير: الرؤية، الناس، كيف يعمل، محاولات سابقة. صحّحوا الهدف والأسئلة والخريطة أثناء ذلك.',
      },
    },
    {
      key: 'afternoon-break',
      title: { en: 'Break', ar: 'استراحة' },
      minutes: 10,
      mode: 'break',
      zones: [],
      prompt: { en: 'Back in ten minutes.', ar: 'نعود بعد عشر دقائق.' },
      notes: {
        en: 'See that everyone has notes in the inbox.',
        ar: 'تأكدوا أن للجميع ملاحظات في الوارد.',
      },
    },
    {
      key: 'experts-last',
      title: { en: 'The last expert', ar: 'الخبير الأخير' },
      minutes: 20,
      mode: 'open',
      zones: ['experts', 'hmw-inbox'],
      feeds: ['hmw-clusters'],
      prompt: {
        en: 'What have we not asked yet? Add your last notes.',
        ar: 'ما الذي لم نسأل عنه بعد؟ أضيفوا آخر ملاحظاتكم.',
      },
      notes: {
        en: 'Include the department that would own a result: what would it need?',
        ar: 'أشركوا الإدارة التي قد تتولى النتيجة: ماذا تحتاج؟',
      },
    },
    {
      key: 'clusters',
      title: { en: 'Group the notes', ar: 'تجميع الملاحظات' },
      minutes: 15,
      mode: 'open',
      zones: ['hmw-clusters'],
      prompt: {
        en: 'Move notes from the inbox, like to like. Name each group.',
        ar: 'انقلوا الملاحظات من الوارد، المتشابه مع المتشابه. سمّوا كل مجموعة.',
      },
      notes: {
        en: 'Stop after about ten minutes, even if some notes stay alone.',
        ar: 'توقفوا بعد نحو عشر دقائق حتى لو بقيت ملاحظات وحدها.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 15,
      mode: 'vote',
      zones: ['hmw-clusters'],
      vote: { dots: 2, isSeveralOnOne: true, isNamed: false, superVotes: 2 },
      feeds: ['map'],
      prompt: {
        en: 'Two votes each, four for the Decider. In silence.',
        ar: 'صوتان لكل شخص، وأربعة لصاحب القرار. في صمت.',
      },
      notes: {
        en: 'The Decider’s four are two votes and two super-votes. Then put the winners onto the map, at the step they belong to.',
        ar: 'أربعة صاحب القرار هي صوتان وصوتان حاسمان. ثم ضعوا الفائزة على الخريطة عند الخطوة التي تخصها.',
      },
    },
    {
      key: 'target',
      title: { en: 'Choose the target', ar: 'اختيار الهدف' },
      minutes: 30,
      mode: 'open',
      zones: ['target', 'map'],
      prompt: {
        en: 'Which customer, which moment? The Decider decides.',
        ar: 'أي مستفيد وأي لحظة؟ القرار لصاحب القرار.',
      },
      notes: {
        en: 'If it is hard, let everyone mark a choice in silence first.',
        ar: 'إن صعب الاختيار، فليحدد كل شخص خياره في صمت أولًا.',
      },
    },
  ],
}
