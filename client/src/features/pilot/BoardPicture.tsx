import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boardPictureUrl } from '../../api/boards.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Picture } from '../../ui/Picture.tsx'
import { savesData, useColorScheme } from '../preferences/index.ts'
import styles from './BoardPicture.module.css'

export type BoardPictureProps = {
  readonly boardId: string
  /** It stands beside the picture, which is silent for that. */
  readonly title: string
  readonly changedAtMs: number
}

/** The server's drawing of a board; while data is saved, only when it is asked for. */
export function BoardPicture({ boardId, title, changedAtMs }: BoardPictureProps) {
  const { t } = useTranslation('pilot')
  const scheme = useColorScheme()
  const [isWanted, setIsWanted] = useState(() => !savesData())
  if (isWanted) return <Picture url={boardPictureUrl(boardId, changedAtMs, scheme)} className={styles.edge} />
  const words = t('loadPicture')
  return (
    <div className={classNames(styles.edge, styles.onDemand)}>
      <Button size="small" aria-label={`${words}: ${title}`} onClick={() => setIsWanted(true)}>
        {words}
      </Button>
    </div>
  )
}
