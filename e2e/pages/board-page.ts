import { expect, type Locator, type Page } from '@playwright/test'

/** One person's view of a board. */
export class BoardPage {
  readonly page: Page
  readonly canvas: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('main')
  }

  /** Some of it is on the screen: on a phone, or at a table, that is not all. */
  async expectShown(): Promise<void> {
    const zones = this.page.locator('[data-shape-type="zone"]').filter({ visible: true })
    // The most that a device is asked for at once: on a slow one with several people it takes its time.
    await expect(zones.first()).toBeVisible({ timeout: 30_000 })
  }

  async expectOpen(): Promise<void> {
    await this.expectShown()
    await expect(this.zone('Idea gallery')).toBeVisible()
    await this.expectSaved()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true }).first()).toBeVisible()
  }

  async expectOffline(): Promise<void> {
    // Back within seconds of the server, which a test may take some time to start again.
    await expect(this.page.getByText(/^Offline/).first()).toBeVisible({ timeout: 40_000 })
  }

  zone(heading: string): Locator {
    return this.canvas.getByRole('heading', { name: heading, exact: true })
  }

  note(text: string): Locator {
    return this.canvas.locator('[data-shape-type="note"]').filter({ hasText: text })
  }

  /** Somebody else's pointer, by the name beside it. */
  cursor(name: string): Locator {
    return this.canvas.getByText(name, { exact: true })
  }

  /** Writes a note the way most people do: the tool's key, a click, the words. */
  async writeOnCanvas(zone: string, text: string, place = { x: 0.5, y: 0.5 }): Promise<void> {
    await this.page.keyboard.press('n')
    const point = await this.pointIn(zone, place)
    await this.page.mouse.click(point.x, point.y)
    await this.expectTyping()
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
    await expect(this.note(text)).toBeVisible()
    // What is drawn is on its way with the next frame: "Saved" of before says nothing of it.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }

  async writeInColour(zone: string, text: string, colour: string, place: { x: number; y: number }): Promise<void> {
    await this.writeOnCanvas(zone, text, place)
    await this.select(text)
    await this.page.getByTestId(`style.color.${colour}`).click()
    await this.page.keyboard.press('Escape')
  }

  /** Writes a note through the list beside the canvas. */
  async writeInList(zone: string, text: string, options?: InList): Promise<void> {
    const section = await this.fillInList(zone, text, options)
    await expect(section.getByText(text)).toBeVisible()
  }

  /** Sends a note off, whatever becomes of it. */
  async fillInList(zone: string, text: string, { part, value }: InList = {}): Promise<Locator> {
    await this.openNotes()
    const section = this.section(zone)
    await section.getByRole('button', { name: `Add a note to ${zone}` }).click()
    await section.getByRole('textbox').fill(text)
    if (part !== undefined) await section.getByLabel('Where in the zone').selectOption(part)
    if (value !== undefined) await section.getByRole('radio', { name: value, exact: true }).click()
    await section.getByRole('button', { name: 'Add a note', exact: true }).click()
    return section
  }

  private section(zone: string): Locator {
    return this.noteList.getByRole('group', { name: zone, exact: true })
  }

  /** The row of a note in the list beside the canvas. */
  listed(zone: string, text: string): Locator {
    return this.section(zone).getByRole('listitem').filter({ hasText: text }).first()
  }

  /**
   * Waits for a copy, in a part of the zone if one is given.
   *
   * @returns the way back to where it came from.
   */
  async expectCarried(zone: string, text: string, from: string, part?: string): Promise<Locator> {
    await this.openNotes()
    const copy = this.listed(zone, text)
    const back = copy.getByRole('button', { name: `Copied from ${from}: show the original` })
    await expect(back).toBeVisible()
    if (part !== undefined) await expect(copy.getByText(part, { exact: true })).toBeVisible()
    return back
  }

  get noteList(): Locator {
    return this.page.getByRole('complementary', { name: 'Notes list' })
  }

  async openNotes(): Promise<void> {
    if (await this.noteList.isVisible()) return
    const button = this.page.getByRole('button', { name: 'Notes list' })
    if (await button.isVisible()) await button.click()
    else {
      // On a phone the bar is short: what it has no room for is in its menu.
      await this.page.getByRole('button', { name: 'Menu', exact: true }).click()
      await this.page.getByRole('menuitem', { name: 'Notes list' }).click()
    }
    await expect(this.noteList).toBeVisible()
  }

  async closePanel(): Promise<void> {
    await this.page.getByRole('complementary').getByRole('button', { name: 'Close the panel' }).click()
  }

  async pointIn(zone: string, place: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const box = await placeOf(
      this.canvas
        .locator('[data-shape-type="zone"]')
        .filter({ has: this.page.getByRole('heading', { name: zone, exact: true }) }),
    )
    return { x: box.x + box.width * place.x, y: box.y + box.height * place.y }
  }

  /** Waits until the board shows the zone of the step: it opens whole, and goes there when it knows of the session. */
  async expectBroughtTo(zone: string): Promise<void> {
    await expect
      .poll(async () => {
        const [left, right] = [await this.pointIn(zone, { x: 0, y: 0 }), await this.pointIn(zone, { x: 1, y: 1 })]
        const view = await this.canvas.boundingBox()
        return Math.max((right.x - left.x) / (view?.width ?? Infinity), (right.y - left.y) / (view?.height ?? Infinity))
      })
      .toBeGreaterThan(0.6)
  }

  async centreOf(note: string): Promise<{ x: number; y: number }> {
    const box = await placeOf(this.note(note))
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  async select(note: string): Promise<void> {
    await this.page.keyboard.press('v')
    const { x, y } = await this.centreOf(note)
    await this.page.mouse.click(x, y)
  }

  /**
   * Waits until letters go where the caret is. tldraw places the caret a moment after the text opens; a person's first
   * letter comes later than that, a program's would change places with the next ones.
   */
  async expectTyping(): Promise<void> {
    const text = this.canvas.locator('[contenteditable="true"]')
    await expect(text).toBeFocused()
    await expect(text).toHaveJSProperty('editor.isInitialized', true)
  }

  /** Begins typing in a note. */
  async edit(note: string): Promise<void> {
    await this.page.keyboard.press('v')
    const { x, y } = await this.centreOf(note)
    await this.page.mouse.dblclick(x, y)
    await this.expectTyping()
  }

  /** Presses and pulls, from one place to another, both as parts of the zone. */
  async drag(zone: string, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.keyboard.press('v')
    const [start, end] = [await this.pointIn(zone, from), await this.pointIn(zone, to)]
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 8 })
    await this.page.mouse.up()
  }

  /** Presses Tab until the control has the focus, as somebody without a mouse does. */
  async tabTo(control: Locator): Promise<void> {
    await control.waitFor()
    for (let presses = 0; presses < maxTabs; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${control} is not reached in ${maxTabs} presses of Tab`)
  }

  async focusCanvas(): Promise<void> {
    const { x, y } = await this.pointIn('Parking lot', { x: 0.5, y: 0.6 })
    await this.page.keyboard.press('v')
    await this.page.mouse.click(x, y)
  }

  async pastePicture(colour: string): Promise<void> {
    await this.page.evaluate(async (fill) => {
      const canvas = new OffscreenCanvas(40, 30)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.fillStyle = fill
      pen.fillRect(0, 0, 40, 30)
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([await canvas.convertToBlob()], 'picture.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, colour)
  }

  async dropPicture(colour: string, zone: string): Promise<void> {
    const point = await this.pointIn(zone, { x: 0.5, y: 0.5 })
    await this.page.evaluate(
      async ({ fill, x, y }) => {
        const canvas = new OffscreenCanvas(40, 30)
        const pen = canvas.getContext('2d')
        if (!pen) throw new Error('no canvas')
        pen.fillStyle = fill
        pen.fillRect(0, 0, 40, 30)
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([await canvas.convertToBlob()], 'picture.png', { type: 'image/png' }))
        const target = document.elementFromPoint(x, y)
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target?.dispatchEvent(
            new DragEvent(type, { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true }),
          )
        }
      },
      { fill: colour, ...point },
    )
  }

  async pasteText(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, text)
  }

  /** Pictures on the canvas that have loaded. */
  shownPictures(): Promise<number> {
    return this.canvas
      .locator('[data-shape-type="image"] img')
      .evaluateAll(
        (images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0).length,
      )
  }
}

const maxTabs = 200

type InList = {
  /** Where in the zone, as the list calls it. */
  readonly part?: string
  /** What the note says beside its words. */
  readonly value?: string
}

/**
 * Where a shape is when it stands still: a hand does not press on what is under way, and what moves, be it the view or
 * the shape, is elsewhere in every frame.
 */
function placeOf(shape: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return shape.evaluate(async (element) => {
    const read = () => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    }
    let place = read()
    for (let framesStill = 0; framesStill < 3; ) {
      await new Promise(requestAnimationFrame)
      const next = read()
      framesStill = JSON.stringify(next) === JSON.stringify(place) ? framesStill + 1 : 0
      place = next
    }
    return place
  })
}
