import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField, confidenceField, dueField, numberField, ownerField, sourceField } from '../parts/fields.ts'
import type { Template } from '../template.ts'

const control: ChoiceField = {
  kind: 'choice',
  key: 'control',
  label: { en: 'In our hands?', ar: 'في أيدينا؟' },
  options: [
    { value: 'driver', word: { en: 'Driver, partly ours', ar: 'محرّك، بيدنا جزئيًا' }, symbol: '◑', tone: 'fair' },
    {
      value: 'assumption',
      word: { en: 'Assumption, not ours', ar: 'افتراض، ليس بيدنا' },
      symbol: '○',
      tone: 'neutral',
    },
  ],
}

export const theoryOfChange: Template = {
  id: 'theory-of-change',
  version: 2,
  title: { en: 'Theory of change and M&E frame', ar: 'نظرية التغيير وإطار الرصد والتقييم' },
  summary: {
    en: 'From the problem to the change you want, what it rests on, and a results table that says how you will know.',
    ar: 'من المشكلة إلى التغيير المنشود، وعلامَ يستند، مع جدول نتائج يقول كيف ستعرفون.',
  },
  category: 'policy',
  people: { min: 4, max: 15 },
  minutes: 150,
  stage: 'pilot',
  origin: {
    en: 'Steps after the UN’s guidance on theories of change (UNDAF companion), the table after UNDP’s results framework. Our own words and arrangement.',
    ar: 'الخطوات على إرشادات الأمم المتحدة لنظريات التغيير (دليل UNDAF)، والجدول على إطار نتائج برنامج الأمم المتحدة الإنمائي. الكلمات والترتيب من إعدادنا.',
  },
  zones: [
    {
      key: 'problem-tree',
      heading: { en: 'Problem tree', ar: 'شجرة المشكلة' },
      prompt: {
        en: 'Trunk: the problem, in one sentence. Roots: why is it so? Crown: what comes of it, and for whom?',
        ar: 'الجذع: المشكلة في جملة واحدة. الجذور: لماذا هي كذلك؟ التاج: ماذا ينتج عنها، ولمن؟',
      },
      purpose: {
        en: 'Agrees on causes before anybody falls in love with a solution.',
        ar: 'تتفق على الأسباب قبل أن يتعلق أحد بحل.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: false,
      capacity: 24,
      background: 'tree',
      labels: [
        { en: 'What comes of it', ar: 'ما ينتج عنها' },
        { en: 'The problem', ar: 'المشكلة' },
        { en: 'Why it is so', ar: 'لماذا هي كذلك' },
      ],
      backgroundAlt: {
        en: 'A tree: its crown holds what comes of the problem, its trunk the problem, its roots the causes.',
        ar: 'شجرة: في تاجها ما ينتج عن المشكلة، وفي جذعها المشكلة، وفي جذورها الأسباب.',
      },
      fields: [basisField, sourceField],
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'chain',
      heading: { en: 'Chain of change', ar: 'سلسلة التغيير' },
      prompt: {
        en: 'Begin with the impact and work backwards: what must be true just before that? Outcomes are what others do.',
        ar: 'ابدؤوا بالأثر ثم ارجعوا: ما الذي يجب أن يتحقق قبله مباشرة؟ النتائج هي ما يفعله الآخرون.',
      },
      purpose: {
        en: 'Each link is needed for the next; what leads nowhere is left out.',
        ar: 'كل حلقة شرط لما بعدها؛ وما لا يقود إلى شيء يُترك.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: false,
      capacity: 16,
      background: 'steps',
      labels: [
        { en: 'Activities: what we do', ar: 'الأنشطة: ما نفعله' },
        { en: 'Outputs: what we deliver', ar: 'المخرجات: ما نقدّمه' },
        { en: 'Outcomes: what others do', ar: 'النتائج: ما يفعله الآخرون' },
        { en: 'Impact: what gets better', ar: 'الأثر: ما يتحسن' },
      ],
      backgroundAlt: {
        en: 'Four arrows in a row from left to right: activities, outputs, outcomes, impact.',
        ar: 'أربعة أسهم متتالية من اليسار إلى اليمين: الأنشطة، والمخرجات، والنتائج، والأثر.',
      },
      place: { column: 1, row: 0, columns: 3 },
    },
    {
      key: 'assumptions',
      heading: { en: 'What it rests on', ar: 'علامَ يستند' },
      reportHeading: { en: 'Assumptions and drivers', ar: 'الافتراضات والمحرّكات' },
      prompt: {
        en: 'Between two links: what must hold for one to lead to the next? Is it in our hands? How sure are we?',
        ar: 'بين حلقتين: ما الذي يجب أن يصحّ لتقود إحداهما إلى الأخرى؟ هل هو بيدنا؟ وكم نحن واثقون؟',
      },
      purpose: {
        en: 'The weak places of the plan, named while they can still be watched.',
        ar: 'مواضع ضعف الخطة، تُسمّى ما دام رصدها ممكنًا.',
      },
      noteKinds: ['note', 'text', 'arrow'],
      isVotable: true,
      capacity: 20,
      background: 'columns',
      labels: [
        { en: 'From activities to outputs', ar: 'من الأنشطة إلى المخرجات' },
        { en: 'From outputs to outcomes', ar: 'من المخرجات إلى النتائج' },
        { en: 'From outcomes to impact', ar: 'من النتائج إلى الأثر' },
      ],
      backgroundAlt: {
        en: 'Three columns, one for each step between two links of the chain.',
        ar: 'ثلاثة أعمدة، عمود لكل خطوة بين حلقتين من السلسلة.',
      },
      fields: [control, confidenceField],
      place: { column: 1, row: 1, columns: 2 },
    },
    {
      key: 'partners',
      heading: { en: 'Partners and actors', ar: 'الشركاء والأطراف' },
      prompt: {
        en: 'Who must act as well for this to happen? Who could stop it? Who is heard too little?',
        ar: 'من غيرنا يجب أن يتحرك ليحدث هذا؟ ومن قد يوقفه؟ ومن صوته خافت؟',
      },
      purpose: {
        en: 'Nobody changes a system alone.',
        ar: 'لا أحد يغيّر نظامًا وحده.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Must act', ar: 'يجب أن يتحرك' },
        { en: 'Could stop it', ar: 'قد يوقفه' },
        { en: 'Heard too little', ar: 'صوته خافت' },
      ],
      backgroundAlt: {
        en: 'Three columns: must act, could stop it, heard too little.',
        ar: 'ثلاثة أعمدة: يجب أن يتحرك، وقد يوقفه، وصوته خافت.',
      },
      fields: [ownerField],
      place: { column: 3, row: 1 },
    },
    {
      key: 'results',
      heading: { en: 'Results table', ar: 'جدول النتائج' },
      prompt: {
        en: 'One row for each level of the chain. A result is a change, in one idea; an indicator is something one can count or see.',
        ar: 'صف لكل مستوى من السلسلة. النتيجة تغيير في فكرة واحدة؛ والمؤشر شيء يُعد أو يُرى.',
      },
      purpose: {
        en: 'How anybody can check, later, whether it came true.',
        ar: 'كيف يتحقق أي شخص لاحقًا إن كان ذلك قد حدث.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 40,
      background: 'table',
      labels: [
        { en: 'Result', ar: 'النتيجة' },
        { en: 'Indicator', ar: 'المؤشر' },
        { en: 'Baseline', ar: 'خط الأساس' },
        { en: 'Target', ar: 'المستهدف' },
        { en: 'How we verify', ar: 'كيف نتحقق' },
        { en: 'Risks, assumptions', ar: 'مخاطر وافتراضات' },
      ],
      rows: [
        { en: 'Impact', ar: 'الأثر' },
        { en: 'Outcomes', ar: 'النتائج' },
        { en: 'Outputs', ar: 'المخرجات' },
        { en: 'Activities', ar: 'الأنشطة' },
      ],
      backgroundAlt: {
        en: 'A table with four rows, impact, outcomes, outputs, activities, and six columns: result, indicator, baseline, target, how we verify, risks and assumptions.',
        ar: 'جدول من أربعة صفوف، الأثر والنتائج والمخرجات والأنشطة، وستة أعمدة: النتيجة، والمؤشر، وخط الأساس، والمستهدف، وكيف نتحقق، ومخاطر وافتراضات.',
      },
      fields: [numberField, dueField, ownerField, basisField],
      place: { column: 0, row: 2, columns: 3, rows: 2 },
    },
    {
      key: 'review',
      heading: { en: 'Review calendar', ar: 'مواعيد المراجعة' },
      prompt: {
        en: 'When do we look at which numbers, who brings them, and who may change the plan then?',
        ar: 'متى ننظر إلى أي أرقام، ومن يُحضرها، ومن له عندئذ أن يغيّر الخطة؟',
      },
      purpose: {
        en: 'A frame that nobody opens again measures nothing.',
        ar: 'إطار لا يفتحه أحد ثانية لا يقيس شيئًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'Each month', ar: 'كل شهر' },
        { en: 'Each half year', ar: 'كل نصف سنة' },
        { en: 'At the end', ar: 'في النهاية' },
      ],
      backgroundAlt: {
        en: 'Three columns: each month, each half year, at the end.',
        ar: 'ثلاثة أعمدة: كل شهر، وكل نصف سنة، وفي النهاية.',
      },
      fields: [ownerField, dueField],
      place: { column: 3, row: 2 },
    },
    actionsZone({ column: 3, row: 3 }),
  ],
  steps: [
    {
      key: 'focus',
      title: { en: 'Focus', ar: 'التركيز' },
      minutes: 15,
      mode: 'open',
      zones: ['problem-tree'],
      prompt: {
        en: 'Which problem, whose problem? Write it on the trunk, in one sentence.',
        ar: 'أي مشكلة، ومشكلة من؟ اكتبوها على الجذع في جملة واحدة.',
      },
      notes: {
        en: 'Not “lack of an app”: a missing solution is no problem. Bring what is known from interviews and figures.',
        ar: 'ليس «عدم وجود تطبيق»: غياب الحل ليس مشكلة. أحضروا ما تعرفونه من المقابلات والأرقام.',
      },
    },
    {
      key: 'problem-tree',
      title: { en: 'Roots and crown', ar: 'الجذور والتاج' },
      minutes: 25,
      mode: 'open',
      zones: ['problem-tree'],
      feeds: ['chain'],
      prompt: {
        en: 'Ask “why?” down the roots, “and what then?” up into the crown. Mark observed and assumed.',
        ar: 'اسألوا «لماذا؟» نحو الجذور، و«ثم ماذا؟» نحو التاج. علّموا المُلاحَظ والمُفترَض.',
      },
      notes: {
        en: 'Five minutes of writing before talking. Three layers of roots are enough. Circle the two roots that this pilot can reach.',
        ar: 'خمس دقائق كتابة قبل الحديث. تكفي ثلاث طبقات من الجذور. ضعوا دائرة حول جذرين يستطيع المشروع بلوغهما.',
      },
    },
    {
      key: 'chain',
      title: { en: 'Chain of change', ar: 'سلسلة التغيير' },
      minutes: 30,
      mode: 'open',
      zones: ['chain'],
      feeds: ['results'],
      prompt: {
        en: 'Impact first. What must people do differently before that? What must we deliver before that?',
        ar: 'الأثر أولًا. ما الذي يجب أن يفعله الناس بطريقة أخرى قبله؟ وماذا يجب أن نقدّم قبل ذلك؟',
      },
      notes: {
        en: 'Work backwards: people who begin with activities justify them. “Training held” is an output; “nurses report cases within a day” is an outcome.',
        ar: 'اعملوا رجوعًا: من يبدأ بالأنشطة يبرّرها. «أُقيم تدريب» مخرَج؛ و«تبلّغ الممرضات عن الحالات خلال يوم» نتيجة.',
      },
    },
    {
      key: 'assumptions',
      title: { en: 'What it rests on', ar: 'علامَ يستند' },
      minutes: 15,
      mode: 'private',
      zones: ['assumptions'],
      prompt: {
        en: 'Write alone: what must hold between the links? In our hands or not, and how sure?',
        ar: 'اكتبوا فرديًا: ما الذي يجب أن يصحّ بين الحلقات؟ بيدنا أم لا، وبأي ثقة؟',
      },
      notes: {
        en: 'Eight minutes alone, then reveal and merge. Ask those who doubt to speak first.',
        ar: 'ثماني دقائق فردية ثم اعرضوا وادمجوا. وليتحدث المشككون أولًا.',
      },
    },
    {
      key: 'vote',
      title: { en: 'The shakiest ones', ar: 'الأكثر هشاشة' },
      minutes: 5,
      mode: 'vote',
      zones: ['assumptions'],
      feeds: ['results', 'review'],
      prompt: {
        en: 'Three votes each: which of these, if it fails, brings the rest down?',
        ar: 'ثلاثة أصوات لكل شخص: أي هذه إن سقط أسقط ما بعده؟',
      },
      notes: {
        en: 'The first three go into the last column of the results table and into the calendar.',
        ar: 'تنتقل الثلاثة الأولى إلى العمود الأخير من جدول النتائج وإلى المواعيد.',
      },
      vote: { dots: 3, isSeveralOnOne: false, isNamed: false },
    },
    {
      key: 'partners',
      title: { en: 'Partners and actors', ar: 'الشركاء والأطراف' },
      minutes: 15,
      mode: 'open',
      zones: ['partners', 'chain'],
      prompt: {
        en: 'Who else must act, at which link? Who could stop it, who is heard too little?',
        ar: 'من غيرنا يجب أن يتحرك، وعند أي حلقة؟ من قد يوقفه، ومن صوته خافت؟',
      },
      notes: {
        en: 'Put a name of somebody in the room behind each actor: who talks to them?',
        ar: 'ضعوا خلف كل طرف اسم شخص حاضر: من يتحدث إليه؟',
      },
    },
    {
      key: 'results',
      title: { en: 'Results table', ar: 'جدول النتائج' },
      minutes: 35,
      mode: 'open',
      zones: ['results'],
      feeds: ['review'],
      prompt: {
        en: 'Copy the links of the chain into their rows. One indicator each, from which number to which?',
        ar: 'انسخوا حلقات السلسلة إلى صفوفها. مؤشر لكل منها: من أي رقم إلى أي رقم؟',
      },
      notes: {
        en: 'Two people take a row each, then read across. Fewer indicators that are really measured beat many that are not. No baseline: measuring it is an action.',
        ar: 'لكل صف شخصان ثم اقرؤوا عرضًا. مؤشرات قليلة تُقاس حقًا خير من كثيرة لا تُقاس. لا خط أساس؟ قياسه إجراء.',
      },
    },
    {
      key: 'review',
      title: { en: 'When we look again', ar: 'متى ننظر ثانية' },
      minutes: 10,
      mode: 'open',
      zones: ['review', 'actions'],
      prompt: {
        en: 'Who brings which numbers when? And who measures the baselines, by when?',
        ar: 'من يُحضر أي أرقام ومتى؟ ومن يقيس خطوط الأساس، ومتى؟',
      },
      notes: {
        en: 'Put the first review into calendars before you part. Say who may change the plan when an assumption fails.',
        ar: 'ضعوا المراجعة الأولى في التقاويم قبل أن تفترقوا. قولوا من له أن يغيّر الخطة حين يسقط افتراض.',
      },
    },
  ],
}
