import type { Page } from '@playwright/test'

export type Guest = { readonly name: string; readonly country?: string; readonly organisation?: string }

/** From a code to a board, as somebody without an account. */
export class JoinPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async typeCode(code: string): Promise<void> {
    await this.#page.goto('/join')
    await this.#page.getByLabel('Code').fill(code)
    await this.#page.getByRole('button', { name: 'Go to the board' }).click()
  }

  /** Fills in the three fields of the invitation that is shown, and goes in. */
  async introduce({ name, country, organisation }: Guest): Promise<void> {
    await this.#page.getByLabel('Your name').fill(name)
    if (country !== undefined) {
      await this.#page.getByRole('combobox', { name: 'Country' }).fill(country)
      await this.#page.getByRole('option', { name: country }).first().click()
    }
    if (organisation !== undefined) await this.#page.getByLabel('Organisation').fill(organisation)
    await this.#page.getByRole('button', { name: 'Join the board' }).click()
    await this.#page.waitForURL(/\/boards\//)
  }

  /** By the invitation's link. */
  async join(code: string, guest: Guest): Promise<void> {
    await this.#page.goto(`/join/${code}`)
    await this.introduce(guest)
  }
}
