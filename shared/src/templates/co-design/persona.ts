import { basisField, numberField, sourceField } from '../parts/fields.ts'
import type { Template } from '../template.ts'

export const persona: Template = {
  id: 'persona',
  version: 1,
  title: { en: 'Persona', ar: 'شخصية المستفيد' },
  summary: {
    en: 'One made-up person who stands for many real ones: where they live, what they want, what stands in their way.',
    ar: 'شخص متخيَّل يمثل كثيرين حقيقيين: أين يعيش، وماذا يريد، وما الذي يعترض طريقه.',
  },
  category: 'co-design',
  people: { min: 2, max: 8 },
  minutes: 40,
  stage: 'idea',
  origin: {
    en: 'Personas go back to Alan Cooper (1999). Our own arrangement, with the line, the device and access needs first.',
    ar: 'تعود الشخصيات إلى آلان كوبر (1999). الترتيب من إعدادنا، والاتصال والجهاز واحتياجات الوصول فيه أولًا.',
  },
  zones: [
    {
      key: 'who',
      heading: { en: 'Who', ar: 'من' },
      reportHeading: { en: 'Who the persona is', ar: 'من هي الشخصية' },
      prompt: {
        en: 'A first name, an age, a place, a role. Draw the face; take nobody’s real name or photo.',
        ar: 'اسم أول وعمر ومكان ودور. ارسموا الوجه؛ لا اسم حقيقي ولا صورة لأحد.',
      },
      purpose: {
        en: 'Gives the group somebody to talk about, instead of “the users”.',
        ar: 'يمنح المجموعة شخصًا تتحدث عنه بدل «المستخدمين».',
      },
      noteKinds: ['note', 'text', 'drawing', 'picture'],
      isVotable: false,
      capacity: 6,
      background: 'head',
      labels: [{ en: 'Draw the face here', ar: 'ارسموا الوجه هنا' }],
      backgroundAlt: {
        en: 'The outline of a head in profile, with room to draw a face and to write name, age, place and role.',
        ar: 'خطوط رأس من الجانب، مع مكان لرسم الوجه ولكتابة الاسم والعمر والمكان والدور.',
      },
      place: { column: 0, row: 0, columns: 2, rows: 2 },
    },
    {
      key: 'setting',
      heading: { en: 'Setting and line', ar: 'البيئة والاتصال' },
      prompt: {
        en: 'What device, what line, at what cost, in which language? Who else shares the device?',
        ar: 'أي جهاز وأي اتصال وبأي كلفة وبأي لغة؟ ومن يشاركه الجهاز؟',
      },
      purpose: {
        en: 'What any idea must work with.',
        ar: 'ما يجب أن تعمل أي فكرة معه.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 10,
      background: 'cards',
      labels: [
        { en: 'Device', ar: 'الجهاز' },
        { en: 'Line', ar: 'الاتصال' },
        { en: 'Cost', ar: 'الكلفة' },
        { en: 'Language', ar: 'اللغة' },
      ],
      backgroundAlt: {
        en: 'Four cards: device, line, cost, language.',
        ar: 'أربع بطاقات: الجهاز، والاتصال، والكلفة، واللغة.',
      },
      fields: [basisField],
      place: { column: 2, row: 0 },
    },
    {
      key: 'access',
      heading: { en: 'Access needs', ar: 'احتياجات الوصول' },
      prompt: {
        en: 'Seeing, hearing, moving, reading, trusting: what must be so that they can take part?',
        ar: 'البصر والسمع والحركة والقراءة والثقة: ما الذي يلزم ليتمكن من المشاركة؟',
      },
      purpose: {
        en: 'Needs that shut people out when they are thought of last.',
        ar: 'احتياجات تُقصي الناس حين تُذكر في الآخر.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'What they need', ar: 'ما يحتاج إليه' },
        { en: 'Who helps them', ar: 'من يساعده' },
      ],
      backgroundAlt: {
        en: 'Two columns: what they need, and who helps them.',
        ar: 'عمودان: ما يحتاج إليه، ومن يساعده.',
      },
      fields: [basisField],
      place: { column: 3, row: 0 },
    },
    {
      key: 'goals',
      heading: { en: 'Goals and success', ar: 'الأهداف والنجاح' },
      prompt: {
        en: 'What are they after, in their own life? How would they know that it went well?',
        ar: 'إلى ماذا يسعى في حياته هو؟ وكيف يعرف أن الأمر سار على ما يرام؟',
      },
      purpose: {
        en: 'Their success, not ours.',
        ar: 'نجاحه هو، لا نجاحنا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'What they want', ar: 'ما يريده' },
        { en: 'Success, to them', ar: 'النجاح في نظره' },
      ],
      backgroundAlt: {
        en: 'Two columns: what they want, and what success means to them.',
        ar: 'عمودان: ما يريده، وما يعنيه النجاح له.',
      },
      fields: [basisField],
      place: { column: 2, row: 1 },
    },
    {
      key: 'tasks',
      heading: { en: 'Tasks', ar: 'المهام' },
      prompt: {
        en: 'What do they have to get done, every day and now and then?',
        ar: 'ما الذي عليه إنجازه كل يوم، ومن حين إلى آخر؟',
      },
      purpose: {
        en: 'The work that an idea would make easier, or get in the way of.',
        ar: 'العمل الذي قد تسهّله الفكرة أو تعطّله.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'Every day', ar: 'كل يوم' },
        { en: 'Now and then', ar: 'من حين إلى آخر' },
      ],
      backgroundAlt: {
        en: 'Two columns: every day, and now and then.',
        ar: 'عمودان: كل يوم، ومن حين إلى آخر.',
      },
      fields: [basisField],
      place: { column: 3, row: 1 },
    },
    {
      key: 'pains',
      heading: { en: 'Pains', ar: 'المتاعب' },
      prompt: {
        en: 'What costs them time, money, dignity or courage? What do they fear?',
        ar: 'ما الذي يكلّفه وقتًا أو مالًا أو كرامة أو شجاعة؟ وممّ يخاف؟',
      },
      purpose: {
        en: 'Where help would be felt.',
        ar: 'حيث يُحَس بالمساعدة.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: true,
      capacity: 10,
      background: 'grid',
      labels: [],
      backgroundAlt: { en: 'A grid of places, one for each pain.', ar: 'شبكة من الأماكن، مكان لكل عناء.' },
      fields: [basisField],
      place: { column: 0, row: 2, columns: 2 },
    },
    {
      key: 'today',
      heading: { en: 'What they use today', ar: 'ما يستخدمه اليوم' },
      prompt: {
        en: 'People, papers, apps, habits: how do they manage without us?',
        ar: 'أشخاص وأوراق وتطبيقات وعادات: كيف يتدبر أمره من دوننا؟',
      },
      purpose: {
        en: 'What a new idea has to be better than.',
        ar: 'ما يجب أن تتفوق عليه الفكرة الجديدة.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'Works well', ar: 'يعمل جيدًا' },
        { en: 'Works badly', ar: 'يعمل بصعوبة' },
      ],
      backgroundAlt: {
        en: 'Two columns: works well, works badly.',
        ar: 'عمودان: يعمل جيدًا، ويعمل بصعوبة.',
      },
      fields: [basisField],
      place: { column: 2, row: 2, columns: 2 },
    },
    {
      key: 'quote',
      heading: { en: 'In their words', ar: 'بكلماته' },
      prompt: {
        en: 'A sentence they said, or would say. Heard or made up? Mark it.',
        ar: 'جملة قالها أو قد يقولها. مسموعة أم متخيَّلة؟ علّموها.',
      },
      purpose: {
        en: 'The voice that people remember on the way home.',
        ar: 'الصوت الذي يتذكره الناس في طريق العودة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 4,
      background: 'cloth',
      labels: [],
      backgroundAlt: {
        en: 'A cloth with a stitched hem, room for one sentence.',
        ar: 'مفرش بحاشية مخيطة، فيه مكان لجملة واحدة.',
      },
      fields: [basisField],
      place: { column: 0, row: 3, columns: 2 },
    },
    {
      key: 'evidence',
      heading: { en: 'Evidence', ar: 'الأدلة' },
      prompt: {
        en: 'How do we know? How many people did we talk to, and where? What must we still ask?',
        ar: 'كيف نعرف؟ مع كم شخص تحدثنا، وأين؟ وما الذي بقي أن نسأل عنه؟',
      },
      purpose: {
        en: 'Keeps a good story honest, and says what to find out next.',
        ar: 'يُبقي القصة الجيدة صادقة، ويقول ما ينبغي معرفته بعد.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 8,
      background: 'columns',
      labels: [
        { en: 'What we know it from', ar: 'من أين نعرف' },
        { en: 'Still to ask', ar: 'ما بقي أن نسأله' },
      ],
      backgroundAlt: {
        en: 'Two columns: what we know it from, and what is still to ask.',
        ar: 'عمودان: من أين نعرف، وما بقي أن نسأله.',
      },
      fields: [{ ...numberField, label: { en: 'People asked', ar: 'عدد من سُئلوا' } }, sourceField],
      place: { column: 2, row: 3, columns: 2 },
    },
  ],
  steps: [
    {
      key: 'begin',
      title: { en: 'Whom do we need to understand?', ar: 'من نحتاج إلى فهمه؟' },
      minutes: 3,
      mode: 'brief',
      zones: ['who'],
      prompt: {
        en: 'One person who stands for many. Not the average: somebody you could meet.',
        ar: 'شخص واحد يمثل كثيرين. ليس المتوسط، بل من يمكن أن تلتقوه.',
      },
      notes: {
        en: 'Bring interview notes if you have any. Say how the persona will be used afterwards, otherwise it becomes a poster.',
        ar: 'أحضروا ملاحظات المقابلات إن وُجدت. قولوا كيف ستُستخدم الشخصية بعد ذلك، وإلا صارت ملصقًا.',
      },
    },
    {
      key: 'who',
      title: { en: 'Name and face', ar: 'الاسم والوجه' },
      minutes: 4,
      mode: 'open',
      zones: ['who'],
      prompt: {
        en: 'Agree on a first name, an age, a place and a role. Somebody draws.',
        ar: 'اتفقوا على اسم أول وعمر ومكان ودور. ويرسم أحدكم.',
      },
      notes: {
        en: 'An invented name. Watch for stereotypes: would somebody from that place laugh, or sigh?',
        ar: 'اسم متخيَّل. انتبهوا للصور النمطية: هل يبتسم لها أهل ذلك المكان أم يتنهدون؟',
      },
    },
    {
      key: 'alone',
      title: { en: 'Write alone', ar: 'الكتابة الفردية' },
      minutes: 8,
      mode: 'private',
      zones: ['goals', 'tasks', 'pains'],
      prompt: {
        en: 'What do they want, what must they get done, what hurts? One thing on each note.',
        ar: 'ماذا يريد، وما الذي عليه إنجازه، وما الذي يتعبه؟ شيء واحد في كل ملاحظة.',
      },
      notes: {
        en: 'Those who have met such people write from memory; the others from what they read. Reveal everything before you go on.',
        ar: 'من التقى أناسًا كهؤلاء يكتب من ذاكرته، والآخرون مما قرؤوه. اعرضوا كل شيء قبل المتابعة.',
      },
    },
    {
      key: 'together',
      title: { en: 'Read and group', ar: 'قراءة وتجميع' },
      minutes: 7,
      mode: 'open',
      zones: ['goals', 'tasks', 'pains'],
      prompt: {
        en: 'Read all of it in silence, then put like with like. Where do we disagree?',
        ar: 'اقرؤوا كل شيء في صمت، ثم اجمعوا المتشابه. أين نختلف؟',
      },
      notes: {
        en: 'Disagreement is worth more than a full page: it becomes a question to ask.',
        ar: 'الاختلاف أثمن من صفحة مليئة: يصبح سؤالًا نطرحه.',
      },
    },
    {
      key: 'setting',
      title: { en: 'Where they live', ar: 'حيث يعيش' },
      minutes: 6,
      mode: 'open',
      zones: ['setting', 'access'],
      prompt: {
        en: 'Device, line, cost, language, access: what is a normal Tuesday like?',
        ar: 'الجهاز والاتصال والكلفة واللغة والوصول: كيف يبدو يوم ثلاثاء عادي؟',
      },
      notes: {
        en: 'Ask what happens when the line is down or the battery is empty.',
        ar: 'اسألوا ماذا يحدث حين ينقطع الاتصال أو تفرغ البطارية.',
      },
    },
    {
      key: 'today',
      title: { en: 'Today, in their words', ar: 'اليوم، بكلماته' },
      minutes: 5,
      mode: 'open',
      zones: ['today', 'quote'],
      prompt: {
        en: 'How do they manage today? Which sentence sums it up?',
        ar: 'كيف يتدبر أمره اليوم؟ وأي جملة تختصر ذلك؟',
      },
      notes: {
        en: 'A sentence that was really said wins over a good one.',
        ar: 'الجملة التي قيلت حقًا تفوز على الجملة الجميلة.',
      },
    },
    {
      key: 'evidence',
      title: { en: 'Observed or assumed?', ar: 'مُلاحَظ أم مُفترَض؟' },
      minutes: 5,
      mode: 'open',
      zones: ['evidence'],
      prompt: {
        en: 'Mark each note. Then write down what we know it from, and what we still have to ask.',
        ar: 'علّموا كل ملاحظة. ثم اكتبوا من أين نعرف، وما بقي أن نسأل عنه.',
      },
      notes: {
        en: 'If more than half is assumed, call it a first guess and plan five conversations.',
        ar: 'إن كان أكثر من النصف مُفترَضًا فسمّوها تخمينًا أوليًا وخططوا لخمس محادثات.',
      },
    },
    {
      key: 'close',
      title: { en: 'Where it goes next', ar: 'إلى أين بعد ذلك' },
      minutes: 2,
      mode: 'brief',
      zones: ['evidence'],
      prompt: {
        en: 'One thing that surprised you. One person we should talk to.',
        ar: 'شيء واحد فاجأكم. وشخص واحد ينبغي أن نتحدث إليه.',
      },
      notes: {
        en: 'The persona feeds the journey map and the service blueprint. Come back to it when you know more.',
        ar: 'تغذي الشخصية خريطة الرحلة ومخطط الخدمة. عودوا إليها حين تعرفون أكثر.',
      },
    },
  ],
}
