import { basisField, moneyField, numberField } from '../parts/fields.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

export const leanCanvas: Template = {
  id: 'lean-canvas',
  version: 2,
  title: { en: 'Lean canvas', ar: 'مخطط العمل الرشيق' },
  summary: {
    en: 'One page that says what you offer to whom, how it pays for itself, and which guess to test first.',
    ar: 'صفحة واحدة تقول ماذا تقدمون ولمن، وكيف يموّل المشروع نفسه، وأي تخمين تختبرونه أولًا.',
  },
  category: 'start-up',
  people: { min: 1, max: 6 },
  minutes: 60,
  stage: 'sprint',
  origin: {
    en: 'The Lean Canvas by Ash Maurya (leanstack.com), shared under CC BY-SA 3.0, after the Business Model Canvas by Alexander Osterwalder. Prompts and the reading for public services are ours.',
    ar: 'مخطط «Lean Canvas» لآش موريا (leanstack.com) برخصة CC BY-SA 3.0، بعد نموذج العمل لألكسندر أوسترفالدر. الأسئلة وقراءتها للخدمات العامة من إعدادنا.',
  },
  zones: [
    {
      key: 'problem',
      heading: { en: 'Problem', ar: 'المشكلة' },
      prompt: {
        en: 'What are their three greatest problems? And what do they use against them today?',
        ar: 'ما أكبر ثلاث مشكلات لديهم؟ وبماذا يواجهونها اليوم؟',
      },
      purpose: {
        en: 'The reason to begin at all; whatever people do today is the competitor.',
        ar: 'سبب البدء أصلًا؛ وما يفعله الناس اليوم هو المنافس.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'cards',
      labels: [
        { en: 'Top three problems', ar: 'أكبر ثلاث مشكلات' },
        { en: 'What they use today', ar: 'ما يستخدمونه اليوم' },
      ],
      backgroundAlt: {
        en: 'Two cards, one below the other: the top three problems, and what people use today.',
        ar: 'بطاقتان إحداهما تحت الأخرى: أكبر ثلاث مشكلات، وما يستخدمه الناس اليوم.',
      },
      fields: [basisField],
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'solution',
      heading: { en: 'Solution', ar: 'الحل' },
      prompt: {
        en: 'For each problem, the smallest thing that would solve it. Three features at most.',
        ar: 'لكل مشكلة أصغر شيء يحلها. ثلاث ميزات على الأكثر.',
      },
      purpose: {
        en: 'What you would build, kept short because it will change.',
        ar: 'ما ستبنونه، بإيجاز لأنه سيتغير.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 6,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      fields: [basisField],
      place: { column: 1, row: 0 },
    },
    {
      key: 'promise',
      heading: { en: 'Unique value proposition', ar: 'القيمة الفريدة' },
      reportHeading: { en: 'What only we promise', ar: 'ما نعد به وحدنا' },
      prompt: {
        en: 'One clear promise: why is this different, and why is it worth their attention?',
        ar: 'وعد واحد واضح: بماذا يختلف هذا، ولماذا يستحق انتباههم؟',
      },
      purpose: {
        en: 'The sentence that you would say at somebody’s door.',
        ar: 'الجملة التي تقولونها على باب أحدهم.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'cards',
      labels: [
        { en: 'Our promise, in one sentence', ar: 'وعدنا في جملة واحدة' },
        { en: 'In short: “… for …”', ar: 'باختصار: «… لأجل …»' },
      ],
      backgroundAlt: {
        en: 'Two cards, one below the other: the promise in one sentence, and the idea in short, such as “libraries for tools”.',
        ar: 'بطاقتان إحداهما تحت الأخرى: الوعد في جملة واحدة، والفكرة باختصار مثل «مكتبة لأجل الأدوات».',
      },
      fields: [basisField],
      place: { column: 2, row: 0, rows: 2 },
    },
    {
      key: 'advantage',
      heading: { en: 'Unfair advantage', ar: 'الميزة التي لا تُنسخ' },
      prompt: {
        en: 'What do you have that nobody can copy or buy? Public service: mandate, trust, access to data.',
        ar: 'ما الذي لديكم ولا يُنسخ ولا يُشترى؟ في الخدمة العامة: التفويض والثقة والوصول إلى البيانات.',
      },
      purpose: {
        en: 'Why you and not somebody else. It may stay empty for now.',
        ar: 'لماذا أنتم لا غيركم. يمكن أن يبقى فارغًا الآن.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      fields: [basisField],
      place: { column: 3, row: 0 },
    },
    {
      key: 'segments',
      heading: { en: 'Customer segments', ar: 'فئات المستفيدين' },
      prompt: {
        en: 'Who has this problem? Of these, who feels it so much that they would try it first?',
        ar: 'من لديه هذه المشكلة؟ ومن منهم يشعر بها بقوة تجعله أول من يجرّب؟',
      },
      purpose: {
        en: 'People you can name and find, not “everybody”. One canvas for each segment.',
        ar: 'أناس يمكن تسميتهم والوصول إليهم، لا «الجميع». مخطط لكل فئة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'cards',
      labels: [
        { en: 'Users and payers', ar: 'المستخدمون ومن يدفع' },
        { en: 'Who tries it first', ar: 'من يجرّب أولًا' },
      ],
      backgroundAlt: {
        en: 'Two cards, one below the other: users and payers, and who tries it first.',
        ar: 'بطاقتان إحداهما تحت الأخرى: المستخدمون ومن يدفع، ومن يجرّب أولًا.',
      },
      fields: [basisField],
      place: { column: 4, row: 0, rows: 2 },
    },
    {
      key: 'metrics',
      heading: { en: 'Key metrics', ar: 'المقاييس الأساسية' },
      prompt: {
        en: 'Which few numbers tell you that it works? Say what they are now and what would be good.',
        ar: 'أي أرقام قليلة تخبركم أنه ينجح؟ اذكروا قيمتها الآن وما القيمة الجيدة.',
      },
      purpose: {
        en: 'What people do, counted; not how many heard of it.',
        ar: 'ما يفعله الناس معدودًا، لا عدد من سمعوا به.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'Now', ar: 'الآن' },
        { en: 'Good enough', ar: 'جيد بما يكفي' },
      ],
      backgroundAlt: { en: 'Two columns: now, and good enough.', ar: 'عمودان: الآن، وجيد بما يكفي.' },
      fields: [numberField, basisField],
      place: { column: 1, row: 1 },
    },
    {
      key: 'channels',
      heading: { en: 'Channels', ar: 'قنوات الوصول' },
      prompt: {
        en: 'How do the first ten people hear of it, and how do the first thousand?',
        ar: 'كيف يسمع به أول عشرة أشخاص، وكيف يسمع به أول ألف؟',
      },
      purpose: {
        en: 'Ways to people that exist where they live.',
        ar: 'طرق إلى الناس موجودة حيث يعيشون.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'The first ten', ar: 'أول عشرة' },
        { en: 'The first thousand', ar: 'أول ألف' },
      ],
      backgroundAlt: {
        en: 'Two columns: the first ten people, and the first thousand.',
        ar: 'عمودان: أول عشرة أشخاص، وأول ألف.',
      },
      fields: [basisField],
      place: { column: 3, row: 1 },
    },
    {
      key: 'costs',
      heading: { en: 'Cost structure', ar: 'هيكل التكاليف' },
      prompt: {
        en: 'What must be paid for: to begin, and then every month? Put an amount on each note.',
        ar: 'ما الذي يجب دفع ثمنه: للبدء، ثم كل شهر؟ ضعوا مبلغًا على كل ملاحظة.',
      },
      purpose: {
        en: 'Shows how long the money lasts.',
        ar: 'يُظهر كم يدوم المال.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 10,
      background: 'columns',
      labels: [
        { en: 'To begin', ar: 'للبدء' },
        { en: 'Every month', ar: 'كل شهر' },
      ],
      backgroundAlt: { en: 'Two columns: to begin, and every month.', ar: 'عمودان: للبدء، وكل شهر.' },
      fields: [moneyField, basisField],
      place: { column: 0, row: 2, columns: 2, rows: 2 },
    },
    {
      key: 'test-first',
      heading: { en: 'Test this first', ar: 'ما نختبره أولًا' },
      prompt: {
        en: 'Which guess, if it is wrong, ends everything? How could you find out within two weeks?',
        ar: 'أي تخمين إن أخطأ انتهى كل شيء؟ وكيف تعرفون ذلك خلال أسبوعين؟',
      },
      purpose: {
        en: 'Turns the page into a next step: the riskiest guess first.',
        ar: 'تحوّل الصفحة إلى خطوة تالية: أخطر التخمينات أولًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 8,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each guess.', ar: 'شبكة من الأماكن، مكان لكل تخمين.' },
      place: { column: 2, row: 2, rows: 2 },
    },
    {
      key: 'revenue',
      heading: { en: 'Revenue streams', ar: 'مصادر الدخل' },
      prompt: {
        en: 'Who pays, how much, how often? Public service: who funds it, and what comes in kind?',
        ar: 'من يدفع، وكم، وكل متى؟ في الخدمة العامة: من يموّل، وما الذي يُقدَّم عينًا؟',
      },
      purpose: {
        en: 'How it goes on after the first grant.',
        ar: 'كيف يستمر بعد المنحة الأولى.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 10,
      background: 'columns',
      labels: [
        { en: 'Paid or funded', ar: 'مدفوع أو مموَّل' },
        { en: 'In kind', ar: 'عينًا' },
      ],
      backgroundAlt: {
        en: 'Two columns: paid or funded, and in kind.',
        ar: 'عمودان: مدفوع أو مموَّل، وعينًا.',
      },
      fields: [moneyField, basisField],
      place: { column: 3, row: 2, columns: 2, rows: 2 },
    },
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'How it works', ar: 'كيف نعمل' },
      minutes: 3,
      mode: 'brief',
      zones: ['problem', 'promise', 'segments'],
      prompt: {
        en: 'One page, one sitting. Short notes; an empty box is an honest answer.',
        ar: 'صفحة واحدة في جلسة واحدة. ملاحظات قصيرة؛ والمربع الفارغ جواب صادق.',
      },
      notes: {
        en: 'Choose one segment for this page; copy the board for the next one. Boxes are filled in the order of the steps, not from left to right.',
        ar: 'اختاروا فئة واحدة لهذه الصفحة، وانسخوا اللوحة للفئة التالية. تُملأ المربعات بترتيب الخطوات لا من طرف إلى طرف.',
      },
    },
    {
      key: 'problem-segments',
      title: { en: 'Problem and people', ar: 'المشكلة والناس' },
      minutes: 10,
      mode: 'open',
      zones: ['problem', 'segments'],
      prompt: {
        en: 'Who has which problem, and what do they do about it today?',
        ar: 'من لديه أي مشكلة، وماذا يفعل بشأنها اليوم؟',
      },
      notes: {
        en: 'Problem and people belong together: change one and the other changes. Ask for a real person behind each note.',
        ar: 'المشكلة والناس معًا: إن تغيّر أحدهما تغيّر الآخر. اسألوا عن شخص حقيقي وراء كل ملاحظة.',
      },
    },
    {
      key: 'promise',
      title: { en: 'The promise', ar: 'الوعد' },
      minutes: 8,
      mode: 'open',
      zones: ['promise'],
      prompt: {
        en: 'One sentence that makes the first person say: tell me more.',
        ar: 'جملة واحدة تجعل الشخص الأول يقول: أخبروني بالمزيد.',
      },
      notes: {
        en: 'Everyone writes one sentence first, then join the best words. Cross out adjectives.',
        ar: 'يكتب كل شخص جملة أولًا، ثم اجمعوا أفضل الكلمات. احذفوا الصفات.',
      },
    },
    {
      key: 'solution',
      title: { en: 'Solution', ar: 'الحل' },
      minutes: 5,
      mode: 'open',
      zones: ['solution'],
      prompt: {
        en: 'The three features that keep the promise. Nothing else.',
        ar: 'الميزات الثلاث التي تفي بالوعد. لا شيء غيرها.',
      },
      notes: {
        en: 'Five minutes on purpose: it is the box people like most and know least about.',
        ar: 'خمس دقائق عن قصد: هو المربع الأحب إلى الناس والأقل معرفة لديهم.',
      },
    },
    {
      key: 'channels',
      title: { en: 'Channels', ar: 'قنوات الوصول' },
      minutes: 4,
      mode: 'open',
      zones: ['channels'],
      prompt: {
        en: 'Where are these people already, and who do they listen to?',
        ar: 'أين يوجد هؤلاء أصلًا، ولمن يستمعون؟',
      },
      notes: {
        en: 'Names of places, radio programmes, associations; “social media” is not yet a channel.',
        ar: 'أسماء أماكن وبرامج إذاعية وجمعيات؛ «وسائل التواصل» ليست قناة بعد.',
      },
    },
    {
      key: 'money',
      title: { en: 'Money in, money out', ar: 'دخل وتكلفة' },
      minutes: 8,
      mode: 'open',
      zones: ['revenue', 'costs'],
      prompt: {
        en: 'What comes in, what goes out? An amount on each note, even a rough one.',
        ar: 'ما الذي يدخل وما الذي يخرج؟ مبلغ على كل ملاحظة ولو تقديرًا.',
      },
      notes: {
        en: 'Round numbers are fine. Add up both sides: how many people must pay, or how long does the grant last?',
        ar: 'الأرقام التقريبية تكفي. اجمعوا الطرفين: كم شخصًا يجب أن يدفع، أو كم تدوم المنحة؟',
      },
    },
    {
      key: 'metrics',
      title: { en: 'Metrics', ar: 'المقاييس' },
      minutes: 4,
      mode: 'open',
      zones: ['metrics'],
      prompt: {
        en: 'Which number would you look at every Monday?',
        ar: 'أي رقم تنظرون إليه كل يوم اثنين؟',
      },
      notes: {
        en: 'Three at most, each about what people do: come back, finish, recommend, pay.',
        ar: 'ثلاثة على الأكثر، كل منها عما يفعله الناس: يعودون، يُتمّون، يوصون، يدفعون.',
      },
    },
    {
      key: 'advantage',
      title: { en: 'Advantage', ar: 'الميزة' },
      minutes: 4,
      mode: 'open',
      zones: ['advantage'],
      prompt: {
        en: 'Why can nobody simply copy this? Leave it empty if you do not know.',
        ar: 'لماذا لا يستطيع أحد نسخ هذا ببساطة؟ اتركوه فارغًا إن لم تعرفوا.',
      },
      notes: {
        en: 'Being first or working hard is not one. Most pages leave this empty at the beginning.',
        ar: 'السبق والاجتهاد ليسا ميزة كهذه. معظم الصفحات تتركه فارغًا في البداية.',
      },
    },
    {
      key: 'guesses',
      title: { en: 'What do we only guess?', ar: 'ما الذي نخمّنه فقط؟' },
      minutes: 6,
      mode: 'open',
      zones: ['test-first', 'problem', 'segments', 'promise'],
      feeds: ['test-first'],
      prompt: {
        en: 'Mark each note: observed or assumed. Copy the boldest guesses to “Test this first”.',
        ar: 'علّموا كل ملاحظة: مُلاحَظة أم مُفترَضة. وانسخوا أجرأ التخمينات إلى «ما نختبره أولًا».',
      },
      notes: {
        en: 'Observed means that somebody in the room saw or heard it. Expect most notes to be assumed: that is what the page is for.',
        ar: 'مُلاحَظ يعني أن أحد الحاضرين رآه أو سمعه. توقعوا أن يكون أكثرها مُفترَضًا: لهذا وُجدت الصفحة.',
      },
    },
    {
      key: 'vote',
      title: { en: 'The riskiest guess', ar: 'أخطر تخمين' },
      minutes: 3,
      mode: 'vote',
      zones: ['test-first'],
      prompt: {
        en: 'Two votes each: which guess, if wrong, ends this?',
        ar: 'صوتان لكل شخص: أي تخمين إن أخطأ أنهى هذا؟',
      },
      notes: {
        en: 'If you are alone, choose one and say aloud why.',
        ar: 'إن كنتم شخصًا واحدًا فاختاروا تخمينًا وقولوا السبب بصوت مسموع.',
      },
      vote: { dots: 2, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'test',
      title: { en: 'The first test', ar: 'الاختبار الأول' },
      minutes: 5,
      mode: 'open',
      zones: ['test-first'],
      prompt: {
        en: 'Who do you ask or show it to, when, and what answer would change your mind?',
        ar: 'من تسألون أو تُرونه، ومتى، وأي جواب يغيّر رأيكم؟',
      },
      notes: {
        en: 'One test, a name and a day within two weeks. Write down before the test what counts as “no”.',
        ar: 'اختبار واحد واسم ويوم خلال أسبوعين. اكتبوا قبل الاختبار ما الذي يُعد «لا».',
      },
    },
  ],
}
