import { type Editor, getDefaultColorTheme, LABEL_FONT_SIZES, rng, TEXT_PROPS, type TLNoteShape } from 'tldraw'
import { sizeOfNote } from '#shared/board/note-place.ts'
import { renderNoteHtml } from './note-html.ts'

const labelPadding = 16

export type LightNoteProps = { readonly editor: Editor; readonly shape: TLNoteShape; readonly isDark: boolean }

/**
 * A note that nobody is at: the look of tldraw's own, without what it takes to be written in. tldraw's has some twelve
 * subscriptions and a place for a text editor, which is what a board of two thousand notes spends its frames on.
 */
export function LightNote({ editor, shape, isDark }: LightNoteProps) {
  const { color, labelColor, scale, size, font, align, verticalAlign, growY, fontSizeAdjustment, richText } =
    shape.props
  const theme = getDefaultColorTheme({ isDarkMode: isDark })
  const fontSize = (fontSizeAdjustment || LABEL_FONT_SIZES[size]) * scale
  const { w, h } = sizeOfNote(scale, growY)
  const html = renderNoteHtml(editor, richText)
  return (
    <div
      id={shape.id}
      className="tl-note__container canvas-note"
      style={{
        width: w,
        height: h,
        backgroundColor: theme[color].note.fill,
        ['--note-edge' as string]: `${2 * scale}px`,
        ['--note-shadow' as string]: noteShadow(shape.id, editor.getShapePageTransform(shape).rotation(), scale),
      }}
    >
      {html !== '' && (
        <div
          className="tl-text-label tl-text-wrapper tl-rich-text-wrapper"
          aria-hidden="true"
          data-font={font}
          data-align={align}
          data-hastext="true"
          data-isediting="false"
          data-textwrap="true"
          data-isselected="false"
          style={{ justifyContent: place(align), alignItems: place(verticalAlign), padding: labelPadding * scale }}
        >
          <div
            className="tl-text-label__inner tl-text-content__wrapper"
            style={{
              fontSize,
              lineHeight: String(TEXT_PROPS.lineHeight),
              minHeight: `${Math.floor(fontSize * TEXT_PROPS.lineHeight)}px`,
              minWidth: 0,
              color: labelColor === 'black' ? theme[color].note.text : theme[labelColor].fill,
            }}
          >
            <div className="tl-text tl-text-content" dir="auto">
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from checked rich text, its words escaped */}
              <div className="tl-rich-text" dangerouslySetInnerHTML={{ __html: html }} />
            </div>
          </div>
        </div>
      )}
    </div>
  )
}

function place(align: string): string {
  // The rest are names of earlier versions of tldraw, which mean the middle.
  return align === 'start' || align === 'end' ? align : 'center'
}

/** tldraw's shadow, as it works it out: a little different for each note, below it however it is turned. */
function noteShadow(id: string, rotation: number, scale: number): string {
  const random = rng(id)
  const lift = Math.abs(random()) + 0.5
  const below = Math.cos(rotation)
  const [a, b, c, d] = [5 * scale, 4 * scale, 6 * scale, 7 * scale]
  const inner = (((0.022 + random() * 0.005) * (1 + below)) / 2).toFixed(2)
  return [
    `0px ${a - lift}px ${a}px -${a}px rgba(15, 23, 31, .6)`,
    `0px ${(b + lift * d) * Math.max(0, below)}px ${c + lift * d}px -${b + lift * c}px rgba(15, 23, 31, ${(0.3 + lift * 0.1).toFixed(2)})`,
    `0px ${48 * scale}px ${10 * scale}px -${10 * scale}px inset rgba(15, 23, 44, ${inner})`,
  ].join(', ')
}
