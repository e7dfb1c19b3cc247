import { DefaultFontFaces, Group2d, NoteShapeUtil, Rectangle2d, type TLFontFace, type TLNoteShape } from 'tldraw'
import { hasValues } from '#shared/board/note-values.ts'
import { plainText } from '#shared/board/rich-text.ts'
import { readAloud, sayValues } from '#shared/board/said-values.ts'
import { NoteChips } from '../values/NoteChips.tsx'
import { fieldsOfNote } from '../values/note-fields.ts'
import { chipsOnEdge, planChips } from '../values/plan-chips.ts'
import { ActiveNotes } from './active-notes.ts'
import { LightNote } from './LightNote.tsx'
import { noteSize } from './note-box.ts'
import { isPlain } from './note-html.ts'
import { sizeWhereDropped } from './size-where-dropped.ts'

/** Part of the note where a second click begins to write; round about, it takes hold of the note. */
const labelPart = 0.7
const keptGeometries = 1_000

/**
 * tldraw's note, made light.
 *
 * Its geometry trusts `growY` instead of measuring the text: whoever writes the text measures it and writes the height
 * with it, so every other reader knows it. And what nobody is at is drawn without what it takes to be written in.
 */
export class LightNoteShapeUtil extends NoteShapeUtil {
  /** Replaced through `configure`, so that whoever makes the canvas can let it follow the editor. */
  override options = {
    resizeMode: 'none' as const,
    activeNotes: new ActiveNotes(),
    /** What is said of a note to those who do not see it, beside its words. */
    asideOf: (_id: string): string => '',
    localeOf: (): string => 'en',
  }

  /** Most notes are of one size; nobody changes a geometry once it is made. */
  private readonly geometries = new Map<string, Group2d>()

  override getGeometry(shape: TLNoteShape) {
    const { scale, growY } = shape.props
    const key = `${scale} ${growY}`
    const known = this.geometries.get(key)
    if (known) return known
    const { w: width, h: height } = noteSize(shape)
    const label = { width: width * labelPart, height: height * labelPart }
    const geometry = new Group2d({
      children: [
        new Rectangle2d({ width, height, isFilled: true }),
        new Rectangle2d({
          ...label,
          x: (width - label.width) / 2,
          y: (height - label.height) / 2,
          isFilled: true,
          isLabel: true,
        }),
      ],
    })
    if (this.geometries.size >= keptGeometries) this.geometries.clear()
    this.geometries.set(key, geometry)
    return geometry
  }

  /** tldraw asks for every note's words to find what lies under the pointer, and builds its text schema for each. */
  override getText(shape: TLNoteShape): string {
    return isPlain(shape.props.richText) ? plainText(shape.props.richText) : super.getText(shape)
  }

  override getAriaDescriptor(shape: TLNoteShape): string {
    const said = hasValues(shape.meta)
      ? sayValues(fieldsOfNote(this.editor, shape), shape.meta, this.options.localeOf()).map(readAloud)
      : []
    return [this.options.asideOf(shape.id), this.getText(shape), ...said].filter(Boolean).join(' ')
  }

  override getFontFaces(shape: TLNoteShape): TLFontFace[] {
    if (!isPlain(shape.props.richText)) return super.getFontFaces(shape)
    return plainFaces[shape.props.font]
  }

  override component(shape: TLNoteShape) {
    const { editor, options } = this
    const isLight = !options.activeNotes.isActive(shape.id) && isPlain(shape.props.richText) && shape.props.url === ''
    const note = isLight ? (
      <LightNote editor={editor} shape={shape} isDark={editor.user.getIsDarkMode()} />
    ) : (
      <WholeNote util={this} shape={shape} />
    )
    if (!hasValues(shape.meta)) return note
    return (
      <>
        {note}
        <NoteChips {...{ editor, shape }} locale={options.localeOf} />
      </>
    )
  }

  /** Within the drag's own step for undo. */
  override onTranslateEnd(initial: TLNoteShape, current: TLNoteShape) {
    return sizeWhereDropped(this.editor, initial, current)
  }

  /** The frame of tldraw's selection would go through the values on the edge; ours leaves room for them. */
  override hideSelectionBoundsFg(shape?: TLNoteShape): boolean {
    return shape !== undefined && hasValues(shape.meta)
  }

  override indicator(shape: TLNoteShape) {
    const gap = hasValues(shape.meta) ? chipsOnEdge(planChips(this.editor, shape, this.options.localeOf())) : undefined
    if (!gap) return super.indicator(shape)
    const { w, h } = noteSize(shape)
    return <path d={`M${gap.to} ${h}H${w}V0H0V${h}H${gap.from}`} />
  }

  /** tldraw's own, with everything it has. */
  wholeNote(shape: TLNoteShape) {
    return super.component(shape)
  }
}

/** A component of its own, for what it draws begins with hooks, and whether it is drawn changes. */
function WholeNote({ util, shape }: { readonly util: LightNoteShapeUtil; readonly shape: TLNoteShape }) {
  return util.wholeNote(shape)
}

const plainFaces: Readonly<Record<TLNoteShape['props']['font'], TLFontFace[]>> = {
  draw: [DefaultFontFaces.tldraw_draw.normal.normal],
  sans: [DefaultFontFaces.tldraw_sans.normal.normal],
  serif: [DefaultFontFaces.tldraw_serif.normal.normal],
  mono: [DefaultFontFaces.tldraw_mono.normal.normal],
}
