import { useTranslation } from 'react-i18next'
import type { TemplateCard as Card } from '#shared/http/templates.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BringTemplate } from './BringTemplate.tsx'
import { emptyBoardChoice } from './empty-board-choice.ts'
import { findTemplates } from './find-templates.ts'
import { ImportBoard } from './ImportBoard.tsx'
import styles from './NewBoardPage.module.css'
import { TemplateCard } from './TemplateCard.tsx'
import { TemplateFilters } from './TemplateFilters.tsx'
import { useWishes } from './use-wishes.ts'

type TemplateGalleryProps = { readonly templates: readonly Card[]; readonly pilotId: string }

/** All templates, as far as they fit what is asked; beside them the ways to begin without one. */
export function TemplateGallery({ templates, pilotId }: TemplateGalleryProps) {
  const { t } = useTranslation('template')
  const [wishes, change, clear] = useWishes()
  const found = findTemplates(templates, wishes)
  const asksSomething = Object.values(wishes).some(Boolean)
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <div className={styles.ways}>
          <ImportBoard pilotId={pilotId} />
          <BringTemplate />
          <LinkButton to={`?template=${emptyBoardChoice}`}>{t('empty.title')}</LinkButton>
        </div>
      </div>
      <p className={styles.text}>{t('text')}</p>
      <div className={styles.gallery}>
        <TemplateFilters {...{ templates, wishes }} onChange={change} />
        <div className={styles.found}>
          <p className={styles.foundCount} role="status">
            {asksSomething ? t('find.found', { count: found.length }) : t('find.all', { count: found.length })}
            {asksSomething ? (
              <Button kind="quiet" size="small" onClick={clear}>
                {t('find.clear')}
              </Button>
            ) : null}
          </p>
          {found.length === 0 ? (
            <EmptyState title={t('find.none')} text={t('find.noneText')}>
              <Button onClick={clear}>{t('find.clear')}</Button>
            </EmptyState>
          ) : (
            <ul className={styles.cards}>
              {found.map((template) => (
                <TemplateCard key={template.id} template={template} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  )
}
