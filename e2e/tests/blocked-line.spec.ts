import { expect, test } from '../fixtures/test.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

test('a network that lets no lines through is said, with what to do, and the board opens by itself once it does', async ({
  api,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { page } = await openBrowser()
  // As behind a proxy that does not pass WebSockets on: the upgrade is refused, and pages come as ever.
  await page.addInitScript(() => {
    const Line = window.WebSocket
    window.WebSocket = class extends Line {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(document.title === 'let through' ? url : String(url).replace('/sync/', '/nowhere/'), protocols)
      }
    }
  })
  await new JoinPage(page).join((await api.invite(id)).code, { name: 'Mele' })
  await expect(page.getByRole('heading', { name: 'The board cannot be reached from this network' })).toBeVisible()
  await page.evaluate(() => {
    document.title = 'let through'
  })
  await new BoardPage(page).expectOpen()
})
