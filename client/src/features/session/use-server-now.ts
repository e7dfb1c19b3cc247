import { useEffect, useState } from 'react'
import { useSessionPlace } from './session-context.ts'

/** The server's time, read anew every `everyMs`, and whenever the session changes. */
export function useServerNow(everyMs: number): number {
  const { desk } = useSessionPlace()
  const [nowMs, setNowMs] = useState(() => desk.nowMs())
  useEffect(() => {
    const read = () => setNowMs(desk.nowMs())
    read()
    const timer = setInterval(read, everyMs)
    const stop = desk.session.subscribe(read)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [desk, everyMs])
  return nowMs
}
