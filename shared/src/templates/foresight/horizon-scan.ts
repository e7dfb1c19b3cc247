import type { ChoiceField } from '../../board/zone-fields.ts'
import { confidenceField, impactLabel, sourceField, tenScale, uncertaintyLabel } from '../parts/fields.ts'
import type { Template } from '../template.ts'

const signalField: ChoiceField = {
  kind: 'choice',
  key: 'signal',
  label: { en: 'Kind of signal', ar: 'نوع الإشارة' },
  options: [
    { value: 'weak', word: { en: 'Weak signal', ar: 'إشارة ضعيفة' }, symbol: '·', tone: 'neutral' },
    { value: 'trend', word: { en: 'Trend', ar: 'اتجاه' }, symbol: '↗', tone: 'neutral' },
    { value: 'driver', word: { en: 'Driver', ar: 'محرّك' }, symbol: '»', tone: 'neutral' },
    { value: 'wild-card', word: { en: 'Wild card', ar: 'حدث مفاجئ' }, symbol: '✦', tone: 'fair' },
  ],
}

const horizonField: ChoiceField = {
  kind: 'choice',
  key: 'horizon',
  label: { en: 'Horizon', ar: 'الأفق الزمني' },
  options: [
    { value: '0-2', word: { en: '0 to 2 years', ar: '0 إلى 2 سنة' }, symbol: '1', tone: 'neutral' },
    { value: '2-5', word: { en: '2 to 5 years', ar: '2 إلى 5 سنوات' }, symbol: '2', tone: 'neutral' },
    { value: '5-15', word: { en: '5 to 15 years', ar: '5 إلى 15 سنة' }, symbol: '3', tone: 'neutral' },
  ],
}

export const horizonScan: Template = {
  id: 'horizon-scan',
  version: 1,
  title: { en: 'Horizon scan (STEEP, PESTLE)', ar: 'مسح الأفق (STEEP وPESTLE)' },
  summary: {
    en: 'Signals of change from six sides, grouped into drivers and sorted by impact and uncertainty.',
    ar: 'إشارات التغيّر من ستة جوانب، تُجمع في محرّكات وتُفرز بحسب الأثر وعدم اليقين.',
  },
  category: 'foresight',
  people: { min: 5, max: 30 },
  minutes: 75,
  stage: 'idea',
  origin: {
    en: 'Common foresight practice: STEEP and PESTLE. Horizon scanning is also described in the UK Government Office for Science’s Futures Toolkit (Open Government Licence). Prompts are ours.',
    ar: 'ممارسة شائعة في الاستشراف: STEEP وPESTLE. ويرد مسح الأفق أيضًا في مجموعة أدوات المستقبل للمكتب الحكومي للعلوم في المملكة المتحدة (رخصة الحكومة المفتوحة). الأسئلة من عندنا.',
  },
  zones: [
    {
      key: 'scope',
      heading: { en: 'Scope', ar: 'النطاق' },
      prompt: {
        en: 'What do we want to know the future of? One question, a year, and who will use the answer.',
        ar: 'مستقبلَ ماذا نريد أن نعرف؟ سؤال واحد وسنة ومن يستخدم الجواب.',
      },
      purpose: {
        en: 'A scan without a question collects everything and tells nothing.',
        ar: 'المسح بلا سؤال يجمع كل شيء ولا يقول شيئًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'lanes',
      labels: [
        { en: 'Our question', ar: 'سؤالنا' },
        { en: 'Until which year', ar: 'حتى أي سنة' },
        { en: 'Who uses it, for which decision', ar: 'من يستخدمه ولأي قرار' },
        { en: 'What we leave out', ar: 'ما نتركه خارجًا' },
      ],
      backgroundAlt: {
        en: 'Four lanes: our question, until which year, who uses it for which decision, what we leave out.',
        ar: 'أربعة مسارات: سؤالنا، حتى أي سنة، من يستخدمه ولأي قرار، ما نتركه خارجًا.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'signals',
      heading: { en: 'Signals', ar: 'الإشارات' },
      prompt: {
        en: 'What have you seen that may point ahead? A headline, where it is from, and: so what for us?',
        ar: 'ماذا رأيتم مما قد يشير إلى القادم؟ عنوان ومصدره و: ماذا يعني لنا؟',
      },
      purpose: {
        en: 'Many small observations, each with its source, from six sides so that none is forgotten.',
        ar: 'ملاحظات صغيرة كثيرة لكل منها مصدر، من ستة جوانب كي لا يُنسى أحدها.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 90,
      background: 'columns',
      labels: [
        { en: 'Social', ar: 'اجتماعي' },
        { en: 'Technological', ar: 'تقني' },
        { en: 'Economic', ar: 'اقتصادي' },
        { en: 'Environmental', ar: 'بيئي' },
        { en: 'Political', ar: 'سياسي' },
        { en: 'Legal', ar: 'قانوني' },
      ],
      backgroundAlt: {
        en: 'Six columns: social, technological, economic, environmental, political, legal.',
        ar: 'ستة أعمدة: اجتماعي، تقني، اقتصادي، بيئي، سياسي، قانوني.',
      },
      fields: [signalField, horizonField, confidenceField, sourceField],
      place: { column: 1, row: 0, columns: 3, rows: 2 },
    },
    {
      key: 'drivers',
      heading: { en: 'Drivers', ar: 'المحرّكات' },
      prompt: {
        en: 'Which signals belong together? Name the force behind each group: ever more of what, ever less of what?',
        ar: 'أي إشارات تنتمي معًا؟ سمّوا القوة وراء كل مجموعة: ما الذي يزداد، وما الذي يتراجع؟',
      },
      purpose: { en: 'From many signals to a few forces.', ar: 'من إشارات كثيرة إلى قوى قليلة.' },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 24,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each driver.', ar: 'شبكة من الأماكن، مكان لكل محرّك.' },
      place: { column: 0, row: 2, rows: 2 },
    },
    {
      key: 'impact-uncertainty',
      heading: { en: 'Impact and uncertainty', ar: 'الأثر وعدم اليقين' },
      prompt: {
        en: 'How much would each driver change for us? And how sure are we which way it goes?',
        ar: 'كم سيغيّر كل محرّك لدينا؟ وما مدى تأكدنا من وجهته؟',
      },
      purpose: {
        en: 'Separates what we can plan with from what we must prepare for in several ways.',
        ar: 'تفصل ما نخطط على أساسه عما يجب أن نستعد له بعدة طرق.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 24,
      background: 'quadrants',
      labels: [
        { en: 'Given: plan with it', ar: 'معطيات: خططوا على أساسها' },
        { en: 'Critical uncertainty', ar: 'عدم يقين حاسم' },
        { en: 'Background', ar: 'خلفية' },
        { en: 'Watch from time to time', ar: 'راقبوه من حين إلى آخر' },
      ],
      backgroundAlt: {
        en: 'Four fields. High impact, low uncertainty: given, plan with it. High impact, high uncertainty: critical uncertainty. Low impact, low uncertainty: background. Low impact, high uncertainty: watch from time to time.',
        ar: 'أربعة حقول. أثر كبير وعدم يقين قليل: معطيات نخطط على أساسها. أثر كبير وعدم يقين كبير: عدم يقين حاسم. أثر قليل وعدم يقين قليل: خلفية. أثر قليل وعدم يقين كبير: نراقبه من حين إلى آخر.',
      },
      axes: {
        x: { label: uncertaintyLabel, low: { en: 'low', ar: 'قليل' }, high: { en: 'high', ar: 'كبير' } },
        y: { label: impactLabel, low: { en: 'low', ar: 'قليل' }, high: { en: 'high', ar: 'كبير' } },
      },
      fields: [tenScale('impact', impactLabel, 'y'), tenScale('uncertainty', uncertaintyLabel, 'x')],
      place: { column: 1, row: 2, columns: 2, rows: 2 },
    },
    {
      key: 'so-what',
      heading: { en: 'So what?', ar: 'ماذا يعني ذلك؟' },
      prompt: {
        en: 'What do we do about it: act now, prepare, or keep watching? Critical uncertainties go on to scenarios.',
        ar: 'ماذا نفعل: نتحرك الآن أم نستعد أم نواصل المراقبة؟ وينتقل عدم اليقين الحاسم إلى السيناريوهات.',
      },
      purpose: {
        en: 'What the scan changes for the decision it was made for.',
        ar: 'ما يغيّره المسح في القرار الذي أُجري لأجله.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 15,
      background: 'lanes',
      labels: [
        { en: 'Act now', ar: 'نتحرك الآن' },
        { en: 'Prepare', ar: 'نستعد' },
        { en: 'Keep watching', ar: 'نواصل المراقبة' },
      ],
      backgroundAlt: {
        en: 'Three lanes: act now, prepare, keep watching.',
        ar: 'ثلاثة مسارات: نتحرك الآن، نستعد، نواصل المراقبة.',
      },
      reportHeading: { en: 'What follows from the scan', ar: 'ما يترتب على المسح' },
      place: { column: 3, row: 2, rows: 2 },
    },
  ],
  steps: [
    {
      key: 'scope',
      title: { en: 'Question and horizon', ar: 'السؤال والأفق' },
      minutes: 5,
      mode: 'open',
      zones: ['scope'],
      prompt: {
        en: 'Of what do we want to know the future, and until when?',
        ar: 'مستقبلَ ماذا نريد أن نعرف، وحتى متى؟',
      },
      notes: {
        en: 'Bring a draft and let people correct it. Ask people before the day to bring two signals each.',
        ar: 'أحضروا مسودة ودعوا الناس يصححونها. اطلبوا قبل اليوم من كل شخص إشارتين.',
      },
    },
    {
      key: 'signals',
      title: { en: 'Signals, alone', ar: 'الإشارات، كل بمفرده' },
      minutes: 15,
      mode: 'private',
      zones: ['signals'],
      prompt: {
        en: 'What have you seen, read or heard that may point ahead? Where from?',
        ar: 'ماذا رأيتم أو قرأتم أو سمعتم مما قد يشير إلى القادم؟ ومن أين؟',
      },
      notes: {
        en: 'A signal is a fact of today: a headline, not an opinion. Ask for the kind, the horizon and how sure people are. Say aloud which columns are empty.',
        ar: 'الإشارة واقعة من اليوم: عنوان لا رأي. اطلبوا النوع والأفق ومدى الثقة. قولوا بصوت عالٍ أي الأعمدة فارغ.',
      },
    },
    {
      key: 'share',
      title: { en: 'Share', ar: 'المشاركة' },
      minutes: 10,
      mode: 'present',
      zones: ['signals'],
      prompt: {
        en: 'The signal that surprised you most, in half a minute.',
        ar: 'الإشارة التي فاجأتكم أكثر، في نصف دقيقة.',
      },
      notes: {
        en: 'One each, no debate. In a large group hear two for each column.',
        ar: 'واحدة لكل شخص بلا جدال. في مجموعة كبيرة اسمعوا اثنتين لكل عمود.',
      },
    },
    {
      key: 'cluster',
      title: { en: 'Group into drivers', ar: 'التجميع في محرّكات' },
      minutes: 15,
      mode: 'open',
      zones: ['signals', 'drivers'],
      prompt: {
        en: 'Which signals point to the same force? Give it a name.',
        ar: 'أي إشارات تدل على القوة نفسها؟ سمّوها.',
      },
      notes: {
        en: 'Across columns, not within them. Eight to fifteen drivers are enough. Copy the name, leave the signals where they are.',
        ar: 'عبر الأعمدة لا داخلها. تكفي ثمانية إلى خمسة عشر محرّكًا. انسخوا الاسم واتركوا الإشارات مكانها.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 10,
      mode: 'vote',
      zones: ['drivers'],
      prompt: {
        en: 'Five dots each. Which drivers matter most for our question?',
        ar: 'خمس نقاط لكل شخص. أي المحرّكات أهم لسؤالنا؟',
      },
      notes: {
        en: 'Three minutes to vote, then ask about those with a single dot: what does this person see?',
        ar: 'ثلاث دقائق للتصويت، ثم اسألوا عما نال نقطة واحدة: ماذا يرى صاحبها؟',
      },
      vote: { dots: 5, isSeveralOnOne: false, isNamed: false },
      feeds: ['impact-uncertainty'],
    },
    {
      key: 'impact',
      title: { en: 'Impact and uncertainty', ar: 'الأثر وعدم اليقين' },
      minutes: 15,
      mode: 'open',
      zones: ['drivers', 'impact-uncertainty'],
      prompt: {
        en: 'How much does it change for us? How sure is its direction?',
        ar: 'كم يغيّر لدينا؟ وما مدى التأكد من وجهته؟',
      },
      notes: {
        en: 'Uncertain means that it could go either way, not that we know little about it. Compare drivers with each other.',
        ar: 'عدم اليقين يعني أنه قد يذهب في أي من الاتجاهين، لا أننا نجهله. قارنوا المحرّكات ببعضها.',
      },
      feeds: ['so-what'],
    },
    {
      key: 'next',
      title: { en: 'So what?', ar: 'ماذا يعني ذلك؟' },
      minutes: 5,
      mode: 'open',
      zones: ['impact-uncertainty', 'so-what'],
      prompt: {
        en: 'Act now, prepare, or keep watching?',
        ar: 'نتحرك الآن أم نستعد أم نواصل المراقبة؟',
      },
      notes: {
        en: 'Name who watches what, and when the scan is repeated. Two critical uncertainties make a scenario workshop.',
        ar: 'سمّوا من يراقب ماذا، ومتى يُعاد المسح. اثنان من عدم اليقين الحاسم يصنعان ورشة سيناريوهات.',
      },
    },
  ],
}
