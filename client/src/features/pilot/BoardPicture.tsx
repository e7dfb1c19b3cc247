import { boardPictureUrl } from '../../api/boards.ts'
import { Picture } from '../../ui/Picture.tsx'
import { useColorScheme } from '../preferences/index.ts'
import styles from './BoardPicture.module.css'

/** The server's drawing of a board. Its title always stands beside it, so the picture itself is silent. */
export function BoardPicture({ boardId, changedAtMs }: { readonly boardId: string; readonly changedAtMs: number }) {
  const scheme = useColorScheme()
  return <Picture url={boardPictureUrl(boardId, changedAtMs, scheme)} className={styles.edge} />
}
