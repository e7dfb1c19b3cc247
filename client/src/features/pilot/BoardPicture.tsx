import { useState } from 'react'
import { boardPictureUrl } from '../../api/boards.ts'
import { Mark } from '../../ui/Mark.tsx'
import { useColorScheme } from '../preferences/index.ts'
import styles from './BoardPicture.module.css'

/** The server's drawing of a board. Its title always stands beside it, so the picture itself is silent. */
export function BoardPicture({ boardId, changedAtMs }: { readonly boardId: string; readonly changedAtMs: number }) {
  const scheme = useColorScheme()
  const url = boardPictureUrl(boardId, changedAtMs, scheme)
  const [failedUrl, setFailedUrl] = useState<string>()
  return (
    <div className={styles.frame}>
      {failedUrl === url ? (
        <Mark size="large" />
      ) : (
        <img
          className={styles.picture}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setFailedUrl(url)}
        />
      )}
    </div>
  )
}
