import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signOut, signOutEverywhere } from '../../api/accounts.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toaster.tsx'
import { PreferenceItems } from '../preferences/index.ts'
import { useProblemText } from '../problem/index.ts'
import { useMe } from './use-me.ts'

const SignOutDialog = lazyPart(async () => (await import('./SignOutDialog.tsx')).SignOutDialog)
const ChangePasswordDialog = lazyPart(async () => (await import('./ChangePasswordDialog.tsx')).ChangePasswordDialog)

type SignOut = () => Promise<undefined>

export function AccountMenu() {
  const { t } = useTranslation()
  const { data } = useMe()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const toast = useToast()
  const problemText = useProblemText()
  const [isChangingPassword, setIsChangingPassword] = useState(false)
  const [leaving, setLeaving] = useState<{ readonly how: SignOut; readonly losing: number }>()
  const account = data?.account
  if (!account) return null

  const askToLeave = async (how: SignOut) => {
    const { countOnlyHere } = await import('../../offline/forget.ts')
    // What cannot be read cannot be saved either.
    const losing = await countOnlyHere().catch(() => 0)
    if (losing > 0) setLeaving({ how, losing })
    else await leave(how)
  }
  const leave = async (signOutNow: SignOut) => {
    try {
      const { forgetAllBoards } = await import('../../offline/forget.ts')
      await signOutNow()
      // Who sits here next must find nothing of these boards.
      await forgetAllBoards()
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
        <MenuItem onSelect={() => void askToLeave(signOut)}>{t('account.signOut')}</MenuItem>
        <MenuItem onSelect={() => void askToLeave(signOutEverywhere)}>{t('account.signOutEverywhere')}</MenuItem>
      </Menu>
      {leaving ? (
        <Suspense>
          <SignOutDialog
            losing={leaving.losing}
            onSignOut={() => {
              setLeaving(undefined)
              void leave(leaving.how)
            }}
            onClose={() => setLeaving(undefined)}
          />
        </Suspense>
      ) : null}
      {isChangingPassword ? (
        <Suspense>
          <ChangePasswordDialog onClose={() => setIsChangingPassword(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
