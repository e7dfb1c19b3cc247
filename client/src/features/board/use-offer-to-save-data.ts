import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardConnection } from '../../sync/board-connection.ts'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'
import { useToast } from '../../ui/Toaster.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import type { SaveData } from './use-save-data.ts'

const offeredKey = 'tablecloth.save-data-offered'

/** Once on a device: who does not want it must not be asked at every bend of the road. */
export function useOfferToSaveData(connection: BoardConnection, { isUndecided, choose }: SaveData): void {
  const { t } = useTranslation('board')
  const toast = useToast()
  const { quality } = useReadable(connection.line)
  const isOffered = useRef(keptOnDevice(offeredKey) !== null)
  useEffect(() => {
    if (quality !== 'slow' || !isUndecided || isOffered.current) return
    isOffered.current = true
    keepOnDevice(offeredKey, 'yes')
    toast({ text: t('saveData.offer'), action: { label: t('saveData.turnOn'), run: () => choose(true) } })
  }, [quality, isUndecided, choose, toast, t])
}
