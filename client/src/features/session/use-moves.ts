import { useEffect, useRef, useState } from 'react'
import type { SessionView } from '#shared/session/view.ts'
import { type Move, nextMove } from './next-move.ts'
import { useSelf, useSession, useSessionPlace, useZones } from './session-context.ts'

/** A move that is announced and not made yet. */
export type ComingMove = { readonly zones: readonly string[]; go(): void; stay(): void }

/** Brings the person where the session wants her, and holds her view while it is held. */
export function useMoves(): ComingMove | undefined {
  const { canvas } = useSessionPlace()
  const session = useSession()
  const { participantId, role } = useSelf() ?? {}
  const isFacilitator = role === 'facilitator'
  const zones = useZones()
  const seen = useRef<SessionView>(undefined)
  const [coming, setComing] = useState<Move>()
  const hasZones = zones.length > 0

  const goTo = (keys: readonly string[]) => {
    if (keys.length > 0) canvas?.bringToZones(zones.filter(({ key }) => keys.includes(key)).map(({ id }) => id))
  }
  const go = useRef(goTo)
  go.current = goTo

  useEffect(() => {
    if (!session || !canvas || !hasZones || participantId === undefined || role === undefined) return
    const move = nextMove(seen.current, session, { participantId, role })
    seen.current = session
    if (move?.how === 'at-once') {
      setComing(undefined)
      go.current(move.zones)
    } else if (move && move.zones.length > 0) setComing(move)
  }, [session, canvas, hasZones, participantId, role])

  // Who goes somewhere herself after a move was announced has said where she wants to be.
  useEffect(() => canvas?.wentCount.subscribe(() => setComing(undefined)), [canvas])

  const isHeld = session?.attention.heldZone !== null && session !== undefined && !isFacilitator
  useEffect(() => {
    if (!canvas || !isHeld) return
    canvas.holdView(true)
    return () => canvas.holdView(false)
  }, [canvas, isHeld])

  if (!coming) return undefined
  const close = () => setComing(undefined)
  return {
    zones: coming.zones,
    go() {
      close()
      goTo(coming.zones)
    },
    stay: close,
  }
}
