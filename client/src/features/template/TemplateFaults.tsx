import { useTranslation } from 'react-i18next'
import type { TemplateFault } from '#shared/http/read-template-file.ts'
import styles from './TemplateForm.module.css'

type TemplateFaultsProps = { readonly faults: readonly TemplateFault[]; readonly count: number }

/** Each with the zone or step it is in, where exactly in the file, and what is wrong there. */
export function TemplateFaults({ faults, count }: TemplateFaultsProps) {
  const { t } = useTranslation('template')
  if (faults.length === 0) return null
  return (
    <>
      <ul className={styles.faults}>
        {faults.map((fault) => (
          <li key={`${fault.path} ${fault.kind}`} className={styles.fault}>
            {fault.part ? <strong>{t(`fault.in.${fault.part.kind}`, { ...fault.part })}</strong> : null}
            <span>{t(`fault.${fault.kind}`, { bound: fault.bound })}</span>
            <code className={styles.path} dir="ltr">
              {fault.path}
            </code>
          </li>
        ))}
      </ul>
      {count > faults.length ? <p>{t('fault.more', { count: count - faults.length })}</p> : null}
    </>
  )
}
