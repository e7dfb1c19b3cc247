import { useTranslation } from 'react-i18next'
import type { Checkpoint } from '#shared/http/checkpoints.ts'
import { checkpointPictureUrl } from '../../api/checkpoints.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Picture } from '../../ui/Picture.tsx'
import { useColorScheme } from '../preferences/index.ts'
import { CheckpointFacts } from './CheckpointFacts.tsx'
import styles from './CheckpointsDialog.module.css'
import { useCheckpointWords } from './use-checkpoint-words.ts'

export type LookDialogProps = {
  readonly checkpoint: Checkpoint
  readonly onClose: () => void
  readonly onRestore: () => void
}

/** The board as it was, large. */
export function LookDialog({ checkpoint, onClose, onRestore }: LookDialogProps) {
  const { t } = useTranslation('checkpoint')
  const { language } = useLanguage()
  const scheme = useColorScheme()
  const name = useCheckpointWords().nameOf(checkpoint)
  return (
    <Dialog isOpen onClose={onClose} title={name} size="large">
      <div className={styles.content}>
        <Picture
          url={checkpointPictureUrl(checkpoint, scheme, language)}
          alt={t('look.picture', { name })}
          className={styles.large}
        />
        <CheckpointFacts checkpoint={checkpoint} />
        <DialogActions>
          <Button onClick={onClose}>{t('look.back')}</Button>
          <Button kind="primary" onClick={onRestore}>
            {t('restore.action')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
