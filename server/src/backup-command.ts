import { explainFailure } from './start-message.ts'
import { BackupProblem, type Manifest } from './storage/backup/backup-contents.ts'

/** Runs a command at a terminal: progress and faults to the one stream, what came of it to the other. */
export async function runCommand(command: (report: (line: string) => void) => Promise<string>): Promise<void> {
  try {
    const result = await command((line) => process.stderr.write(`${line}\n`))
    process.stdout.write(`${result}\n`)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = 1
  }
}

function explain(error: unknown): string {
  if (error instanceof BackupProblem) return error.message
  // What was typed is not an option of the command; Node says which.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message
  return explainFailure(error)
}

export function describeContents({ boards, pictures }: Manifest): string {
  return `${count(boards, 'board')} and ${count(pictures, 'picture')}`
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
}
