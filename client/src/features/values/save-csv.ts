/** @param name - of the file, without its ending */
export function saveCsv(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.csv`
  link.click()
  // The browser has begun to read it by the end of the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}
