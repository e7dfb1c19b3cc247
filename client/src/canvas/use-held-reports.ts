import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useToasts } from 'tldraw'
import type { CanvasContext } from './canvas-context.ts'
import { summariseZones } from './handle/board-content.ts'
import type { Held } from './zone/hold-to-step.ts'

/** Said once in a while: a drag along an edge would say it sixty times a second. */
const againAfterMs = 6_000

/** Toasts for what the step does not let one do here. The same function while the component lives. */
export function useHeldReports(context: CanvasContext): (held: Held) => void {
  const editor = useEditor()
  const { addToast } = useToasts()
  const { t } = useTranslation('canvas')
  const latest = useRef({ addToast, t })
  latest.current = { addToast, t }
  const toldAtMs = useRef(new Map<Held['reason'], number>())
  return useRef((held: Held) => {
    const nowMs = performance.now()
    if (nowMs - (toldAtMs.current.get(held.reason) ?? Number.NEGATIVE_INFINITY) < againAfterMs) return
    toldAtMs.current.set(held.reason, nowMs)
    const { addToast: add, t: words } = latest.current
    if (held.reason === 'tool') {
      add({ title: words(held.tool === 'picture' ? 'held.picture' : 'held.tool'), severity: 'info' })
      return
    }
    const names = summariseZones(editor, context).flatMap(({ key, name }) => (held.zones.includes(key) ? [name] : []))
    const zones = new Intl.ListFormat(context.locale.get(), { type: 'disjunction' }).format(names)
    add({ title: words(`held.${held.reason}`, { zones }), severity: 'info' })
  }).current
}
