import type { Page } from '@playwright/test'
import { test as base, expect } from '../fixtures/test.ts'
import { createDeviceLine, type DeviceLine, poorLine } from '../line/device-line.ts'
import { type ShapingProxy, startShapingProxy } from '../line/shaping-proxy.ts'
import { BoardPage } from '../pages/board-page.ts'
import { JoinPage } from '../pages/join-page.ts'

const test = base.extend<{ line: DeviceLine; shaped: ShapingProxy }>({
  line: async ({ baseURL: _ }, use) =>
    use(
      createDeviceLine({ ...poorLine, downBitsPerS: 8_000_000, upBitsPerS: 2_000_000, roundTripMs: 40, lossShare: 0 }),
    ),
  shaped: async ({ app, line }, use) => {
    const proxy = await startShapingProxy(app.origin, line)
    await use(proxy)
    await proxy.close()
  },
})

/** A photo as a phone makes it: lying on its side, with a note that says so and where it was taken. */
async function pastePhoto(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4_000, 3_000)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    for (let x = 0; x < 4_000; x += 40) {
      for (let y = 0; y < 3_000; y += 40) {
        pen.fillStyle = `hsl(${(x * 7 + y * 13) % 360} 60% ${30 + ((x * y) % 50)}%)`
        pen.fillRect(x, y, 40, 40)
      }
    }
    const jpeg = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer())
    const letters = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
    // TIFF, little-endian: one entry, orientation (0x0112), a short, 6: turn it a quarter to the right.
    const entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
    const tiff = [...letters('II'), 42, 0, 8, 0, 0, 0, 1, 0, ...entry, 0, 0, 0, 0]
    const notes = [...letters('Exif'), 0, 0, ...tiff, ...letters('GPS 12.345 S')]
    const segment = [0xff, 0xe1, 0, notes.length + 2, ...notes]
    const photo = new File([jpeg.subarray(0, 2), new Uint8Array(segment), jpeg.subarray(2)], 'IMG_1.jpg', {
      type: 'image/jpeg',
    })
    const clipboardData = new DataTransfer()
    clipboardData.items.add(photo)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
}

test('a photo reaches the board over a line that breaks and after a reload, upright, smaller and without its place', async ({
  api,
  line,
  shaped,
  openBrowser,
}) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const facilitator = await openBrowser()
  await new JoinPage(facilitator.page).join(code, { name: 'Ana' })
  const hers = new BoardPage(facilitator.page)
  await hers.expectOpen()
  const { page, context } = await openBrowser({ origin: shaped.origin })
  await new JoinPage(page).join(code, { name: 'Mele' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.focusCanvas()

  // No file gets through: the picture is on the board, hers to see and others to know of.
  await context.route('**/files', (route) => route.abort())
  await pastePhoto(page)
  const onItsWay = page.getByRole('progressbar', { name: 'Picture on its way' })
  await expect(onItsWay).toBeVisible()
  await expect.poll(() => board.shownPictures()).toBe(1)
  await expect(hers.canvas.locator('[data-shape-type="image"]')).toHaveCount(1)
  expect(await hers.shownPictures()).toBe(0)
  await expect(page.getByText('Saving 1 change', { exact: true })).toBeVisible()

  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(onItsWay).toBeVisible()
  await expect.poll(() => board.shownPictures()).toBe(1)

  // Now it does, and the line breaks in the middle.
  const asked = page.waitForRequest((request) => request.url().endsWith('/files'))
  await context.unroute('**/files')
  await asked
  line.fail()
  shaped.drop()
  await board.expectOffline()
  await expect(onItsWay).toHaveAttribute('aria-valuetext', 'Waiting for the line')
  line.restore()
  await expect.poll(() => hers.shownPictures(), { timeout: 20_000 }).toBe(1)
  await board.expectSaved()
  await expect(onItsWay).toBeHidden()

  const stored = await facilitator.page.evaluate(async () => {
    const image = document.querySelector<HTMLImageElement>('[data-shape-type="image"] img')
    if (!image) throw new Error('no picture')
    const bytes = new Uint8Array(await (await fetch(image.src)).arrayBuffer())
    const { naturalWidth: w, naturalHeight: h } = image
    return { w, h, bytes: bytes.length, words: new TextDecoder('latin1').decode(bytes) }
  })
  expect(stored).toMatchObject({ w: 1_920, h: 2_560 })
  expect(stored.words).not.toMatch(/Exif|GPS/)
})

test('a photo that no browser reads says what to do, and leaves nothing behind', async ({ api, openBrowser }) => {
  const { id } = await api.createBoard()
  const { code } = await api.invite(id)
  const { page } = await openBrowser()
  await new JoinPage(page).join(code, { name: 'Ana' })
  const board = new BoardPage(page)
  await board.expectOpen()
  await board.focusCanvas()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['ftypheic'], 'IMG_2.heic', { type: 'image/heic' }))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  // Shown, and for a moment read out as well.
  await expect(page.getByText(/cannot read HEIC photos\. Share the photo as JPEG/).first()).toBeVisible()
  await expect(board.canvas.locator('[data-shape-type="image"]')).toHaveCount(0)
})
