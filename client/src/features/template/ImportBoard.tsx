import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatNumber } from '#shared/formats.ts'
import type { ImportedBoard } from '#shared/http/exchange.ts'
import { importBoard } from '../../api/boards.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useProblemText } from '../problem/index.ts'
import styles from './NewBoardPage.module.css'

type Sent = { readonly sentBytes: number; readonly totalBytes: number }

/** A board that somebody has as a `.tldr` file: chosen, sent, opened. */
export function ImportBoard({ pilotId }: { readonly pilotId: string }) {
  const { t } = useTranslation('template')
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  return (
    <>
      <Button onClick={() => picker.current?.click()}>{t('import.action')}</Button>
      <input
        ref={picker}
        type="file"
        accept=".tldr,application/vnd.tldraw+json"
        hidden
        aria-label={t('import.action')}
        onChange={({ currentTarget }) => {
          setFile(currentTarget.files?.[0])
          // The same file may be chosen again, once it is mended.
          currentTarget.value = ''
        }}
      />
      {file ? <ImportDialog {...{ pilotId, file }} onClose={() => setFile(undefined)} /> : null}
    </>
  )
}

type ImportDialogProps = { readonly pilotId: string; readonly file: File; readonly onClose: () => void }

function ImportDialog({ pilotId, file, onClose }: ImportDialogProps) {
  const { t } = useTranslation('template')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  const [sent, setSent] = useState<Sent>()
  const { mutate, data, error } = useMutation({
    mutationFn: (signal: AbortSignal) =>
      importBoard(pilotId, file, {
        signal,
        onProgress: (sentBytes, totalBytes) => setSent({ sentBytes, totalBytes }),
      }),
    onSuccess: ({ board, leftOut }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.pilots })
      if (leftOut.length === 0) void navigate(`/boards/${board.id}`)
    },
  })
  useEffect(() => {
    const sending = new AbortController()
    mutate(sending.signal)
    return () => sending.abort()
  }, [mutate])
  const isBrought = data !== undefined && data.leftOut.length > 0
  const title = t(`import.${error ? 'failed' : isBrought ? 'done' : 'title'}`, { name: file.name })
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      {error ? (
        <>
          <p role="alert">{problemText(error)}</p>
          <p className={styles.soft}>{t('import.nothing')}</p>
          <DialogActions>
            <Button onClick={onClose}>{t('import.close')}</Button>
          </DialogActions>
        </>
      ) : isBrought ? (
        <Brought {...data} />
      ) : (
        <Sending sent={sent} />
      )}
    </Dialog>
  )
}

function Sending({ sent }: { readonly sent: Sent | undefined }) {
  const { t } = useTranslation('template')
  const { language } = useLanguage()
  if (!sent || sent.sentBytes >= sent.totalBytes) return <Progress label={t('import.reading')} />
  const kilobytes = (bytes: number) => formatNumber(Math.round(bytes / 1_000), language)
  const amount = t('import.amount', { sent: kilobytes(sent.sentBytes), total: kilobytes(sent.totalBytes) })
  return <Progress label={t('import.sending')} value={sent.sentBytes / sent.totalBytes} amount={amount} />
}

/** The board is there; what it could not take is said before it is opened. */
function Brought({ board, leftOut }: ImportedBoard) {
  const { t } = useTranslation('template')
  return (
    <>
      <p role="status">{t('import.leftOut')}</p>
      <ul className={styles.leftOut}>
        {leftOut.map(({ what, count }) => (
          <li key={what}>{t(`import.what.${what}`, { count })}</li>
        ))}
      </ul>
      <DialogActions>
        <LinkButton kind="primary" to={`/boards/${board.id}`}>
          {t('import.open')}
        </LinkButton>
      </DialogActions>
    </>
  )
}
