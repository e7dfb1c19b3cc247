import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type MixRule, remoteSeatings } from '#shared/session/tables/table-plan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/CheckboxGroup.tsx'
import { Select } from '../../../ui/Field.tsx'
import { useCommand } from '../use-command.ts'
import { useWords } from '../use-words.ts'
import styles from './TablesSetUp.module.css'
import { tableChoices } from './table-choices.ts'
import type { TableSet } from './table-sets.ts'

export type TablesSetUpProps = {
  readonly set: TableSet
  /** People who are to be seated, those for whom a device stands as well. */
  readonly heads: number
  readonly rule: MixRule
  readonly roundCount: number
  readonly tableCount: number
  readonly onTableCount: (tableCount: number) => void
  readonly onRule: (changes: Partial<MixRule>) => void
  /** What plans. */
  readonly children: ReactNode
}

/** By what people are spread over tables. */
export function TablesSetUp(props: TablesSetUpProps) {
  const { set, heads, rule, roundCount, tableCount, onTableCount, onRule, children } = props
  const { t } = useTranslation('tables')
  const { number } = useWords()
  const say = useCommand()
  const last = set.steps.at(-1)
  return (
    <div className={styles.setUp}>
      <div className={styles.fields}>
        <Select
          label={t('setUp.tables')}
          hint={t('setUp.tablesHint', { count: set.zones.length })}
          value={tableCount}
          onChange={(event) => onTableCount(Number(event.target.value))}
        >
          {tableChoices(heads, set.zones.length).map(({ tableCount: count, least, most }) => (
            <option key={count} value={count}>
              {least === most
                ? t('setUp.each', { count, people: t('people', { count: most }) })
                : t('setUp.eachRange', { count, least: number(least), people: t('people', { count: most }) })}
            </option>
          ))}
        </Select>
        <Select
          label={t('setUp.remote')}
          hint={t(`setUp.remoteHint.${rule.remote}`)}
          value={rule.remote}
          onChange={(event) =>
            onRule({ remote: remoteSeatings.find((each) => each === event.target.value) ?? rule.remote })
          }
        >
          {remoteSeatings.map((each) => (
            <option key={each} value={each}>
              {t(`setUp.remoteIs.${each}`)}
            </option>
          ))}
        </Select>
        <div className={styles.rounds}>
          <p className={styles.label}>{t('setUp.rounds', { count: roundCount })}</p>
          {last ? (
            <Button size="small" onClick={() => void say({ type: 'copy_step', stepId: last.id })}>
              <Plus size={16} aria-hidden="true" />
              {t('setUp.addRound')}
            </Button>
          ) : null}
        </div>
      </div>
      <div className={styles.rules}>
        <Checkbox
          label={t('setUp.countries')}
          isChecked={rule.mixesCountries}
          onChange={(mixesCountries) => onRule({ mixesCountries })}
        />
        <Checkbox
          label={t('setUp.organisations')}
          isChecked={rule.mixesOrganisations}
          onChange={(mixesOrganisations) => onRule({ mixesOrganisations })}
        />
        <div className={styles.action}>{children}</div>
      </div>
    </div>
  )
}
