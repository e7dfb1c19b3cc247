import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildsKept, clearBuild, forgetOldBuilds } from './old-builds.ts'

let folder: string
let outDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tablecloth-build-'))
  outDir = join(folder, 'client')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** As Vite does it, and what compresses its files. */
async function build(...names: string[]) {
  await clearBuild(outDir)
  await mkdir(join(outDir, 'assets', 'flags'), { recursive: true })
  await writeFile(join(outDir, 'index.html'), names.join())
  for (const name of names) {
    for (const ending of ['', '.br', '.gz']) await writeFile(join(outDir, 'assets', `${name}${ending}`), name)
  }
  await forgetOldBuilds(outDir, ['index.html', ...names.map((name) => `assets/${name}`)])
}
const kept = async () =>
  (await readdir(join(outDir, 'assets'), { recursive: true })).filter((name) => name.endsWith('.js')).sort()

describe('the files of builds before', () => {
  test('stay for the pages that are open, and go when nobody can have one open any more', async () => {
    for (let i = 1; i <= buildsKept; i += 1) await build('flags/fj.js', `board-${i}.js`)
    expect(await kept()).toEqual(['board-1.js', 'board-2.js', 'board-3.js', 'board-4.js', 'flags/fj.js'])
    await build('flags/fj.js', 'board-5.js')
    expect(await kept()).toEqual(['board-2.js', 'board-3.js', 'board-4.js', 'board-5.js', 'flags/fj.js'])
    expect(await readdir(join(outDir, 'assets'))).not.toContain('board-1.js.br')
  })

  test('are not pushed out by building the same again', async () => {
    await build('board-1.js')
    for (let i = 0; i < 2 * buildsKept; i += 1) await build('board-2.js')
    expect(await kept()).toEqual(['board-1.js', 'board-2.js'])
  })

  test('are only those whose names no other build uses', async () => {
    await build('board-1.js')
    await writeFile(join(outDir, 'gone.txt'), 'of a build before')
    await build('board-2.js')
    expect((await readdir(outDir)).sort()).toEqual(['assets', 'index.html'])
  })

  test('go where nothing is known of their builds', async () => {
    await build('board-1.js')
    await writeFile(join(folder, 'client-builds.json'), 'not a list')
    await build('board-2.js')
    expect(await kept()).toEqual(['board-2.js'])
  })
})
