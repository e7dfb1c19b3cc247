import {
  BaseBoxShapeUtil,
  type Geometry2d,
  isPageId,
  type RecordProps,
  resizeBox,
  type TLBaseShape,
  type TLDragShapesOutInfo,
  type TLDragShapesOverInfo,
  type TLResizeInfo,
  type TLShape,
  type TLUnknownShape,
} from 'tldraw'
import type { Box } from '#shared/board/drawing/plan.ts'
import { planZone } from '#shared/board/drawing/plan-zone.ts'
import { localise } from '#shared/board/local-text.ts'
import { type ZoneProps, zoneShapeProps, zoneShapeType } from '#shared/board/zone-shape.ts'
import { maxZoneSide } from '#shared/limits.ts'
import { zoneCell } from '#shared/templates/template.ts'
import { type CanvasContext, createCanvasContext, mayChangeZones } from '../canvas-context.ts'
import { boxesOfOthers, snapReach } from '../zoning/zone-boxes.ts'
import { leastZone, type Snapped, snapMoved, snapSized } from '../zoning/zone-places.ts'
import { ZoneDrawing } from './ZoneDrawing.tsx'
import { ZoneGeometry } from './zone-geometry.ts'

export type ZoneShape = TLBaseShape<typeof zoneShapeType, ZoneProps>

export function isZoneShape(shape: TLShape | undefined | null): shape is ZoneShape & TLShape {
  return shape?.type === zoneShapeType
}

/** A place on the board that has a purpose: it holds what is put into it, as a frame does, and clips nothing. */
export class ZoneShapeUtil extends BaseBoxShapeUtil<ZoneShape> {
  static override type = zoneShapeType
  static override props: RecordProps<TLUnknownShape> = zoneShapeProps

  /** Replaced through `configure`; on its own a zone is a viewer's. */
  override options: { readonly context: CanvasContext } = { context: createCanvasContext('viewer', 'en', 'ltr') }

  override getDefaultProps(): ZoneShape['props'] {
    return {
      w: zoneCell.w,
      h: zoneCell.h,
      key: '',
      order: 1,
      heading: { en: '' },
      prompt: { en: '' },
      noteKinds: ['note', 'text', 'drawing', 'picture', 'arrow'],
      isVotable: false,
      capacity: 0,
      background: 'plain',
      labels: [],
      backgroundAlt: { en: '' },
    }
  }

  override getGeometry(shape: ZoneShape): Geometry2d {
    const { w, h } = shape.props
    const grip = mayChangeZones(this.options.context) ? planZone(shape.props).heading : undefined
    return new ZoneGeometry({ w, h, grip })
  }

  override getText(shape: ZoneShape): string {
    return localise(shape.props.heading, this.options.context.locale.get())
  }

  override getAriaDescriptor(shape: ZoneShape): string {
    const locale = this.options.context.locale.get()
    const { heading, prompt, backgroundAlt } = shape.props
    return [heading, prompt, backgroundAlt]
      .map((text) => localise(text, locale))
      .join(' ')
      .trim()
  }

  override canBind(): boolean {
    return false
  }
  override canEdit(): boolean {
    return false
  }
  override canSnap(): boolean {
    return false
  }
  override canTabTo(): boolean {
    return mayChangeZones(this.options.context)
  }
  override canResize(): boolean {
    return mayChangeZones(this.options.context)
  }
  override hideRotateHandle(): boolean {
    return true
  }
  override canResizeChildren(): boolean {
    return false
  }
  /** True for zones as well: otherwise a zone would no longer be where a shape that leaves another one can go. */
  override canReceiveNewChildrenOfType(): boolean {
    return true
  }
  /** With `backgroundComponent` a part of tldraw's drawing that its published types leave out. */
  providesBackgroundForChildren(): boolean {
    return false
  }

  /** Drawn behind everything: as `component`, the fill of one zone would hide an arrow that comes from another. */
  backgroundComponent(shape: ZoneShape) {
    return <ZoneDrawing zone={shape} context={this.options.context} />
  }
  override component() {
    return null
  }
  override indicator(shape: ZoneShape) {
    return <rect width={shape.props.w} height={shape.props.h} />
  }

  override onResize(shape: ZoneShape, info: TLResizeInfo<ZoneShape>) {
    const { minWidth, minHeight } = { minWidth: leastZone.w, minHeight: leastZone.h }
    const bounds = { minWidth, minHeight, maxWidth: maxZoneSide, maxHeight: maxZoneSide }
    const sized = resizeBox(shape, info, bounds)
    if (!this.isAlone(shape) || this.editor.inputs.shiftKey) return sized
    const { handle } = info
    const held = {
      ...{ left: handle.includes('left'), right: handle.includes('right') },
      ...{ top: handle.includes('top'), bottom: handle.includes('bottom') },
    }
    const { x, y, w, h } = this.brought(shape, (others, reach) =>
      snapSized({ x: sized.x, y: sized.y, w: sized.props.w, h: sized.props.h }, held, others, reach),
    )
    if (w < minWidth || h < minHeight) return sized
    return { ...sized, x, y, props: { ...sized.props, w, h } }
  }
  override onTranslate(_initial: ZoneShape, { id, type, x, y, props }: ZoneShape) {
    const shape = this.editor.getShape<ZoneShape & TLShape>(id)
    if (!shape || !this.isAlone(shape)) return
    const place = this.brought(shape, (others, reach) => snapMoved({ x, y, w: props.w, h: props.h }, others, reach))
    return { id, type, x: place.x, y: place.y }
  }

  /** On the page itself, and all that is in hand. */
  private isAlone(shape: ZoneShape): boolean {
    return this.editor.getOnlySelectedShapeId() === shape.id && isPageId(shape.parentId)
  }
  private brought(shape: ZoneShape, snap: (others: readonly Box[], reach: number) => Snapped): Box {
    const { box, guides } = snap(boxesOfOthers(this.editor, shape.id), snapReach(this.editor))
    this.options.context.zoning.guides.set(guides)
    return box
  }

  override onDoubleClick(shape: ZoneShape) {
    if (!mayChangeZones(this.options.context)) return
    this.options.context.zoning.editedId.set(shape.id)
    // A change, though an empty one: without any, the double click would go on to make a text here.
    return { id: shape.id, type: shape.type }
  }

  override onDragShapesIn(
    zone: ZoneShape,
    dragged: TLShape[],
    { initialParentIds, initialIndices }: TLDragShapesOverInfo,
  ) {
    const { editor } = this
    const entering = dragged.filter(
      (shape) => !isZoneShape(shape) && shape.parentId !== zone.id && !editor.hasAncestor(zone.id, shape.id),
    )
    if (entering.length === 0) return
    editor.reparentShapes(entering, zone.id)
    // Back where they came from, they take their old place among their neighbours, if nobody has it now.
    const taken = new Set(editor.getSortedChildIdsForParent(zone.id).map((id) => editor.getShape(id)?.index))
    for (const shape of entering) {
      const index = initialIndices.get(shape.id)
      if (initialParentIds.get(shape.id) !== zone.id || !index || taken.has(index)) continue
      editor.updateShape({ id: shape.id, type: shape.type, index })
    }
  }

  override onDragShapesOut(zone: ZoneShape, dragged: TLShape[], info: TLDragShapesOutInfo) {
    if (info.nextDraggingOverShapeId) return
    this.editor.reparentShapes(
      dragged.filter((shape) => shape.parentId === zone.id),
      this.editor.getCurrentPageId(),
    )
  }
}
