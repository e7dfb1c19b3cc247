import { actionsZone } from '../parts/actions-zone.ts'
import { basisField } from '../parts/fields.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

export const threeHorizons: Template = {
  id: 'three-horizons',
  version: 1,
  title: { en: 'Three Horizons', ar: 'الآفاق الثلاثة' },
  summary: {
    en: 'Today’s system, the future we want, and what leads from one to the other, or only prolongs today.',
    ar: 'نظام اليوم، والمستقبل الذي نريده، وما يقود من هذا إلى ذاك أو يطيل عمر اليوم فحسب.',
  },
  category: 'foresight',
  people: { min: 2, max: 20 },
  minutes: 90,
  stage: 'idea',
  origin: {
    en: 'The Three Horizons of Bill Sharpe and the International Futures Forum. The order follows the worksheet of the UK Government Office for Science (Open Government Licence); the words are ours.',
    ar: 'الآفاق الثلاثة لبيل شارب والمنتدى الدولي للمستقبل. الترتيب عن ورقة عمل المكتب الحكومي للعلوم في المملكة المتحدة (رخصة الحكومة المفتوحة)؛ والكلمات من عندنا.',
  },
  zones: [
    {
      key: 'frame',
      heading: { en: 'What we look at', ar: 'ما ننظر إليه' },
      prompt: {
        en: 'Which system, for whom, until which year? What question do we want to answer?',
        ar: 'أي نظام، ولمن، وحتى أي سنة؟ وما السؤال الذي نريد جوابه؟',
      },
      purpose: {
        en: 'Keeps everybody on the same system and the same year.',
        ar: 'يُبقي الجميع عند النظام نفسه والسنة نفسها.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'The system', ar: 'النظام' },
        { en: 'For whom', ar: 'لمن' },
        { en: 'Until which year', ar: 'حتى أي سنة' },
      ],
      backgroundAlt: {
        en: 'Three columns: the system, for whom, until which year.',
        ar: 'ثلاثة أعمدة: النظام، لمن، حتى أي سنة.',
      },
      place: { column: 0, row: 0 },
    },
    {
      key: 'horizons',
      heading: { en: 'Three horizons', ar: 'الآفاق الثلاثة' },
      prompt: {
        en: 'First what is today, then what we want, last what lies between. Put notes on the curve and the time they belong to.',
        ar: 'أولًا ما هو قائم، ثم ما نريده، وأخيرًا ما بينهما. ضعوا الملاحظات على منحناها وزمنها.',
      },
      purpose: {
        en: 'Shows the old leaving, the new arriving and the struggle between them in one picture.',
        ar: 'تُظهر في صورة واحدة رحيل القديم وقدوم الجديد والصراع بينهما.',
      },
      noteKinds: ['note', 'text', 'drawing', 'arrow'],
      isVotable: true,
      capacity: 60,
      background: 'curves',
      labels: [
        { en: '1 Today’s system', ar: '1 نظام اليوم' },
        { en: '2 The transition', ar: '2 الانتقال' },
        { en: '3 The future we want', ar: '3 المستقبل الذي نريده' },
      ],
      backgroundAlt: {
        en: 'Three curves over time: the first falls from high to low (today’s system), the second rises and falls in between (the transition), the third rises from low to high (the future we want).',
        ar: 'ثلاثة منحنيات عبر الزمن: الأول ينحدر من الأعلى إلى الأدنى (نظام اليوم)، والثاني يصعد ثم يهبط بينهما (الانتقال)، والثالث يصعد من الأدنى إلى الأعلى (المستقبل الذي نريده).',
      },
      axes: {
        x: {
          label: { en: 'Time', ar: 'الزمن' },
          low: { en: 'today', ar: 'اليوم' },
          high: { en: 'horizon year', ar: 'سنة الأفق' },
        },
        y: {
          label: { en: 'How common', ar: 'مدى الانتشار' },
          low: { en: 'rare', ar: 'نادر' },
          high: { en: 'everywhere', ar: 'في كل مكان' },
        },
      },
      fields: [basisField],
      place: { column: 1, row: 0, columns: 2, rows: 2 },
    },
    {
      key: 'keep',
      heading: { en: 'Keep list', ar: 'ما نحافظ عليه' },
      prompt: {
        en: 'What from today should survive, whatever comes? Who relies on it?',
        ar: 'ما الذي ينبغي أن يبقى من اليوم مهما حدث؟ ومن يعتمد عليه؟',
      },
      purpose: {
        en: 'Not everything old is in the way; naming what stays makes change easier to accept.',
        ar: 'ليس كل قديم عائقًا؛ وتسمية ما يبقى تسهّل قبول التغيير.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 0, row: 1 },
    },
    {
      key: 'transition',
      heading: { en: 'What leads across', ar: 'ما يقود إلى هناك' },
      prompt: {
        en: 'Sort the innovations of the second horizon: which bring the third nearer, which only prolong the first?',
        ar: 'افرزوا ابتكارات الأفق الثاني: أيها يقرّب الثالث، وأيها يطيل عمر الأول فحسب؟',
      },
      purpose: {
        en: 'Tells a bridge from a patch before money is spent on it.',
        ar: 'يميّز الجسر من الرقعة قبل أن يُنفق المال.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 24,
      background: 'columns',
      labels: [
        { en: 'Brings the future nearer', ar: 'يقرّب المستقبل' },
        { en: 'Only prolongs today', ar: 'يطيل عمر اليوم' },
        { en: 'Who must act', ar: 'من عليه أن يتحرك' },
        { en: 'What has to stop', ar: 'ما يجب أن يتوقف' },
      ],
      backgroundAlt: {
        en: 'Four columns: brings the future nearer, only prolongs today, who must act, what has to stop.',
        ar: 'أربعة أعمدة: يقرّب المستقبل، يطيل عمر اليوم، من عليه أن يتحرك، ما يجب أن يتوقف.',
      },
      place: { column: 0, row: 2, columns: 2 },
    },
    actionsZone({ column: 2, row: 2 }),
  ],
  steps: [
    {
      key: 'intro',
      title: { en: 'Three horizons', ar: 'الآفاق الثلاثة' },
      minutes: 15,
      mode: 'brief',
      zones: ['frame', 'horizons'],
      prompt: {
        en: 'Three ways to look ahead: the manager, the dreamer, the entrepreneur. Which system do we look at?',
        ar: 'ثلاث طرق للنظر إلى القادم: المدير والحالم ورائد الأعمال. إلى أي نظام ننظر؟',
      },
      notes: {
        en: 'Three minutes for the agenda, twelve for the picture: all three curves exist today, in different strength. Fill in the frame with the group.',
        ar: 'ثلاث دقائق للبرنامج واثنتا عشرة للصورة: المنحنيات الثلاثة كلها موجودة اليوم بقوى مختلفة. املؤوا الإطار مع المجموعة.',
      },
    },
    {
      key: 'first',
      title: { en: 'First horizon: today', ar: 'الأفق الأول: اليوم' },
      minutes: 20,
      mode: 'open',
      zones: ['horizons', 'keep'],
      prompt: {
        en: 'What works today, what no longer fits, and what must be kept?',
        ar: 'ما الذي ينجح اليوم، وما الذي لم يعد مناسبًا، وما الذي يجب الحفاظ عليه؟',
      },
      notes: {
        en: 'Think like a manager who keeps things going. Five minutes in silence, then together. Signs that it no longer fits go where the curve falls.',
        ar: 'فكّروا كمدير يُبقي الأمور قائمة. خمس دقائق صمت ثم معًا. علامات عدم الملاءمة حيث ينحدر المنحنى.',
      },
    },
    {
      key: 'third',
      title: { en: 'Third horizon: what we want', ar: 'الأفق الثالث: ما نريده' },
      minutes: 20,
      mode: 'open',
      zones: ['horizons'],
      prompt: {
        en: 'What does the future we want look like, and for whom? Where can it be seen already?',
        ar: 'كيف يبدو المستقبل الذي نريده، ولمن؟ وأين يُرى منذ الآن؟',
      },
      notes: {
        en: 'Now dream. No “but”. Ask for small pockets of it today, here or elsewhere, and mark those as observed.',
        ar: 'الآن احلموا. بلا «لكن». اسألوا عن جيوب صغيرة منه اليوم، هنا أو في مكان آخر، وحددوها بأنها مُلاحَظة.',
      },
    },
    {
      key: 'second',
      title: { en: 'Second horizon: in between', ar: 'الأفق الثاني: ما بينهما' },
      minutes: 25,
      mode: 'open',
      zones: ['horizons', 'transition'],
      prompt: {
        en: 'Which innovations lead there, and which only prolong today? Who must act, what has to stop?',
        ar: 'أي ابتكارات تقود إلى هناك، وأيها يطيل عمر اليوم فحسب؟ من عليه أن يتحرك، وما يجب أن يتوقف؟',
      },
      notes: {
        en: 'Ten minutes to collect on the curve, fifteen to sort. Test each: would the third horizon still need it?',
        ar: 'عشر دقائق للجمع على المنحنى وخمس عشرة للفرز. اختبروا كلًا منها: هل يظل الأفق الثالث بحاجة إليه؟',
      },
      feeds: ['actions'],
    },
    {
      key: 'actions',
      title: { en: 'Actions', ar: 'الإجراءات' },
      minutes: 10,
      mode: 'open',
      zones: ['transition', 'actions'],
      prompt: {
        en: 'What do we begin, help along or stop, and who does it?',
        ar: 'ماذا نبدأ أو نشجع أو نوقف، ومن يقوم به؟',
      },
      notes: {
        en: 'At least one action that stops something. End with one sentence from each: what has changed in how you see it?',
        ar: 'إجراء واحد على الأقل يوقف شيئًا. اختموا بجملة من كل شخص: ما الذي تغيّر في نظرتكم؟',
      },
    },
  ],
}
