import type { AsideItem } from '../../offline/kept-aside.ts'

export type AsideGroup = Pick<AsideItem, 'reason' | 'atMs'> & { readonly items: readonly AsideItem[] }

/** What was kept aside together, for one reason: twenty notes of a restored board need not say it twenty times. */
export function groupAside(items: readonly AsideItem[]): readonly AsideGroup[] {
  const groups = new Map<string, AsideGroup>()
  for (const item of items) {
    const { reason, atMs } = item
    const key = `${reason} ${atMs}`
    groups.set(key, { reason, atMs, items: [...(groups.get(key)?.items ?? []), item] })
  }
  return [...groups.values()]
}
