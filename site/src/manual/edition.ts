import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { createContext, useContext } from 'react'
import type { SiteEdition, SitePage } from '../../../manual/site.ts'

export interface Place {
  /** The edition (one language of the course) that the page on screen belongs to. */
  edition: SiteEdition
  /** Path of the page on screen from the edition's folder; null where there is no such page. */
  here: string | null
}

export const PlaceContext = createContext<Place | null>(null)

export const PageContext = createContext<SitePage | null>(null)

export function useEdition(): SiteEdition {
  return usePlace().edition
}

export function useHere(): string | null {
  return usePlace().here
}

/** Address of the edition's folder, such as `/site/fr/`. */
export function useEditionAddress(): string {
  return useDocusaurusContext().siteConfig.baseUrl + useEdition().path
}

/** The page on screen, inside Page.tsx. */
export function usePage(): SitePage {
  const page = useContext(PageContext)
  if (!page) throw new Error('A part of a page stands outside Page.')
  return page
}

function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('A part of the manual stands outside Edition.')
  return place
}
