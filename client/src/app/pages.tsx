import type { i18n } from 'i18next'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { fetchBoardCode } from '../features/board/index.ts'
import { JoinPage } from '../features/join/JoinPage.tsx'

type Pages = Record<PageName, LazyExoticComponent<ComponentType>>
type PageName = keyof typeof loaders

/** Each page is a chunk of its own, with the words it needs; both are fetched at the same time. */
const loaders = {
  accountLayout: () => import('./AccountLayout.tsx').then((module) => module.AccountLayout),
  home: () => import('../features/portfolio/HomePage.tsx').then((module) => module.HomePage),
  pilot: () => import('../features/pilot/PilotPage.tsx').then((module) => module.PilotPage),
  newBoard: () => import('../features/template/NewBoardPage.tsx').then((module) => module.NewBoardPage),
  board: () =>
    fetchBoardCode()
      .page.then(() => import('../features/board/BoardPage.tsx'))
      .then((module) => module.BoardPage),
  // Guests on a poor line come in here: its code is part of what every page starts with.
  join: async () => JoinPage,
  signIn: () => import('../features/account/SignInPage.tsx').then((module) => module.SignInPage),
  welcome: () => import('../features/account/WelcomePage.tsx').then((module) => module.WelcomePage),
  accounts: () => import('../features/account/AccountsPage.tsx').then((module) => module.AccountsPage),
} as const satisfies Record<string, () => Promise<ComponentType>>

const namespaces: Record<PageName, readonly string[]> = {
  accountLayout: [],
  home: ['pilot'],
  pilot: ['pilot'],
  newBoard: ['template'],
  board: ['board', 'canvas'],
  join: [],
  signIn: ['account'],
  welcome: ['account'],
  accounts: ['account'],
}

export function createPages(i18n: i18n): Pages {
  const page = (name: PageName) =>
    lazy(async () => {
      const [component] = await Promise.all([loaders[name](), i18n.loadNamespaces(namespaces[name])])
      return { default: component }
    })
  return {
    accountLayout: page('accountLayout'),
    home: page('home'),
    pilot: page('pilot'),
    newBoard: page('newBoard'),
    board: page('board'),
    join: page('join'),
    signIn: page('signIn'),
    welcome: page('welcome'),
    accounts: page('accounts'),
  }
}
