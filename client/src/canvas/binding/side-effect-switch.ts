type SideEffectSwitch = { isEnabled(): boolean; setIsEnabled(isEnabled: boolean): void }

/** tldraw's own `loadStoreSnapshot` uses this switch; it is left out of the published types. */
function hasSwitch(sideEffects: object): sideEffects is SideEffectSwitch {
  return 'setIsEnabled' in sideEffects && 'isEnabled' in sideEffects
}

/**
 * Runs `fn` with the store's side effects off. In a merge of other people's changes they would write fixes (arrow ends,
 * dissolving groups) as if this person had made them, and every client would write the same ones.
 *
 * Called inside `mergeRemoteChanges`, whose end puts the switch back, so that the after-handlers stay off as well.
 */
export function switchOffSideEffects(sideEffects: object): void {
  if (!hasSwitch(sideEffects)) throw new Error('This version of tldraw has no switch for side effects.')
  sideEffects.setIsEnabled(false)
}
