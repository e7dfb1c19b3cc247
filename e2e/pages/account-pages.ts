import { expect, type Page } from '@playwright/test'

export type NewAccount = { readonly name: string; readonly email: string; readonly password: string }

/** Where people with accounts come in and manage them. */
export class AccountPages {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** Follows a one-time link and makes the account it is for. */
  async createAccount(link: string, { name, email, password }: NewAccount): Promise<void> {
    await this.#page.goto(link)
    await this.#page.getByLabel('Name').fill(name)
    await this.#page.getByLabel('Email').fill(email)
    await this.#page.getByLabel('Password', { exact: true }).fill(password)
    await this.#page.getByRole('button', { name: 'Create my account' }).click()
    await this.expectSignedIn()
  }

  async signIn({ email, password }: Pick<NewAccount, 'email' | 'password'>): Promise<void> {
    await this.#page.goto('/sign-in')
    await this.#page.getByLabel('Email').fill(email)
    await this.#page.getByLabel('Password', { exact: true }).fill(password)
    await this.#page.getByRole('button', { name: 'Sign in' }).click()
  }

  async expectSignedIn(): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Pilots' })).toBeVisible()
  }

  /** What somebody without an account sees on the start page. */
  async expectSignedOut(): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Your place at the table' })).toBeVisible()
  }

  async choose(account: string, item: 'Accounts' | 'Sign out' | 'Sign out everywhere'): Promise<void> {
    await this.#page.getByRole('button', { name: `Account of ${account}` }).click()
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** As an administrator, from anywhere: @returns the link to send. */
  async invite(administrator: string): Promise<string> {
    await this.choose(administrator, 'Accounts')
    await this.#page.getByRole('button', { name: 'Invite somebody' }).click()
    await this.#page.getByRole('button', { name: 'Make the link' }).click()
    return this.#readLink('The invitation is ready')
  }

  /** On the page of accounts: @returns the link to send. */
  async issueResetLink(name: string): Promise<string> {
    await this.#page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.#page.getByRole('menuitem', { name: 'Link for a new password' }).click()
    return this.#readLink(`New password for ${name}`)
  }

  async setNewPassword(link: string, password: string): Promise<void> {
    await this.#page.goto(link)
    await this.#page.getByLabel('New password').fill(password)
    await this.#page.getByRole('button', { name: 'Set the new password' }).click()
    await this.expectSignedIn()
  }

  async #readLink(title: string): Promise<string> {
    const dialog = this.#page.getByRole('dialog', { name: title })
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
    await dialog.getByRole('button', { name: 'Done' }).click()
    return link
  }
}
