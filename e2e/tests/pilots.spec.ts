import { signInFacilitator } from '../fixtures/facilitator.ts'
import { expect, test } from '../fixtures/test.ts'
import { PilotPages } from '../pages/pilot-pages.ts'

test('a facilitator creates a pilot and looks at a template before making a board of it', async ({
  api,
  openBrowser,
}) => {
  const { page } = await openBrowser()
  await signInFacilitator(api, page)
  const pilots = new PilotPages(page)
  await pilots.createPilot('Digital ID for fishers', 'Boats without papers cannot be insured.')
  await pilots.openGallery()
  const picture = page.getByRole('listitem').filter({ hasText: 'Innovation Café, hybrid' }).locator('img')
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Innovation Café, hybrid' }).click()
  await expect(page.getByRole('heading', { name: 'Vote wall' })).toBeVisible()
  await expect(page.getByText('Our own proposal')).toBeVisible()
  // Nothing has been created by looking.
  await page.goBack()
  await page.getByRole('link', { name: 'Digital ID for fishers' }).click()
  await expect(page.getByText('No boards yet')).toBeVisible()
})

test('a board is renamed, archived, taken out, deleted and brought back', async ({ api, openBrowser }) => {
  const { page } = await openBrowser()
  await signInFacilitator(api, page)
  const pilot = await api.createPilot('E-waste in Nadi')
  await api.createBoard({ pilotId: pilot.id, title: 'First café' })
  await page.goto(`/pilots/${pilot.id}`)
  const pilots = new PilotPages(page)

  await pilots.choose('First café', 'Rename')
  await page.getByRole('dialog').getByLabel('Title').fill('Café on e-waste')
  await page.getByRole('button', { name: 'Rename board' }).click()
  await expect(pilots.board('Café on e-waste')).toBeVisible()

  await pilots.choose('Café on e-waste', 'Archive')
  await expect(pilots.board('Café on e-waste')).toBeHidden()
  await pilots.showBoards('Archived')
  await pilots.choose('Café on e-waste', 'Take out of the archive')
  await pilots.showBoards('Active')

  await pilots.choose('Café on e-waste', 'Delete board')
  const question = page.getByRole('alertdialog', { name: 'Delete “Café on e-waste”?' })
  await expect(question).toContainText('brought back for 30 days')
  await question.getByRole('button', { name: 'Delete board' }).click()
  await expect(pilots.board('Café on e-waste')).toBeHidden()
  await pilots.showBoards('Deleted')
  await pilots.board('Café on e-waste').getByRole('button', { name: 'Bring back' }).click()
  await pilots.showBoards('Active')
  await expect(pilots.board('Café on e-waste').locator('img')).toBeVisible()

  // While data is saved its picture comes when it is asked for.
  await page.evaluate(() => localStorage.setItem('tablecloth.save-data', 'on'))
  const pictures: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/picture.svg')) pictures.push(request.url())
  })
  await page.reload()
  const load = pilots.board('Café on e-waste').getByRole('button', { name: 'Load picture: Café on e-waste' })
  await expect(load).toBeVisible()
  expect(pictures).toEqual([])
  await load.click()
  await expect(pilots.board('Café on e-waste').locator('img')).toBeVisible()
  expect(pictures).toHaveLength(1)
})
