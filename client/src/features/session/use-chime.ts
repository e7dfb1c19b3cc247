import { useEffect, useState } from 'react'
import { type Chime, createChime } from './chime.ts'

export function useChime(): Chime | undefined {
  const [chime, setChime] = useState<Chime>()
  useEffect(() => {
    const made = createChime(window)
    setChime(made)
    return made.stop
  }, [])
  return chime
}
