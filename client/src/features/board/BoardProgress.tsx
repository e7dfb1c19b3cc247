import { useTranslation } from 'react-i18next'
import { formatNumber } from '#shared/formats.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import type { BoardConnection, ConnectionStatus } from '../../sync/board-connection.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { constant, useReadable, useReadableOr } from '../../ui/use-readable.ts'
import { boardCodeProgress } from './board-code.ts'

const noLoading = constant(undefined)
const noStatus = constant<ConnectionStatus>({ status: 'connecting' })

/** A board on its way, in kB, which a person on a poor line can plan with: first its code, then what is on it. */
export function BoardProgress({ connection }: { readonly connection?: BoardConnection | undefined }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const code = useReadable(boardCodeProgress)
  const contents = useReadableOr(connection?.loading, noLoading)
  const shown = code ?? contents
  const isBlocked = 'isBlocked' in useReadableOr(connection?.connection, noStatus)
  if (isBlocked) return <BlockedLine />
  if (!shown) return <Progress label={t('board.opening')} isPage />
  const kilobytes = (bytes: number) => formatNumber(Math.round(bytes / 1_000), language)
  const amount = { received: kilobytes(shown.receivedBytes), total: kilobytes(shown.totalBytes) }
  return (
    <Progress
      label={t(code?.isBroken ? 'noLine' : code ? 'board.code' : 'board.contents')}
      amount={t('board.amount', amount)}
      value={shown.receivedBytes / Math.max(1, shown.totalBytes)}
      isPage
    />
  )
}

/** Waiting alone would not open it, and nobody could know. */
function BlockedLine() {
  const { t } = useTranslation('board')
  return <ErrorState isPage title={t('saving.blockedTitle')} text={t('saving.blocked')} />
}
