import { actionsZone } from '../parts/actions-zone.ts'
import { impactLabel, tenScale } from '../parts/fields.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template } from '../template.ts'

const effortLabel = { en: 'Effort', ar: 'الجهد' }

export const lightningDecisionJam: Template = {
  id: 'lightning-decision-jam',
  version: 1,
  title: { en: 'Lightning Decision Jam', ar: 'جلسة القرار الخاطفة' },
  summary: {
    en: 'From what holds a team back to the first actions in under an hour: short, written steps instead of debate.',
    ar: 'مما يعيق الفريق إلى أولى الإجراءات في أقل من ساعة: خطوات قصيرة مكتوبة بدل الجدال.',
  },
  category: 'co-design',
  people: { min: 4, max: 8 },
  minutes: 50,
  stage: 'idea',
  origin: {
    en: 'The Lightning Decision Jam by AJ&Smart, told in our own words.',
    ar: 'جلسة القرار الخاطفة (Lightning Decision Jam) من AJ&Smart، بكلماتنا.',
  },
  zones: [
    {
      key: 'sailboat',
      heading: { en: 'Sailboat', ar: 'المركب الشراعي' },
      prompt: {
        en: 'Above the water: what moves us forward. Below: what holds us back. One thing on each note.',
        ar: 'فوق الماء: ما يدفعنا إلى الأمام. تحته: ما يشدّنا إلى الخلف. شيء واحد في كل ملاحظة.',
      },
      purpose: {
        en: 'Gathers what works and what does not, without a discussion.',
        ar: 'يجمع ما ينجح وما لا ينجح من دون نقاش.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 48,
      background: 'sailboat',
      labels: [
        { en: 'What moves us forward', ar: 'ما يدفعنا إلى الأمام' },
        { en: 'What holds us back', ar: 'ما يشدّنا إلى الخلف' },
      ],
      backgroundAlt: {
        en: 'A sailing boat: wind in its sail above the water, an anchor below it.',
        ar: 'مركب شراعي: ريح في شراعه فوق الماء، ومرساة تحته.',
      },
      place: { column: 0, row: 0, columns: 2, rows: 2 },
    },
    {
      key: 'sorted-problems',
      heading: { en: 'Top problems', ar: 'أهم المشكلات' },
      prompt: {
        en: 'Problems with votes, the most voted first. Put the same problem together once.',
        ar: 'المشكلات التي نالت أصواتًا، الأكثر أولًا. ادمجوا المكرر منها.',
      },
      purpose: {
        en: 'Shows at a glance what the team wants to solve first.',
        ar: 'يُظهر بنظرة واحدة ما يريد الفريق حله أولًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each problem.', ar: 'شبكة من الأماكن، مكان لكل مشكلة.' },
      place: { column: 2, row: 0 },
    },
    {
      key: 'hmw',
      heading: { en: 'How might we', ar: 'كيف يمكننا' },
      prompt: {
        en: 'The top problem as a question: how might we …, for whom, so that what becomes better?',
        ar: 'المشكلة الأولى في صيغة سؤال: كيف يمكننا…، ولمن، وما الذي يتحسّن بذلك؟',
      },
      purpose: {
        en: 'One standard sentence that everybody can find solutions to.',
        ar: 'جملة واحدة موحدة يستطيع الجميع إيجاد حلول لها.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 3,
      background: 'plain',
      labels: [],
      backgroundAlt: nothingToSee,
      place: { column: 3, row: 0 },
    },
    {
      key: 'solutions',
      heading: { en: 'Solutions', ar: 'الحلول' },
      prompt: {
        en: 'Many, and bold. Each note must explain itself: nobody will present it.',
        ar: 'كثيرة وجريئة. على كل ملاحظة أن تشرح نفسها: لن يعرضها أحد.',
      },
      purpose: {
        en: 'Quantity first; the vote looks after quality.',
        ar: 'الكمية أولًا؛ والتصويت يتكفل بالجودة.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: true,
      capacity: 48,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each solution.', ar: 'شبكة من الأماكن، مكان لكل حل.' },
      place: { column: 2, row: 1, columns: 2 },
    },
    {
      key: 'sorted-solutions',
      heading: { en: 'Top solutions', ar: 'أهم الحلول' },
      prompt: {
        en: 'The six to ten solutions with the most votes, the first on top.',
        ar: 'الحلول الستة إلى العشرة الأكثر أصواتًا، أولها في الأعلى.',
      },
      purpose: { en: 'What goes onto the grid, and in which order.', ar: 'ما ينتقل إلى الشبكة وبأي ترتيب.' },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 10,
      background: 'grid',
      labels: [],
      backgroundAlt: {
        en: 'A grid of places for the solutions with the most votes.',
        ar: 'شبكة من الأماكن للحلول الأكثر أصواتًا.',
      },
      place: { column: 0, row: 2, rows: 2 },
    },
    {
      key: 'effort-impact',
      heading: { en: 'Effort and impact', ar: 'الجهد والأثر' },
      prompt: {
        en: 'Compare each solution with the one before: more effort or less, more impact or less?',
        ar: 'قارنوا كل حل بما قبله: جهد أكثر أم أقل، أثر أكبر أم أصغر؟',
      },
      purpose: {
        en: 'Separates what to do now from what needs a plan, and from what to let go.',
        ar: 'تفصل ما نفعله الآن عما يحتاج خطة وعما نتخلى عنه.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 10,
      background: 'quadrants',
      labels: [
        { en: 'Do now', ar: 'نفّذوا الآن' },
        { en: 'Make it a project', ar: 'اجعلوه مشروعًا' },
        { en: 'To-do list', ar: 'قائمة المهام' },
        { en: 'Drop', ar: 'تخلّوا عنه' },
      ],
      backgroundAlt: {
        en: 'Four fields: do now (high impact, low effort), make it a project (high impact, high effort), to-do list (low impact, low effort), drop (low impact, high effort).',
        ar: 'أربعة حقول: نفّذوا الآن (أثر كبير وجهد قليل)، اجعلوه مشروعًا (أثر كبير وجهد كبير)، قائمة المهام (أثر قليل وجهد قليل)، تخلّوا عنه (أثر قليل وجهد كبير).',
      },
      axes: {
        x: { label: effortLabel, low: { en: 'low', ar: 'قليل' }, high: { en: 'high', ar: 'كبير' } },
        y: { label: impactLabel, low: { en: 'low', ar: 'قليل' }, high: { en: 'high', ar: 'كبير' } },
      },
      fields: [tenScale('impact', impactLabel, 'y'), tenScale('effort', effortLabel, 'x')],
      place: { column: 1, row: 2, columns: 2, rows: 2 },
    },
    actionsZone(
      { column: 3, row: 2, rows: 2 },
      {
        prompt: {
          en: 'Each solution to do now: a first step, an owner, and a test within two weeks.',
          ar: 'لكل حل ننفذه الآن: خطوة أولى ومسؤول واختبار خلال أسبوعين.',
        },
      },
    ),
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'Begin', ar: 'البداية' },
      minutes: 3,
      mode: 'brief',
      zones: ['sailboat'],
      prompt: {
        en: 'One topic. We write instead of talking, and the clock decides.',
        ar: 'موضوع واحد. نكتب بدل أن نتكلم، والساعة تحكم.',
      },
      notes: {
        en: 'Say the topic in one sentence and who decides if votes are equal. Keep every time, even when it feels short. Ask for no discussion before the grid.',
        ar: 'قولوا الموضوع في جملة ومن يقرر عند تساوي الأصوات. التزموا بكل وقت وإن بدا قصيرًا. لا نقاش قبل الشبكة.',
      },
    },
    {
      key: 'wind',
      title: { en: 'What moves us forward', ar: 'ما يدفعنا إلى الأمام' },
      minutes: 4,
      mode: 'private',
      zones: ['sailboat'],
      prompt: {
        en: 'What works well? Write it above the water, one thing on each note.',
        ar: 'ما الذي ينجح؟ اكتبوه فوق الماء، شيء في كل ملاحظة.',
      },
      notes: {
        en: 'It is a warm-up and tells the team what to keep. Reveal the notes at the end.',
        ar: 'هذا تمهيد، ويُظهر للفريق ما يحافظ عليه. اكشفوا الملاحظات في النهاية.',
      },
    },
    {
      key: 'wind-aloud',
      title: { en: 'Read aloud', ar: 'القراءة بصوت عالٍ' },
      minutes: 4,
      mode: 'present',
      zones: ['sailboat'],
      prompt: { en: 'Read out your notes, half a minute each.', ar: 'اقرؤوا ملاحظاتكم، نصف دقيقة لكل منكم.' },
      notes: {
        en: 'No comments, only thanks. Call people by name so that nobody is left out.',
        ar: 'لا تعليقات، شكر فقط. نادوا الناس بأسمائهم كي لا يُنسى أحد.',
      },
    },
    {
      key: 'anchor',
      title: { en: 'What holds us back', ar: 'ما يشدّنا إلى الخلف' },
      minutes: 4,
      mode: 'private',
      isAnonymous: true,
      zones: ['sailboat'],
      prompt: {
        en: 'What makes our work hard? Write it below the water. It will not be read aloud.',
        ar: 'ما الذي يصعّب عملنا؟ اكتبوه تحت الماء. لن يُقرأ بصوت عالٍ.',
      },
      notes: {
        en: 'Nobody learns who wrote what. Allow seven minutes if people are still writing. Reveal all at once.',
        ar: 'لا يعرف أحد من كتب ماذا. اسمحوا بسبع دقائق إن كانوا ما زالوا يكتبون. اكشفوا الكل دفعة واحدة.',
      },
    },
    {
      key: 'vote-problems',
      title: { en: 'Vote on problems', ar: 'التصويت على المشكلات' },
      minutes: 3,
      mode: 'vote',
      zones: ['sailboat'],
      prompt: {
        en: 'Three dots each, only below the water. What should we solve first?',
        ar: 'ثلاث نقاط لكل شخص، تحت الماء فقط. ما الذي نحله أولًا؟',
      },
      notes: {
        en: 'In silence. Your own notes count, and several dots on one are fine. Afterwards copy the winners to the top problems and merge duplicates.',
        ar: 'في صمت. لكم التصويت لملاحظاتكم ووضع عدة نقاط على واحدة. ثم انسخوا الفائزة إلى أهم المشكلات وادمجوا المكرر.',
      },
      vote: { dots: 3, isSeveralOnOne: true, isNamed: false },
      feeds: ['sorted-problems'],
    },
    {
      key: 'hmw',
      title: { en: 'Turn it into a question', ar: 'التحويل إلى سؤال' },
      minutes: 3,
      mode: 'open',
      zones: ['sorted-problems', 'hmw'],
      prompt: { en: 'How might we …?', ar: 'كيف يمكننا…؟' },
      notes: {
        en: 'You write it yourself, quickly, and read it aloud. One question is enough; two if the votes are equal.',
        ar: 'اكتبوه بأنفسكم بسرعة واقرؤوه. يكفي سؤال واحد؛ واثنان عند تساوي الأصوات.',
      },
      feeds: ['solutions'],
    },
    {
      key: 'solutions',
      title: { en: 'Solutions, alone', ar: 'الحلول، كل بمفرده' },
      minutes: 5,
      mode: 'private',
      isAnonymous: true,
      zones: ['solutions'],
      prompt: {
        en: 'As many solutions as you can. Clear enough to be read without you.',
        ar: 'أكبر عدد من الحلول. واضحة تُفهم من دونكم.',
      },
      notes: {
        en: 'Quantity, not perfection. Nothing is presented; reveal and give a minute to read.',
        ar: 'الكمية لا الكمال. لا عرض؛ اكشفوها وامنحوا دقيقة للقراءة.',
      },
    },
    {
      key: 'vote-solutions',
      title: { en: 'Vote on solutions', ar: 'التصويت على الحلول' },
      minutes: 4,
      mode: 'vote',
      zones: ['solutions'],
      prompt: {
        en: 'Six dots each. Which of these would solve the problem best?',
        ar: 'ست نقاط لكل شخص. أيها يحل المشكلة على أفضل وجه؟',
      },
      notes: {
        en: 'In silence. Then copy those with two or more dots to the top solutions, sorted.',
        ar: 'في صمت. ثم انسخوا ما نال نقطتين فأكثر إلى أهم الحلول مرتبًا.',
      },
      vote: { dots: 6, isSeveralOnOne: true, isNamed: false },
      feeds: ['sorted-solutions'],
    },
    {
      key: 'grid',
      title: { en: 'Effort and impact', ar: 'الجهد والأثر' },
      minutes: 10,
      mode: 'open',
      zones: ['sorted-solutions', 'effort-impact'],
      prompt: { en: 'Higher or lower? More effort or less?', ar: 'أعلى أم أدنى؟ جهد أكثر أم أقل؟' },
      notes: {
        en: 'You hold the note and ask; the team answers “higher” or “lower”. Stop a talk after a few words: the middle of two opinions will do.',
        ar: 'أنتم تمسكون الملاحظة وتسألون؛ والفريق يجيب «أعلى» أو «أدنى». أوقفوا الجدل بعد كلمات: يكفي الوسط بين رأيين.',
      },
      feeds: ['actions'],
    },
    {
      key: 'actions',
      title: { en: 'Actions', ar: 'الإجراءات' },
      minutes: 10,
      mode: 'open',
      zones: ['effort-impact', 'actions'],
      prompt: {
        en: 'What do we do now? First step, owner, and a test within two weeks.',
        ar: 'ماذا نفعل الآن؟ خطوة أولى ومسؤول واختبار خلال أسبوعين.',
      },
      notes: {
        en: 'Only from “do now”. Whoever wrote a solution explains it here. End with the owners reading their actions.',
        ar: 'من «نفّذوا الآن» فقط. هنا يشرح كل حل صاحبه. اختموا بقراءة كل مسؤول لإجرائه.',
      },
    },
  ],
}
