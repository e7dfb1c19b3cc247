/**
 * How numbers and times are written for a language. The digits are 0 to 9 in every language, as people write them on
 * the board and as templates have them; of Arabic, browsers disagree by version and region.
 *
 * Making a formatter costs a hundred times what using it does, and a board shows hundreds of values: each is made once.
 */
function remember<Options, Format>(make: (locale: string, options: Options | undefined) => Format) {
  const known = new Map<string, Format>()
  return (locale: string, options?: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    let format = known.get(key)
    if (!format) {
      format = make(`${locale}-u-nu-latn`, options)
      known.set(key, format)
    }
    return format
  }
}

export const numberFormat = remember(
  (locale, options: Intl.NumberFormatOptions | undefined) => new Intl.NumberFormat(locale, options),
)
export const timeFormat = remember(
  (locale, options: Intl.DateTimeFormatOptions | undefined) => new Intl.DateTimeFormat(locale, options),
)
export const relativeTimeFormat = remember(
  (locale, options: Intl.RelativeTimeFormatOptions | undefined) => new Intl.RelativeTimeFormat(locale, options),
)

/** "1,234" */
export function formatNumber(value: number, locale: string, options?: Intl.NumberFormatOptions): string {
  return numberFormat(locale, options).format(value)
}
