/** The country's name in the reader's language; its code where the language has none. */
export function countryName(country: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
}
