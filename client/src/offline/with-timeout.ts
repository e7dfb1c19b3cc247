/** A database that another tab holds back, or a disk that does not answer, must not keep the board from opening. */
export const openTimeoutMs = 2_000

/**
 * Waits for a value, and not for ever.
 *
 * @param onLate - Called with the value when it comes after the time is over, so that it can be let go of.
 */
export function withTimeout<T>(promise: Promise<T>, timeoutMs: number, onLate: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const timer = setTimeout(() => {
      isOver = true
      reject(new DOMException('It took too long', 'TimeoutError'))
    }, timeoutMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        if (isOver) onLate(value)
        else resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
