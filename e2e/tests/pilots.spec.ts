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
  // What the page shows may be heard of before what it asked for.
  await expect.poll(() => pictures).toHaveLength(1)
})

test('a facilitator saves a board as a template, finds it among the others, and is told what is wrong with a file', async ({
  api,
  openBrowser,
}) => {
  const { page } = await openBrowser()
  await signInFacilitator(api, page)
  const pilot = await api.createPilot('Fishing harbours')
  const board = await api.createBoard({ pilotId: pilot.id, title: 'Harbour café', template: 'retrospective' })
  await page.goto(`/boards/${board.id}`)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  await page.getByRole('button', { name: 'Save template' }).click()
  await expect(page.getByText('“Harbour café” is a template now.').first()).toBeVisible()

  // Who saves it again has made it better: that comes first, and a new one is at hand.
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  const saveAs = page.getByLabel('Save as', { exact: true })
  await expect(saveAs.locator('option:checked')).toHaveText('A new version of “Harbour café”')
  await expect(saveAs.getByRole('option')).toHaveText(['A new version of “Harbour café”', 'A new template'])
  await page.getByRole('button', { name: 'Save new version' }).click()
  await expect(page.getByText('“Harbour café” is saved as version 2.').first()).toBeVisible()

  await page.goto(`/pilots/${pilot.id}/new-board`)
  await page.getByRole('switch', { name: 'Only our own' }).click()
  const card = page.getByRole('listitem').filter({ hasText: 'Harbour café' })
  await expect(card.getByText('Ours')).toBeVisible()
  const [{ id } = { id: '' }] = await api.request<{ id: string }[]>('GET', '/api/templates')
  const file = await api.request<{ template: { steps: { minutes: number }[] } }>('GET', `/api/templates/${id}/file`)
  for (const step of file.template.steps) step.minutes = -5
  const buffer = Buffer.from(JSON.stringify(file))
  const chosen = { name: 'broken.tablecloth-template.json', mimeType: 'application/json', buffer }
  await page.locator('input[type=file][accept*=json]').last().setInputFiles(chosen)
  const fault = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Step 1' })
  await expect(fault).toContainText('This number is too small: at least 0.')
  await page.getByRole('dialog').getByText('Close', { exact: true }).click()

  await page.getByRole('link', { name: 'Harbour café' }).click()
  await page.getByRole('button', { name: 'What to do with this template' }).click()
  await page.getByRole('menuitem', { name: 'Put away' }).click()
  await expect(page.getByText('“Harbour café” is put away.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Harbour café' })).toBeHidden()
})
