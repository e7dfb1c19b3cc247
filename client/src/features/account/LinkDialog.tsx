import { useTranslation } from 'react-i18next'
import type { IssuedAccountLink } from '#shared/http/accounts.ts'
import { formatExact } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'

export type LinkDialogProps = {
  readonly title: string
  readonly link: IssuedAccountLink
  readonly onClose: () => void
}

/** Shows a one-time link. It is shown once: the server keeps only its fingerprint. */
export function LinkDialog({ title, link, onClose }: LinkDialogProps) {
  const { t } = useTranslation('account')
  const { language } = useLanguage()
  return (
    <Dialog isOpen onClose={onClose} title={title} description={t('link.text')}>
      <CopyField
        label={t('link.label')}
        value={link.url}
        hint={t('link.validUntil', { when: formatExact(link.expiresAtMs, language) })}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('link.done')}</Button>
      </DialogActions>
    </Dialog>
  )
}
