import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxTitleLength } from '#shared/limits.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import styles from './CheckpointsDialog.module.css'

export type SaveCheckpointFormProps = {
  readonly isBusy: boolean
  readonly problem: string | undefined
  /** Resolves to whether it was saved. */
  readonly onSave: (title: string) => Promise<boolean>
}

export function SaveCheckpointForm({ isBusy, problem, onSave }: SaveCheckpointFormProps) {
  const { t } = useTranslation('checkpoint')
  const [title, setTitle] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const isUntitled = title.trim() === ''
  const submit = async () => {
    setHasTried(true)
    if (isUntitled || isBusy || !(await onSave(title))) return
    setTitle('')
    setHasTried(false)
  }
  return (
    <Form onSubmit={() => void submit()} problem={problem}>
      <div className={styles.save}>
        <Field
          label={t('save.label')}
          required
          dir="auto"
          maxLength={maxTitleLength}
          placeholder={t('save.example')}
          value={title}
          error={hasTried && isUntitled ? t('save.missing') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit" className={styles.saveButton} isBusy={isBusy}>
          {t('save.action')}
        </Button>
      </div>
    </Form>
  )
}
