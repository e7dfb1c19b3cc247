import { useTranslation } from 'react-i18next'
import { localise } from '#shared/board/local-text.ts'
import type { Step } from '#shared/session/session.ts'
import type { SessionView } from '#shared/session/view.ts'
import type { RemovedZone } from '../../canvas/zoning/canvas-zones.ts'

/** How zones and the steps that name them are called. */
export function useZoneWords(session: SessionView | undefined) {
  const { t, i18n } = useTranslation('zones')
  const steps = session?.plan.steps ?? []
  /** A step without a title is called by its number. */
  const stepTitle = (step: Step) =>
    localise(step.title, i18n.language).trim() || t('number', { number: steps.indexOf(step) + 1 })
  return {
    stepTitle,
    /** Titles of the steps of the run of show that a zone is part of, or that feed it. */
    stepsNaming: (key: string) =>
      steps.filter(({ zones, feeds }) => zones.includes(key) || feeds.includes(key)).map(stepTitle),
    /** Each in quotation marks, and in its own direction. */
    list: (names: readonly string[]) =>
      new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
        names.map((name) => t('quoted', { name: `\u2068${name}\u2069` })),
      ),
    /** What became of what lay there, and the way back. */
    removed: ({ heading, kept, undo }: RemovedZone) => ({ text: t('removed', { zone: heading, count: kept }), undo }),
  }
}
