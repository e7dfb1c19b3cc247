import { useLanguage } from '../../i18n/use-language.ts'
import { countryName } from './country-name.ts'
import { Flag } from './Flag.tsx'

/** Where somebody comes from, as far as she has said. */
export function Origin(from: { readonly country: string | null; readonly organisation: string | null }) {
  const { language } = useLanguage()
  return (
    <>
      {from.country ? (
        <>
          <Flag country={from.country} />
          <span>{countryName(from.country, language)}</span>
        </>
      ) : null}
      {from.organisation ? <bdi>{from.organisation}</bdi> : null}
    </>
  )
}
