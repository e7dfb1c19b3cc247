import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TemplateSummary } from '#shared/http/templates.ts'
import card from '../../ui/Card.module.css'
import { classNames } from '../../ui/class-names.ts'
import { Mark } from '../../ui/Mark.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { emptyBoardChoice } from './empty-board-choice.ts'
import styles from './NewBoardPage.module.css'
import { TemplateFacts } from './TemplateFacts.tsx'
import { TemplatePicture } from './TemplatePicture.tsx'

type Filter = TemplateSummary['category'] | 'all'

export function TemplateGallery({ templates }: { readonly templates: readonly TemplateSummary[] }) {
  const { t } = useTranslation('template')
  const [filter, setFilter] = useState<Filter>('all')
  // Only what there is something of; the rest of the list would be dead ends.
  const categories = [...new Set(templates.map(({ category }) => category))]
  const filters: readonly Filter[] = ['all', ...categories]
  const shown = templates.filter(({ category }) => filter === 'all' || category === filter)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className={styles.text}>{t('text')}</p>
      <SegmentedControl
        label={t('filter')}
        value={filter}
        onChange={setFilter}
        options={filters.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <ul className={styles.cards}>
        {shown.map((template) => (
          <li key={template.id} className={classNames(card.card, card.oneLink)}>
            <TemplatePicture template={template} />
            <div className={styles.cardText}>
              <h2>
                <Link className={styles.cardLink} to={`?template=${template.id}`}>
                  {template.title}
                </Link>
              </h2>
              <p className={styles.soft}>{template.summary}</p>
              <TemplateFacts template={template} />
            </div>
          </li>
        ))}
        <li className={classNames(card.card, card.oneLink)}>
          <div className={styles.blank}>
            <Mark size="large" />
          </div>
          <div className={styles.cardText}>
            <h2>
              <Link className={styles.cardLink} to={`?template=${emptyBoardChoice}`}>
                {t('empty.title')}
              </Link>
            </h2>
            <p className={styles.soft}>{t('empty.text')}</p>
          </div>
        </li>
      </ul>
    </>
  )
}
