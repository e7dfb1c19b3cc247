import { AccountGate, AccountPage } from '../account/index.ts'
import { PortfolioPage } from './PortfolioPage.tsx'
import { StartPage } from './StartPage.tsx'

export function HomePage() {
  return (
    <AccountGate signedOut={<StartPage />}>
      <AccountPage>
        <PortfolioPage />
      </AccountPage>
    </AccountGate>
  )
}
