import { useMemo } from 'react'
import { useLanguage } from '../../i18n/use-language.ts'
import { SearchSelect } from '../../ui/SearchSelect.tsx'
import { createCountrySearch } from './country-search.ts'
import { Flag } from './Flag.tsx'

export type CountrySelectProps = {
  readonly label: string
  /** ISO 3166-1 alpha-2, or nothing. */
  readonly country: string | null
  readonly onChange: (country: string | null) => void
}

export function CountrySelect({ label, country, onChange }: CountrySelectProps) {
  const { language } = useLanguage()
  const search = useMemo(() => createCountrySearch(language), [language])
  return (
    <SearchSelect
      label={label}
      isOptional
      // "country-name" would fill a name in the browser's language into a list in the page's.
      autoComplete="off"
      selected={country ? search('').find(({ value }) => value === country) : undefined}
      onChange={(option) => onChange(option?.value ?? null)}
      search={search}
      renderIcon={({ value }) => <Flag country={value} />}
      renderOption={({ value, label: name }) => (
        <>
          <Flag country={value} />
          {name}
        </>
      )}
    />
  )
}
