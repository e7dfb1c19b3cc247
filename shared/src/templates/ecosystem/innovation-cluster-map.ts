import type { ChoiceField } from '../../board/zone-fields.ts'
import { actionsZone } from '../parts/actions-zone.ts'
import { basisField } from '../parts/fields.ts'
import type { Template } from '../template.ts'

const helixField: ChoiceField = {
  kind: 'choice',
  key: 'helix',
  label: { en: 'Kind of actor', ar: 'نوع الجهة' },
  options: [
    { value: 'industry', word: { en: 'Industry', ar: 'الصناعة' }, symbol: 'I', tone: 'neutral' },
    { value: 'university', word: { en: 'University', ar: 'الجامعة' }, symbol: 'U', tone: 'neutral' },
    { value: 'government', word: { en: 'Government', ar: 'الحكومة' }, symbol: 'G', tone: 'neutral' },
    { value: 'civil-society', word: { en: 'Civil society', ar: 'المجتمع المدني' }, symbol: 'C', tone: 'neutral' },
  ],
}

export const innovationClusterMap: Template = {
  id: 'innovation-cluster-map',
  version: 2,
  title: { en: 'Innovation cluster map', ar: 'خريطة التجمّع الابتكاري' },
  summary: {
    en: 'Who belongs to a cluster and what flows between them; seven gaps, and the bridges to build first.',
    ar: 'من ينتمي إلى التجمّع وما يتدفق بينهم؛ سبع فجوات والجسور التي نبنيها أولًا.',
  },
  category: 'ecosystem',
  people: { min: 8, max: 40 },
  minutes: 120,
  stage: 'idea',
  origin: {
    en: 'Our own flow on known models: the triple and quadruple helix (Etzkowitz and Leydesdorff; Carayannis and Campbell) and the seven innovation gaps of the CLUSNET project.',
    ar: 'تسلسل من إعدادنا على نماذج معروفة: اللولب الثلاثي والرباعي (إتزكوفيتز وليدسدورف؛ كارايانيس وكامبل) وفجوات الابتكار السبع من مشروع CLUSNET.',
  },
  zones: [
    {
      key: 'scope',
      heading: { en: 'Which cluster', ar: 'أي تجمّع' },
      prompt: {
        en: 'Which field, which place? What should this cluster be able to do, and who is in the room?',
        ar: 'أي مجال وأي مكان؟ وما الذي ينبغي أن يقدر عليه هذا التجمّع، ومن الحاضرون؟',
      },
      purpose: {
        en: 'Keeps everybody on the same cluster, and shows which kinds of actors are missing.',
        ar: 'يُبقي الجميع عند التجمّع نفسه، ويُظهر أي أنواع الجهات غائبة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 8,
      background: 'lanes',
      labels: [
        { en: 'Field', ar: 'المجال' },
        { en: 'Place', ar: 'المكان' },
        { en: 'What it should do', ar: 'ما ينبغي أن يقدر عليه' },
        { en: 'Who is here', ar: 'من الحاضرون' },
      ],
      backgroundAlt: {
        en: 'Four lanes: field, place, what the cluster should be able to do, who is here.',
        ar: 'أربعة مسارات: المجال، المكان، ما ينبغي أن يقدر عليه التجمّع، من الحاضرون.',
      },
      place: { column: 0, row: 0, rows: 2 },
    },
    {
      key: 'map',
      heading: { en: 'Cluster', ar: 'التجمّع' },
      prompt: {
        en: 'Who belongs to it? Name real firms and bodies, the most central inside. Then draw what flows between them.',
        ar: 'من ينتمي إليه؟ سمّوا شركات وجهات حقيقية، والأكثر محورية في الداخل. ثم ارسموا ما يتدفق بينها.',
      },
      purpose: {
        en: 'One picture of the actors and their roles that everybody can correct.',
        ar: 'صورة واحدة للجهات وأدوارها يستطيع الجميع تصحيحها.',
      },
      noteKinds: ['note', 'text', 'drawing', 'arrow'],
      isVotable: false,
      capacity: 60,
      background: 'rings',
      labels: [
        { en: 'Lead firms and services', ar: 'الشركات والخدمات الرائدة' },
        { en: 'Suppliers and buyers', ar: 'المورّدون والمشترون' },
        { en: 'Knowledge, finance, rules', ar: 'المعرفة والتمويل والقواعد' },
        { en: 'Global links', ar: 'روابط عالمية' },
      ],
      backgroundAlt: {
        en: 'Rings round a core of lead firms and services: suppliers and buyers; then those who give knowledge, finance and rules; outside, global links.',
        ar: 'حلقات حول نواة من الشركات والخدمات الرائدة: المورّدون والمشترون؛ ثم من يقدّمون المعرفة والتمويل والقواعد؛ وفي الخارج روابط عالمية.',
      },
      fields: [helixField, basisField],
      place: { column: 1, row: 0, columns: 3, rows: 2 },
    },
    {
      key: 'gaps',
      heading: { en: 'Seven gaps', ar: 'سبع فجوات' },
      prompt: {
        en: 'Where do links break? For each gap: between whom, how do we know, what could bridge it?',
        ar: 'أين تنقطع الروابط؟ لكل فجوة: بين من، وكيف نعرف، وما الذي يجسرها؟',
      },
      purpose: {
        en: 'Looks for what is missing in a fixed order, so that no kind of gap is forgotten.',
        ar: 'يبحث عما ينقص بترتيب ثابت كي لا يُنسى نوع من الفجوات.',
      },
      noteKinds: ['note', 'text'],
      isVotable: true,
      capacity: 42,
      background: 'table',
      labels: [
        { en: 'Research', ar: 'البحث' },
        { en: 'Education', ar: 'التعليم' },
        { en: 'Capital', ar: 'رأس المال' },
        { en: 'Policy', ar: 'السياسات' },
        { en: 'Firm to firm', ar: 'بين الشركات' },
        { en: 'Cluster to cluster', ar: 'بين التجمّعات' },
        { en: 'Global', ar: 'العالم' },
      ],
      rows: [
        { en: 'Where', ar: 'أين' },
        { en: 'Evidence', ar: 'الدليل' },
        { en: 'Bridge idea', ar: 'فكرة جسر' },
        { en: 'Owner', ar: 'المسؤول' },
      ],
      backgroundAlt: {
        en: 'A table of seven gaps side by side: research, education, capital, policy, firm to firm, cluster to cluster, global. Rows: where, evidence, bridge idea, owner.',
        ar: 'جدول من سبع فجوات جنبًا إلى جنب: البحث، التعليم، رأس المال، السياسات، بين الشركات، بين التجمّعات، العالم. الصفوف: أين، الدليل، فكرة جسر، المسؤول.',
      },
      fields: [basisField],
      place: { column: 0, row: 2, columns: 3, rows: 2 },
    },
    {
      key: 'bridges',
      heading: { en: 'Bridges', ar: 'الجسور' },
      prompt: {
        en: 'For each gap with the most votes: what connects both sides, what does each give, and who keeps it going?',
        ar: 'لكل فجوة نالت أكثر الأصوات: ما الذي يصل الطرفين، وماذا يعطي كل منهما، ومن يديم ذلك؟',
      },
      purpose: {
        en: 'An offer that is worth it for both sides, with somebody who governs it.',
        ar: 'عرض يستحق للطرفين، وله من يديره.',
      },
      noteKinds: ['note', 'text', 'drawing'],
      isVotable: false,
      capacity: 16,
      background: 'columns',
      labels: [
        { en: 'Bridge', ar: 'الجسر' },
        { en: 'Gives', ar: 'يعطي' },
        { en: 'Gains', ar: 'يكسب' },
        { en: 'Kept by', ar: 'يديمه' },
      ],
      backgroundAlt: {
        en: 'Four columns: the bridge, what each side gives, what each side gains, who keeps it going.',
        ar: 'أربعة أعمدة: الجسر، ما يعطيه كل طرف، ما يكسبه كل طرف، من يديمه.',
      },
      place: { column: 3, row: 2 },
    },
    actionsZone({ column: 3, row: 3 }),
  ],
  steps: [
    {
      key: 'brief',
      title: { en: 'Which cluster', ar: 'أي تجمّع' },
      minutes: 10,
      mode: 'brief',
      zones: ['scope', 'map'],
      prompt: {
        en: 'Which field, which place? What should this cluster be able to do?',
        ar: 'أي مجال وأي مكان؟ وما الذي ينبغي أن يقدر عليه هذا التجمّع؟',
      },
      notes: {
        en: 'Put two or three known actors on the rings as examples. See that industry, university, government and civil society all sit at the table.',
        ar: 'ضعوا جهتين أو ثلاثًا معروفة على الحلقات مثالًا. تأكدوا من حضور الصناعة والجامعة والحكومة والمجتمع المدني.',
      },
    },
    {
      key: 'actors',
      title: { en: 'Actors and roles', ar: 'الجهات وأدوارها' },
      minutes: 25,
      mode: 'open',
      zones: ['map'],
      prompt: {
        en: 'Who belongs to it, in which ring, and what does each bring?',
        ar: 'من ينتمي إليه، وفي أي حلقة، وماذا يقدّم كل منهم؟',
      },
      notes: {
        en: 'Five minutes in silence, one actor on each note, then place. “Knowledge, finance, rules” are research, training, banks, ministries. Do not forget training centres, the open-source office, incubators and the regulator.',
        ar: 'خمس دقائق صمت، جهة في كل ملاحظة، ثم الوضع. «المعرفة والتمويل والقواعد» هي البحث والتعليم والمصارف والوزارات. لا تنسوا مراكز التدريب ومكتب المصادر المفتوحة والحاضنات والمنظّم.',
      },
    },
    {
      key: 'links',
      title: { en: 'Links', ar: 'الروابط' },
      minutes: 25,
      mode: 'open',
      zones: ['map'],
      prompt: {
        en: 'What flows between them: money, knowledge, people, rules, data?',
        ar: 'ما الذي يتدفق بينهم: المال، المعرفة، الناس، القواعد، البيانات؟',
      },
      notes: {
        en: 'Draw an arrow from giver to taker and write on it what flows. Dashed means weak. Ask of each: when did it last happen? Keep arrows to those that matter.',
        ar: 'ارسموا سهمًا من المعطي إلى الآخذ واكتبوا عليه ما يتدفق. المتقطع يعني ضعيفًا. اسألوا عن كل رابط: متى حدث آخر مرة؟ اكتفوا بالأسهم المهمة.',
      },
      feeds: ['gaps'],
    },
    {
      key: 'gaps',
      title: { en: 'Seven gaps', ar: 'سبع فجوات' },
      minutes: 20,
      mode: 'open',
      zones: ['gaps'],
      prompt: {
        en: 'Where is a link weak or missing? How do we know?',
        ar: 'أين الرابط ضعيف أو مفقود؟ وكيف نعرف؟',
      },
      notes: {
        en: 'Go through the gaps, three minutes each; an empty column is a result too. Bridge ideas may be rough.',
        ar: 'مرّوا على الفجوات، ثلاث دقائق لكل فجوة؛ والعمود الفارغ نتيجة أيضًا. يمكن أن تكون أفكار الجسور أولية.',
      },
    },
    {
      key: 'vote',
      title: { en: 'Vote', ar: 'التصويت' },
      minutes: 15,
      mode: 'vote',
      zones: ['gaps'],
      prompt: {
        en: 'Four dots each. Which gaps hold the cluster back most?',
        ar: 'أربع نقاط لكل شخص. أي الفجوات تعيق التجمّع أكثر؟',
      },
      notes: {
        en: 'Vote on the notes under “where”. Three minutes to vote, then hear why from two kinds of actors.',
        ar: 'صوّتوا على الملاحظات تحت «أين». ثلاث دقائق للتصويت، ثم اسمعوا الأسباب من نوعين من الجهات.',
      },
      vote: { dots: 4, isSeveralOnOne: true, isNamed: false },
      feeds: ['bridges'],
    },
    {
      key: 'bridges',
      title: { en: 'Bridges', ar: 'الجسور' },
      minutes: 20,
      mode: 'open',
      zones: ['bridges', 'actions'],
      prompt: {
        en: 'What would connect both sides, and what does each gain?',
        ar: 'ما الذي يصل الطرفين، وماذا يكسب كل منهما؟',
      },
      notes: {
        en: 'Three groups, one gap each. Both sides of the gap must be in the group or be asked. Last five minutes: first actions with an owner.',
        ar: 'ثلاث مجموعات، فجوة لكل منها. يجب أن يكون طرفا الفجوة في المجموعة أو يُسألا. آخر خمس دقائق: أولى الإجراءات ومسؤولوها.',
      },
      feeds: ['actions'],
    },
    {
      key: 'close',
      title: { en: 'Close', ar: 'الختام' },
      minutes: 5,
      mode: 'brief',
      zones: ['actions'],
      prompt: {
        en: 'Who meets whom next week?',
        ar: 'من يلتقي بمن الأسبوع القادم؟',
      },
      notes: {
        en: 'Read owners and dates aloud. Say who keeps the map up to date.',
        ar: 'اقرؤوا الأسماء والمواعيد. قولوا من يُبقي الخريطة محدّثة.',
      },
    },
  ],
}
