import type { AmountField, ChoiceField, DateField, ScaleField, WordsField } from '../zone-fields.ts'

export const evidence: ChoiceField = {
  kind: 'choice',
  key: 'evidence',
  label: { en: 'Evidence', ar: 'الأدلة' },
  options: [
    { value: 'adequate', word: { en: 'adequate', ar: 'كافية' }, symbol: '●', tone: 'good' },
    { value: 'some', word: { en: 'some', ar: 'بعضها' }, symbol: '◐', tone: 'fair' },
    { value: 'inadequate', word: { en: 'inadequate', ar: 'غير كافية' }, symbol: '○', tone: 'poor' },
    { value: 'unknown', word: { en: 'unknown', ar: 'غير معروفة' }, symbol: '?', tone: 'neutral' },
  ],
}

export function scale(overrides: Partial<ScaleField> = {}): ScaleField {
  return {
    ...{ kind: 'scale', key: 'power', label: { en: 'Power', ar: 'النفوذ' }, min: 1, max: 10, words: [] },
    ...{ axis: null, row: null },
    ...overrides,
  }
}

export const feeling = scale({ key: 'feeling', label: { en: 'Feeling', ar: 'الشعور' }, min: -2, max: 2 })

export const amount: AmountField = {
  kind: 'amount',
  key: 'run-cost',
  label: { en: 'Run cost', ar: 'كلفة التشغيل' },
  unit: { en: 'USD', ar: 'دولار' },
}

export const due: DateField = { kind: 'date', key: 'due', label: { en: 'Due', ar: 'الموعد' } }

export const owner: WordsField = { kind: 'words', key: 'owner', label: { en: 'Owner', ar: 'المسؤول' } }
