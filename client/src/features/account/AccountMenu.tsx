import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signOut, signOutEverywhere } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { PreferenceItems } from '../preferences/index.ts'
import { useProblemText } from '../problem/index.ts'
import { useMe } from './use-me.ts'

const ChangePasswordDialog = lazy(async () => ({
  default: (await import('./ChangePasswordDialog.tsx')).ChangePasswordDialog,
}))

export function AccountMenu() {
  const { t } = useTranslation()
  const { data } = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const toast = useToast()
  const problemText = useProblemText()
  const [isChangingPassword, setIsChangingPassword] = useState(false)
  const account = data?.account
  if (!account) return null

  const leave = async (signOutNow: () => Promise<undefined>) => {
    try {
      await signOutNow()
      await navigate('/')
      // Changed, not cleared: the page one is on learns only from its own query that nobody is signed in any more.
      queryClient.setQueryData(queryKeys.me, { account: null })
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.me[0] })
    } catch (error) {
      toast({ text: problemText(error) })
    }
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('account.menu', { name: account.name })}>
            <Avatar name={account.name} />
          </IconButton>
        }
      >
        <MenuLabel>
          <bdi>{account.name}</bdi>
          <br />
          <bdi>{account.email}</bdi>
        </MenuLabel>
        {account.role === 'administrator' ? (
          <MenuItem onSelect={() => void navigate('/accounts')}>{t('account.accounts')}</MenuItem>
        ) : null}
        <MenuItem onSelect={() => setIsChangingPassword(true)}>{t('account.changePassword')}</MenuItem>
        <MenuSeparator />
        <PreferenceItems />
        <MenuSeparator />
        <MenuItem onSelect={() => void leave(signOut)}>{t('account.signOut')}</MenuItem>
        <MenuItem onSelect={() => void leave(signOutEverywhere)}>{t('account.signOutEverywhere')}</MenuItem>
      </Menu>
      {isChangingPassword ? (
        <Suspense>
          <ChangePasswordDialog onClose={() => setIsChangingPassword(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
