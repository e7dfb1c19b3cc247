const oldest = [20, 19]

/** Ends with a sentence on a Node that is too old: later it would fail in the middle of something, with a riddle. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  process.stderr.write(
    `Tablecloth needs Node.js ${oldest.join('.')} or later; this is ${process.versions.node}. Get it from https://nodejs.org.\n`,
  )
  process.exit(1)
}
