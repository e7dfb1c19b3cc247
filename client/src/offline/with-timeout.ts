/**
 * A database that another tab holds back, or a disk that does not answer, must not keep the board from opening. Given up
 * on too soon, what the device keeps is not there for a whole visit: it is counted in time in which an answer could be
 * heard.
 */
export const openTimeoutMs = 5_000
/** A device that is busy, with the board's own code for one, lets at most one of these pass. */
const sliceMs = 100

/**
 * Waits for a value, and not for ever.
 *
 * @param timeoutMs - Time in which this thread is free to hear of it.
 * @param onLate - Called with the value when it comes after the time is over, so that it can be let go of.
 */
export function withTimeout<T>(promise: Promise<T>, timeoutMs: number, onLate: (value: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let leftMs = timeoutMs
    const countDown = () => {
      leftMs -= sliceMs
      if (leftMs > 0) timer = setTimeout(countDown, sliceMs)
      else reject(new DOMException('It took too long', 'TimeoutError'))
    }
    let timer = setTimeout(countDown, sliceMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        if (leftMs > 0) resolve(value)
        else onLate(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
