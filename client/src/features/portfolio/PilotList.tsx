import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Pilot } from '#shared/http/pilots.ts'
import { When } from '../../i18n/When.tsx'
import styles from './PilotList.module.css'

export function PilotList({ pilots }: { readonly pilots: readonly Pilot[] }) {
  const { t } = useTranslation('pilot')
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.title')}</th>
            <th scope="col">{t('field.stage')}</th>
            <th scope="col">{t('field.department')}</th>
            <th scope="col">{t('field.owner')}</th>
            <th scope="col">{t('field.boards')}</th>
            <th scope="col">{t('field.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map((pilot) => (
            <tr key={pilot.id}>
              <th scope="row">
                <Link className={styles.link} to={`/pilots/${pilot.id}`}>
                  <bdi>{pilot.title}</bdi>
                </Link>
              </th>
              <td data-label={t('field.stage')}>{t(`stage.${pilot.stage}`)}</td>
              <td data-label={t('field.department')}>
                <bdi>{pilot.department || t('notSet')}</bdi>
              </td>
              <td data-label={t('field.owner')}>
                <bdi>{pilot.owner || t('notSet')}</bdi>
              </td>
              <td data-label={t('field.boards')} className={styles.number}>
                {t('number', { value: pilot.boardCount })}
              </td>
              <td data-label={t('field.changed')}>
                <When atMs={pilot.changedAtMs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
