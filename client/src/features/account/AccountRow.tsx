import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, IssuedAccountLink } from '#shared/http/accounts.ts'
import { issueResetLink, updateAccount } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { When } from '../../i18n/When.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { useProblemText } from '../problem/index.ts'
import styles from './AccountsPage.module.css'
import { LinkDialog } from './LinkDialog.tsx'

export function AccountRow({ account, isSelf }: { readonly account: Account; readonly isSelf: boolean }) {
  const { t } = useTranslation('account')
  const toast = useToast()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const [resetLink, setResetLink] = useState<IssuedAccountLink>()
  const onError = (error: unknown) => toast({ text: problemText(error) })

  const reset = useMutation({ mutationFn: () => issueResetLink(account.id), onSuccess: setResetLink, onError })
  const change = useMutation({
    mutationFn: (body: Parameters<typeof updateAccount>[1]) => updateAccount(account.id, body),
    onSuccess: async (_, { isDisabled }) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.accounts })
      if (isDisabled) {
        const undo = () => change.mutate({ isDisabled: false })
        toast({ text: t('accounts.switchedOff', { name: account.name }), undo })
      }
    },
    onError,
  })
  const otherRole = account.role === 'administrator' ? 'facilitator' : 'administrator'
  return (
    <li className={styles.row}>
      <Avatar name={account.name} />
      <div className={styles.person}>
        <p className={styles.name}>
          <bdi>{account.name}</bdi>
          {isSelf ? <span className={styles.tag}>{t('accounts.you')}</span> : null}
          {account.isDisabled ? <span className={styles.tag}>{t('accounts.isOff')}</span> : null}
        </p>
        <p className={styles.detail}>
          <bdi>{account.email}</bdi>
        </p>
      </div>
      <p className={styles.detail}>{t(`role.${account.role}`)}</p>
      <p className={styles.detail}>
        {account.lastSeenAtMs === null ? t('accounts.neverSeen') : <When atMs={account.lastSeenAtMs} />}
      </p>
      <Menu
        trigger={
          <IconButton
            label={t('accounts.actions', { name: account.name })}
            isBusy={change.isPending || reset.isPending}
          >
            <Ellipsis size={20} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => reset.mutate()}>{t('accounts.resetLink')}</MenuItem>
        <MenuItem onSelect={() => change.mutate({ role: otherRole })}>{t(`accounts.make.${otherRole}`)}</MenuItem>
        <MenuItem isDangerous={!account.isDisabled} onSelect={() => change.mutate({ isDisabled: !account.isDisabled })}>
          {t(account.isDisabled ? 'accounts.switchOn' : 'accounts.switchOff')}
        </MenuItem>
      </Menu>
      {resetLink ? (
        <LinkDialog
          title={t('accounts.resetLinkFor', { name: account.name })}
          link={resetLink}
          onClose={() => setResetLink(undefined)}
        />
      ) : null}
    </li>
  )
}
