import type { ChoiceField } from '../../board/zone-fields.ts'
import { confidenceField, ownerField } from '../parts/fields.ts'
import type { Template } from '../template.ts'

const wantedField: ChoiceField = {
  kind: 'choice',
  key: 'wanted',
  label: { en: 'Would we want it?', ar: 'هل نريده؟' },
  options: [
    { value: 'yes', word: { en: 'Preferable', ar: 'مفضّل' }, symbol: '★', tone: 'good' },
    { value: 'partly', word: { en: 'Acceptable', ar: 'مقبول' }, symbol: '☆', tone: 'fair' },
    { value: 'no', word: { en: 'To be avoided', ar: 'يجب تجنبه' }, symbol: '✗', tone: 'poor' },
  ],
}

export const coneOfPlausibility: Template = {
  id: 'cone-of-plausibility',
  version: 2,
  title: { en: 'Cone of plausibility', ar: 'مخروط المعقولية' },
  summary: {
    en: 'From drivers and assumptions to a baseline, plausible alternatives and wild cards, with signs to watch for.',
    ar: 'من المحرّكات والافتراضات إلى خط أساس وبدائل معقولة وأحداث مفاجئة، مع علامات نراقبها.',
  },
  category: 'foresight',
  people: { min: 4, max: 12 },
  minutes: 120,
  stage: 'idea',
  origin: {
    en: 'A common method of strategic foresight, named so by Charles W. Taylor; the related futures cone (probable, plausible, possible, preferable) goes back to Hancock, Bezold and Voros. Words and flow are ours.',
    ar: 'منهج شائع في الاستشراف الاستراتيجي سمّاه تشارلز تايلور؛ ويعود مخروط المستقبل القريب منه (محتمل، معقول، ممكن، مفضّل) إلى هانكوك وبيزولد وفوروس. الكلمات والتسلسل من عندنا.',
  },
  zones: [
    {
      key: 'scope',
      heading: { en: 'Scope', ar: 'النطاق' },
      prompt: {
        en: 'What is the cone about, where, and how far ahead do we look? Write the year.',
        ar: 'عمَّ يدور المخروط، وأين، وإلى أي مدى ننظر؟ اكتبوا السنة.',
      },
      purpose: {
        en: 'The tip of the cone: what is true today, and the year at its wide end.',
        ar: 'رأس المخروط: ما هو صحيح اليوم، والسنة عند طرفه الواسع.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'lanes',
      labels: [
        { en: 'Our question', ar: 'سؤالنا' },
        { en: 'Horizon year', ar: 'سنة الأفق' },
        { en: 'True today', ar: 'صحيح اليوم' },
      ],
      backgroundAlt: {
        en: 'Three lanes: our question, horizon year, what is true today.',
        ar: 'ثلاثة مسارات: سؤالنا، سنة الأفق، ما هو صحيح اليوم.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'drivers',
      heading: { en: 'Drivers and assumptions', ar: 'المحرّكات والافتراضات' },
      prompt: {
        en: 'What drives the matter? What do we assume of each, how sure are we, and what else could it do?',
        ar: 'ما الذي يحرّك الأمر؟ ماذا نفترض عن كل محرّك، وما مدى ثقتنا، وماذا قد يفعل غير ذلك؟',
      },
      purpose: {
        en: 'Makes visible on what the expected future rests, and where it would break.',
        ar: 'يُظهر ما يقوم عليه المستقبل المتوقع وأين قد ينكسر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 20,
      background: 'table',
      labels: [1, 2, 3, 4, 5].map((number) => ({ en: `Driver ${number}`, ar: `محرّك ${number}` })),
      rows: [
        { en: 'What it is', ar: 'ما هو' },
        { en: 'What we assume', ar: 'ما نفترضه' },
        { en: 'What else it could do', ar: 'ما قد يفعله غير ذلك' },
      ],
      backgroundAlt: {
        en: 'A table of five drivers side by side. Rows: what it is, what we assume, what else it could do.',
        ar: 'جدول من خمسة محرّكات جنبًا إلى جنب. الصفوف: ما هو، ما نفترضه، ما قد يفعله غير ذلك.',
      },
      fields: [confidenceField],
      place: { column: 1, row: 0, columns: 3, rows: 2 },
    },
    {
      key: 'cone',
      heading: { en: 'Cone', ar: 'المخروط' },
      prompt: {
        en: 'Baseline along the middle. Change one or two assumptions: which plausible futures follow? Outside: wild cards.',
        ar: 'خط الأساس في الوسط. غيّروا افتراضًا أو اثنين: أي مستقبل معقول يترتب؟ وفي الخارج أحداث مفاجئة.',
      },
      purpose: {
        en: 'Holds several futures in one picture, so that nobody plans for only one.',
        ar: 'يجمع عدة مستقبلات في صورة واحدة، كي لا يخطط أحد لواحد فقط.',
      },
      noteKinds: ['note', 'text', 'drawing', 'arrow'],
      isVotable: true,
      capacity: 40,
      background: 'cone',
      labels: [
        { en: 'Baseline', ar: 'خط الأساس' },
        { en: 'Plausible', ar: 'معقول' },
        { en: 'Wild cards', ar: 'أحداث مفاجئة' },
      ],
      backgroundAlt: {
        en: 'A cone that widens from today to the horizon year: the baseline along its middle, plausible alternatives around it, wild cards outside.',
        ar: 'مخروط يتسع من اليوم إلى سنة الأفق: خط الأساس في وسطه، وبدائل معقولة حوله، وأحداث مفاجئة خارجه.',
      },
      axes: {
        x: {
          label: { en: 'Time', ar: 'الزمن' },
          low: { en: 'today', ar: 'اليوم' },
          high: { en: 'horizon year', ar: 'سنة الأفق' },
        },
        y: {
          label: { en: 'Which way it goes', ar: 'إلى أين يتجه' },
          low: { en: 'one way', ar: 'اتجاه' },
          high: { en: 'another way', ar: 'اتجاه آخر' },
        },
      },
      fields: [wantedField],
      place: { column: 0, row: 2, columns: 3, rows: 2 },
    },
    {
      key: 'implications',
      heading: { en: 'Implications', ar: 'ما يترتب' },
      prompt: {
        en: 'For each future: what would it mean for us and for those we serve? What helps in all of them?',
        ar: 'لكل مستقبل: ماذا يعني لنا ولمن نخدمهم؟ وما الذي ينفع فيها كلها؟',
      },
      purpose: {
        en: 'Why we did it: choices that hold in more than one future.',
        ar: 'غاية العمل: خيارات تصمد في أكثر من مستقبل.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 15,
      background: 'columns',
      labels: [
        { en: 'In one', ar: 'في واحد' },
        { en: 'In several', ar: 'في عدة' },
        { en: 'In all', ar: 'فيها كلها' },
      ],
      backgroundAlt: {
        en: 'Three columns: implications in one future, in several, in all.',
        ar: 'ثلاثة أعمدة: ما يترتب في مستقبل واحد، وفي عدة، وفيها كلها.',
      },
      place: { column: 3, row: 2 },
    },
    {
      key: 'indicators',
      heading: { en: 'Indicators to watch', ar: 'مؤشرات نراقبها' },
      prompt: {
        en: 'Which early sign tells us towards which future we are going? Who looks, and when?',
        ar: 'أي علامة مبكرة تخبرنا إلى أي مستقبل نتجه؟ ومن ينظر، ومتى؟',
      },
      purpose: {
        en: 'Turns the cone into something that is checked again.',
        ar: 'يجعل المخروط شيئًا نعود إلى فحصه.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'The sign', ar: 'العلامة' },
        { en: 'Points to', ar: 'تشير إلى' },
        { en: 'When we act', ar: 'متى نتحرك' },
      ],
      backgroundAlt: {
        en: 'Three columns: the sign, the future it points to, when we act.',
        ar: 'ثلاثة أعمدة: العلامة، المستقبل الذي تشير إليه، متى نتحرك.',
      },
      fields: [ownerField],
      place: { column: 3, row: 3 },
    },
  ],
  steps: [
    {
      key: 'scope',
      title: { en: 'Scope', ar: 'النطاق' },
      minutes: 10,
      mode: 'open',
      zones: ['scope'],
      prompt: {
        en: 'What do we ask, and of which year?',
        ar: 'عمَّ نسأل، ولأي سنة؟',
      },
      notes: {
        en: 'Explain the cone: the further ahead, the wider. Ten to fifteen years are usual. Agree on three facts of today.',
        ar: 'اشرحوا المخروط: كلما ابتعدنا اتسع. من عشر إلى خمس عشرة سنة هو المعتاد. اتفقوا على ثلاث حقائق من اليوم.',
      },
    },
    {
      key: 'drivers',
      title: { en: 'Drivers and assumptions', ar: 'المحرّكات والافتراضات' },
      minutes: 25,
      mode: 'open',
      zones: ['drivers'],
      prompt: {
        en: 'What drives it? For each driver: what do we assume it does, and how sure are we?',
        ar: 'ما الذي يحرّكه؟ لكل محرّك: ماذا نفترض أنه سيفعل، وما مدى ثقتنا؟',
      },
      notes: {
        en: 'Four to six drivers are enough for one cone; a scan of the horizon is a good source. Five minutes in silence, then one driver after the other. An assumption is a sentence that could turn out wrong.',
        ar: 'تكفي أربعة إلى ستة محرّكات لمخروط واحد؛ ومسح الأفق مصدر جيد. خمس دقائق صمت ثم محرّكًا بعد محرّك. الافتراض جملة قد يتبيّن خطؤها.',
      },
      feeds: ['cone'],
    },
    {
      key: 'baseline',
      title: { en: 'Baseline', ar: 'خط الأساس' },
      minutes: 20,
      mode: 'open',
      zones: ['drivers', 'cone'],
      prompt: {
        en: 'If all assumptions hold: what does the year look like, and how did it come about?',
        ar: 'إن صحّت كل الافتراضات: كيف تبدو تلك السنة، وكيف وصلنا إليها؟',
      },
      notes: {
        en: 'Notes along the middle, from today to the horizon year. Give it a name and two sentences. It is one future, not the forecast.',
        ar: 'ملاحظات في الوسط من اليوم إلى سنة الأفق. أعطوه اسمًا وجملتين. إنه مستقبل واحد لا التنبؤ.',
      },
    },
    {
      key: 'alternatives',
      title: { en: 'Plausible alternatives', ar: 'بدائل معقولة' },
      minutes: 25,
      mode: 'open',
      zones: ['drivers', 'cone'],
      prompt: {
        en: 'Change one or two assumptions. Which future follows? Make two or three, and name them.',
        ar: 'غيّروا افتراضًا أو اثنين. أي مستقبل يترتب؟ اصنعوا اثنين أو ثلاثة وسمّوها.',
      },
      notes: {
        en: 'Begin with the assumptions of low confidence. Small groups of two or three, one alternative each. Not one good and one bad: both must have both.',
        ar: 'ابدؤوا بالافتراضات الأقل ثقة. مجموعات من اثنين أو ثلاثة، بديل لكل منها. لا واحد جيد وآخر سيئ: في كل منهما الأمران.',
      },
    },
    {
      key: 'wild-cards',
      title: { en: 'Wild cards and implications', ar: 'الأحداث المفاجئة وما يترتب' },
      minutes: 20,
      mode: 'open',
      zones: ['cone', 'implications'],
      prompt: {
        en: 'What is unlikely but would change everything? And what does each future mean for us?',
        ar: 'ما المستبعد الذي يغيّر كل شيء؟ وماذا يعني كل مستقبل لنا؟',
      },
      notes: {
        en: 'Five minutes for wild cards, fifteen for implications. Look for what helps in every future.',
        ar: 'خمس دقائق للأحداث المفاجئة وخمس عشرة لما يترتب. ابحثوا عما ينفع في كل مستقبل.',
      },
    },
    {
      key: 'indicators',
      title: { en: 'Indicators', ar: 'المؤشرات' },
      minutes: 15,
      mode: 'open',
      zones: ['indicators'],
      prompt: {
        en: 'By which early sign would we notice, and from when on do we act?',
        ar: 'بأي علامة مبكرة ننتبه، ومتى نبدأ بالتحرك؟',
      },
      notes: {
        en: 'A sign can be counted or read in the news. Each gets somebody who looks.',
        ar: 'العلامة تُعدّ أو تُقرأ في الأخبار. ولكل علامة من يراقبها.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 5,
      mode: 'brief',
      zones: ['cone'],
      prompt: {
        en: 'Which future did you not think of this morning?',
        ar: 'أي مستقبل لم يخطر لكم هذا الصباح؟',
      },
      notes: {
        en: 'Set the date on which the indicators are looked at again.',
        ar: 'حددوا موعد العودة إلى المؤشرات.',
      },
    },
  ],
}
