import { nothingToSee } from '../parts/words.ts'
import type { Template, TemplateStep, TemplateZone } from '../template.ts'
import { aimZone, breakStep, lunchStep, sketchNumbers, sprintDay } from './sprint-parts.ts'

const sheets = sketchNumbers.map(
  (number): TemplateZone => ({
    key: `sheet-${number}`,
    // As Wednesday’s columns are called: what is on a sheet is hung in its column.
    heading: { en: `Sketch ${number}`, ar: `الرسم ${number}` },
    prompt: {
      en: 'For whoever drew this number. Nobody else sees it until sketches are handed in, without names.',
      ar: 'لمن سُحب له هذا الرقم. لا يراها أحد غيره حتى تُسلَّم الرسوم، بلا أسماء.',
    },
    purpose: {
      en: 'One person’s four steps from notes to a solution sketch, under a number instead of a name.',
      ar: 'خطوات شخص واحد الأربع من الملاحظات إلى رسم الحل، تحت رقم بدل الاسم.',
    },
    noteKinds: ['note', 'text', 'drawing', 'picture'],
    isVotable: false,
    capacity: 1,
    background: 'sheet',
    labels: [
      { en: 'Notes', ar: 'ملاحظات' },
      { en: 'Ideas', ar: 'أفكار' },
      { en: 'Crazy 8s', ar: 'ثمانية في ثمانٍ' },
      { en: 'Solution sketch', ar: 'رسم الحل' },
    ],
    backgroundAlt: {
      en: 'One sheet in four parts: notes, ideas, eight small panels, and a solution sketch of three panels.',
      ar: 'ورقة من أربعة أجزاء: ملاحظات، وأفكار، وثمانية مربعات صغيرة، ورسم الحل في ثلاث لوحات.',
    },
    place: number < 4 ? { column: number, row: 1 } : { column: number - 4, row: 2 },
  }),
)
const sheetKeys = sheets.map(({ key }) => key)

/** Alone on one’s sheet, and nobody will be able to say whose it was. */
const alone = { mode: 'private', isAnonymous: true, zones: sheetKeys } as const satisfies Partial<TemplateStep>

export const designSprintTuesdaySketch: Template = {
  ...sprintDay,
  id: 'design-sprint-tuesday-sketch',
  version: 1,
  title: { en: 'Design sprint: Tuesday, Sketch', ar: 'سباق التصميم: الثلاثاء، الرسم' },
  summary: {
    en: 'The second day of a sprint: look at what others solved, then everyone sketches a whole solution, alone.',
    ar: 'اليوم الثاني من السباق: انظروا إلى ما حلّه غيركم، ثم يرسم كل شخص حلًّا كاملًا بمفرده.',
  },
  minutes: 420,
  zones: [
    aimZone({ en: 'Sketch brief', ar: 'ملخّص الرسم' }, { column: 0, row: 0, columns: 2 }),
    {
      key: 'demos',
      heading: { en: 'Lightning demos', ar: 'عروض خاطفة' },
      prompt: {
        en: 'What solves something like it, anywhere? Three minutes each; draw the one big idea, say where it is from.',
        ar: 'ما الذي يحل أمرًا مشابهًا في أي مكان؟ ثلاث دقائق لكل عرض؛ ارسموا الفكرة الكبرى واذكروا مصدرها.',
      },
      purpose: { en: 'Good ideas to borrow from and to make better.', ar: 'أفكار جيدة نستعيرها ونحسّنها.' },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 20,
      background: 'cards',
      labels: Array.from({ length: 8 }, (_, i) => ({ en: `Demo ${i + 1}`, ar: `عرض ${i + 1}` })),
      backgroundAlt: {
        en: 'Eight cards, one for each demo: a drawing of its big idea and where it comes from.',
        ar: 'ثماني بطاقات، واحدة لكل عرض: رسم لفكرته الكبرى ومصدره.',
      },
      place: { column: 2, row: 0, columns: 2 },
    },
    {
      key: 'split',
      heading: { en: 'Divide or swarm', ar: 'توزيع أم تجمّع' },
      prompt: {
        en: 'Who sketches which part of the map? The most important one may have several people.',
        ar: 'من يرسم أي جزء من الخريطة؟ قد يعمل عدة أشخاص على الجزء الأهم.',
      },
      purpose: { en: 'Every part that matters is sketched by somebody.', ar: 'كل جزء مهم يرسمه أحد.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 14,
      background: 'columns',
      labels: [
        { en: 'Part of the map', ar: 'جزء الخريطة' },
        { en: 'Who sketches it', ar: 'من يرسمه' },
      ],
      backgroundAlt: {
        en: 'Two columns: the part of the map, and who sketches it.',
        ar: 'عمودان: جزء الخريطة، ومن يرسمه.',
      },
      place: { column: 0, row: 1 },
    },
    ...sheets,
    {
      key: 'circled',
      heading: { en: 'What caught our eye', ar: 'ما لفت نظرنا' },
      prompt: {
        en: 'Walk along goal, map and demos. What is useful for a sketch? One thought on each note.',
        ar: 'مرّوا بالهدف والخريطة والعروض. ما المفيد للرسم؟ فكرة واحدة في كل ملاحظة.',
      },
      purpose: { en: 'Memory aids for the sketch, shared by all.', ar: 'تذكيرات للرسم يتشاركها الجميع.' },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 20,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 0, row: 3, columns: 2 },
    },
    {
      key: 'recruiting',
      heading: { en: 'Five people for Friday', ar: 'خمسة أشخاص ليوم الجمعة' },
      prompt: {
        en: 'Look for them from today. Initials only: who asks, and what was answered?',
        ar: 'ابحثوا عنهم منذ اليوم. الأحرف الأولى فقط: من يسأل، وماذا كان الجواب؟',
      },
      purpose: { en: 'So that five people come on Friday.', ar: 'كي يحضر خمسة أشخاص يوم الجمعة.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'kanban',
      labels: [
        { en: 'To ask', ar: 'نسألهم' },
        { en: 'Asked', ar: 'سُئلوا' },
        { en: 'Coming', ar: 'سيحضرون' },
        { en: 'In reserve', ar: 'احتياط' },
      ],
      backgroundAlt: {
        en: 'Four columns that notes travel through: to ask, asked, coming, in reserve.',
        ar: 'أربعة أعمدة تنتقل فيها الملاحظات: نسألهم، سُئلوا، سيحضرون، احتياط.',
      },
      place: { column: 2, row: 3, columns: 2 },
    },
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'Begin', ar: 'البداية' },
      minutes: 15,
      mode: 'brief',
      zones: ['aim'],
      prompt: {
        en: 'The goal, the questions, the target: does everybody know them by heart?',
        ar: 'الهدف البعيد والأسئلة والهدف المختار: هل يحفظها الجميع؟',
      },
      notes: {
        en: 'Read Monday’s results aloud. Then everyone lists a few products or services worth a look, own field or not.',
        ar: 'اقرؤوا نتائج الاثنين بصوت مسموع. ثم يسرد كل شخص منتجات أو خدمات تستحق النظر، من المجال أو من غيره.',
      },
    },
    {
      key: 'demos',
      title: { en: 'Lightning demos', ar: 'عروض خاطفة' },
      minutes: 75,
      parts: 25,
      mode: 'open',
      zones: ['demos', 'circled'],
      prompt: {
        en: 'Three minutes each: show it, and we draw its one big idea.',
        ar: 'ثلاث دقائق لكل عرض: اعرضه، ونرسم فكرته الكبرى.',
      },
      notes: {
        en: 'It rings every three minutes. One person draws while others show. Do not judge yet.',
        ar: 'يرنّ كل ثلاث دقائق. شخص يرسم والآخرون يعرضون. لا تحكموا بعد.',
      },
    },
    breakStep('morning-break', 10),
    {
      key: 'more-demos',
      title: { en: 'More demos', ar: 'عروض أخرى' },
      minutes: 50,
      mode: 'open',
      zones: ['demos', 'circled'],
      prompt: { en: 'What else is worth borrowing?', ar: 'ماذا أيضًا يستحق الاستعارة؟' },
      notes: {
        en: 'Ten to twenty ideas are plenty. End earlier when no more come.',
        ar: 'من عشر أفكار إلى عشرين تكفي. أنهوا مبكرًا إن لم يبقَ جديد.',
      },
    },
    {
      key: 'split',
      title: { en: 'Divide or swarm', ar: 'توزيع أم تجمّع' },
      minutes: 30,
      mode: 'open',
      zones: ['split'],
      prompt: { en: 'Which part of the map do you want to sketch?', ar: 'أي جزء من الخريطة تريد أن ترسم؟' },
      notes: {
        en: 'With several parts, divide; with one, all sketch the same. Draw numbers for the sheets now, and keep no list of them.',
        ar: 'إن تعددت الأجزاء فوزّعوها، وإن كان جزءًا واحدًا فليرسمه الجميع. اسحبوا أرقام الأوراق الآن، ولا تحتفظوا بقائمة لها.',
      },
    },
    lunchStep({
      en: 'Paper and pens for everyone; phones are for photos of sketches only.',
      ar: 'ورق وأقلام للجميع؛ والهواتف لتصوير الرسوم فقط.',
    }),
    {
      key: 'four-steps',
      title: { en: 'Take your sheet', ar: 'خذ ورقتك' },
      minutes: 5,
      mode: 'brief',
      zones: sheetKeys,
      prompt: {
        en: 'Four steps alone: notes, ideas, Crazy 8s, sketch. Find the sheet with your number.',
        ar: 'أربع خطوات بمفردك: ملاحظات، أفكار، ثمانية في ثمانٍ، رسم. ابحث عن الورقة ذات رقمك.',
      },
      notes: {
        en: 'Ink, a photo from a phone or plain words are all fine. Ugly is fine, too.',
        ar: 'الحبر أو صورة من هاتف أو كلمات فقط، كلها مقبولة. والرسم القبيح مقبول أيضًا.',
      },
    },
    {
      key: 'notes',
      title: { en: 'Notes', ar: 'ملاحظات' },
      minutes: 20,
      ...alone,
      prompt: {
        en: 'Go along goal, questions, map and demos. Note what you may need.',
        ar: 'مرّ بالهدف والأسئلة والخريطة والعروض. دوّن ما قد تحتاج إليه.',
      },
      notes: { en: 'In silence. Nobody will see these notes.', ar: 'في صمت. لن يرى أحد هذه الملاحظات.' },
    },
    {
      key: 'circle',
      title: { en: 'Circle', ar: 'ضع دائرة' },
      minutes: 3,
      ...alone,
      prompt: { en: 'Circle what is worth most.', ar: 'ضع دائرة حول الأهم.' },
      notes: { en: 'Three minutes, no more.', ar: 'ثلاث دقائق لا أكثر.' },
    },
    {
      key: 'ideas',
      title: { en: 'Ideas', ar: 'أفكار' },
      minutes: 20,
      ...alone,
      prompt: { en: 'Rough ideas: words, boxes, stick figures.', ar: 'أفكار أولية: كلمات ومربعات وأشكال بسيطة.' },
      notes: { en: 'At the end, circle the one you like best.', ar: 'في النهاية ضع دائرة حول الأفضل عندك.' },
    },
    {
      key: 'crazy-eights',
      title: { en: 'Crazy 8s', ar: 'ثمانية في ثمانٍ' },
      minutes: 8,
      parts: 8,
      ...alone,
      prompt: {
        en: 'Eight panels, one minute each: your best idea, eight times differently.',
        ar: 'ثمانية مربعات، دقيقة لكل منها: أفضل أفكارك بثماني طرق.',
      },
      notes: {
        en: 'It rings every minute. Say so beforehand, and that repeating oneself is fine.',
        ar: 'يرنّ كل دقيقة. قولوا ذلك مسبقًا، وأن التكرار لا بأس به.',
      },
    },
    breakStep('afternoon-break', 14),
    {
      key: 'sketch',
      title: { en: 'Solution sketch', ar: 'رسم الحل' },
      minutes: 75,
      ...alone,
      prompt: {
        en: 'Three panels that explain themselves, and a catchy title. No name on it.',
        ar: 'ثلاث لوحات تشرح نفسها، وعنوان جذّاب. من دون اسم.',
      },
      notes: {
        en: 'Thirty to ninety minutes. Words matter: no “text text text”. Photos of paper come in from phones.',
        ar: 'من ثلاثين إلى تسعين دقيقة. الكلمات مهمة، فلا «نص نص نص». وصور الورق تصل من الهواتف.',
      },
    },
    {
      key: 'hand-in',
      title: { en: 'Hand in', ar: 'التسليم' },
      minutes: 10,
      mode: 'brief',
      zones: sheetKeys,
      prompt: {
        en: 'Sketches are handed in without names. We look at them tomorrow.',
        ar: 'تُسلَّم الرسوم بلا أسماء. ننظر إليها غدًا.',
      },
      notes: {
        en: 'Reveal what was written alone: nothing then says whose sheet it is. Only who drew it may say so, later, if you ask.',
        ar: 'اكشفوا ما كُتب على انفراد: لا شيء بعدها يدل على صاحب الورقة. وحده صاحبها قد يقول ذلك لاحقًا إن سألتم.',
      },
    },
    {
      key: 'recruiting',
      title: { en: 'Find five people', ar: 'البحث عن خمسة' },
      minutes: 25,
      mode: 'open',
      zones: ['recruiting'],
      prompt: { en: 'Who asks whom, by when?', ar: 'من يسأل من، ومتى؟' },
      notes: {
        en: 'Ask for more than five: somebody always falls ill.',
        ar: 'اسألوا أكثر من خمسة: فهناك دائمًا من يمرض.',
      },
    },
  ],
}
