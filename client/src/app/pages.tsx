import type { i18n } from 'i18next'
import type { ComponentType } from 'react'
import { fetchBoardCode } from '../features/board/index.ts'
import { JoinPage } from '../features/join/JoinPage.tsx'
import { preloadable } from '../ui/preloadable.tsx'

/** Each page is a chunk of its own, with the words it needs; both are fetched at the same time. */
export function createPages(i18n: i18n) {
  const page = <Props extends object>(load: () => Promise<ComponentType<Props>>, words: readonly string[] = []) =>
    preloadable(async () => {
      const [component] = await Promise.all([load(), i18n.loadNamespaces(words)])
      return component
    })
  return {
    accountLayout: page(async () => (await import('./AccountLayout.tsx')).AccountLayout),
    home: page(async () => (await import('../features/portfolio/HomePage.tsx')).HomePage, ['pilot']),
    pilot: page(async () => (await import('../features/pilot/PilotPage.tsx')).PilotPage, ['pilot']),
    newBoard: page(async () => (await import('../features/template/NewBoardPage.tsx')).NewBoardPage, ['template']),
    board: page(async () => {
      await fetchBoardCode().page
      return (await import('../features/board/BoardPage.tsx')).BoardPage
    }, ['board', 'canvas']),
    // Guests on a poor line come in here: its code is part of what every page starts with.
    join: page(async () => JoinPage),
    signIn: page(async () => (await import('../features/account/SignInPage.tsx')).SignInPage, ['account']),
    welcome: page(async () => (await import('../features/account/WelcomePage.tsx')).WelcomePage, ['account']),
    accounts: page(async () => (await import('../features/account/AccountsPage.tsx')).AccountsPage, ['account']),
  }
}
