import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import fieldStyles from './Field.module.css'
import { FieldFrame } from './Field.tsx'
import styles from './SearchSelect.module.css'

export type SearchOption = { readonly value: string; readonly label: string }

export type SearchSelectProps<Option extends SearchOption> = {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly autoComplete?: string
  readonly selected: Option | undefined
  readonly onChange: (option: Option | undefined) => void
  /** What fits the typed words, best first; everything for none. */
  readonly search: (typed: string) => readonly Option[]
  readonly renderOption?: (option: Option) => ReactNode
  /** Stands in the control before the chosen option's words. */
  readonly renderIcon?: (option: Option) => ReactNode
}

/** A select one can type into: the combobox with a list box of the ARIA practices. */
export function SearchSelect<Option extends SearchOption>(props: SearchSelectProps<Option>) {
  const { label, hint, error, isOptional, autoComplete, selected, onChange, search, renderOption, renderIcon } = props
  const { t } = useTranslation('ui')
  const listId = useId()
  /** Undefined while nothing is being typed: the control then shows what is chosen. */
  const [typed, setTyped] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const [activeIndex, setActiveIndex] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const options = isOpen ? search(typed ?? '') : []
  const active = options[activeIndex]

  useEffect(() => {
    if (isOpen) list.current?.children[activeIndex]?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, activeIndex])

  const open = () => {
    setIsOpen(true)
    const index = search('').findIndex(({ value }) => value === selected?.value)
    setActiveIndex(Math.max(0, index))
  }
  const close = () => {
    setIsOpen(false)
    setTyped(undefined)
  }
  const choose = (option: Option | undefined) => {
    onChange(option)
    close()
  }
  const leave = () => {
    if (typed !== undefined) {
      const best = search(typed)[0]
      if (typed.trim() === '') onChange(undefined)
      // Typed in full or begun so that one only fits: the person has chosen without pressing anything.
      else if (best && search(typed).length === 1) onChange(best)
    }
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOpener = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (isOpener) {
      event.preventDefault()
      if (!isOpen) open()
      else setActiveIndex((index) => clamp(index + (event.key === 'ArrowDown' ? 1 : -1), options.length))
    } else if (event.key === 'Enter' && isOpen && active) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && isOpen) {
      // The dialog around it, if there is one, stays open.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <FieldFrame label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(control) => (
        <div className={styles.combobox}>
          {selected && typed === undefined && renderIcon ? (
            <span className={styles.icon}>{renderIcon(selected)}</span>
          ) : null}
          <input
            {...control}
            className={classNames(
              fieldStyles.control,
              Boolean(selected && typed === undefined && renderIcon) && styles.withIcon,
            )}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active ? `${listId}-${active.value}` : undefined}
            autoComplete={autoComplete ?? 'off'}
            spellCheck={false}
            placeholder={t('typeToSearch')}
            value={typed ?? selected?.label ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => (isOpen ? undefined : open())}
            onBlur={leave}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setActiveIndex(0)
              setIsOpen(true)
            }}
          />
          {/* Focus stays in the input, which names the active option, so neither the list nor its options take it. */}
          <div
            className={styles.list}
            role="listbox"
            id={listId}
            aria-label={t('suggestions')}
            hidden={!isOpen}
            ref={list}
            tabIndex={-1}
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
              <div
                key={option.value}
                id={`${listId}-${option.value}`}
                className={styles.option}
                role="option"
                tabIndex={-1}
                aria-selected={index === activeIndex}
                // Before blur, which would close the list under the finger.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {renderOption ? renderOption(option) : option.label}
              </div>
            ))}
          </div>
          {isOpen && options.length === 0 ? <p className={styles.none}>{t('nothingFound')}</p> : null}
          <span className="visually-hidden" role="status">
            {isOpen && typed ? t('found', { count: options.length }) : ''}
          </span>
        </div>
      )}
    </FieldFrame>
  )
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), Math.max(0, length - 1))
}
