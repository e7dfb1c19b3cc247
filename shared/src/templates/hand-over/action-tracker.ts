import { deputyField, dueField, ownerField, progressField } from '../parts/fields.ts'
import type { Template } from '../template.ts'

export const actionTracker: Template = {
  id: 'action-tracker',
  version: 2,
  title: { en: 'Action tracker', ar: 'متابعة الإجراءات' },
  summary: {
    en: 'A standing board of what was agreed: by area and status, with owner, date and progress, and a short review each time you meet.',
    ar: 'لوحة دائمة لما اتُّفق عليه: بحسب المجال والحالة، مع المسؤول والموعد والتقدّم، ومراجعة قصيرة في كل لقاء.',
  },
  category: 'hand-over',
  people: { min: 2, max: 20 },
  minutes: 20,
  stage: 'any',
  origin: {
    en: 'Our own board; item, action and progress follow the action table of ITU Council document C26/INF/14 (2026), owner and date are added.',
    ar: 'لوحة من إعدادنا؛ البند والإجراء والتقدّم على جدول وثيقة مجلس الاتحاد الدولي للاتصالات C26/INF/14 (2026)، وأُضيف إليها المسؤول والموعد.',
  },
  zones: [
    {
      key: 'new-actions',
      heading: { en: 'New actions', ar: 'إجراءات جديدة' },
      prompt: {
        en: 'Verb first, one on each note; say which board or meeting it came from. No owner, no date: incomplete.',
        ar: 'ابدؤوا بفعل، واحد في كل ملاحظة، واذكروا من أي لوحة أو لقاء جاء. بلا مسؤول وموعد فهو ناقص.',
      },
      purpose: {
        en: 'Where actions arrive, from sessions and from anybody, until they are complete.',
        ar: 'حيث تصل الإجراءات من الجلسات ومن أي شخص، إلى أن تكتمل.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 15,
      background: 'columns',
      labels: [
        { en: 'Incomplete', ar: 'ناقص' },
        { en: 'Has owner and date', ar: 'له مسؤول وموعد' },
      ],
      backgroundAlt: {
        en: 'Two columns: incomplete, and has an owner and a date.',
        ar: 'عمودان: ناقص، وله مسؤول وموعد.',
      },
      fields: [ownerField, deputyField, dueField, progressField],
      place: { column: 0, row: 0 },
    },
    {
      key: 'agenda',
      heading: { en: 'Today’s agenda', ar: 'جدول اليوم' },
      prompt: {
        en: 'What is overdue, what is blocked, what do we decide? Nothing else is talked about today.',
        ar: 'ما الذي تأخر، وما الذي تعطّل، وماذا نقرر؟ ولا نتحدث اليوم عن غير ذلك.',
      },
      purpose: {
        en: 'Keeps the review short; what is late comes back by itself.',
        ar: 'تُبقي المراجعة قصيرة؛ وما تأخر يعود من نفسه.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 12,
      background: 'columns',
      labels: [
        { en: 'Overdue', ar: 'متأخر' },
        { en: 'Needs help', ar: 'يحتاج إلى عون' },
        { en: 'To decide', ar: 'للقرار' },
      ],
      backgroundAlt: {
        en: 'Three columns: overdue, needs help, to decide.',
        ar: 'ثلاثة أعمدة: متأخر، ويحتاج إلى عون، وللقرار.',
      },
      fields: [ownerField, dueField],
      place: { column: 1, row: 0 },
    },
    {
      key: 'changes',
      heading: { en: 'Since last time', ar: 'منذ المرة الماضية' },
      prompt: {
        en: 'What got done, what changed, and where can one see it? Put a link or a picture.',
        ar: 'ما الذي أُنجز وما الذي تغيّر، وأين يُرى؟ ضعوا رابطًا أو صورة.',
      },
      purpose: {
        en: 'Progress that people can see; the newest first.',
        ar: 'تقدّم يراه الناس؛ والأحدث أولًا.',
      },
      noteKinds: ['note', 'text', 'picture'],
      isVotable: false,
      capacity: 15,
      background: 'columns',
      labels: [
        { en: 'Done', ar: 'أُنجز' },
        { en: 'Changed', ar: 'تغيّر' },
      ],
      backgroundAlt: { en: 'Two columns: done, changed.', ar: 'عمودان: أُنجز، وتغيّر.' },
      place: { column: 2, row: 0 },
    },
    {
      key: 'tracker',
      heading: { en: 'Actions', ar: 'الإجراءات' },
      prompt: {
        en: 'One note is one action. Move it as it goes; owner, deputy, date and progress stand on the note.',
        ar: 'كل ملاحظة إجراء واحد. انقلوها بحسب سيرها؛ والمسؤول والنائب والموعد والتقدّم على الملاحظة.',
      },
      purpose: {
        en: 'All that was promised, in one place, for the team and the department.',
        ar: 'كل ما جرى التعهد به في مكان واحد، للفريق وللإدارة.',
      },
      noteKinds: ['note', 'text'],
      isVotable: false,
      capacity: 40,
      background: 'table',
      labels: [
        { en: 'Not started', ar: 'لم يبدأ' },
        { en: 'Under way', ar: 'جارٍ' },
        { en: 'Blocked', ar: 'متعطّل' },
        { en: 'Done', ar: 'أُنجز' },
        { en: 'Dropped', ar: 'تُرك' },
      ],
      rows: [
        { en: 'Members and partners', ar: 'الأعضاء والشركاء' },
        { en: 'Events and services', ar: 'الفعاليات والخدمات' },
        { en: 'Contributions', ar: 'المساهمات' },
      ],
      backgroundAlt: {
        en: 'A table: five columns for the status, not started, under way, blocked, done, dropped, and three rows for the areas: members and partners, events and services, contributions.',
        ar: 'جدول من خمسة أعمدة للحالة، لم يبدأ وجارٍ ومتعطّل وأُنجز وتُرك، وثلاثة صفوف للمجالات: الأعضاء والشركاء، والفعاليات والخدمات، والمساهمات.',
      },
      fields: [ownerField, deputyField, dueField, progressField],
      place: { column: 0, row: 1, columns: 3, rows: 2 },
    },
  ],
  steps: [
    {
      key: 'update',
      title: { en: 'Update your own', ar: 'حدّثوا ما يخصكم' },
      minutes: 4,
      mode: 'open',
      zones: ['tracker', 'changes'],
      prompt: {
        en: 'Move your actions, set their progress, add what has changed.',
        ar: 'انقلوا إجراءاتكم وحدّدوا تقدّمها وأضيفوا ما تغيّر.',
      },
      notes: {
        en: 'In silence, everybody at once. Change the names of the rows to your own areas before the first review. Who is away: the deputy does it.',
        ar: 'في صمت والجميع معًا. غيّروا أسماء الصفوف إلى مجالاتكم قبل المراجعة الأولى. ومن غاب يحدّث عنه نائبه.',
      },
    },
    {
      key: 'agenda',
      title: { en: 'Overdue and blocked', ar: 'المتأخر والمتعطّل' },
      minutes: 8,
      mode: 'open',
      zones: ['agenda', 'tracker'],
      prompt: {
        en: 'What is late or stuck? What would help, and who can give it?',
        ar: 'ما الذي تأخر أو تعطّل؟ ما الذي يعين، ومن يستطيع تقديمه؟',
      },
      notes: {
        en: 'Two minutes each at most. A new date is fine once; the second time ask whether to drop it. Dropping is a decision, not a failure.',
        ar: 'دقيقتان لكل منها على الأكثر. موعد جديد مقبول مرة؛ وفي الثانية اسألوا إن كنتم تتركونه. الترك قرار لا فشل.',
      },
    },
    {
      key: 'new',
      title: { en: 'Complete what is new', ar: 'إكمال الجديد' },
      minutes: 5,
      mode: 'open',
      zones: ['new-actions', 'tracker'],
      feeds: ['tracker'],
      prompt: {
        en: 'Each new action: who, until when? Then move it to its row.',
        ar: 'كل إجراء جديد: من، وإلى متى؟ ثم انقلوه إلى صفه.',
      },
      notes: {
        en: 'Nobody is named who is not here or has not agreed. What stays without an owner for two reviews goes.',
        ar: 'لا يُسمّى من هو غائب أو لم يوافق. وما يبقى بلا مسؤول مراجعتين يُحذف.',
      },
    },
    {
      key: 'close',
      title: { en: 'Read it back', ar: 'قراءة أخيرة' },
      minutes: 3,
      mode: 'brief',
      zones: ['tracker'],
      prompt: {
        en: 'What is due before we meet again, and by whom?',
        ar: 'ما الذي يحين موعده قبل لقائنا التالي، وعلى من؟',
      },
      notes: {
        en: 'Read only the actions due until the next meeting. Save a checkpoint: next time shows what changed since.',
        ar: 'اقرؤوا فقط ما يحين موعده قبل اللقاء التالي. احفظوا نقطة استعادة: في المرة القادمة يظهر ما تغيّر منذئذ.',
      },
    },
  ],
}
