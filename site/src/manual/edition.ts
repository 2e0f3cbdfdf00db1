import { createContext, useContext } from 'react'
import type { SiteEdition } from '../../../manual/site.ts'

export interface Place {
  /** The edition (one language of the course) that the page on screen belongs to. */
  edition: SiteEdition
  /** Path of the page on screen from the edition's folder; null where there is no such page. */
  here: string | null
}

export const PlaceContext = createContext<Place | null>(null)

export function useEdition(): SiteEdition {
  return usePlace().edition
}

export function useHere(): string | null {
  return usePlace().here
}

function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('A part of the manual stands outside Edition.')
  return place
}
