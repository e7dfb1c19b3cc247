import type { ChoiceField, WordsField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import type { Template } from '../template.ts'

const saidBy: WordsField = {
  kind: 'words',
  key: 'said-by',
  label: { en: 'Said by (a code, no name)', ar: 'قاله (رمز لا اسم)' },
}

const quoteOrReading: ChoiceField = {
  kind: 'choice',
  key: 'quote',
  label: { en: 'Quote or our reading', ar: 'اقتباس أم قراءتنا' },
  options: [
    { value: 'quote', word: { en: 'Said or done', ar: 'قيل أو فُعل' }, symbol: '“', tone: 'good' },
    { value: 'reading', word: { en: 'Our reading', ar: 'قراءتنا' }, symbol: '~', tone: 'neutral' },
  ],
}

export const feedbackCaptureGrid: Template = {
  id: 'feedback-capture-grid',
  version: 1,
  title: { en: 'Feedback capture grid', ar: 'شبكة جمع الآراء' },
  summary: {
    en: 'Half an hour after a test: what people liked, wished for, asked and made us think of, and what we do about it.',
    ar: 'نصف ساعة بعد الاختبار: ما أعجب الناس وما تمنّوه وما سألوا عنه وما أوحوا به، وما سنفعله.',
  },
  category: 'co-design',
  people: { min: 2, max: 8 },
  minutes: 30,
  stage: 'sprint',
  origin: {
    en: 'The feedback capture grid of the Stanford d.school; a sheet for it is published by the Interaction Design Foundation (CC BY-SA). Our own words and arrangement.',
    ar: 'شبكة جمع الآراء من مدرسة التصميم في ستانفورد؛ تنشر مؤسسة تصميم التفاعل ورقة لها (CC BY-SA). الكلمات والترتيب من إعدادنا.',
  },
  zones: [
    {
      key: 'test',
      heading: { en: 'What we tested', ar: 'ما اختبرناه' },
      prompt: {
        en: 'What did we show, what did we want to learn, and who tried it? Codes, no names: P1, P2.',
        ar: 'ماذا عرضنا، وماذا أردنا أن نتعلم، ومن جرّب؟ رموز بلا أسماء: م1، م2.',
      },
      purpose: {
        en: 'So that the grid can be read by somebody who was not there.',
        ar: 'كي يقرأ الشبكة من لم يكن حاضرًا.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 10,
      background: 'cards',
      labels: [
        { en: 'What we showed', ar: 'ما عرضناه' },
        { en: 'What we wanted to learn', ar: 'ما أردنا تعلّمه' },
        { en: 'Who tried it', ar: 'من جرّب' },
      ],
      backgroundAlt: {
        en: 'Three cards, one below the other: what we showed, what we wanted to learn, who tried it.',
        ar: 'ثلاث بطاقات بعضها تحت بعض: ما عرضناه، وما أردنا تعلّمه، ومن جرّب.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'grid',
      heading: { en: 'What came back', ar: 'ما عاد إلينا' },
      reportHeading: { en: 'Feedback', ar: 'الآراء' },
      prompt: {
        en: 'One thing on each note. Fill all four corners; an empty one is worth another look.',
        ar: 'شيء واحد في كل ملاحظة. املؤوا الزوايا الأربع؛ والفارغة تستحق نظرة أخرى.',
      },
      purpose: {
        en: 'Sorts what people said before anybody argues about it.',
        ar: 'ترتب ما قاله الناس قبل أن يجادل فيه أحد.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: true,
      capacity: 40,
      background: 'quadrants',
      labels: [
        { en: '+ Liked', ar: '+ أعجبهم' },
        { en: '△ Wished for', ar: '△ تمنّوه' },
        { en: '? Asked', ar: '؟ سألوا عنه' },
        { en: '! New ideas', ar: '! أفكار جديدة' },
      ],
      axes: {
        x: {
          label: { en: 'About', ar: 'حول' },
          low: { en: 'As it is', ar: 'كما هو' },
          high: { en: 'As it could be', ar: 'كما قد يكون' },
        },
        y: {
          label: { en: 'From', ar: 'مصدره' },
          low: { en: 'What it opens up', ar: 'ما يفتحه' },
          high: { en: 'What they told us', ar: 'ما قالوه لنا' },
        },
      },
      backgroundAlt: {
        en: 'Four fields: plus, liked, top left; triangle, wished for, top right; question mark, asked, bottom left; exclamation mark, new ideas, bottom right.',
        ar: 'أربعة حقول: أعجبهم (زائد) أعلى اليسار، تمنّوه (مثلث) أعلى اليمين، سألوا عنه (علامة استفهام) أسفل اليسار، أفكار جديدة (علامة تعجب) أسفل اليمين.',
      },
      fields: [saidBy, quoteOrReading],
      place: { column: 1, row: 0, columns: 2, rows: 2 },
    },
    {
      key: 'decide',
      heading: { en: 'Keep, change, drop', ar: 'نُبقي، نغيّر، نترك' },
      prompt: {
        en: 'What stays as it is, what changes before the next test, and what do we let go?',
        ar: 'ما الذي يبقى كما هو، وما الذي يتغير قبل الاختبار التالي، وما الذي نتركه؟',
      },
      purpose: {
        en: 'The answer that the feedback deserves.',
        ar: 'الجواب الذي تستحقه الآراء.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 18,
      background: 'columns',
      labels: [
        { en: 'Keep', ar: 'نُبقي' },
        { en: 'Change', ar: 'نغيّر' },
        { en: 'Drop', ar: 'نترك' },
      ],
      backgroundAlt: {
        en: 'Three columns: keep, change, drop.',
        ar: 'ثلاثة أعمدة: نُبقي، ونغيّر، ونترك.',
      },
      place: { column: 0, row: 2, columns: 2 },
    },
    actionsZone({ column: 2, row: 2 }),
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'What was tested', ar: 'ما الذي اختُبر' },
      minutes: 3,
      mode: 'open',
      zones: ['test'],
      prompt: {
        en: 'What did we show, to whom, and what did we hope to learn?',
        ar: 'ماذا عرضنا، ولمن، وماذا أملنا أن نتعلم؟',
      },
      notes: {
        en: 'Run it the same day, while voices are still in the ear. Give each person who tried it a code; the list of names stays off the board.',
        ar: 'أجروها في اليوم نفسه والأصوات ما زالت في الأذن. أعطوا كل من جرّب رمزًا؛ وتبقى قائمة الأسماء خارج اللوحة.',
      },
    },
    {
      key: 'capture',
      title: { en: 'Write alone', ar: 'الكتابة الفردية' },
      minutes: 8,
      mode: 'private',
      zones: ['grid'],
      prompt: {
        en: 'What did you see and hear? Liked, wished for, asked, new ideas: one on each note.',
        ar: 'ماذا رأيتم وسمعتم؟ ما أعجبهم وما تمنّوه وما سألوا عنه وأفكار جديدة: واحدة في كل ملاحظة.',
      },
      notes: {
        en: 'Quotes first, readings later, and mark which is which. Steer people to the corner that stays empty, often the questions.',
        ar: 'الاقتباسات أولًا ثم القراءات، وعلّموا أيها أي. وجّهوا الناس إلى الزاوية الفارغة، وغالبًا ما تكون الأسئلة.',
      },
    },
    {
      key: 'share',
      title: { en: 'Read and group', ar: 'قراءة وتجميع' },
      minutes: 7,
      mode: 'open',
      zones: ['grid'],
      prompt: {
        en: 'Read it all, put like with like. What did more than one person say?',
        ar: 'اقرؤوا كل شيء واجمعوا المتشابه. ما الذي قاله أكثر من شخص؟',
      },
      notes: {
        en: 'Nobody defends the prototype. If somebody begins to explain, ask: who said so?',
        ar: 'لا يدافع أحد عن النموذج. إن بدأ أحد بالشرح فاسألوا: من قال ذلك؟',
      },
    },
    {
      key: 'vote',
      title: { en: 'What matters most', ar: 'ما الأهم' },
      minutes: 3,
      mode: 'vote',
      zones: ['grid'],
      prompt: {
        en: 'Three votes each: what must we act on before the next test?',
        ar: 'ثلاثة أصوات لكل شخص: على ماذا يجب أن نعمل قبل الاختبار التالي؟',
      },
      notes: {
        en: 'In silence. One loud person is not a pattern; three quiet ones are.',
        ar: 'في صمت. شخص واحد عالي الصوت ليس نمطًا؛ ثلاثة هادئون نمط.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'decide',
      title: { en: 'Keep, change, drop', ar: 'نُبقي، نغيّر، نترك' },
      minutes: 6,
      mode: 'open',
      zones: ['decide', 'grid'],
      feeds: ['actions'],
      prompt: {
        en: 'Take the notes with the most votes: keep, change or drop?',
        ar: 'خذوا الملاحظات الأكثر أصواتًا: نُبقي أم نغيّر أم نترك؟',
      },
      notes: {
        en: 'Copy, do not move: the grid is the record. If nothing is dropped, ask once more.',
        ar: 'انسخوا ولا تنقلوا: الشبكة هي السجل. إن لم يُترك شيء فاسألوا مرة أخرى.',
      },
    },
    {
      key: 'actions',
      title: { en: 'Who does what', ar: 'من يفعل ماذا' },
      minutes: 3,
      mode: 'open',
      zones: ['actions'],
      prompt: {
        en: 'One action for each change, with a name and a day.',
        ar: 'إجراء لكل تغيير، مع اسم ويوم.',
      },
      notes: {
        en: 'Agree on the day of the next test before you part.',
        ar: 'اتفقوا على يوم الاختبار التالي قبل أن تفترقوا.',
      },
    },
  ],
}
