import { cafeTable } from '../parts/cafe-table.ts'
import type { Template } from '../template.ts'

const tableKeys = ['table-1', 'table-2', 'table-3', 'table-4', 'table-5', 'table-6', 'table-7', 'table-8'] as const

const tableWords = {
  prompt: {
    en: 'What does this round’s question stir in you? Write, draw, and link it to what is on the cloth already.',
    ar: 'ما الذي يثيره سؤال هذه الجولة لديكم؟ اكتبوا وارسموا واربطوه بما هو على المفرش.',
  },
  purpose: {
    en: 'A conversation of four or five people that the next ones carry on. A cloth of paper comes in as a photo.',
    ar: 'حوار بين أربعة أو خمسة أشخاص يواصله من يأتي بعدهم. ويدخل المفرش الورقي صورةً.',
  },
}

export const worldCafe: Template = {
  id: 'world-cafe',
  version: 3,
  title: { en: 'World Café', ar: 'المقهى العالمي' },
  summary: {
    en: 'A large group talks at small tables, travels between them for three rounds, and gathers what it found.',
    ar: 'مجموعة كبيرة تتحاور حول طاولات صغيرة، وتتنقّل بينها ثلاث جولات، ثم تجمع ما وجدته.',
  },
  category: 'cafe',
  people: { min: 12, max: 40 },
  minutes: 100,
  stage: 'idea',
  origin: {
    en: 'The World Café method of Juanita Brown and David Isaacs. Its principles are published by The World Café Community Foundation under Creative Commons terms; the words here are ours.',
    ar: 'منهج «المقهى العالمي» لخوانيتا براون وديفيد آيزاكس. تنشر مبادئه مؤسسة مجتمع المقهى العالمي برخصة المشاع الإبداعي؛ والصياغة هنا من عندنا.',
  },
  zones: [
    {
      key: 'lobby',
      heading: { en: 'Welcome', ar: 'أهلًا بكم' },
      prompt: {
        en: 'Put your name on a note, and under it the habit of a good table that you want to bring today.',
        ar: 'اكتبوا أسماءكم على ملاحظة، وضعوها عند العادة التي تودون جلبها إلى الطاولة اليوم.',
      },
      purpose: {
        en: 'People arrive, see who is here, and learn how one behaves at a café table.',
        ar: 'يصل الناس ويرون من هنا، ويعرفون آداب الجلوس إلى طاولة المقهى.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 40,
      background: 'cards',
      labels: [
        { en: 'Keep to the question', ar: 'نبقى مع السؤال' },
        { en: 'Say what you think', ar: 'نقول رأينا' },
        { en: 'Listen to understand', ar: 'نصغي لنفهم' },
        { en: 'Link ideas', ar: 'نربط الأفكار' },
        { en: 'Draw on the cloth', ar: 'نرسم على المفرش' },
        { en: 'Enjoy it', ar: 'نستمتع' },
      ],
      backgroundAlt: {
        en: 'Six cards with the manners of the table: stay with what matters, say what you think, listen to understand, link ideas, draw on the cloth, enjoy it.',
        ar: 'ست بطاقات لآداب الطاولة: نبقى مع المهم، نقول رأينا، نصغي لنفهم، نربط الأفكار، نرسم على المفرش، نستمتع.',
      },
      place: { column: 0, row: 0, columns: 3 },
    },
    {
      key: 'questions',
      heading: { en: 'Question wall', ar: 'جدار الأسئلة' },
      prompt: {
        en: 'One question a round, open and worth an hour. Add what you would ask instead.',
        ar: 'سؤال واحد لكل جولة، مفتوح ويستحق ساعة. أضيفوا ما كنتم ستسألونه.',
      },
      purpose: {
        en: 'The questions that the tables work on, in sight all the time; a later one may build on an earlier.',
        ar: 'الأسئلة التي تعمل عليها الطاولات، أمام الأعين طوال الوقت؛ وقد يبني اللاحق على السابق.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Round 1', ar: 'الجولة 1' },
        { en: 'Round 2', ar: 'الجولة 2' },
        { en: 'Round 3', ar: 'الجولة 3' },
        { en: 'We should also ask', ar: 'وعلينا أن نسأل أيضًا' },
      ],
      backgroundAlt: {
        en: 'Four columns: the questions of rounds one, two and three, and what we should also ask.',
        ar: 'أربعة أعمدة: أسئلة الجولات الأولى والثانية والثالثة، وما علينا أن نسأله أيضًا.',
      },
      place: { column: 3, row: 0, columns: 2 },
    },
    ...tableKeys.map((_, i) => cafeTable(i + 1, { column: i % 5, row: i < 5 ? 1 : 3, rows: 2 }, tableWords)),
    {
      key: 'harvest',
      heading: { en: 'Harvest', ar: 'الحصاد' },
      prompt: {
        en: 'One insight from each table first. Then look across: what returns, what surprises, what must we ask next?',
        ar: 'أولًا رؤية واحدة من كل طاولة. ثم انظروا إلى الكل: ما الذي يتكرر ويفاجئ، وما سؤالنا التالي؟',
      },
      purpose: {
        en: 'What the whole group knows now and none of its tables knew before.',
        ar: 'ما تعرفه المجموعة كلها الآن ولم تكن تعرفه أي طاولة من قبل.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: true,
      capacity: 40,
      background: 'columns',
      labels: [
        { en: 'Insights', ar: 'رؤى' },
        { en: 'Patterns', ar: 'أنماط' },
        { en: 'Deeper questions', ar: 'أسئلة أعمق' },
        { en: 'Next steps', ar: 'الخطوات التالية' },
      ],
      backgroundAlt: {
        en: 'Four columns: insights, patterns, deeper questions, next steps.',
        ar: 'أربعة أعمدة: رؤى، أنماط، أسئلة أعمق، الخطوات التالية.',
      },
      reportHeading: { en: 'What the café found', ar: 'ما وجده المقهى' },
      place: { column: 3, row: 3, columns: 2, rows: 2 },
    },
  ],
  steps: [
    {
      key: 'welcome',
      title: { en: 'Welcome and etiquette', ar: 'الترحيب والآداب' },
      minutes: 10,
      mode: 'brief',
      zones: ['lobby', 'questions'],
      prompt: {
        en: 'Why are we here, and what will the harvest be used for?',
        ar: 'لماذا نحن هنا، ولأي غرض يُستخدم الحصاد؟',
      },
      notes: {
        en: 'Open the board early so that people can leave their names. Four people at a table, five at most; unused cloths stay empty. Ask one person at each table to be its host and to stay through all rounds. Say who reads the harvest.',
        ar: 'افتحوا اللوحة مبكرًا ليترك الناس أسماءهم. أربعة أشخاص لكل طاولة، وخمسة على الأكثر؛ وتبقى المفارش الزائدة فارغة. اطلبوا من شخص في كل طاولة أن يكون مضيفها ويبقى طوال الجولات. قولوا من يقرأ الحصاد.',
      },
    },
    {
      key: 'round-1',
      title: { en: 'Round 1', ar: 'الجولة الأولى' },
      minutes: 20,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'What about our topic matters most where you live and work?',
        ar: 'ما الأهم في موضوعنا حيث تعيشون وتعملون؟',
      },
      notes: {
        en: 'Put your own question on the wall if you have a better one. Go round quietly; do not take part. Five minutes before the end, ask hosts for the essence.',
        ar: 'ضعوا سؤالكم على الجدار إن كان لديكم أفضل. تجوّلوا بهدوء ولا تشاركوا. قبل النهاية بخمس دقائق، اطلبوا الخلاصة من المضيفين.',
      },
    },
    {
      key: 'travel-1',
      title: { en: 'Travel', ar: 'التنقّل' },
      minutes: 5,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'Host: the essence in three lines. Travellers: what did you bring with you?',
        ar: 'المضيف: الخلاصة في ثلاثة أسطر. الزائرون: ماذا حملتم معكم؟',
      },
      notes: {
        en: 'Nobody leaves before the essence is written. Travellers go to different tables, not as a group.',
        ar: 'لا يغادر أحد قبل كتابة الخلاصة. يتفرّق الزائرون على طاولات مختلفة ولا ينتقلون معًا.',
      },
    },
    {
      key: 'round-2',
      title: { en: 'Round 2', ar: 'الجولة الثانية' },
      minutes: 20,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'What have we not yet seen or asked?',
        ar: 'ما الذي لم نره أو لم نسأل عنه بعد؟',
      },
      notes: {
        en: 'Remind people to draw lines between what they brought and what is there.',
        ar: 'ذكّروا الناس برسم خطوط بين ما جلبوه وما هو موجود.',
      },
    },
    {
      key: 'travel-2',
      title: { en: 'Travel again', ar: 'تنقّل ثانٍ' },
      minutes: 5,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'A new table, new people. Hosts: the essence once more, with what is new.',
        ar: 'طاولة جديدة ووجوه جديدة. المضيفون: الخلاصة مرة أخرى مع الجديد فيها.',
      },
      notes: {
        en: 'The seating plan keeps two travellers from meeting twice where it can.',
        ar: 'تتجنب خطة الجلوس، حيث أمكن، أن يلتقي زائران مرتين.',
      },
    },
    {
      key: 'round-3',
      title: { en: 'Round 3', ar: 'الجولة الثالثة' },
      minutes: 20,
      mode: 'tables',
      zones: tableKeys,
      prompt: {
        en: 'What would make the biggest difference within a year?',
        ar: 'ما الذي يُحدث أكبر فرق خلال سنة؟',
      },
      notes: {
        en: 'Ask each table to choose one insight to bring to the harvest, and who says it.',
        ar: 'اطلبوا من كل طاولة اختيار رؤية واحدة للحصاد ومن يقولها.',
      },
      feeds: ['harvest'],
    },
    {
      key: 'harvest',
      title: { en: 'Harvest', ar: 'الحصاد' },
      minutes: 10,
      mode: 'open',
      zones: ['harvest'],
      prompt: {
        en: 'One insight from each table. Then: what do you see again and again?',
        ar: 'رؤية واحدة من كل طاولة. ثم: ما الذي يتكرر؟',
      },
      notes: {
        en: 'Hosts write first. After three minutes everybody reads the wall in silence and adds patterns and questions.',
        ar: 'يكتب المضيفون أولًا. وبعد ثلاث دقائق يقرأ الجميع الجدار في صمت ويضيفون الأنماط والأسئلة.',
      },
    },
    {
      key: 'share',
      title: { en: 'Share the harvest', ar: 'عرض الحصاد' },
      minutes: 5,
      mode: 'present',
      zones: ['harvest'],
      prompt: {
        en: 'Which pattern would you tell somebody who was not here?',
        ar: 'أي نمط تخبرون به من لم يكن هنا؟',
      },
      notes: {
        en: 'Two or three voices, tables online first. Name each column aloud for those who only listen.',
        ar: 'صوتان أو ثلاثة، والطاولات التي عن بُعد أولًا. اقرؤوا عنوان كل عمود لمن يسمع فقط.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 5,
      mode: 'present',
      zones: ['harvest'],
      prompt: {
        en: 'One word each. What happens with this, and who does it?',
        ar: 'كلمة من كل منكم. ماذا يحدث بهذا، ومن يقوم به؟',
      },
      notes: {
        en: 'Thank the hosts. Say when the report comes and that the board stays open.',
        ar: 'اشكروا المضيفين. قولوا متى يأتي التقرير وأن اللوحة تبقى مفتوحة.',
      },
    },
  ],
}
