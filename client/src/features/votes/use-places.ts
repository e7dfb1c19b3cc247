import { useEffect, useState } from 'react'
import type { PlacesInView } from '../../canvas/items/canvas-items.ts'
import { useVotesPlace } from './votes-context.ts'

const nowhere: PlacesInView = { zoom: 1, places: [] }

/** Where these lie on the overlay, as far as they are in view. */
export function usePlaces(ids: readonly string[]): PlacesInView {
  const { canvas } = useVotesPlace()
  const [places, setPlaces] = useState(nowhere)
  // The list is another one with every change of the board; what is in it seldom is.
  const list = ids.join(' ')
  useEffect(() => canvas?.items.watchPlaces(list === '' ? [] : list.split(' '), setPlaces), [canvas, list])
  return places
}
