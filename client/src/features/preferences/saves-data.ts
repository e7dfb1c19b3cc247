import { connectionHints } from '../../sync/slow-line.ts'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'

const keptKey = 'tablecloth.save-data'

/** What was chosen on this device; null where nobody has said yes or no. */
export function chosenToSaveData(): boolean | null {
  const chosen = keptOnDevice(keptKey)
  return chosen === null ? null : chosen === 'on'
}

export function chooseToSaveData(isOn: boolean): void {
  keepOnDevice(keptKey, isOn ? 'on' : 'off')
}

/** Whether this device saves data: what was chosen on it, else what its browser was told. */
export function savesData(chosen: boolean | null = chosenToSaveData()): boolean {
  return chosen ?? connectionHints()?.saveData === true
}
