import { pathToFileURL } from 'node:url'

/**
 * Starts a thread where no build has put JavaScript beside its maker: in tests and `npm run dev`. A worker does not
 * inherit the loader of the thread that made it, and on Node 20 `--import tsx` in `execArgv` does not reach it. Tests
 * have a build of their own, because translating the sources takes five times as long as starting the thread.
 *
 * @param {string} name
 * @param {string} beside - the address of the module that asks; the thread's source lies beside it
 */
export async function startThread(name, beside) {
  const built = process.env.TABLECLOTH_BUILT_SERVER
  if (built !== undefined) {
    await import(pathToFileURL(`${built}/${name}.js`).href)
    return
  }
  const { tsImport } = await import('tsx/esm/api')
  await tsImport(`./${name}.ts`, beside)
}
