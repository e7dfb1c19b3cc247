import { expect, type Locator, type Page } from '@playwright/test'

/** The checkpoints of a board, as a facilitator sees them. */
export class CheckpointsDialog {
  readonly page: Page
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Checkpoints' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu' }).click()
    await this.page.getByRole('menuitem', { name: 'Checkpoints' }).click()
    await expect(this.dialog).toBeVisible()
  }

  async save(title: string): Promise<void> {
    await this.dialog.getByLabel('Title of a new checkpoint').fill(title)
    await this.dialog.getByRole('button', { name: 'Save a checkpoint' }).click()
    await expect(this.row(title)).toBeVisible()
  }

  row(name: string): Locator {
    return this.dialog.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) })
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close' }).click()
    await expect(this.dialog).toBeHidden()
  }
}
