import { localise } from '#shared/board/local-text.ts'
import type { SessionView } from '#shared/session/view.ts'
import { currentLanguage } from '../../i18n/languages.ts'

/** Titles of the steps of the run of show that a zone is part of, or that feed it. */
export function stepsNaming(session: SessionView | undefined, key: string): readonly string[] {
  const steps = session?.plan.steps ?? []
  return steps.flatMap((step, i) =>
    step.zones.includes(key) || step.feeds.includes(key)
      ? [localise(step.title, currentLanguage()).trim() || String(i + 1)]
      : [],
  )
}
