import common from './common.json'
import errors from './errors.json'
import join from './join.json'
import ui from './ui.json'

/** What every page needs, and who joins: one file, because on a poor line each is a wait. */
export default { common, errors, join, ui }
