import type account from './locales/en/account.json'
import type board from './locales/en/board.json'
import type canvas from './locales/en/canvas.json'
import type checkpoint from './locales/en/checkpoint.json'
import type common from './locales/en/common.json'
import type errors from './locales/en/errors.json'
import type feed from './locales/en/feed.json'
import type invite from './locales/en/invite.json'
import type join from './locales/en/join.json'
import type pilot from './locales/en/pilot.json'
import type session from './locales/en/session.json'
import type tables from './locales/en/tables.json'
import type template from './locales/en/template.json'
import type ui from './locales/en/ui.json'
import type votes from './locales/en/votes.json'
import type zones from './locales/en/zones.json'

/** English is the list of keys: a key that is not there does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      account: typeof account
      board: typeof board
      canvas: typeof canvas
      checkpoint: typeof checkpoint
      common: typeof common
      errors: typeof errors
      feed: typeof feed
      invite: typeof invite
      join: typeof join
      pilot: typeof pilot
      session: typeof session
      tables: typeof tables
      template: typeof template
      ui: typeof ui
      votes: typeof votes
      zones: typeof zones
    }
  }
}
