import type { LocalText } from '../../board/local-text.ts'
import { basisField } from '../parts/fields.ts'
import { nothingToSee } from '../parts/words.ts'
import type { Template, TemplateStep, TemplateZone, ZonePlace } from '../template.ts'

/** What comes to the person from outside, or what she shows. */
function outside(
  key: string,
  words: Pick<TemplateZone, 'heading' | 'prompt' | 'purpose'>,
  place: ZonePlace,
): TemplateZone {
  return {
    key,
    ...words,
    noteKinds: ['note', 'text', 'drawing', 'picture'],
    isVotable: false,
    capacity: 16,
    background: 'plain',
    labels: [],
    backgroundAlt: nothingToSee,
    fields: [basisField],
    place,
  }
}

function outsideStep(key: string, title: LocalText, prompt: LocalText, notes: LocalText): TemplateStep {
  return { key, title, minutes: 5, mode: 'open', zones: [key], prompt, notes }
}

export const empathyMap: Template = {
  id: 'empathy-map',
  version: 1,
  title: { en: 'Empathy map', ar: 'خريطة التعاطف' },
  summary: {
    en: 'A small team puts itself in one person’s place: what she sees, says, does and hears, and what goes on inside.',
    ar: 'فريق صغير يضع نفسه مكان شخص واحد: ما يراه ويقوله ويفعله ويسمعه، وما يدور في داخله.',
  },
  category: 'co-design',
  people: { min: 2, max: 8 },
  minutes: 40,
  stage: 'idea',
  origin: {
    en: 'After the Empathy Map Canvas by Dave Gray, © 2017 XPLANE. Prompts, drawing and the marks “observed” and “assumed” are ours.',
    ar: 'عن لوحة خريطة التعاطف لديف غراي، © 2017 XPLANE. الأسئلة والرسم وعلامتا «مُلاحَظ» و«مُفترَض» من عندنا.',
  },
  zones: [
    {
      key: 'who',
      heading: { en: 'Who', ar: 'من' },
      prompt: {
        en: 'Whom do we want to understand? What is the situation, and what is this person’s role in it?',
        ar: 'من الذي نريد أن نفهمه؟ ما الموقف، وما دور هذا الشخص فيه؟',
      },
      purpose: {
        en: 'One person in one situation; a crowd cannot be understood.',
        ar: 'شخص واحد في موقف واحد؛ فالحشد لا يُفهم.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'Person', ar: 'الشخص' },
        { en: 'Situation', ar: 'الموقف' },
        { en: 'Role', ar: 'الدور' },
      ],
      backgroundAlt: {
        en: 'Three columns: person, situation, role.',
        ar: 'ثلاثة أعمدة: الشخص، الموقف، الدور.',
      },
      place: { column: 0, row: 0, columns: 2 },
    },
    {
      key: 'must-do',
      heading: { en: 'What must change', ar: 'ما الذي يجب أن يتغيّر' },
      prompt: {
        en: 'What does this person need to do differently? Which job, which decision? How would we know it worked?',
        ar: 'ما الذي يحتاج هذا الشخص أن يفعله بطريقة أخرى؟ أي عمل وأي قرار؟ وكيف نعرف أنه نجح؟',
      },
      purpose: {
        en: 'Why we look at this person at all.',
        ar: 'سبب نظرنا إلى هذا الشخص أصلًا.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 6,
      background: 'columns',
      labels: [
        { en: 'The job to be done', ar: 'العمل المطلوب' },
        { en: 'The decision', ar: 'القرار' },
        { en: 'How we would know', ar: 'كيف نعرف' },
      ],
      backgroundAlt: {
        en: 'Three columns: the job to be done, the decision, how we would know that it worked.',
        ar: 'ثلاثة أعمدة: العمل المطلوب، القرار، كيف نعرف أنه نجح.',
      },
      place: { column: 2, row: 0, columns: 2 },
    },
    outside(
      'hear',
      {
        heading: { en: 'Hears', ar: 'يسمع' },
        prompt: {
          en: 'What do friends, colleagues and family say? What arrives at second hand?',
          ar: 'ماذا يقول الأصدقاء والزملاء والأهل؟ وما الذي يصل نقلًا عن آخرين؟',
        },
        purpose: { en: 'Whose voices count for this person.', ar: 'الأصوات التي لها وزن عند هذا الشخص.' },
      },
      { column: 0, row: 1, rows: 2 },
    ),
    {
      key: 'head',
      heading: { en: 'Thinks and feels', ar: 'يفكّر ويشعر' },
      prompt: {
        en: 'Inside the head, last: which fears and frustrations, which wants and hopes, what else drives this person?',
        ar: 'داخل الرأس، أخيرًا: أي مخاوف وإحباطات، وأي رغبات وآمال، وما الذي يحرّك هذا الشخص أيضًا؟',
      },
      purpose: {
        en: 'What nobody can see; everything around it leads here.',
        ar: 'ما لا يراه أحد؛ وكل ما حوله يقود إليه.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 24,
      background: 'head',
      labels: [
        { en: 'Pains', ar: 'المتاعب' },
        { en: 'Gains', ar: 'المكاسب' },
        { en: 'What else drives', ar: 'دوافع أخرى' },
      ],
      backgroundAlt: {
        en: 'A head in profile, shared by pains, gains, and what else drives the person.',
        ar: 'رأس من الجانب تتقاسمه المتاعب والمكاسب والدوافع الأخرى.',
      },
      fields: [basisField],
      place: { column: 1, row: 1, columns: 2, rows: 2 },
    },
    outside(
      'see',
      {
        heading: { en: 'Sees', ar: 'يرى' },
        prompt: {
          en: 'What is there to see: around them, in the market, among others, on screens and on paper?',
          ar: 'ما الذي يُرى: في المحيط، وفي السوق، وعند الآخرين، وعلى الشاشات والورق؟',
        },
        purpose: {
          en: 'The world that this person looks at every day.',
          ar: 'العالم الذي ينظر إليه هذا الشخص كل يوم.',
        },
      },
      { column: 3, row: 1 },
    ),
    outside(
      'say',
      {
        heading: { en: 'Says', ar: 'يقول' },
        prompt: {
          en: 'What have we heard this person say? What can we easily imagine? Use their own words.',
          ar: 'ماذا سمعنا هذا الشخص يقول؟ وما الذي نتخيله بسهولة؟ بكلماته هو.',
        },
        purpose: { en: 'Words in public; they may differ from thoughts.', ar: 'الكلام العلني؛ وقد يختلف عن الفكر.' },
      },
      { column: 3, row: 2 },
    ),
    {
      key: 'surprises',
      heading: { en: 'What surprised us', ar: 'ما فاجأنا' },
      prompt: {
        en: 'What did you not expect? Which guess do we have to check first, and with whom?',
        ar: 'ما الذي لم تتوقعوه؟ وأي تخمين علينا التحقق منه أولًا، ومع من؟',
      },
      purpose: {
        en: 'What the map is for: new insight, and guesses to check with real people.',
        ar: 'غاية الخريطة: فهم جديد، وتخمينات نتحقق منها مع أشخاص حقيقيين.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Surprises', ar: 'مفاجآت' },
        { en: 'To be checked', ar: 'للتحقق' },
      ],
      backgroundAlt: {
        en: 'Two columns: surprises, and what is to be checked.',
        ar: 'عمودان: المفاجآت، وما يجب التحقق منه.',
      },
      place: { column: 0, row: 3, columns: 2 },
    },
    outside(
      'do',
      {
        heading: { en: 'Does', ar: 'يفعل' },
        prompt: {
          en: 'What does this person do today? Which habits, detours and tricks have we seen or can we imagine?',
          ar: 'ماذا يفعل هذا الشخص اليوم؟ أي عادات والتفافات وحيل رأيناها أو نتخيلها؟',
        },
        purpose: { en: 'Behaviour, which tells more than words.', ar: 'السلوك، وهو أصدق من الكلام.' },
      },
      { column: 2, row: 3, columns: 2 },
    ),
  ],
  steps: [
    {
      key: 'goal',
      title: { en: 'Who, and why', ar: 'من ولماذا' },
      minutes: 5,
      mode: 'open',
      zones: ['who', 'must-do'],
      prompt: {
        en: 'Whom do we want to understand, and what should this person be able to do?',
        ar: 'من نريد أن نفهم، وما الذي ينبغي أن يقدر على فعله؟',
      },
      notes: {
        en: 'One person, one situation; another person gets another board. Have interview notes at hand. Explain the mark on notes: observed means somebody saw or heard it, assumed means we guess.',
        ar: 'شخص واحد وموقف واحد؛ ولشخص آخر لوحة أخرى. جهّزوا ملاحظات المقابلات. اشرحوا العلامة: «مُلاحَظ» رآه أو سمعه أحد، و«مُفترَض» تخمين منا.',
      },
    },
    outsideStep(
      'see',
      { en: 'Sees', ar: 'يرى' },
      { en: 'What does this person see all day?', ar: 'ماذا يرى هذا الشخص طوال اليوم؟' },
      {
        en: 'From here we go round the head clockwise: sees, says, does, hears. Write first, then read aloud.',
        ar: 'من هنا ندور حول الرأس مع عقارب الساعة: يرى، يقول، يفعل، يسمع. اكتبوا أولًا ثم اقرؤوا.',
      },
    ),
    outsideStep(
      'say',
      { en: 'Says', ar: 'يقول' },
      { en: 'What have we heard, word for word?', ar: 'ماذا سمعنا حرفيًا؟' },
      {
        en: 'Ask for quotes. A quote that nobody heard is marked as assumed.',
        ar: 'اطلبوا اقتباسات. ما لم يسمعه أحد يُوسَم بأنه مُفترَض.',
      },
    ),
    outsideStep(
      'do',
      { en: 'Does', ar: 'يفعل' },
      { en: 'What does this person do today?', ar: 'ماذا يفعل هذا الشخص اليوم؟' },
      {
        en: 'Look for what people do instead: on paper, by phone, through a cousin.',
        ar: 'ابحثوا عما يفعله الناس بديلًا: على الورق، بالهاتف، عبر قريب.',
      },
    ),
    outsideStep(
      'hear',
      { en: 'Hears', ar: 'يسمع' },
      { en: 'What do others tell this person?', ar: 'ماذا يقول له الآخرون؟' },
      {
        en: 'Friends, colleagues, radio, messages that are passed on. Who is believed?',
        ar: 'الأصدقاء والزملاء والإذاعة والرسائل المتداولة. من يُصدَّق؟',
      },
    ),
    {
      key: 'head',
      title: { en: 'Thinks and feels', ar: 'يفكّر ويشعر' },
      minutes: 10,
      mode: 'open',
      zones: ['head'],
      prompt: {
        en: 'What does this person fear, and what would make life better?',
        ar: 'ممَّ يخاف هذا الشخص، وما الذي يحسّن حياته؟',
      },
      notes: {
        en: 'Only now the inside. For each feeling ask: which note outside makes us think so?',
        ar: 'الآن فقط إلى الداخل. اسألوا عند كل شعور: أي ملاحظة في الخارج تدلنا عليه؟',
      },
      feeds: ['surprises'],
    },
    {
      key: 'surprises',
      title: { en: 'What surprised us?', ar: 'ما الذي فاجأنا؟' },
      minutes: 5,
      mode: 'open',
      zones: ['surprises'],
      prompt: {
        en: 'What is new to you, and what must we check?',
        ar: 'ما الجديد لديكم، وما الذي يجب أن نتحقق منه؟',
      },
      notes: {
        en: 'Count together how much is only assumed. Agree on one talk with a real person before the map is used.',
        ar: 'عُدّوا معًا كم منها مُفترَض. اتفقوا على حديث مع شخص حقيقي قبل استخدام الخريطة.',
      },
    },
  ],
}
