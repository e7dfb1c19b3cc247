import { expect, type Locator, type Page } from '@playwright/test'

/** The portfolio, a pilot, and the gallery of templates. */
export class PilotPages {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async createPilot(title: string, challenge = ''): Promise<void> {
    await this.#page.goto('/')
    await this.#page
      .getByRole('button', { name: /New pilot|Create the first pilot/ })
      .first()
      .click()
    const dialog = this.#page.getByRole('dialog', { name: 'New pilot' })
    await dialog.getByLabel('Title').fill(title)
    await dialog.getByLabel('Challenge').fill(challenge)
    await dialog.getByRole('button', { name: 'Create pilot' }).click()
    await expect(this.#page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }

  /** From the pilot's page, through the gallery. */
  async createBoard(template: string, title: string): Promise<void> {
    await this.openGallery()
    await this.#page.getByRole('link', { name: template }).click()
    await expect(this.#page.getByRole('heading', { level: 1 })).toBeVisible()
    await this.#page.getByLabel('Title of the board').fill(title)
    await this.#page.getByRole('button', { name: 'Create the board' }).click()
    await this.#page.waitForURL(/\/boards\//)
  }

  async openGallery(): Promise<void> {
    await this.#page.getByRole('link', { name: 'New board' }).first().click()
    await expect(this.#page.getByRole('heading', { level: 1, name: 'New board' })).toBeVisible()
  }

  board(title: string): Locator {
    return this.#page.getByRole('article').filter({ hasText: title })
  }

  async choose(board: string, item: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Actions for ${board}` }).click()
    await this.#page.getByRole('menuitem', { name: item }).click()
  }

  async showBoards(state: 'Active' | 'Archived' | 'Deleted'): Promise<void> {
    await this.#page.getByRole('tab', { name: state }).click()
  }
}
