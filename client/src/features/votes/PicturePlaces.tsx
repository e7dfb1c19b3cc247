import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BoardItem } from '../../canvas/items/canvas-items.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { OwnDots } from './Stepper.tsx'
import { TouchButton } from './TouchButton.tsx'
import { useItemName } from './use-item-name.ts'
import type { Voting } from './use-voting.ts'
import styles from './VotesPanel.module.css'

const places = ['start', 'middle', 'end'] as const
const parts = { start: 1 / 6, middle: 1 / 2, end: 5 / 6 } as const

/** Nine places of a picture, for who cannot point at one. Left and right are those of the picture. */
export function PicturePlaces({ item, voting }: { readonly item: BoardItem; readonly voting: Voting }) {
  const { t } = useTranslation('votes')
  const name = useItemName()(item)
  const dots = voting.dotsOn(item.id)
  return (
    <div className={styles.pictureRow}>
      <OwnDots dots={dots} />
      {dots.length > 0 ? (
        <Button size="small" aria-label={t('list.takeLastFrom', { name })} onClick={() => voting.take(item)}>
          {t('list.takeLast')}
        </Button>
      ) : null}
      <Popover
        label={t('list.where', { name })}
        align="end"
        trigger={
          <Button size="small" aria-label={t('put', { name })}>
            {t('list.put')}
          </Button>
        }
      >
        <div className={styles.places} dir="ltr">
          {places.map((y) =>
            places.map((x) => (
              <TouchButton
                key={`${y} ${x}`}
                aria-label={t(`list.places.${y}.${x}`)}
                onClick={() => voting.put(item, { x: parts[x], y: parts[y] })}
              >
                <Plus size={16} aria-hidden="true" />
              </TouchButton>
            )),
          )}
        </div>
      </Popover>
    </div>
  )
}
