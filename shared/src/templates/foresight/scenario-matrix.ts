import type { LocalText } from '../../board/local-text.ts'
import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { impactLabel, ownerField, tenScale, uncertaintyLabel } from '../parts/fields.ts'
import type { Template, TemplateZone } from '../template.ts'

const worldKeys = ['world-a', 'world-b', 'world-c', 'world-d'] as const

/** As they lie on the board: what lies on the left holds the first axis's left end, what lies above the second's upper. */
const worlds = [
  {
    name: { en: 'World A', ar: 'العالم أ' },
    prompt: {
      en: 'The left end and the upper end have come true. How did it happen, and what is an ordinary day like?',
      ar: 'تحقق الطرف الأيسر والطرف العلوي. كيف حدث ذلك، وكيف يبدو يوم عادي؟',
    },
  },
  {
    name: { en: 'World B', ar: 'العالم ب' },
    prompt: {
      en: 'The right end and the upper end have come true. How did it happen, and what is an ordinary day like?',
      ar: 'تحقق الطرف الأيمن والطرف العلوي. كيف حدث ذلك، وكيف يبدو يوم عادي؟',
    },
  },
  {
    name: { en: 'World C', ar: 'العالم ج' },
    prompt: {
      en: 'The left end and the lower end have come true. How did it happen, and what is an ordinary day like?',
      ar: 'تحقق الطرف الأيسر والطرف السفلي. كيف حدث ذلك، وكيف يبدو يوم عادي؟',
    },
  },
  {
    name: { en: 'World D', ar: 'العالم د' },
    prompt: {
      en: 'The right end and the lower end have come true. How did it happen, and what is an ordinary day like?',
      ar: 'تحقق الطرف الأيمن والطرف السفلي. كيف حدث ذلك، وكيف يبدو يوم عادي؟',
    },
  },
] as const satisfies readonly { readonly name: LocalText; readonly prompt: LocalText }[]

function world(i: 0 | 1 | 2 | 3): TemplateZone {
  const { name, prompt } = worlds[i]
  return {
    key: worldKeys[i],
    heading: name,
    prompt,
    purpose: {
      en: 'One world told so vividly that a plan can be tried in it.',
      ar: 'عالم يُروى بوضوح يكفي لتجربة خطة فيه.',
    },
    noteKinds: ['note', 'text', 'drawing', 'picture'],
    isVotable: false,
    capacity: 12,
    background: 'cards',
    labels: [
      { en: 'Its name and headline', ar: 'اسمه وعنوانه' },
      { en: 'A day in the life', ar: 'يوم من الحياة' },
      { en: 'Who wins', ar: 'من يربح' },
      { en: 'Who loses', ar: 'من يخسر' },
    ],
    backgroundAlt: {
      en: 'Four cards: name and headline, a day in the life, who wins, who loses.',
      ar: 'أربع بطاقات: الاسم والعنوان، يوم من الحياة، من يربح، من يخسر.',
    },
    place: { column: i % 2, row: 1 + Math.floor(i / 2) },
  }
}

const robustnessField: ChoiceField = {
  kind: 'choice',
  key: 'robustness',
  label: { en: 'How well it does', ar: 'مدى نجاحه' },
  options: [
    { value: 'very-good', word: { en: 'Very well', ar: 'جيد جدًا' }, symbol: '++', tone: 'good' },
    { value: 'good', word: { en: 'Well', ar: 'جيد' }, symbol: '+', tone: 'good' },
    { value: 'neutral', word: { en: 'No difference', ar: 'لا فرق' }, symbol: '0', tone: 'fair' },
    { value: 'bad', word: { en: 'Badly', ar: 'سيئ' }, symbol: '–', tone: 'poor' },
  ],
}

export const scenarioMatrix: Template = {
  id: 'scenario-matrix',
  version: 2,
  title: { en: 'Scenario 2×2', ar: 'مصفوفة السيناريوهات 2×2' },
  summary: {
    en: 'Two great uncertainties, four worlds: describe each, try your options in all of them, and watch for signs.',
    ar: 'أمران كبيران من عدم اليقين وأربعة عوالم: صِفوها وجرّبوا خياراتكم فيها كلها وراقبوا العلامات.',
  },
  category: 'foresight',
  people: { min: 6, max: 24 },
  minutes: 150,
  stage: 'idea',
  origin: {
    en: 'The 2×2 matrix of scenario planning as practised by Global Business Network and described by UN Global Pulse. Steps in our own words.',
    ar: 'مصفوفة 2×2 في تخطيط السيناريوهات كما مارستها Global Business Network وتصفها مبادرة النبض العالمي للأمم المتحدة. الخطوات بكلماتنا.',
  },
  zones: [
    {
      key: 'question',
      heading: { en: 'Focal question', ar: 'السؤال المحوري' },
      prompt: {
        en: 'Which decision do we face, and what would we have to know about the world of that year?',
        ar: 'أي قرار أمامنا، وماذا نحتاج أن نعرف عن عالم تلك السنة؟',
      },
      purpose: {
        en: 'Scenarios serve a decision; without one they are stories.',
        ar: 'السيناريوهات تخدم قرارًا؛ ومن دونه هي حكايات.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'Our question', ar: 'سؤالنا' },
        { en: 'Horizon year', ar: 'سنة الأفق' },
        { en: 'Our options', ar: 'خياراتنا' },
      ],
      backgroundAlt: {
        en: 'Three columns: our question, horizon year, our options.',
        ar: 'ثلاثة أعمدة: سؤالنا، سنة الأفق، خياراتنا.',
      },
      place: { column: 0, row: 0 },
    },
    {
      key: 'uncertainties',
      heading: { en: 'Uncertainties', ar: 'أوجه عدم اليقين' },
      prompt: {
        en: 'What could go one way or the other and would change our answer? Write both ends: “… or …”.',
        ar: 'ما الذي قد يذهب في اتجاه أو آخر ويغيّر جوابنا؟ اكتبوا الطرفين: «… أو …».',
      },
      purpose: {
        en: 'From many open points to the two that matter most.',
        ar: 'من نقاط مفتوحة كثيرة إلى الاثنتين الأهم.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 30,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places, one for each uncertainty.',
        ar: 'شبكة من الأماكن، مكان لكل وجه من عدم اليقين.',
      },
      fields: [tenScale('impact', impactLabel), tenScale('uncertainty', uncertaintyLabel)],
      place: { column: 1, row: 0, columns: 2 },
    },
    {
      key: 'axes',
      heading: { en: 'Two axes', ar: 'المحوران' },
      prompt: {
        en: 'Two uncertainties, two ends each. Can one move without the other? If not, choose again.',
        ar: 'وجهان من عدم اليقين، لكل منهما طرفان. هل يتحرك أحدهما دون الآخر؟ إن لم يكن فاختاروا ثانية.',
      },
      purpose: {
        en: 'Says once what the axes are, for all four worlds: the first from left to right, the second from below to above.',
        ar: 'تُحدد مرة واحدة للعوالم الأربعة ما هما المحوران: الأول من اليسار إلى اليمين، والثاني من الأسفل إلى الأعلى.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'quadrants',
      labels: worlds.map(({ name }) => name),
      axes: {
        x: {
          label: { en: 'First axis', ar: 'المحور الأول' },
          low: { en: 'left end', ar: 'الطرف الأيسر' },
          high: { en: 'right end', ar: 'الطرف الأيمن' },
        },
        y: {
          label: { en: 'Second axis', ar: 'المحور الثاني' },
          low: { en: 'lower end', ar: 'الطرف السفلي' },
          high: { en: 'upper end', ar: 'الطرف العلوي' },
        },
      },
      backgroundAlt: {
        en: 'Two axes with a name and two ends each, and the four worlds between them: A upper left, B upper right, C lower left, D lower right.',
        ar: 'محوران لكل منهما اسم وطرفان، وبينهما العوالم الأربعة: أ أعلى اليسار، ب أعلى اليمين، ج أسفل اليسار، د أسفل اليمين.',
      },
      place: { column: 3, row: 0 },
    },
    world(0),
    world(1),
    {
      key: 'robustness',
      heading: { en: 'Options in four worlds', ar: 'الخيارات في أربعة عوالم' },
      prompt: {
        en: 'How would each option do in each world? One note in each field: ++, +, 0 or –, and why.',
        ar: 'كيف يكون حال كل خيار في كل عالم؟ ملاحظة في كل خانة: ++ أو + أو 0 أو –، ولماذا.',
      },
      purpose: {
        en: 'Finds the option that does well enough everywhere, and what would make another safe.',
        ar: 'تجد الخيار الذي ينجح بقدر كافٍ في كل مكان، وما يجعل غيره آمنًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 24,
      background: 'table',
      labels: [{ en: 'Option', ar: 'الخيار' }, ...worlds.map(({ name }) => name)],
      rows: [
        { en: 'Option 1', ar: 'الخيار 1' },
        { en: 'Option 2', ar: 'الخيار 2' },
        { en: 'Option 3', ar: 'الخيار 3' },
      ],
      backgroundAlt: {
        en: 'A table of three options in rows. Columns: the option, and worlds A, B, C and D.',
        ar: 'جدول من ثلاثة خيارات في صفوف. الأعمدة: الخيار، والعوالم أ وب وج ود.',
      },
      fields: [robustnessField],
      place: { column: 2, row: 1, columns: 2, rows: 2 },
    },
    world(2),
    world(3),
    {
      key: 'indicators',
      heading: { en: 'Early signs', ar: 'العلامات المبكرة' },
      prompt: {
        en: 'By which early sign do we notice which world comes, and what do we do from then on?',
        ar: 'بأي علامة مبكرة نلاحظ أي عالم قادم، وماذا نفعل عندها؟',
      },
      purpose: { en: 'What is looked at again, by whom, and when.', ar: 'ما نعود إلى النظر فيه، ومن ومتى.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Sign', ar: 'العلامة' },
        { en: 'World', ar: 'العالم' },
        { en: 'What we do', ar: 'ما نفعله' },
      ],
      backgroundAlt: {
        en: 'Three columns: sign, world, what we do.',
        ar: 'ثلاثة أعمدة: العلامة، العالم، ما نفعله.',
      },
      fields: [ownerField],
      place: { column: 0, row: 3, columns: 2 },
    },
    actionsZone(
      { column: 2, row: 3, columns: 2 },
      {
        prompt: {
          en: 'What we do whatever comes, and what keeps the other ways open. An owner and a date on each.',
          ar: 'ما نفعله مهما حدث، وما يُبقي الطرق الأخرى مفتوحة. ولكل منها مسؤول وموعد.',
        },
      },
    ),
  ],
  steps: [
    {
      key: 'question',
      title: { en: 'Focal question', ar: 'السؤال المحوري' },
      minutes: 10,
      mode: 'open',
      zones: ['question'],
      prompt: {
        en: 'Which decision do we face, and of which year do we speak?',
        ar: 'أي قرار أمامنا، وعن أي سنة نتحدث؟',
      },
      notes: {
        en: 'Bring a draft. Also write down two or three options now, before anybody knows the worlds. A scan of the horizon is the best preparation.',
        ar: 'أحضروا مسودة. واكتبوا الآن خيارين أو ثلاثة قبل أن يعرف أحد العوالم. مسح الأفق أفضل تحضير.',
      },
    },
    {
      key: 'uncertainties',
      title: { en: 'Uncertainties, alone', ar: 'عدم اليقين، كل بمفرده' },
      minutes: 20,
      mode: 'private',
      zones: ['uncertainties'],
      prompt: {
        en: 'What could go either way by then, and matters? Write both ends.',
        ar: 'ما الذي قد يذهب في أي اتجاه حتى ذلك الحين، وله أهمية؟ اكتبوا الطرفين.',
      },
      notes: {
        en: 'Eight minutes in silence, then reveal, read aloud and put equal ones together. What is certain is no uncertainty: move it away.',
        ar: 'ثماني دقائق صمت ثم اكشفوا واقرؤوا وادمجوا المتشابه. المؤكد ليس عدم يقين: أبعدوه.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 20,
      mode: 'vote',
      zones: ['uncertainties'],
      prompt: {
        en: 'Three dots each: which are both of great impact and truly uncertain?',
        ar: 'ثلاث نقاط لكل شخص: أيها كبير الأثر وغير يقيني حقًا؟',
      },
      notes: {
        en: 'First ask for impact and uncertainty of the leading ones, from 1 to 10, aloud. Then vote. The two winners need not be the axes: they must be independent.',
        ar: 'اسألوا أولًا بصوت عالٍ عن أثر المتقدمة وعدم يقينها من 1 إلى 10. ثم صوّتوا. الفائزان ليسا المحورين حتمًا: يجب أن يكونا مستقلين.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
      feeds: ['axes'],
    },
    {
      key: 'axes',
      title: { en: 'Choose two axes', ar: 'اختيار المحورين' },
      minutes: 10,
      mode: 'open',
      zones: ['uncertainties', 'axes'],
      prompt: {
        en: 'Which two, and what are their plausible extremes?',
        ar: 'أي اثنين، وما طرفاهما المعقولان؟',
      },
      notes: {
        en: 'Try: can one move without the other? No corner may be simply good and another simply bad. Name the axes and their ends in the zone’s settings.',
        ar: 'جرّبوا: هل يتحرك أحدهما دون الآخر؟ لا زاوية جيدة تمامًا ولا أخرى سيئة تمامًا. سمّوا المحورين وأطرافهما في إعدادات المساحة.',
      },
      feeds: [...worldKeys],
    },
    {
      key: 'worlds',
      title: { en: 'Four worlds', ar: 'أربعة عوالم' },
      minutes: 45,
      mode: 'tables',
      zones: worldKeys,
      prompt: {
        en: 'Live in your world. What is it called, what is a day like, who wins and who loses?',
        ar: 'عيشوا في عالمكم. ما اسمه، وكيف يومه، ومن يربح ومن يخسر؟',
      },
      notes: {
        en: 'One table for each corner. Thirty-five minutes to write, then two and a half for each world to tell it aloud. It must be possible, not likely.',
        ar: 'طاولة لكل زاوية. خمس وثلاثون دقيقة للكتابة ثم دقيقتان ونصف لكل عالم ليُروى. يجب أن يكون ممكنًا لا مرجّحًا.',
      },
      feeds: ['robustness', 'indicators'],
    },
    {
      key: 'robustness',
      title: { en: 'Try the options', ar: 'تجربة الخيارات' },
      minutes: 25,
      mode: 'open',
      zones: ['robustness'],
      prompt: {
        en: 'How does each option do in each world, and why?',
        ar: 'كيف حال كل خيار في كل عالم، ولماذا؟',
      },
      notes: {
        en: 'Each table speaks for its own world. Ask of each minus: what small change would make it a zero?',
        ar: 'كل طاولة تتحدث عن عالمها. اسألوا عند كل ناقص: أي تغيير صغير يجعله صفرًا؟',
      },
    },
    {
      key: 'indicators',
      title: { en: 'Early signs', ar: 'العلامات المبكرة' },
      minutes: 15,
      mode: 'open',
      zones: ['indicators'],
      prompt: {
        en: 'What would we see first in each world? What do we do then?',
        ar: 'ماذا سنرى أولًا في كل عالم؟ وماذا نفعل عندها؟',
      },
      notes: {
        en: 'Two signs for each world, things that one can count or read. Each gets somebody who looks.',
        ar: 'علامتان لكل عالم، مما يُعدّ أو يُقرأ. ولكل منها من يراقبها.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 5,
      mode: 'open',
      zones: ['actions'],
      prompt: {
        en: 'What do we do whatever comes? What do we no longer do?',
        ar: 'ماذا نفعل مهما حدث؟ وما الذي لن نفعله بعد الآن؟',
      },
      notes: {
        en: 'Write it as actions, each with an owner. Say who takes the result to whoever decides, and when the signs are looked at again.',
        ar: 'اكتبوه إجراءات لكل منها مسؤول. قولوا من يحمل النتيجة إلى صاحب القرار، ومتى نعود إلى العلامات.',
      },
    },
  ],
}
