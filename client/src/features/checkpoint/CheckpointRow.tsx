import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Checkpoint } from '#shared/http/checkpoints.ts'
import { checkpointPictureUrl } from '../../api/checkpoints.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import callout from '../../ui/Callout.module.css'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { Picture } from '../../ui/Picture.tsx'
import { useColorScheme } from '../preferences/index.ts'
import { CheckpointFacts } from './CheckpointFacts.tsx'
import styles from './CheckpointsDialog.module.css'
import { useCheckpointWords } from './use-checkpoint-words.ts'

export type CheckpointRowProps = {
  readonly checkpoint: Checkpoint
  readonly onLook: () => void
  readonly onRestore: () => void
  readonly onDelete: () => void
}

export function CheckpointRow({ checkpoint, onLook, onRestore, onDelete }: CheckpointRowProps) {
  const { t } = useTranslation('checkpoint')
  const { language } = useLanguage()
  const scheme = useColorScheme()
  const name = useCheckpointWords().nameOf(checkpoint)
  return (
    <li className={styles.row}>
      {checkpoint.isDamaged ? (
        <div className={styles.noPicture} />
      ) : (
        <Picture url={checkpointPictureUrl(checkpoint, scheme, language)} className={styles.small} />
      )}
      <div className={styles.words}>
        <h3 className={styles.name}>
          <bdi>{name}</bdi>
        </h3>
        <CheckpointFacts checkpoint={checkpoint} />
        {checkpoint.isDamaged ? <p className={callout.bad}>{t('damaged')}</p> : null}
      </div>
      <div className={styles.rowActions}>
        {checkpoint.isDamaged ? null : (
          <>
            <Button size="small" aria-label={t('look.actionName', { name })} onClick={onLook}>
              {t('look.action')}
            </Button>
            <Button size="small" aria-label={t('restore.actionName', { name })} onClick={onRestore}>
              {t('restore.action')}
            </Button>
          </>
        )}
        <Menu
          trigger={
            <IconButton size="small" label={t('more', { name })}>
              <Ellipsis size={16} aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem isDangerous onSelect={onDelete}>
            {t('delete.action')}
          </MenuItem>
        </Menu>
      </div>
    </li>
  )
}
