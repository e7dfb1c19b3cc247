/** A campaign's figures, for whoever reads its output: one line of JSON. */
export function report(campaign: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${campaign}: ${JSON.stringify(figures)}\n`)
}
