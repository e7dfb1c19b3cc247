import { useState } from 'react'
import { keepOnDevice, keptOnDevice } from '../../ui/keep-on-device.ts'

export type PortfolioView = 'board' | 'list'

const key = 'tablecloth.portfolio-view'

export function usePortfolioView(): readonly [PortfolioView, (view: PortfolioView) => void] {
  const [view, setView] = useState<PortfolioView>(() => (keptOnDevice(key) === 'list' ? 'list' : 'board'))
  const choose = (next: PortfolioView) => {
    setView(next)
    keepOnDevice(key, next)
  }
  return [view, choose]
}
