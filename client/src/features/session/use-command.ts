import { useTranslation } from 'react-i18next'
import type { SessionCommand } from '#shared/session/commands.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useSessionPlace } from './session-context.ts'
import type { Outcome } from './session-desk.ts'

/** Says something to the session, and tells the person when it did not come to be. */
export function useCommand(): (command: SessionCommand) => Promise<Outcome> {
  const { desk } = useSessionPlace()
  const { t } = useTranslation('session')
  const { t: tError } = useTranslation('errors')
  const toast = useToast()
  return async (command) => {
    const outcome = await desk.send(command)
    if (outcome.status === 'stale') toast({ text: t('stale') })
    else if (outcome.status === 'refused') toast({ text: tError(outcome.code) })
    return outcome
  }
}
