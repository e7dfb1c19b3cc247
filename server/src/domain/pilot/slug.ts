const maxSlugLength = 60

/** A readable address for a title: "Café on tides" becomes "cafe-on-tides". Letters of every script stay. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    // Accents of Latin, Greek and Cyrillic letters only: in Arabic and Indic scripts marks carry the word.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return [...(words ?? []).join('-')].slice(0, maxSlugLength).join('').replace(/-$/, '') || 'pilot'
}

/** "x", then "x-2", "x-3"… */
export function numberedSlug(slug: string, attempt: number): string {
  return attempt === 1 ? slug : `${slug}-${attempt}`
}
