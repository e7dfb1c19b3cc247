import { type Editor, react } from 'tldraw'
import type { CursorPoint } from '#shared/protocol/cursors.ts'
import { type Glide, glideOn, isOver, positionAt, standAt } from './glide.ts'
import { createTrailPainter, fadeTrail, type LaserTrail } from './laser-trails.ts'
import styles from './presence.module.css'

/** Who does not move for so long is reading, or has left the desk: a pointer would only lie in the way. */
const restsAfterMs = 60_000
const watchIntervalMs = 10_000
/** Beyond the view by as much as a pointer and its name take. */
const nameRoom = { left: 240, top: 48 }

type Cursor = {
  readonly element: HTMLElement
  readonly arrow: SVGElement
  readonly label: HTMLElement
  look: string
  glide: Glide | undefined
  movedAtMs: number
  isShown: boolean
  /** Its person points with the laser. */
  isLit: boolean
  /** A finger comes down anywhere: the way there is none. */
  isLanding: boolean
  /** She looks at the same page. */
  isHere: boolean
  trail: LaserTrail
}

/**
 * The others' pointers, moved by hand: a hundred of them, twenty times a second, are too much for records and components.
 * Each is a layer of its own to the browser, so that nothing below is drawn anew when it moves.
 */
export class CursorLayer {
  private readonly cursors = new Map<number, Cursor>()
  /** What lasers leave behind them. */
  readonly trails = createTrailPainter()
  private element: HTMLElement | null = null
  private editor: Editor | undefined
  private frame: number | undefined

  /** Where the pointers are put; null takes them away. */
  readonly attach = (element: HTMLElement | null): void => {
    this.element = element
    element?.replaceChildren(...[...this.cursors.values()].map((cursor) => cursor.element))
  }

  /** @returns the stop. */
  follow(editor: Editor): () => void {
    this.editor = editor
    // In the same moment as the board moves, so that pointers do not swim on it.
    const stop = react('place pointers', () => {
      editor.getCamera()
      editor.getViewportScreenBounds()
      this.draw()
    })
    const watch = setInterval(() => this.requestDraw(), watchIntervalMs)
    return () => {
      stop()
      clearInterval(watch)
      if (this.frame !== undefined) cancelAnimationFrame(this.frame)
      this.frame = undefined
      this.editor = undefined
      this.keepOnly(new Set())
    }
  }

  /** Somebody's name and colour. */
  name(clientId: number, name: string, colour: string): void {
    const cursor = this.cursors.get(clientId) ?? this.add(clientId)
    const look = `${colour} ${name}`
    if (cursor.look === look) return
    cursor.look = look
    cursor.trail = { colour, points: cursor.trail.points }
    cursor.arrow.setAttribute('fill', colour)
    cursor.label.style.backgroundColor = colour
    cursor.label.textContent = name
  }

  /** @returns false for somebody who has no name yet. */
  move(clientId: number, point: CursorPoint): boolean {
    const cursor = this.cursors.get(clientId)
    if (!cursor) return false
    const nowMs = performance.now()
    cursor.movedAtMs = nowMs
    if (!point) cursor.glide = undefined
    else if (!cursor.glide || cursor.isLanding || this.isStill()) cursor.glide = standAt(point, nowMs)
    else cursor.glide = glideOn(cursor.glide, point, nowMs)
    cursor.isLanding = false
    this.requestDraw()
    return true
  }

  /** Somebody takes up her laser, or lays it down. */
  light(clientId: number, isLit: boolean): void {
    const cursor = this.cursors.get(clientId)
    if (!cursor || cursor.isLit === isLit) return
    cursor.isLit = isLit
    cursor.isLanding = isLit
    if (isLit && cursor.glide) cursor.glide = standAt(cursor.glide.to, performance.now())
    this.requestDraw()
  }

  /** Somebody comes to the page that is shown, or goes from it. */
  place(clientId: number, isHere: boolean): void {
    const cursor = this.cursors.get(clientId)
    if (!cursor || cursor.isHere === isHere) return
    cursor.isHere = isHere
    // The way from where she was on the other page is none.
    cursor.glide = undefined
    cursor.trail = { colour: cursor.trail.colour, points: [] }
    this.requestDraw()
  }

  /** Where somebody's pointer was last said to be. */
  pointOf(clientId: number): CursorPoint {
    return this.cursors.get(clientId)?.glide?.to ?? null
  }

  keepOnly(clientIds: ReadonlySet<number>): void {
    for (const [clientId, { element }] of this.cursors) {
      if (clientIds.has(clientId)) continue
      element.remove()
      this.cursors.delete(clientId)
    }
  }

  private isStill(): boolean {
    return this.editor?.user.getAnimationSpeed() === 0
  }

  private add(clientId: number): Cursor {
    const element = document.createElement('div')
    element.className = styles.cursor ?? ''
    element.hidden = true
    const svg = document.createElementNS(svgNamespace, 'svg')
    svg.setAttribute('class', styles.arrow ?? '')
    svg.setAttribute('aria-hidden', 'true')
    const arrow = document.createElementNS(svgNamespace, 'path')
    arrow.setAttribute('d', 'M1 1v15l4.4-3.6 2.8 6 2.6-1.2-2.8-5.9H14z')
    svg.append(arrow)
    const label = document.createElement('div')
    label.className = styles.name ?? ''
    label.dir = 'auto'
    element.append(svg, label)
    this.element?.append(element)
    const cursor: Cursor = {
      ...{ element, arrow, label, look: '', glide: undefined, movedAtMs: 0, isShown: false },
      ...{ isLit: false, isLanding: false, isHere: true, trail: { colour: '', points: [] } },
    }
    this.cursors.set(clientId, cursor)
    return cursor
  }

  private requestDraw(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined
      if (this.draw()) this.requestDraw()
    })
  }

  /** @returns true while a pointer is on its way. */
  private draw(): boolean {
    const { editor } = this
    if (!editor) return false
    const nowMs = performance.now()
    const { x, y, z } = editor.getCamera()
    const view = editor.getViewportScreenBounds()
    let isMoving = false
    const trails: LaserTrail[] = []
    for (const cursor of this.cursors.values()) {
      const { glide } = cursor
      const point = glide && nowMs - cursor.movedAtMs <= restsAfterMs ? positionAt(glide, nowMs) : undefined
      if (point && cursor.isLit && cursor.isHere) cursor.trail.points.push({ ...point, atMs: nowMs })
      if (fadeTrail(cursor.trail, nowMs)) trails.push(cursor.trail)
      if (!glide || !point || !cursor.isHere) {
        show(cursor, false)
        continue
      }
      if (!isOver(glide, nowMs)) isMoving = true
      const left = (point.x + x) * z
      const top = (point.y + y) * z
      const isInView = left > -nameRoom.left && top > -nameRoom.top && left < view.w && top < view.h
      show(cursor, isInView)
      if (isInView) cursor.element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`
    }
    this.trails.paint(trails, { x, y, z, w: view.w, h: view.h }, nowMs)
    return isMoving || trails.length > 0
  }
}

const svgNamespace = 'http://www.w3.org/2000/svg'

function show(cursor: Cursor, isShown: boolean): void {
  if (cursor.isShown === isShown) return
  cursor.isShown = isShown
  cursor.element.hidden = !isShown
}
