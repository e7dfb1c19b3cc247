import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { copyText } from './copy-text.ts'

/** Puts `value` on the clipboard, and says when it is there. @param children - its words until then; "Copy" without */
export function CopyButton({ value, children }: { readonly value: string; readonly children?: string }) {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState<{ readonly value: string; readonly isDone: boolean }>()
  const current = copied?.value === value ? copied : undefined
  return (
    <>
      <Button onClick={async () => setCopied({ value, isDone: await copyText(value) })}>
        {current?.isDone ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        {current?.isDone ? t('copied') : (children ?? t('copy'))}
      </Button>
      <span className="visually-hidden" role="status">
        {current ? t(current.isDone ? 'copied' : 'copyByHand') : ''}
      </span>
    </>
  )
}
