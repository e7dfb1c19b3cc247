import { type Editor, getDefaultColorTheme, LABEL_FONT_SIZES, react, TEXT_PROPS, type TLNoteShape } from 'tldraw'
import { sizeOfNote } from '#shared/board/note-place.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { isNote } from '../note/is-note.ts'
import type { NearShapes } from './mount-near-shapes.ts'

/** Below it a line of words is a line, and no more. */
const readableTextPx = 5
const averageLetter = 0.5
const labelPadding = 16

/**
 * Draws the notes in view that are not there as elements yet, or are too far away to be read, as one picture: each in its
 * colour, at its place, its words as lines. Thousands of elements that nobody can read are what a whole large board spends
 * its time on.
 */
export class StandIns {
  private canvas: HTMLCanvasElement | null = null
  private draw: () => void = () => undefined
  private readonly wordsOf = new WeakMap<object, number>()

  readonly attach = (canvas: HTMLCanvasElement | null): void => {
    this.canvas = canvas
    this.draw()
  }

  /** @returns the stop. */
  follow(editor: Editor, near: NearShapes): () => void {
    this.draw = () => this.drawNotes(editor, near)
    const stop = react('draw stand-ins', this.draw)
    return () => {
      stop()
      this.draw = () => undefined
    }
  }

  private drawNotes(editor: Editor, near: NearShapes): void {
    const { canvas } = this
    const notes = near.standingIn.get()
    const { x, y, z } = editor.getCamera()
    const view = editor.getViewportScreenBounds()
    const isDarkMode = editor.user.getIsDarkMode()
    if (!canvas) return
    canvas.hidden = notes.length === 0
    if (notes.length === 0) return
    const ratio = editor.getInstanceState().devicePixelRatio
    const [width, height] = [Math.ceil(view.w * ratio), Math.ceil(view.h * ratio)]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    // It lies on the board, below what lies on the notes, and stays where the screen is.
    canvas.style.transform = `translate(${-x}px, ${-y}px) scale(${1 / z / ratio})`
    const pen = canvas.getContext('2d')
    if (!pen) return
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, width, height)
    const theme = getDefaultColorTheme({ isDarkMode })
    const edge = isDarkMode ? 'rgb(20, 20, 20)' : 'rgb(144, 144, 144)'
    const scale = z * ratio
    for (const { id, shape, opacity } of notes) {
      if (!isNote(shape)) continue
      const { color, labelColor, growY, scale: noteScale } = shape.props
      const at = editor.getShapePageTransform(id)
      pen.setTransform(at.a * scale, at.b * scale, at.c * scale, at.d * scale, (at.e + x) * scale, (at.f + y) * scale)
      pen.globalAlpha = opacity
      const { w, h } = sizeOfNote(noteScale, growY)
      pen.fillStyle = theme[color].note.fill
      pen.fillRect(0, 0, w, h)
      pen.fillStyle = edge
      pen.fillRect(0, h - 2 * noteScale, w, 2 * noteScale)
      const textColour = labelColor === 'black' ? theme[color].note.text : theme[labelColor].fill
      this.drawWords(pen, shape, w, h, textColour, scale)
    }
  }

  /** As a person sees words that she cannot read: a line for a line, about as long. */
  private drawWords(
    pen: CanvasRenderingContext2D,
    { props }: TLNoteShape,
    w: number,
    h: number,
    colour: string,
    scale: number,
  ): void {
    const letters = this.countLetters(props.richText)
    if (letters === 0) return
    const size = (props.fontSizeAdjustment || LABEL_FONT_SIZES[props.size]) * props.scale
    const room = w - 2 * labelPadding * props.scale
    const step = size * TEXT_PROPS.lineHeight
    const perLine = Math.max(1, Math.floor(room / (size * averageLetter)))
    const lines = Math.min(Math.ceil(letters / perLine), Math.floor((h - 2 * labelPadding * props.scale) / step))
    const isReadable = size * scale >= readableTextPx
    pen.globalAlpha *= isReadable ? 0.25 : 0.4
    pen.fillStyle = colour
    const thick = size * 0.35
    for (let line = 0; line < lines; line += 1) {
      const isLast = line === lines - 1
      const length = isLast ? Math.max(0.3, (letters % perLine || perLine) / perLine) * room : room * 0.92
      pen.fillRect((w - length) / 2, h / 2 + (line - lines / 2) * step + (step - thick) / 2, length, thick)
    }
  }

  private countLetters(richText: object): number {
    const known = this.wordsOf.get(richText)
    if (known !== undefined) return known
    const count = plainText(richText).trim().length
    this.wordsOf.set(richText, count)
    return count
  }
}
