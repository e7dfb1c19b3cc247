import { type RefObject, useLayoutEffect } from 'react'

const smallestPx = 14
const largestPx = 72

/**
 * Makes what is in `box` as large as it can be without leaving it: on a projector the last row must be read as well.
 * Everything inside is sized in `em`. Where even the smallest is too large, the box scrolls.
 */
export function useFitText(box: RefObject<HTMLElement | null>, content: unknown): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element || content === undefined) return
    const fits = (px: number) => {
      element.style.fontSize = `${px}px`
      return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth
    }
    const enlarge = () => {
      let [low, high] = [smallestPx, largestPx]
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (fits(middle)) low = middle
        else high = middle
      }
      fits(low)
    }
    enlarge()
    const resized = new ResizeObserver(enlarge)
    resized.observe(element)
    // Letters of our own come a moment later, and are wider.
    document.fonts.addEventListener('loadingdone', enlarge)
    return () => {
      resized.disconnect()
      document.fonts.removeEventListener('loadingdone', enlarge)
    }
  }, [box, content])
}
