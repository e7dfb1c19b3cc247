import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'
import { copyText } from './copy-text.ts'
import fieldStyles from './Field.module.css'
import { FieldFrame } from './Field.tsx'

/** Text to take along: shown whole, selected by a touch, copied by a button that says when it is done. */
export function CopyField({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly hint?: string
}) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState<{ readonly value: string; readonly isDone: boolean }>()
  const current = copied?.value === value ? copied : undefined
  return (
    <FieldFrame label={label} hint={hint}>
      {(control) => (
        <div className={styles.row}>
          <input
            {...control}
            className={fieldStyles.control}
            dir="ltr"
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button onClick={async () => setCopied({ value, isDone: await copyText(value) })}>
            {current?.isDone ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
            {current?.isDone ? t('copied') : t('copy')}
          </Button>
          <span className="visually-hidden" role="status">
            {current ? t(current.isDone ? 'copied' : 'copyByHand') : ''}
          </span>
        </div>
      )}
    </FieldFrame>
  )
}
