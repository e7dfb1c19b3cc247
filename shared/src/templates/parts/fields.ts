import type { LocalText } from '../../board/local-text.ts'
import type { AmountField, ChoiceField, DateField, ScaleField, WordsField } from '../../board/zone-fields.ts'

/** Values that several methods ask of a note. The keys are the same everywhere, so that a note keeps them when it moves on. */

/** Wherever evidence matters: what was seen and what is guessed must not look alike. */
export const basisField: ChoiceField = {
  kind: 'choice',
  key: 'basis',
  label: { en: 'Observed or assumed', ar: 'مُلاحَظ أم مُفترَض' },
  options: [
    { value: 'observed', word: { en: 'Observed', ar: 'مُلاحَظ' }, symbol: '✓', tone: 'good' },
    { value: 'assumed', word: { en: 'Assumed', ar: 'مُفترَض' }, symbol: '?', tone: 'neutral' },
  ],
}

/** Green, yellow and red as words with a shape each. */
export const ratingField: ChoiceField = {
  kind: 'choice',
  key: 'rating',
  label: { en: 'Rating', ar: 'التقييم' },
  options: [
    { value: 'green', word: { en: 'Adequate', ar: 'كافٍ' }, symbol: '▲', tone: 'good' },
    { value: 'yellow', word: { en: 'Some', ar: 'جزئي' }, symbol: '◆', tone: 'fair' },
    { value: 'red', word: { en: 'Inadequate', ar: 'غير كافٍ' }, symbol: '▼', tone: 'poor' },
  ],
}

export const confidenceField: ChoiceField = {
  kind: 'choice',
  key: 'confidence',
  label: { en: 'Confidence', ar: 'درجة الثقة' },
  options: [
    { value: 'high', word: { en: 'High', ar: 'عالية' }, symbol: '●', tone: 'good' },
    { value: 'medium', word: { en: 'Medium', ar: 'متوسطة' }, symbol: '◐', tone: 'fair' },
    { value: 'low', word: { en: 'Low', ar: 'منخفضة' }, symbol: '○', tone: 'poor' },
  ],
}

export const evidenceField: WordsField = {
  kind: 'words',
  key: 'evidence',
  label: { en: 'Evidence, link', ar: 'الدليل أو الرابط' },
}

export const sourceField: WordsField = {
  kind: 'words',
  key: 'source',
  label: { en: 'Source and date', ar: 'المصدر والتاريخ' },
}

export const ownerField: WordsField = { kind: 'words', key: 'owner', label: { en: 'Owner', ar: 'المسؤول' } }

export const deputyField: WordsField = { kind: 'words', key: 'deputy', label: { en: 'Deputy', ar: 'النائب' } }

export const dueField: DateField = { kind: 'date', key: 'due', label: { en: 'By when', ar: 'الموعد' } }

/** A number whose unit the note's own words say: a share, a count, a time. */
export const numberField: AmountField = {
  kind: 'amount',
  key: 'number',
  label: { en: 'Number', ar: 'الرقم' },
  unit: { en: '', ar: '' },
}

export const moneyField: AmountField = {
  kind: 'amount',
  key: 'money',
  label: { en: 'Amount', ar: 'المبلغ' },
  unit: { en: 'USD', ar: 'دولار' },
}

/** In quarters; the circle fills. */
export const progressField: ChoiceField = {
  kind: 'choice',
  key: 'progress',
  label: { en: 'Progress', ar: 'التقدّم' },
  options: [
    { value: '0', word: { en: '0%, not begun', ar: '0%، لم يبدأ' }, symbol: '○', tone: 'neutral' },
    { value: '25', word: { en: '25%, begun', ar: '25%، بدأ' }, symbol: '◔', tone: 'poor' },
    { value: '50', word: { en: '50%, halfway', ar: '50%، في المنتصف' }, symbol: '◑', tone: 'fair' },
    { value: '75', word: { en: '75%, nearly there', ar: '75%، يوشك أن يكتمل' }, symbol: '◕', tone: 'fair' },
    { value: '100', word: { en: '100%, done', ar: '100%، أُنجز' }, symbol: '●', tone: 'good' },
  ],
}

/** A word for each whole number from `min` up. */
export function wordScale(
  key: string,
  label: LocalText,
  min: number,
  words: readonly LocalText[],
  row: number | null = null,
): ScaleField {
  return { kind: 'scale', key, label, min, max: min + words.length - 1, words, axis: null, row }
}

/** From 1 to 10; on an axis a note's place says the number. */
export function tenScale(key: string, label: LocalText, axis: ScaleField['axis'] = null): ScaleField {
  return { kind: 'scale', key, label, min: 1, max: 10, words: [], axis, row: null }
}

export const impactLabel = { en: 'Impact', ar: 'الأثر' }
export const uncertaintyLabel = { en: 'Uncertainty', ar: 'عدم اليقين' }
