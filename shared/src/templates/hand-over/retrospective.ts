import { actionsZone } from '../parts/actions-zone.ts'
import { dueField, ownerField, progressField, wordScale } from '../parts/fields.ts'
import type { Template } from '../template.ts'

export const retrospective: Template = {
  id: 'retrospective',
  version: 2,
  title: { en: 'Retrospective', ar: 'مراجعة ما مضى' },
  summary: {
    en: 'Seventy minutes after a sprint, a café or a pilot: what carried us, what held us back, and two or three things to change.',
    ar: 'سبعون دقيقة بعد سباق أو مقهى أو مشروع تجريبي: ما حملنا وما أعاقنا، وأمران أو ثلاثة نغيّرها.',
  },
  category: 'hand-over',
  people: { min: 3, max: 15 },
  minutes: 70,
  stage: 'any',
  origin: {
    en: 'The five phases are those of “Agile Retrospectives” by Esther Derby and Diana Larsen (2006), the opener follows Norman L. Kerth, the sailboat is a common drawing. Our own words.',
    ar: 'المراحل الخمس من كتاب «Agile Retrospectives» لإستر ديربي وديانا لارسن (2006)، والافتتاح على نهج نورمان كيرث، والقارب الشراعي رسم شائع. الكلمات من إعدادنا.',
  },
  zones: [
    {
      key: 'last-time',
      heading: { en: 'What became of last time', ar: 'ما آل إليه ما سبق' },
      prompt: {
        en: 'What did we promise last time? Bring each action and say how far it came.',
        ar: 'بماذا تعهدنا في المرة الماضية؟ أحضروا كل إجراء وقولوا إلى أين وصل.',
      },
      purpose: {
        en: 'People only speak up again if something came of it before.',
        ar: 'لا يتحدث الناس ثانية إلا إن أثمر حديثهم من قبل.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'Done', ar: 'أُنجز' },
        { en: 'Still open', ar: 'ما زال مفتوحًا' },
        { en: 'Let go', ar: 'تركناه' },
      ],
      backgroundAlt: {
        en: 'Three columns: done, still open, let go.',
        ar: 'ثلاثة أعمدة: أُنجز، وما زال مفتوحًا، وتركناه.',
      },
      fields: [progressField],
      place: { column: 0, row: 0, columns: 2 },
    },
    {
      key: 'timeline',
      heading: { en: 'What happened', ar: 'ما الذي حدث' },
      reportHeading: { en: 'Timeline', ar: 'الخط الزمني' },
      prompt: {
        en: 'What happened, in order? Facts and turning points. Change the five names: days, months, phases.',
        ar: 'ما الذي حدث بالترتيب؟ وقائع ونقاط تحوّل. غيّروا الأسماء الخمسة: أيام أو أشهر أو مراحل.',
      },
      purpose: {
        en: 'One memory of the time, before anybody judges it. After a pilot, compare it with the theory of change.',
        ar: 'ذاكرة واحدة لما مضى قبل أن يحكم عليه أحد. بعد مشروع تجريبي قارنوها بنظرية التغيير.',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 24,
      background: 'steps',
      labels: [
        { en: 'Beginning', ar: 'البداية' },
        { en: 'Early on', ar: 'مبكرًا' },
        { en: 'Halfway', ar: 'المنتصف' },
        { en: 'Later', ar: 'لاحقًا' },
        { en: 'End', ar: 'النهاية' },
      ],
      backgroundAlt: {
        en: 'Five arrows in a row from left to right, from the beginning to the end; room for notes below each.',
        ar: 'خمسة أسهم متتالية من اليسار إلى اليمين، من البداية إلى النهاية، وتحت كل منها مكان للملاحظات.',
      },
      place: { column: 2, row: 0, columns: 2 },
    },
    {
      key: 'sailboat',
      heading: { en: 'How we sailed', ar: 'كيف أبحرنا' },
      reportHeading: { en: 'What helped and what hindered', ar: 'ما ساعد وما أعاق' },
      prompt: {
        en: 'What carried us, what held us, what lies ahead, where do we want to land? One on each note.',
        ar: 'ما الذي حملنا، وما الذي شدّنا، وماذا ينتظرنا، وأين نريد أن نرسو؟ واحدة في كل ملاحظة.',
      },
      purpose: {
        en: 'Good and bad side by side, so that nobody has to defend themselves.',
        ar: 'الجيد والسيئ جنبًا إلى جنب، فلا يضطر أحد إلى الدفاع عن نفسه.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 40,
      background: 'sailboat',
      labels: [
        { en: 'Wind: what carried us', ar: 'الريح: ما حملنا' },
        { en: 'Anchor: what held us', ar: 'المرساة: ما شدّنا' },
        { en: 'Rocks: what lies ahead', ar: 'الصخور: ما ينتظرنا' },
        { en: 'Island: where we want to be', ar: 'الجزيرة: أين نريد أن نكون' },
      ],
      backgroundAlt: {
        en: 'A sailboat on the water: wind in the sail for what carried us, an anchor below for what held us, rocks ahead for dangers, an island for where we want to be.',
        ar: 'قارب شراعي على الماء: ريح في الشراع لما حملنا، ومرساة تحته لما شدّنا، وصخور أمامه للمخاطر، وجزيرة حيث نريد أن نكون.',
      },
      place: { column: 0, row: 1, columns: 3, rows: 2 },
    },
    {
      key: 'insights',
      heading: { en: 'Why was that so?', ar: 'لماذا كان ذلك؟' },
      reportHeading: { en: 'Insights', ar: 'ما فهمناه' },
      prompt: {
        en: 'Group the notes, name each group, ask “why?” until it is something we can change.',
        ar: 'اجمعوا الملاحظات وسمّوا كل مجموعة، واسألوا «لماذا؟» حتى نصل إلى ما نستطيع تغييره.',
      },
      purpose: {
        en: 'Causes instead of complaints.',
        ar: 'أسباب بدل الشكاوى.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 12,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each insight.', ar: 'شبكة من الأماكن، مكان لكل فكرة.' },
      place: { column: 3, row: 1, rows: 2 },
    },
    {
      ...actionsZone(
        { column: 0, row: 3, columns: 3 },
        {
          heading: { en: 'Two or three changes', ar: 'أمران أو ثلاثة نغيّرها' },
          prompt: {
            en: 'What do we do differently, what is the first step, who owns it, when do we look again? Three at most.',
            ar: 'ما الذي نفعله بطريقة أخرى، وما الخطوة الأولى، ومن المسؤول، ومتى نراجع؟ ثلاثة على الأكثر.',
          },
          purpose: {
            en: 'Few enough to happen. The next retrospective begins with them.',
            ar: 'قليلة بما يكفي لتحدث. وبها تبدأ المراجعة التالية.',
          },
          capacity: 6,
        },
      ),
      background: 'cards',
      labels: [
        { en: 'First change', ar: 'التغيير الأول' },
        { en: 'Second change', ar: 'التغيير الثاني' },
        { en: 'Third change', ar: 'التغيير الثالث' },
      ],
      backgroundAlt: {
        en: 'Three cards, one for each change.',
        ar: 'ثلاث بطاقات، واحدة لكل تغيير.',
      },
      fields: [ownerField, { ...dueField, label: { en: 'We look again on', ar: 'نراجعه في' } }],
    },
    {
      key: 'closing',
      heading: { en: 'Thanks, and how it was', ar: 'شكر، وكيف كان' },
      prompt: {
        en: 'Thank somebody for something. And how useful was this hour?',
        ar: 'اشكروا أحدًا على شيء. وكم كانت هذه الساعة مفيدة؟',
      },
      purpose: {
        en: 'People leave seen; the next retrospective gets better.',
        ar: 'يغادر الناس وقد رآهم غيرهم؛ وتتحسن المراجعة التالية.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 30,
      background: 'columns',
      labels: [
        { en: 'Thanks to …', ar: 'شكرًا لـ…' },
        { en: 'This hour was …', ar: 'كانت هذه الساعة…' },
      ],
      backgroundAlt: {
        en: 'Two columns: thanks to somebody, and how this hour was.',
        ar: 'عمودان: شكر لأحدهم، وكيف كانت هذه الساعة.',
      },
      fields: [
        wordScale('useful', { en: 'How useful', ar: 'مدى الفائدة' }, 1, [
          { en: 'Not at all', ar: 'غير مفيدة' },
          { en: 'A little', ar: 'قليلًا' },
          { en: 'Fairly', ar: 'إلى حد ما' },
          { en: 'Useful', ar: 'مفيدة' },
          { en: 'Very useful', ar: 'مفيدة جدًا' },
        ]),
      ],
      place: { column: 3, row: 3 },
    },
  ],
  steps: [
    {
      key: 'set-the-stage',
      title: { en: 'Set the stage', ar: 'التهيئة' },
      minutes: 5,
      mode: 'brief',
      zones: ['last-time'],
      prompt: {
        en: 'Everyone did their best with what they knew then. What became of last time’s actions?',
        ar: 'بذل كل شخص أفضل ما لديه بما كان يعرفه حينها. فماذا صار بإجراءات المرة الماضية؟',
      },
      notes: {
        en: 'Say what is talked about here and what stays here. Put last time’s actions on the board beforehand; read them in one minute, without excuses. The first time, say so and go on.',
        ar: 'قولوا عمّ نتحدث وما الذي يبقى بيننا. ضعوا إجراءات المرة الماضية على اللوحة مسبقًا واقرؤوها في دقيقة بلا أعذار. وإن كانت هذه المرة الأولى فقولوا ذلك وتابعوا.',
      },
    },
    {
      key: 'timeline',
      title: { en: 'What happened', ar: 'ما الذي حدث' },
      minutes: 5,
      mode: 'open',
      zones: ['timeline'],
      prompt: {
        en: 'Put down what happened, in order. Facts only, no blame and no praise.',
        ar: 'دوّنوا ما حدث بالترتيب. وقائع فقط، بلا لوم ولا مديح.',
      },
      notes: {
        en: 'After a sprint: the five days. After a pilot: its months, beside the theory of change. Pictures help memory.',
        ar: 'بعد سباق: الأيام الخمسة. بعد مشروع تجريبي: أشهره إلى جانب نظرية التغيير. والصور تعين الذاكرة.',
      },
    },
    {
      key: 'gather',
      title: { en: 'Write alone', ar: 'الكتابة الفردية' },
      minutes: 8,
      mode: 'private',
      isAnonymous: true,
      zones: ['sailboat'],
      prompt: {
        en: 'Wind, anchor, rocks, island: what comes to mind? One on each note.',
        ar: 'ريح ومرساة وصخور وجزيرة: ماذا يخطر ببالكم؟ واحدة في كل ملاحظة.',
      },
      notes: {
        en: 'In silence, and without names, so that the careful ones write too. Other words do as well: start, stop, continue; liked, learned, lacked, longed for.',
        ar: 'في صمت ومن دون أسماء، ليكتب المتحفظون أيضًا. وتصلح كلمات أخرى: نبدأ، نتوقف، نستمر؛ أو أعجبنا، تعلّمنا، افتقدنا، تمنّينا.',
      },
    },
    {
      key: 'read',
      title: { en: 'Read together', ar: 'قراءة مشتركة' },
      minutes: 7,
      mode: 'open',
      zones: ['sailboat'],
      prompt: {
        en: 'Read everything. Ask about what you do not understand; do not answer yet.',
        ar: 'اقرؤوا كل شيء. اسألوا عما لا تفهمونه؛ ولا تجيبوا بعد.',
      },
      notes: {
        en: 'Begin with the wind. Stop anybody who starts to solve or to defend.',
        ar: 'ابدؤوا بالريح. أوقفوا من يبدأ بالحل أو بالدفاع.',
      },
    },
    {
      key: 'insights',
      title: { en: 'Why was that so?', ar: 'لماذا كان ذلك؟' },
      minutes: 16,
      mode: 'open',
      zones: ['insights', 'sailboat'],
      prompt: {
        en: 'Group, name, and ask “why?”. Write the cause on one note.',
        ar: 'اجمعوا وسمّوا واسألوا «لماذا؟». اكتبوا السبب في ملاحظة واحدة.',
      },
      notes: {
        en: 'Five groups at most. More than eight people: split into two groups, each takes half of the boat.',
        ar: 'خمس مجموعات على الأكثر. إن زدتم على ثمانية فانقسموا مجموعتين، لكل منهما نصف القارب.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 4,
      mode: 'vote',
      zones: ['insights'],
      feeds: ['actions'],
      prompt: {
        en: 'Two votes each: what, if it changed, would help most next time?',
        ar: 'صوتان لكل شخص: أي شيء لو تغيّر لأفادنا أكثر في المرة القادمة؟',
      },
      notes: {
        en: 'Ask people to vote for what is in our hands.',
        ar: 'اطلبوا التصويت لما هو في أيدينا.',
      },
      vote: { dots: 2, isSeveralOnOne: true, isNamed: false },
    },
    {
      key: 'decide',
      title: { en: 'Decide what to do', ar: 'نقرر ماذا نفعل' },
      minutes: 15,
      mode: 'open',
      zones: ['actions', 'insights'],
      prompt: {
        en: 'Two or three changes: first step, owner, and the day we look again.',
        ar: 'أمران أو ثلاثة: الخطوة الأولى والمسؤول واليوم الذي نراجع فيه.',
      },
      notes: {
        en: 'Seven actions are none. The owner is somebody in the room. A first step takes less than a day.',
        ar: 'سبعة إجراءات تعني لا شيء. المسؤول شخص حاضر. والخطوة الأولى أقل من يوم.',
      },
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 10,
      mode: 'open',
      zones: ['closing'],
      prompt: {
        en: 'Thank somebody, and say how useful this was.',
        ar: 'اشكروا أحدًا، وقولوا كم كان هذا مفيدًا.',
      },
      notes: {
        en: 'Read the thanks aloud. Put the changes into the action tracker before you leave.',
        ar: 'اقرؤوا كلمات الشكر بصوت مسموع. انقلوا التغييرات إلى متابعة الإجراءات قبل أن تغادروا.',
      },
    },
  ],
}
