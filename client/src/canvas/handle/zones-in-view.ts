import { Box, type Editor, InstancePresenceRecordType, type TLPageId } from 'tldraw'
import { readZones } from './board-content.ts'

/** Of the zone or of the screen, whichever is smaller: with less in view one is elsewhere. */
const leastShare = 0.25

/** Ids of the zones that one can work in without moving the view. */
export function findZonesInView(editor: Editor): readonly string[] {
  return zonesIn(editor, editor.getViewportPageBounds(), editor.getCurrentPageId())
}

/** The same for another client, as its presence says; undefined where that says nothing. */
export function findZonesSeenBy(editor: Editor, clientId: number): readonly string[] | undefined {
  const presence = editor.store.get(InstancePresenceRecordType.createId(String(clientId)))
  if (!presence?.camera || !presence.screenBounds) return undefined
  const { camera, screenBounds } = presence
  const { w, h } = screenBounds
  return zonesIn(editor, new Box(-camera.x, -camera.y, w / camera.z, h / camera.z), presence.currentPageId)
}

function zonesIn(editor: Editor, view: Box, pageId: TLPageId): readonly string[] {
  return readZones(editor).flatMap(({ id }) => {
    const zone = editor.getAncestorPageId(id) === pageId ? editor.getShapePageBounds(id) : undefined
    if (!zone) return []
    const width = Math.min(zone.maxX, view.maxX) - Math.max(zone.minX, view.minX)
    const height = Math.min(zone.maxY, view.maxY) - Math.max(zone.minY, view.minY)
    if (width <= 0 || height <= 0) return []
    return width * height >= leastShare * Math.min(zone.w * zone.h, view.w * view.h) ? [id] : []
  })
}

/** By client id, of those who look at another page than this person. */
export function findPagesOfOthers(editor: Editor): Readonly<Record<string, string>> {
  const here = editor.getCurrentPageId()
  const others = editor.store.query.records('instance_presence').get()
  return Object.fromEntries(
    others
      .filter(({ currentPageId }) => currentPageId !== here)
      .map(({ id, currentPageId }) => [InstancePresenceRecordType.parseId(id), currentPageId]),
  )
}
