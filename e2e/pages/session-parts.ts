import { expect, type Locator, type Page } from '@playwright/test'

/** What of a session one person sees. */
export class SessionParts {
  readonly page: Page
  readonly rail: Locator
  readonly canvas: Locator

  constructor(page: Page) {
    this.page = page
    this.rail = page.getByRole('complementary', { name: 'Run of show' })
    this.canvas = page.getByRole('main')
  }

  async openRail(): Promise<void> {
    if (await this.rail.isVisible()) return
    await this.page.getByRole('button', { name: /^(Run of show|Plan session)$/ }).click()
    await expect(this.rail).toBeVisible()
  }

  step(title: string): Locator {
    return this.rail.getByRole('listitem').filter({ hasText: title })
  }

  /** The titles of the steps, in their order. */
  titles(): Promise<string[]> {
    return this.rail
      .getByRole('button', { name: /^More for / })
      .evaluateAll((buttons) =>
        buttons.map((button) => (button.getAttribute('aria-label') ?? '').slice('More for '.length)),
      )
  }

  /** Looks on in every frame. @returns where the first step's row has been so far, from above, in pixels. */
  async watchFirstRow(): Promise<() => Promise<number[]>> {
    const places = await this.page.evaluateHandle(() => {
      const seen = new Set<number>()
      const look = () => {
        const row = document.querySelector('aside ol > li')
        if (row) seen.add(Math.round(row.getBoundingClientRect().top))
        requestAnimationFrame(look)
      }
      look()
      return seen
    })
    return () => places.evaluate((seen) => [...seen])
  }

  async choose(step: string, item: string): Promise<void> {
    await this.rail
      .getByRole('button', { name: `More for ${step}`, exact: true })
      .first()
      .click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** What came of a step goes on into the zone; all that is offered first, or what the words say. */
  async carryOn(step: string, zone: string, what?: RegExp): Promise<void> {
    const row = this.rail
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `More for ${step}`, exact: true }) })
      .first()
    const way = row.getByRole('button', { name: `Carry on to ${zone}` })
    if (!(await way.isVisible())) await row.getByRole('button', { expanded: false }).first().click()
    await way.click()
    const dialog = this.page.getByRole('dialog', { name: 'Carry on to another zone' })
    if (what) {
      const choice = dialog.getByLabel('What')
      const option = await choice.locator('option').filter({ hasText: what }).first().textContent()
      await choice.selectOption({ label: option ?? '' })
    }
    await dialog.getByRole('button', { name: 'Carry on', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }

  /** Which step the bar says, "3/10" and its title. */
  async expectStep(number: string, title: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: new RegExp(`^${number} ?${title}`) })).toBeVisible()
  }

  get next(): Locator {
    return this.page.getByRole('button', { name: /^Next/ })
  }

  get timer(): Locator {
    return this.page.getByRole('timer', { name: 'Time left' }).first()
  }

  /** Near the middle of what the person sees. */
  async expectInView(zone: string): Promise<void> {
    const heading = this.canvas.getByRole('heading', { name: zone, exact: true })
    await expect(heading).toBeInViewport()
    // The zone fills the view: a sixth of it is its heading's place at most.
    await expect
      .poll(async () => {
        const box = await this.canvas
          .locator('[data-shape-type="zone"]')
          .filter({ has: this.page.getByRole('heading', { name: zone, exact: true }) })
          .boundingBox()
        const room = await this.canvas.boundingBox()
        return box && room ? Math.max(box.width / room.width, box.height / room.height) : 0
      })
      .toBeGreaterThan(0.6)
  }
}
