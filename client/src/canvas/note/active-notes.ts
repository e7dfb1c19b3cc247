import { type Atom, atom, type Editor, react, type TLShapeId } from 'tldraw'

/**
 * Which notes a person is at: selected alone, written in, or under the pointer while another one is written in. Each
 * note watches a value of its own, so that a selection makes two notes look up, not two thousand.
 */
export class ActiveNotes {
  private readonly flags = new Map<TLShapeId, Atom<boolean>>()
  private active: ReadonlySet<TLShapeId> = new Set()

  /** @returns the stop. */
  follow(editor: Editor): () => void {
    return react('active notes', () => {
      const editing = editor.getEditingShapeId()
      const ids = [editor.getOnlySelectedShapeId(), editing, editing === null ? null : editor.getHoveredShapeId()]
      const next = new Set(ids.filter((id) => id !== null))
      for (const id of this.active) if (!next.has(id)) this.flags.get(id)?.set(false)
      for (const id of next) this.flags.get(id)?.set(true)
      this.active = next
    })
  }

  isActive(id: TLShapeId): boolean {
    let flag = this.flags.get(id)
    if (!flag) {
      flag = atom(`is ${id} active`, this.active.has(id))
      this.flags.set(id, flag)
    }
    return flag.get()
  }
}
