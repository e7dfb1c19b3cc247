import { Navigate, Outlet, useLocation } from 'react-router'
import { AccountGate, AccountPage } from '../features/account/index.ts'

/** Pages for people with an account. Who has none is asked to sign in, and comes back. */
export function AccountLayout() {
  const { pathname, search } = useLocation()
  const next = encodeURIComponent(pathname + search)
  return (
    <AccountGate signedOut={<Navigate to={`/sign-in?next=${next}`} replace />}>
      <AccountPage>
        <Outlet />
      </AccountPage>
    </AccountGate>
  )
}
