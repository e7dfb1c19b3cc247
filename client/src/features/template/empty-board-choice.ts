/** In the address instead of a template's id; no template may have it. */
export const emptyBoardChoice = 'empty'
