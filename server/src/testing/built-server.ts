import { join } from 'node:path'

/** A command of the server (`main`, `admin-link`, `backup`, `restore`), built for this run by `build-server.ts`. */
export function builtCommand(name: string): string {
  const folder = process.env.TABLECLOTH_BUILT_SERVER
  if (folder === undefined) throw new Error('The server was not built: is build-server.ts in the globalSetup?')
  return join(folder, `${name}.js`)
}
