import { useMemo } from 'react'
import { firstPageId, rootRecords } from '#shared/board/new-board.ts'
import { renderBoardPicture } from '#shared/picture/board-picture.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { AsideItem } from '../../offline/kept-aside.ts'
import { useColorScheme } from '../preferences/index.ts'
import styles from './AsidePanel.module.css'

const width = 320

/** A small drawing of what cannot be said in words. */
export function AsidePicture({ item, label }: { readonly item: AsideItem; readonly label: string }) {
  const { language } = useLanguage()
  const scheme = useColorScheme()
  const source = useMemo(() => {
    const shape = { ...item.shape.record, ...item.place, parentId: firstPageId }
    const records = [...rootRecords, shape, ...item.companions.map(({ record }) => record)]
    const svg = renderBoardPicture(records, { scheme, locale: language, width })
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [item, language, scheme])
  return <img className={styles.picture} src={source} alt={label} />
}
