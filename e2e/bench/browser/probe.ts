/** What runs inside a measured page, ours and tldraw's alike. Serialised into it, so it refers to nothing outside. */
export type Probe = {
  /** When each message came over the page's sockets, and how long it was. */
  readonly messages: { readonly atMs: number; readonly bytes: number }[]
  /** First moment at which a note could be seen, and at which a click on one was answered. */
  readonly opening: { firstNoteMs?: number; answeredMs?: number }
  /** Hands frames to the page's socket as if the server had sent them, over and over. */
  play(frames: readonly string[], intervalMs: number): void
  stop(): void
  /** Frames a second, with the view moving or standing still. */
  countFrames(durationMs: number, isPanning: boolean): Promise<{ fps: number; longestMs: number }>
}

declare global {
  interface Window {
    probe: Probe
  }
}

export function installProbe(): void {
  const messages: { atMs: number; bytes: number }[] = []
  const sockets: WebSocket[] = []
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.push(this)
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) messages.push({ atMs: performance.now(), bytes: data.byteLength })
      })
    }
  }

  const opening: { firstNoteMs?: number; answeredMs?: number } = {}
  const isPainted = (task: () => void) => requestAnimationFrame(() => requestAnimationFrame(task))
  const click = (x: number, y: number) => {
    const target = document.elementFromPoint(x, y)
    const at = { bubbles: true, clientX: x, clientY: y, pointerId: 1, pointerType: 'mouse', isPrimary: true }
    target?.dispatchEvent(new PointerEvent('pointermove', at))
    target?.dispatchEvent(new PointerEvent('pointerdown', { ...at, button: 0, buttons: 1 }))
    target?.dispatchEvent(new PointerEvent('pointerup', { ...at, button: 0 }))
  }
  const spots = [
    [7, 11],
    [-33, -41],
    [47, 31],
    [-61, 23],
    [29, -67],
  ] as const
  let tries = 0
  /** A note, or what stands in for notes. */
  const isSomethingSeen = () =>
    document.querySelector('.tl-shape[data-shape-type="note"]') !== null ||
    document.querySelector('.canvas-stand-ins canvas:not([hidden])') !== null
  const watchOpening = () => {
    if (document.querySelector('.tl-selection__fg') !== null) {
      isPainted(() => {
        opening.answeredMs = performance.now()
      })
      return
    }
    if (isSomethingSeen()) {
      opening.firstNoteMs ??= performance.now()
      // Wherever the view is, one of these lies on a note.
      const [x, y] = spots[tries % spots.length] ?? [0, 0]
      tries += 1
      click(window.innerWidth / 2 + x, window.innerHeight / 2 + y)
    }
    requestAnimationFrame(watchOpening)
  }
  requestAnimationFrame(watchOpening)

  let player: ReturnType<typeof setInterval> | undefined
  window.probe = {
    messages,
    opening,
    play(frames, intervalMs) {
      const decoded = frames.map((frame) => Uint8Array.from(atob(frame), (char) => char.charCodeAt(0)).buffer)
      const socket = sockets.findLast(({ readyState }) => readyState === WebSocket.OPEN)
      if (!socket) throw new Error('The page has no open socket.')
      const startedAt = performance.now()
      let sent = 0
      player = setInterval(() => {
        const due = Math.floor((performance.now() - startedAt) / intervalMs)
        for (; sent < due; sent += 1) {
          const data = decoded[sent % decoded.length]
          if (data) socket.dispatchEvent(new MessageEvent('message', { data }))
        }
      }, intervalMs)
    },
    stop: () => clearInterval(player),
    countFrames(durationMs, isPanning) {
      const canvas = document.querySelector('.tl-canvas')
      const startedAt = performance.now()
      let frames = 0
      let longestMs = 0
      let lastAt = startedAt
      return new Promise((resolve) => {
        const onFrame = () => {
          const now = performance.now()
          longestMs = Math.max(longestMs, now - lastAt)
          lastAt = now
          frames += 1
          if (now - startedAt >= durationMs) {
            resolve({ fps: (frames * 1_000) / (now - startedAt), longestMs })
            return
          }
          if (isPanning) {
            const direction = Math.floor(frames / 40) % 2 === 0 ? 1 : -1
            const { clientX, clientY } = { clientX: window.innerWidth / 2, clientY: window.innerHeight / 2 }
            const options = { bubbles: true, cancelable: true, clientX, clientY, deltaMode: 0 }
            canvas?.dispatchEvent(
              new WheelEvent('wheel', { ...options, deltaX: 10 * direction, deltaY: 6 * direction }),
            )
          }
          requestAnimationFrame(onFrame)
        }
        requestAnimationFrame(onFrame)
      })
    },
  }
}
