import type { LocalText } from '../../board/local-text.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, evidenceField, ratingField } from '../parts/fields.ts'
import type { Template, TemplateZone, ZonePlace } from '../template.ts'

type PillarWords = {
  readonly key: string
  readonly heading: LocalText
  readonly prompt: LocalText
  readonly place: ZonePlace
}

/** Around the wheel, each beside its slice. */
const pillarWords = [
  {
    key: 'talent',
    heading: { en: 'Talent and champions', ar: 'المواهب والروّاد' },
    prompt: {
      en: 'Technical and soft skills: do they reach innovation? Who leads by example, and is it recognised?',
      ar: 'المهارات التقنية والشخصية: هل تصل إلى الابتكار؟ من القدوة، وهل يُقدَّر؟',
    },
    place: { column: 0, row: 0 },
  },
  {
    key: 'vision',
    heading: { en: 'Vision and strategy', ar: 'الرؤية والاستراتيجية' },
    prompt: {
      en: 'Is there one vision that all share? Do we agree on the issues, pull together, and does anybody back it?',
      ar: 'هل من رؤية واحدة مشتركة؟ هل نتفق على القضايا ونعمل معًا، وهل من يدعمها؟',
    },
    place: { column: 1, row: 0, columns: 2 },
  },
  {
    key: 'infrastructure',
    heading: { en: 'Infrastructure and programmes', ar: 'البنية التحتية والبرامج' },
    prompt: {
      en: 'Lines, labs, knowledge and distribution: good enough to compete? Which programmes serve innovators?',
      ar: 'الشبكات والمختبرات والمعرفة والتوزيع: هل تكفي للمنافسة؟ وأي برامج تخدم المبتكرين؟',
    },
    place: { column: 3, row: 0 },
  },
  {
    key: 'capital',
    heading: { en: 'Capital and resources', ar: 'رأس المال والموارد' },
    prompt: {
      en: 'Where does money for research, starting and growing come from: investors, government, trade, abroad?',
      ar: 'من أين يأتي مال البحث والبدء والنمو: المستثمرون، الحكومة، التجارة، الخارج؟',
    },
    place: { column: 0, row: 1 },
  },
  {
    key: 'market',
    heading: { en: 'Market and networks', ar: 'الأسواق والشبكات' },
    prompt: {
      en: 'Who buys at home, who can export? Which networks and associations bring innovators together?',
      ar: 'من يشتري محليًا ومن يقدر على التصدير؟ وأي شبكات وجمعيات تجمع المبتكرين؟',
    },
    place: { column: 3, row: 1 },
  },
  {
    key: 'culture',
    heading: { en: 'Culture and communities', ar: 'الثقافة والمجتمعات' },
    prompt: {
      en: 'How do people look on risk and on failing? Which communities and events are there, and who is left out?',
      ar: 'كيف ينظر الناس إلى المخاطرة والفشل؟ وأي مجتمعات وفعاليات توجد، ومن الغائب عنها؟',
    },
    place: { column: 0, row: 2 },
  },
  {
    key: 'policy',
    heading: { en: 'Policy and regulation', ar: 'السياسات والتنظيم' },
    prompt: {
      en: 'Does the public sector take part? Which rules on ICT, IP, small firms, trade and finance help or hinder?',
      ar: 'هل يشارك القطاع العام؟ وأي قواعد للاتصالات والملكية الفكرية والشركات الصغيرة والتمويل تُعين أو تعيق؟',
    },
    place: { column: 3, row: 2 },
  },
] as const satisfies readonly PillarWords[]

const pillarKeys = pillarWords.map(({ key }) => key)

function pillar({ key, heading, prompt, place }: PillarWords): TemplateZone {
  return {
    key,
    heading,
    prompt,
    purpose: {
      en: 'One of seven pillars: what carries, what is missing and by which evidence; its slice of the wheel says how it stands.',
      ar: 'إحدى سبع ركائز: ما يدعم وما ينقص وبأي دليل؛ وشريحتها في العجلة تقول كيف حالها.',
    },
    noteKinds: ['note', 'text', 'picture'],
    isVotable: false,
    capacity: 18,
    background: 'columns',
    labels: [
      { en: 'Strengths', ar: 'نقاط القوة' },
      { en: 'Gaps', ar: 'الفجوات' },
      { en: 'Quick wins', ar: 'مكاسب سريعة' },
    ],
    backgroundAlt: {
      en: 'Three columns: strengths, gaps, quick wins.',
      ar: 'ثلاثة أعمدة: نقاط القوة، الفجوات، مكاسب سريعة.',
    },
    fields: [evidenceField, basisField],
    place,
  }
}

/** Clockwise, so that each slice points to its pillar. */
const slices = ['vision', 'infrastructure', 'market', 'policy', 'culture', 'capital', 'talent'] as const

const wheel: TemplateZone = {
  key: 'wheel',
  heading: { en: 'How the ecosystem stands', ar: 'حال المنظومة' },
  prompt: {
    en: 'One rated note in each slice: adequate, some or inadequate, and why. The fuller a slice, the better its pillar stands.',
    ar: 'ملاحظة بتقييم في كل شريحة: كافٍ أو جزئي أو غير كافٍ، ولماذا. كلما امتلأت الشريحة كانت ركيزتها أقوى.',
  },
  purpose: {
    en: 'Seven pillars as one picture: a wheel that is flat on one side does not roll.',
    ar: 'سبع ركائز في صورة واحدة: عجلة منبسطة من جانب لا تدور.',
  },
  noteKinds: ['note', 'text'],
  isVotable: false,
  capacity: 49,
  background: 'wheel',
  labels: slices.flatMap((slice) => pillarWords.filter(({ key }) => key === slice).map(({ heading }) => heading)),
  backgroundAlt: {
    en: 'A wheel of seven slices, one for each pillar, with two rings inside. A slice is filled to the first ring where its pillar is rated inadequate, to the second for some, to the rim for adequate.',
    ar: 'عجلة من سبع شرائح، شريحة لكل ركيزة، وفيها حلقتان. تمتلئ الشريحة إلى الحلقة الأولى إذا قُيّمت ركيزتها غير كافية، وإلى الثانية إذا كانت جزئية، وإلى الحافة إذا كانت كافية.',
  },
  fields: [ratingField, basisField],
  reportHeading: { en: 'Ratings', ar: 'التقييمات' },
  place: { column: 1, row: 1, columns: 2, rows: 2 },
}

export const digitalEcosystemCanvas: Template = {
  id: 'digital-ecosystem-canvas',
  version: 1,
  title: { en: 'Digital innovation ecosystem canvas', ar: 'لوحة منظومة الابتكار الرقمي' },
  summary: {
    en: 'Seven pillars of a country’s digital innovation: strengths and gaps, a rating of each, and what to mend first.',
    ar: 'سبع ركائز للابتكار الرقمي في بلد: نقاط القوة والفجوات وتقييم كل ركيزة وما نصلحه أولًا.',
  },
  category: 'ecosystem',
  people: { min: 10, max: 40 },
  minutes: 120,
  stage: 'idea',
  origin: {
    en: 'The seven pillars follow ITU’s Ecosystem Assessment Canvas from its toolkit on ICT-centric innovation. Questions, layout and flow are ours and not an ITU document.',
    ar: 'الركائز السبع عن لوحة تقييم المنظومة للاتحاد الدولي للاتصالات من دليله للابتكار القائم على تكنولوجيا المعلومات والاتصالات. الأسئلة والتخطيط والتسلسل من عندنا وليست وثيقة للاتحاد.',
  },
  zones: [
    ...pillarWords.slice(0, 4).map(pillar),
    wheel,
    ...pillarWords.slice(4).map(pillar),
    {
      key: 'priorities',
      heading: { en: 'Gaps across pillars', ar: 'فجوات عبر الركائز' },
      prompt: {
        en: 'Which gaps return or hang together? One note each, with the pillars it touches. Then vote on what comes first.',
        ar: 'أي فجوات تتكرر أو تترابط؟ ملاحظة لكل منها مع الركائز التي تمسها. ثم صوّتوا على الأولويات.',
      },
      purpose: {
        en: 'One weak pillar often holds the others back; here it shows, and the group chooses.',
        ar: 'كثيرًا ما تعيق ركيزة ضعيفة سواها؛ هنا يظهر ذلك وتختار المجموعة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 20,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each gap.', ar: 'شبكة من الأماكن، مكان لكل فجوة.' },
      fields: [basisField],
      reportHeading: { en: 'Priorities', ar: 'الأولويات' },
      place: { column: 0, row: 3, columns: 2 },
    },
    actionsZone({ column: 2, row: 3, columns: 2 }),
  ],
  steps: [
    {
      key: 'brief',
      title: { en: 'Seven pillars', ar: 'سبع ركائز' },
      minutes: 10,
      mode: 'brief',
      zones: pillarKeys,
      prompt: {
        en: 'What carries an innovation here from idea to market, and what lets it fall?',
        ar: 'ما الذي يحمل الابتكار هنا من الفكرة إلى السوق، وما الذي يسقطه؟',
      },
      notes: {
        en: 'Say which country, sector and year we look at. Seat people who know a pillar at its table, and one who does not. Fewer than fourteen people: two pillars a table.',
        ar: 'قولوا أي بلد وقطاع وسنة ننظر فيها. أجلسوا عند كل ركيزة من يعرفها ومعهم من لا يعرفها. أقل من أربعة عشر شخصًا: ركيزتان لكل طاولة.',
      },
    },
    {
      key: 'pillars-1',
      title: { en: 'One pillar each', ar: 'ركيزة لكل طاولة' },
      minutes: 20,
      mode: 'tables',
      zones: pillarKeys,
      prompt: {
        en: 'Strengths first, then gaps. What is the evidence?',
        ar: 'نقاط القوة أولًا ثم الفجوات. ما الدليل؟',
      },
      notes: {
        en: 'Ask for a name, a number or a link on each note; without one it is marked as assumed.',
        ar: 'اطلبوا في كل ملاحظة اسمًا أو رقمًا أو رابطًا؛ وإلا وُسمت بأنها مُفترَضة.',
      },
    },
    {
      key: 'pillars-2',
      title: { en: 'Change pillars once', ar: 'تبديل الركائز مرة' },
      minutes: 15,
      mode: 'tables',
      zones: pillarKeys,
      prompt: {
        en: 'A new pillar: what is missing, what is wrong, what could be won quickly?',
        ar: 'ركيزة جديدة: ما الناقص، وما الخطأ، وما الذي يُكسب سريعًا؟',
      },
      notes: {
        en: 'Hosts stay. Whoever disagrees adds a note and changes none.',
        ar: 'يبقى المضيفون. من يخالف يضيف ملاحظة ولا يغيّر شيئًا.',
      },
    },
    {
      key: 'rate',
      title: { en: 'Rate, alone', ar: 'التقييم، كل بمفرده' },
      minutes: 15,
      mode: 'private',
      isAnonymous: true,
      zones: ['wheel'],
      prompt: {
        en: 'One note in each slice of the wheel: adequate, some or inadequate, and why.',
        ar: 'ملاحظة في كل شريحة من العجلة: كافٍ أو جزئي أو غير كافٍ، ولماذا.',
      },
      notes: {
        en: 'In a large group one person writes for each table. Nobody sees another’s rating before the end. Reveal, and look at the spread: talk only about pillars on which people are far apart.',
        ar: 'في مجموعة كبيرة يكتب شخص واحد عن كل طاولة. لا يرى أحد تقييم غيره قبل النهاية. اكشفوا وانظروا إلى التباين: ناقشوا الركائز التي يتباعد فيها الرأي فقط.',
      },
    },
    {
      key: 'across',
      title: { en: 'Gaps across pillars', ar: 'فجوات عبر الركائز' },
      minutes: 20,
      mode: 'open',
      zones: ['priorities', 'wheel'],
      prompt: {
        en: 'Which gap returns in several pillars? Which one causes others?',
        ar: 'أي فجوة تتكرر في عدة ركائز؟ وأيها يسبب غيرها؟',
      },
      notes: {
        en: 'Begin at the emptiest slice: one voice for each pillar, two minutes; then notes. Put the same gap together once.',
        ar: 'ابدؤوا من أقل الشرائح امتلاءً: صوت لكل ركيزة، دقيقتان؛ ثم الملاحظات. ادمجوا الفجوة المكررة.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote on priorities', ar: 'التصويت على الأولويات' },
      minutes: 20,
      mode: 'vote',
      zones: ['priorities'],
      prompt: {
        en: 'Five dots each. Which gaps must close first?',
        ar: 'خمس نقاط لكل شخص. أي الفجوات يجب أن تُسدّ أولًا؟',
      },
      notes: {
        en: 'Five minutes to vote; the rest to hear why. Ask those who voted against the crowd first.',
        ar: 'خمس دقائق للتصويت والباقي لسماع الأسباب. اسألوا أولًا من خالف الأغلبية.',
      },
      vote: { dots: 5, isSeveralOnOne: true, isNamed: false },
      feeds: ['actions'],
    },
    {
      key: 'actions',
      title: { en: 'Actions', ar: 'الإجراءات' },
      minutes: 15,
      mode: 'open',
      zones: ['priorities', 'actions'],
      prompt: {
        en: 'For the top three gaps: who does what by when?',
        ar: 'لأهم ثلاث فجوات: من يفعل ماذا ومتى؟',
      },
      notes: {
        en: 'Begin with the quick wins. Nobody is named who is not here or has not agreed.',
        ar: 'ابدؤوا بالمكاسب السريعة. لا يُذكر اسم غائب أو من لم يوافق.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 5,
      mode: 'brief',
      zones: ['actions'],
      prompt: {
        en: 'What will be different when we meet again?',
        ar: 'ما الذي سيختلف عندما نلتقي ثانية؟',
      },
      notes: {
        en: 'Say who checks the evidence and who gets the report.',
        ar: 'قولوا من يتحقق من الأدلة ومن يتسلّم التقرير.',
      },
    },
  ],
}
