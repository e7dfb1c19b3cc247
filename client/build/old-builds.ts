import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What stays of a build when the next ones come: a page that is open asks for its parts when they are first used. */
export const buildsKept = 4

const hashed = 'assets'
const listName = 'client-builds.json'

/** The files of the last builds, newest first. Beside what is served: it is nobody's business. */
const listPath = (outDir: string) => join(outDir, '..', listName)

/** Empties the folder of all that goes by a name that the next build uses again. */
export async function clearBuild(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  const names = await readdir(outDir)
  await Promise.all(
    names.filter((name) => name !== hashed).map((name) => rm(join(outDir, name), { recursive: true, force: true })),
  )
}

/** Notes the files of this build, and removes those that only builds long past had, compressed ones with them. */
export async function forgetOldBuilds(outDir: string, files: readonly string[]): Promise<void> {
  const now = files.filter((file) => file.startsWith(`${hashed}/`)).map((file) => file.slice(hashed.length + 1))
  const isSame = (build: readonly string[]) => build.length === now.length && build.every((name) => now.includes(name))
  const before = (await readBuilds(outDir)).filter((build) => !isSame(build))
  const builds = [now, ...before].slice(0, buildsKept)
  const kept = new Set(builds.flat())
  const folder = join(outDir, hashed)
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const isKept = (name: string) => kept.has(name) || kept.has(name.replace(/\.(?:br|gz)$/, ''))
  await Promise.all(names.filter((name) => !isKept(name)).map((name) => rm(join(folder, name))))
  await writeFile(listPath(outDir), JSON.stringify(builds))
}

async function readBuilds(outDir: string): Promise<readonly (readonly string[])[]> {
  try {
    const list: unknown = JSON.parse(await readFile(listPath(outDir), 'utf8'))
    if (!Array.isArray(list)) return []
    return list.filter((build) => Array.isArray(build) && build.every((name) => typeof name === 'string'))
  } catch {
    // The first build, or one whose list was lost: then there is nothing to keep.
    return []
  }
}
