/**
 * Under which name a device keeps what somebody writes alone on a board. Two people may share the device: nobody is shown
 * what the other one wrote.
 */
export function layerKey(boardId: string, participantId: string): string {
  return `${ownOf(boardId)}${participantId}`
}

export function isLayerOf(boardId: string, key: string): boolean {
  return key.startsWith(ownOf(boardId))
}

function ownOf(boardId: string): string {
  return `${boardId}/own/`
}
