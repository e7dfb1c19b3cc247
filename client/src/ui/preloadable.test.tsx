import { act, Suspense } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { preloadable } from './preloadable.tsx'

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

let root: Root
let container: HTMLElement
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  container = document.createElement('div')
  root = createRoot(container)
})
afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

const shown = () => container.textContent
function show(Part: ReturnType<typeof preloadable<{ name: string }>>) {
  act(() =>
    root.render(
      <Suspense fallback="Loading">
        <Part name="Ana" />
      </Suspense>,
    ),
  )
}

test('what is preloaded is there at once, without what stands in for it', async () => {
  const Part = preloadable(async () => Greeting)
  await Part.preload()
  show(Part)
  expect(shown()).toBe('Hello Ana')
})

test('what is not preloaded comes as soon as it is there', async () => {
  const Part = preloadable(async () => Greeting)
  show(Part)
  expect(shown()).toBe('Loading')
  await vi.waitFor(async () => {
    await act(async () => undefined)
    expect(shown()).toBe('Hello Ana')
  })
})

test('what could not be preloaded is loaded again when it is shown', async () => {
  let isLineBroken = true
  const Part = preloadable(async () => {
    if (isLineBroken) throw new Error('no line')
    return Greeting
  })
  await expect(Part.preload()).rejects.toThrow('no line')
  isLineBroken = false
  show(Part)
  await vi.waitFor(async () => {
    await act(async () => undefined)
    expect(shown()).toBe('Hello Ana')
  })
})
