import { formatExact, formatWhen } from './format.ts'
import { useLanguage } from './use-language.ts'
import { useNow } from './use-now.ts'

const refreshMs = 30_000

/** A time as people say it, with the exact one on hover. */
export function When({ atMs }: { readonly atMs: number }) {
  const { language } = useLanguage()
  const nowMs = useNow(refreshMs)
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatExact(atMs, language)}>
      {formatWhen(atMs, nowMs, language)}
    </time>
  )
}
