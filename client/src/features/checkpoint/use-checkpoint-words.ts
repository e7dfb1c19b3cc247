import { useTranslation } from 'react-i18next'
import type { Checkpoint } from '#shared/http/checkpoints.ts'

/** How a checkpoint is called, and where it came from. */
export function useCheckpointWords() {
  const { t } = useTranslation('checkpoint')
  return {
    nameOf: ({ title, kind }: Checkpoint): string => title ?? t(`kind.${kind}`),
    originOf: ({ kind, createdBy }: Checkpoint): string =>
      kind === 'automatic' ? t('origin.automatic') : t(`origin.${kind}`, { name: createdBy ?? t('origin.unknown') }),
  }
}
