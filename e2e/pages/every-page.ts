import { expect, type Page } from '@playwright/test'
import type { Api } from '../fixtures/api.ts'
import { BoardPage } from './board-page.ts'

export type Place = { readonly name: string; readonly path: string; readonly isBoard?: boolean }

/** Pages anybody can open. */
export async function publicPlaces(api: Api): Promise<readonly Place[]> {
  const board = await api.createBoard()
  const [open, off, link] = await Promise.all([
    api.invite(board.id),
    api.invite(board.id),
    api.inviteAccount('facilitator'),
  ])
  await api.request('PATCH', `/api/boards/${board.id}/invites/${off.id}`, { isSwitchedOff: true })
  return [
    { name: 'start', path: '/' },
    { name: 'sign in', path: '/sign-in' },
    { name: 'welcome', path: new URL(link.url).pathname },
    { name: 'a used link', path: '/welcome/nothing-behind-this-link' },
    { name: 'join', path: '/join' },
    { name: 'an invitation', path: `/join/${open.code}` },
    { name: 'a switched-off invitation', path: `/join/${off.code}` },
    { name: 'a board one is not on', path: `/boards/${board.id}` },
    { name: 'no such page', path: '/nowhere' },
  ]
}

/** Pages of somebody with an account. */
export async function facilitatorPlaces(api: Api): Promise<readonly Place[]> {
  const pilot = await api.createPilot('Early warning for every island')
  const board = await api.createBoard({ pilotId: pilot.id })
  return [
    { name: 'portfolio', path: '/' },
    { name: 'a pilot', path: `/pilots/${pilot.id}` },
    { name: 'accounts', path: '/accounts' },
    { name: 'a board', path: `/boards/${board.id}`, isBoard: true },
  ]
}

/** What one begins a board with. A card for each template is much to look at: they have a test of their own. */
export async function galleryPlaces(api: Api): Promise<readonly Place[]> {
  const { id } = await api.createPilot('Repair instead of waste')
  return [
    { name: 'gallery', path: `/pilots/${id}/new-board` },
    { name: 'a template', path: `/pilots/${id}/new-board?template=design-sprint-monday-map` },
    { name: 'an empty board’s preview', path: `/pilots/${id}/new-board?template=empty` },
  ]
}

/** Goes there and waits until it is what it will be, in any language. */
export async function visit(page: Page, { path, isBoard = false }: Place): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (isBoard) await new BoardPage(page).expectShown()
  await page.waitForLoadState('networkidle')
}
