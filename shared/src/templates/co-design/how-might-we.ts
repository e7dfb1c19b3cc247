import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

export const howMightWe: Template = {
  id: 'how-might-we',
  version: 1,
  title: { en: 'How Might We', ar: 'كيف يمكننا' },
  summary: {
    en: 'Turns problems into questions that invite solutions, and chooses the ones worth working on.',
    ar: 'يحوّل المشكلات إلى أسئلة تدعو إلى الحلول، ويختار منها ما يستحق العمل.',
  },
  category: 'co-design',
  people: { min: 3, max: 30 },
  minutes: 35,
  stage: 'idea',
  origin: {
    en: 'A common method of design thinking, known from IDEO and the d.school at Stanford. The form of the sentence is common; the words here are ours.',
    ar: 'منهج شائع في التفكير التصميمي، عُرف من IDEO ومدرسة التصميم في ستانفورد. صيغة الجملة شائعة؛ والكلمات هنا من عندنا.',
  },
  zones: [
    {
      key: 'problems',
      heading: { en: 'Problems', ar: 'المشكلات' },
      prompt: {
        en: 'What goes wrong, for whom, when? One problem on each note, as you saw or heard it.',
        ar: 'ما الذي يتعثّر، ولمن، ومتى؟ مشكلة في كل ملاحظة، كما رأيتموها أو سمعتموها.',
      },
      purpose: {
        en: 'Raw material: problems in the words of those who have them.',
        ar: 'المادة الخام: المشكلات بكلمات أصحابها.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 30,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'hmw-inbox',
      heading: { en: 'How might we …?', ar: 'كيف يمكننا…؟' },
      prompt: {
        en: 'How might we [do what] for [whom] so that [what changes]? Try several of the eight ways on one problem.',
        ar: 'كيف يمكننا [أن نفعل ماذا] لـ[من] كي [يتغيّر ماذا]؟ جرّبوا عدة طرق من الثماني على مشكلة واحدة.',
      },
      purpose: {
        en: 'Eight ways to turn one problem into questions, so that nobody stays with the first that comes.',
        ar: 'ثماني طرق لتحويل مشكلة واحدة إلى أسئلة، كي لا يكتفي أحد بأول ما يخطر له.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 60,
      background: 'cards',
      labels: [
        { en: 'Keep what is good', ar: 'أبقوا الجيد' },
        { en: 'Take away what is bad', ar: 'أزيلوا السيئ' },
        { en: 'Turn it round', ar: 'اقلبوا الأمر' },
        { en: 'Doubt what is taken for granted', ar: 'شكّكوا في المسلَّم به' },
        { en: 'Change how it feels', ar: 'غيّروا الإحساس به' },
        { en: 'Find help nobody thought of', ar: 'ابحثوا عن عون غير متوقع' },
        { en: 'Borrow from elsewhere', ar: 'استعيروا من مجال آخر' },
        { en: 'Break it into pieces', ar: 'جزّئوها' },
      ],
      backgroundAlt: {
        en: 'Eight cards, one for each way to vary a problem: keep what is good, take away what is bad, turn it round, doubt what is taken for granted, change how it feels, find help nobody thought of, borrow from elsewhere, break it into pieces.',
        ar: 'ثماني بطاقات، واحدة لكل طريقة: أبقوا الجيد، أزيلوا السيئ، اقلبوا الأمر، شكّكوا في المسلَّم به، غيّروا الإحساس به، ابحثوا عن عون غير متوقع، استعيروا من مجال آخر، جزّئوها.',
      },
      place: { column: 1, row: 0, columns: 2, rows: 2 },
    },
    {
      key: 'clusters',
      heading: { en: 'Clusters', ar: 'المجموعات' },
      prompt: {
        en: 'Like with like, a name for each group. Too broad, or the solution already inside? Rewrite it.',
        ar: 'المتشابه مع المتشابه واسم لكل مجموعة. واسع جدًا أو يحمل الحل في داخله؟ أعيدوا صياغته.',
      },
      purpose: {
        en: 'Shows which questions return, and makes the vote fair.',
        ar: 'تُظهر الأسئلة التي تتكرر، وتجعل التصويت عادلًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 40,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places for groups of questions.', ar: 'شبكة من الأماكن لمجموعات الأسئلة.' },
      place: { column: 0, row: 2, columns: 2 },
    },
    {
      key: 'chosen',
      heading: { en: 'Chosen', ar: 'المختار' },
      prompt: {
        en: 'One to three questions to work on, as whole sentences: how might we … for … so that …?',
        ar: 'سؤال إلى ثلاثة أسئلة للعمل عليها، جملًا كاملة: كيف يمكننا… لصالح… كي…؟',
      },
      purpose: {
        en: 'What the next workshop begins with: a sprint’s Monday, a café, a decision jam.',
        ar: 'ما تبدأ به الورشة التالية: يوم الاثنين من سباق، أو مقهى، أو جلسة قرار.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'We begin with', ar: 'نبدأ بـ' },
        { en: 'Also chosen', ar: 'مختار أيضًا' },
      ],
      backgroundAlt: {
        en: 'Two columns: the question that we begin with, and what is also chosen.',
        ar: 'عمودان: السؤال الذي نبدأ به، وما هو مختار أيضًا.',
      },
      reportHeading: { en: 'Questions to work on', ar: 'أسئلة للعمل عليها' },
      place: { column: 2, row: 2 },
    },
  ],
  steps: [
    {
      key: 'problems',
      title: { en: 'Problems, alone', ar: 'المشكلات، كل بمفرده' },
      minutes: 5,
      mode: 'private',
      zones: ['problems'],
      prompt: {
        en: 'What goes wrong, and for whom? One problem on each note.',
        ar: 'ما الذي يتعثّر، ولمن؟ مشكلة في كل ملاحظة.',
      },
      notes: {
        en: 'Say the topic and stay away from causes and solutions. Interviews or quotes at hand? Show three first. Reveal at the end and read aloud.',
        ar: 'قولوا الموضوع وابتعدوا عن الأسباب والحلول. لديكم مقابلات أو اقتباسات؟ اعرضوا ثلاثة أولًا. اكشفوا في النهاية واقرؤوا.',
      },
      feeds: ['hmw-inbox'],
    },
    {
      key: 'rewrite',
      title: { en: 'Turn them into questions', ar: 'تحويلها إلى أسئلة' },
      minutes: 10,
      mode: 'private',
      zones: ['hmw-inbox'],
      prompt: {
        en: 'How might we … for … so that …? One question on each note.',
        ar: 'كيف يمكننا… لصالح… كي…؟ سؤال في كل ملاحظة.',
      },
      notes: {
        en: 'Take one problem and show how three of the eight ways make three different questions. Then silence. Three good questions from each person are plenty.',
        ar: 'خذوا مشكلة وأروهم كيف تصنع ثلاث طرق ثلاثة أسئلة مختلفة. ثم صمت. ثلاثة أسئلة جيدة من كل شخص تكفي.',
      },
      feeds: ['clusters'],
    },
    {
      key: 'cluster',
      title: { en: 'Group', ar: 'التجميع' },
      minutes: 10,
      mode: 'open',
      zones: ['hmw-inbox', 'clusters'],
      prompt: { en: 'Move like to like. Name each group.', ar: 'انقلوا المتشابه إلى المتشابه. سمّوا كل مجموعة.' },
      notes: {
        en: 'Test each question: could ten different ideas answer it? If any idea fits, it is too broad; if only one does, the solution hides in it.',
        ar: 'اختبروا كل سؤال: هل تجيبه عشر أفكار مختلفة؟ إن ناسبته أي فكرة فهو واسع؛ وإن ناسبته واحدة فالحل مختبئ فيه.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 5,
      mode: 'vote',
      zones: ['clusters'],
      prompt: {
        en: 'Three dots each. Which answers would change most?',
        ar: 'ثلاث نقاط لكل شخص. أي الإجابات تُغيّر أكثر؟',
      },
      notes: {
        en: 'In a group of fewer than eight, two dots are enough.',
        ar: 'في مجموعة أقل من ثمانية تكفي نقطتان.',
      },
      vote: { dots: 3, isSeveralOnOne: true, isNamed: false },
      feeds: ['chosen'],
    },
    {
      key: 'choose',
      title: { en: 'Choose', ar: 'الاختيار' },
      minutes: 5,
      mode: 'open',
      zones: ['clusters', 'chosen'],
      prompt: {
        en: 'Which one to three questions do we take with us?',
        ar: 'أي سؤال إلى ثلاثة أسئلة نأخذها معنا؟',
      },
      notes: {
        en: 'Whoever owns the topic decides; the dots advise. Write each as a whole sentence and say where it goes next.',
        ar: 'يقرر صاحب الموضوع، والنقاط تنصح. اكتبوا كل سؤال جملة كاملة وقولوا إلى أين يذهب.',
      },
    },
  ],
}
