import { cafeTable } from '../parts/cafe-table.ts'
import { pilotCard } from '../parts/pilot-card.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

const tableKeys = ['table-1', 'table-2', 'table-3', 'table-4'] as const
const pilotCardKeys = ['pilot-card-1', 'pilot-card-2', 'pilot-card-3'] as const

const tableWords = {
  prompt: {
    en: 'What would change something here, and for whom? Write and draw, then build on what others left.',
    ar: 'ما الذي يُحدث تغييرًا هنا، ولمن؟ اكتبوا وارسموا، ثم ابنوا على ما تركه الآخرون.',
  },
  purpose: {
    en: 'The cloth of one table, in the room or online: ideas grow here through two rounds.',
    ar: 'مفرش طاولة واحدة، في القاعة أو عن بُعد: هنا تنمو الأفكار على مدى جولتين.',
  },
}

export const innovationCafeHybrid: Template = {
  id: 'innovation-cafe-hybrid',
  version: 6,
  title: { en: 'Innovation Café, hybrid', ar: 'مقهى الابتكار الهجين' },
  summary: {
    en: 'Ninety minutes from one challenge to three pilots, with some people in the room and some online.',
    ar: 'تسعون دقيقة من تحدٍّ واحد إلى ثلاثة مشاريع تجريبية، بعض المشاركين في القاعة وبعضهم عن بُعد.',
  },
  category: 'cafe',
  people: { min: 15, max: 40 },
  minutes: 90,
  stage: 'idea',
  origin: {
    en: 'Our own proposal: no step-by-step format of ITU’s Innovation Cafés is published that we know of. Table rounds and hosts follow the World Café.',
    ar: 'مقترح من إعدادنا: لا نعرف صيغة منشورة خطوة بخطوة لمقاهي الابتكار في الاتحاد الدولي للاتصالات. جولات الطاولات والمضيفون على نهج المقهى العالمي.',
  },
  zones: [
    {
      key: 'arrival-map',
      heading: { en: 'Arrival map', ar: 'خريطة الوصول' },
      prompt: {
        en: 'Put a note where you join from: your name and your island or city. It also shows that your line works.',
        ar: 'ضعوا ملاحظة حيث تنضمون: الاسم والجزيرة أو المدينة. وبها نعرف أن اتصالكم يعمل.',
      },
      purpose: {
        en: 'Everyone arrives, sees who is here, and writes a first note before it matters.',
        ar: 'يصل الجميع ويرون من هنا، ويكتبون ملاحظة أولى قبل أن يبدأ العمل.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 40,
      background: 'islands',
      labels: [
        { en: 'In the room', ar: 'في القاعة' },
        { en: 'Online', ar: 'عن بُعد' },
      ],
      backgroundAlt: {
        en: 'A sea with two large islands, one for people in the room and one for people online, and small islands between.',
        ar: 'بحر فيه جزيرتان كبيرتان، واحدة لمن في القاعة وأخرى لمن عن بُعد، وبينهما جزر صغيرة.',
      },
      place: { column: 0, row: 0, columns: 2 },
    },
    {
      key: 'challenge',
      heading: { en: 'Challenge', ar: 'التحدي' },
      prompt: {
        en: 'What are we here to change? Read it, ask about it, and correct what is not true where you live.',
        ar: 'ما الذي جئنا لتغييره؟ اقرؤوه واسألوا عنه، وصحّحوا ما لا يصح حيث تعيشون.',
      },
      purpose: {
        en: 'One challenge in plain words, so that every table works on the same question.',
        ar: 'تحدٍّ واحد بكلمات بسيطة، لتعمل كل الطاولات على السؤال نفسه.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 8,
      background: 'cards',
      labels: [
        { en: 'What', ar: 'ماذا' },
        { en: 'For whom', ar: 'لمن' },
        { en: 'Why now', ar: 'لماذا الآن' },
        { en: 'What limits us', ar: 'ما يقيّدنا' },
      ],
      backgroundAlt: {
        en: 'Four cards: what, for whom, why now, and what limits us.',
        ar: 'أربع بطاقات: ماذا، ولمن، ولماذا الآن، وما يقيّدنا.',
      },
      place: { column: 2, row: 0 },
    },
    {
      key: 'parking-lot',
      heading: { en: 'Parking lot', ar: 'موقف الأفكار' },
      prompt: {
        en: 'Good, but not for today? Leave it here. Before we close, each note gets a name or is let go.',
        ar: 'جيد ولكن ليس لهذا اليوم؟ اتركوه هنا. قبل الختام تنال كل ملاحظة اسمًا أو نتخلى عنها.',
      },
      purpose: {
        en: 'Keeps what would lead away from the challenge without losing it.',
        ar: 'يحفظ ما قد يبعدنا عن التحدي من دون أن نفقده.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 20,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 3, row: 0 },
    },
    ...tableKeys.map((_, i) => cafeTable(i + 1, { column: i, row: 1 }, tableWords)),
    {
      key: 'idea-gallery',
      heading: { en: 'Idea gallery', ar: 'معرض الأفكار' },
      prompt: {
        en: 'Each table brings its best idea in two lines: what it is, and whose day gets better by it.',
        ar: 'تقدّم كل طاولة أفضل أفكارها في سطرين: ما هي، ومن يتحسّن يومه بها.',
      },
      purpose: {
        en: 'Everyone hears what the other tables found; tables online speak first.',
        ar: 'يسمع الجميع ما وجدته الطاولات الأخرى؛ وتبدأ الطاولات التي عن بُعد.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 16,
      background: 'columns',
      labels: tableKeys.map((_, i) => ({ en: `From table ${i + 1}`, ar: `من الطاولة ${i + 1}` })),
      backgroundAlt: {
        en: 'Four columns, one for each table.',
        ar: 'أربعة أعمدة، عمود لكل طاولة.',
      },
      place: { column: 0, row: 2, columns: 2 },
    },
    {
      key: 'vote-wall',
      heading: { en: 'Vote wall', ar: 'جدار التصويت' },
      prompt: {
        en: 'Three votes each, in silence. Which of these would you help to try within three months?',
        ar: 'ثلاثة أصوات لكل شخص، في صمت. أيها تساعدون على تجربته خلال ثلاثة أشهر؟',
      },
      purpose: {
        en: 'Chooses the three ideas that become pilot cards. A table in the room votes with three for each person.',
        ar: 'يختار الأفكار الثلاث التي تصبح بطاقات. تصوّت طاولة القاعة بثلاثة أصوات عن كل شخص.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: true,
      capacity: 16,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places, one for each idea.',
        ar: 'شبكة من الأماكن، مكان لكل فكرة.',
      },
      place: { column: 2, row: 2, columns: 2 },
    },
    ...pilotCardKeys.map((_, i) => pilotCard(i + 1, { column: i, row: 3 })),
    {
      key: 'commitments',
      heading: { en: 'Commitments', ar: 'الالتزامات' },
      prompt: {
        en: 'I will … by …: one step you take yourself. A date makes it real.',
        ar: 'سأقوم بـ… قبل…: خطوة واحدة تتخذونها بأنفسكم. التاريخ يجعلها حقيقية.',
      },
      purpose: {
        en: 'Who does what by when; becomes the pilot’s list of actions.',
        ar: 'من يفعل ماذا ومتى؛ وتصبح قائمة أعمال المشروع.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 20,
      background: 'columns',
      labels: [
        { en: 'Who', ar: 'من' },
        { en: 'What', ar: 'ماذا' },
        { en: 'By when', ar: 'متى' },
      ],
      backgroundAlt: {
        en: 'Three columns: who, what, and by when.',
        ar: 'ثلاثة أعمدة: من، وماذا، ومتى.',
      },
      place: { column: 3, row: 3 },
    },
  ],
  steps: [
    {
      key: 'arrive',
      title: { en: 'Arrive', ar: 'الوصول' },
      minutes: 0,
      mode: 'open',
      zones: ['arrival-map'],
      prompt: {
        en: 'Welcome. Put a note on the map: your name and where you are.',
        ar: 'أهلًا بكم. ضعوا ملاحظة على الخريطة: اسمكم ومكانكم.',
      },
      notes: {
        en: 'Open ten minutes early. Check each line and sound. Seat four or five people at a table; people online get tables of their own, each with a host.',
        ar: 'افتحوا قبل البدء بعشر دقائق. تحققوا من كل اتصال وصوت. أربعة أو خمسة أشخاص لكل طاولة؛ ولمن عن بُعد طاولات خاصة بهم، لكل منها مضيف.',
      },
    },
    {
      key: 'challenge',
      title: { en: 'Context and challenge', ar: 'السياق والتحدي' },
      minutes: 8,
      mode: 'brief',
      zones: ['challenge'],
      prompt: {
        en: 'What we want to change, for whom, and why now.',
        ar: 'ما نريد تغييره، ولمن، ولماذا الآن.',
      },
      notes: {
        en: 'Three frames at most, text first, so that a poor line misses nothing. Say what happens with the result.',
        ar: 'ثلاث شرائح على الأكثر، والنص أولًا، كي لا يفوت شيء من كان اتصاله ضعيفًا. قولوا ما الذي سيحدث بالنتيجة.',
      },
    },
    {
      key: 'own-ideas',
      title: { en: 'Write alone', ar: 'الكتابة الفردية' },
      minutes: 5,
      mode: 'private',
      isAnonymous: true,
      zones: tableKeys,
      prompt: {
        en: 'Write your own ideas, one on each note. Nobody sees them yet.',
        ar: 'اكتبوا أفكاركم، فكرة في كل ملاحظة. لا يراها أحد بعد.',
      },
      notes: {
        en: 'Silence helps. Phones are welcome. Names stay hidden. Reveal everything before you go on.',
        ar: 'الصمت يساعد. الهواتف مرحّب بها. الأسماء تبقى مخفية. اعرضوا كل شيء قبل المتابعة.',
      },
    },
    {
      key: 'round-1',
      title: { en: 'Round 1: deepen', ar: 'الجولة الأولى: التعمّق' },
      minutes: 20,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'Read the notes at your table. What lies behind them? What do they have in common?',
        ar: 'اقرؤوا ملاحظات طاولتكم. ما الذي وراءها؟ وما الذي يجمعها؟',
      },
      notes: {
        en: 'Five minutes before the end, ask each host for the essence in three lines.',
        ar: 'قبل النهاية بخمس دقائق، اطلبوا من كل مضيف الخلاصة في ثلاثة أسطر.',
      },
    },
    {
      key: 'round-2',
      title: { en: 'Round 2: build on', ar: 'الجولة الثانية: البناء' },
      minutes: 18,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'Hosts stay, everyone else travels. What from your first table makes this stronger?',
        ar: 'المضيفون يبقون والآخرون ينتقلون. ما الذي من طاولتكم الأولى يقوّي هذا؟',
      },
      notes: {
        en: 'Hosts greet and tell the essence in one minute. Travellers note where they came from.',
        ar: 'يرحّب المضيف ويروي الخلاصة في دقيقة. ويدوّن الزائرون من أين جاؤوا.',
      },
    },
    {
      key: 'gallery',
      title: { en: 'Gallery', ar: 'المعرض' },
      minutes: 7,
      mode: 'present',
      zones: ['idea-gallery'],
      prompt: {
        en: 'Two lines from each table: what it is, and whose day gets better by it.',
        ar: 'سطران من كل طاولة: ما الفكرة، ومن يتحسّن يومه بها.',
      },
      notes: {
        en: 'Tables online speak first. Then move the pitched ideas to the vote wall.',
        ar: 'تبدأ الطاولات التي عن بُعد. ثم انقلوا الأفكار المعروضة إلى جدار التصويت.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 5,
      mode: 'vote',
      zones: ['vote-wall'],
      prompt: {
        en: 'Three votes each. Which of these would you help to try?',
        ar: 'ثلاثة أصوات لكل شخص. أي هذه تساعدون على تجربته؟',
      },
      notes: {
        en: 'Nobody sees the count before the end. A table that shares a screen votes with three for each person at it.',
        ar: 'لا يرى أحد العدد قبل النهاية. الطاولة التي تتشارك شاشة تصوّت بثلاثة أصوات عن كل شخص فيها.',
      },
    },
    {
      key: 'pilot-cards',
      title: { en: 'Pilot cards', ar: 'بطاقات المشاريع' },
      minutes: 17,
      mode: 'tables',
      zones: pilotCardKeys,
      prompt: {
        en: 'Join the idea you care about and fill in its card together.',
        ar: 'انضموا إلى الفكرة التي تهمكم واملؤوا بطاقتها معًا.',
      },
      notes: {
        en: 'One card for each of the top three. No owner and no first test: no pilot yet.',
        ar: 'بطاقة لكل فكرة من الثلاث الأولى. بلا مسؤول ولا اختبار أول لا مشروع بعد.',
      },
    },
    {
      key: 'commitments',
      title: { en: 'Commitments', ar: 'الالتزامات' },
      minutes: 7,
      mode: 'open',
      zones: ['commitments'],
      prompt: {
        en: 'Who does what by when? Write one step of your own.',
        ar: 'من يفعل ماذا ومتى؟ اكتبوا خطوة واحدة تخصكم.',
      },
      notes: {
        en: 'Go through the parking lot: a name for each note, or let it go.',
        ar: 'مرّوا على موقف الأفكار: اسم لكل ملاحظة أو تخلّوا عنها.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 3,
      mode: 'brief',
      zones: ['commitments'],
      prompt: {
        en: 'One word each: how do you leave? The board stays open at the same link.',
        ar: 'كلمة من كل منكم: كيف تغادرون؟ تبقى اللوحة مفتوحة على الرابط نفسه.',
      },
      notes: {
        en: 'Thank the hosts. Say who sends the report, and when.',
        ar: 'اشكروا المضيفين. قولوا من يرسل التقرير ومتى.',
      },
    },
  ],
}
