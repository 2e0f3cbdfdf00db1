import { useHistory } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useEffect } from 'react'

/** Follows links in the pages' text, which is HTML, without reloading the frame. The theme's own links do so themselves; everything else is the browser's. */
export function useInnerLinks(): void {
  const history = useHistory()
  const { baseUrl } = useDocusaurusContext().siteConfig
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = event.button === 0 && !event.defaultPrevented && !hasModifier(event) ? pageAddress(event, baseUrl) : null
      if (!address) return
      event.preventDefault()
      history.push(address.pathname + address.search + address.hash)
    }
    const fetchAhead = (event: PointerEvent) => {
      const address = pageAddress(event, baseUrl)
      if (address) window.docusaurus.preload(address.pathname)
    }
    document.addEventListener('click', follow)
    document.addEventListener('pointerover', fetchAhead)
    return () => {
      document.removeEventListener('click', follow)
      document.removeEventListener('pointerover', fetchAhead)
    }
  }, [history, baseUrl])
}

/**
 * Docusaurus' links fetch every page they lead to as soon as they come into view. With the whole course in the sidebar that is the whole
 * course, which on a poor line takes the place of the page one reads; here a page is fetched when the reader points at a link to it.
 */
export function useFetchOnDemand(): void {
  useEffect(() => {
    window.docusaurus = { ...window.docusaurus, prefetch: () => false }
  }, [])
}

function hasModifier({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey
}

/** Address of the page that the link under an event leads to; null where it is no link, or leads to a file or elsewhere. */
function pageAddress({ target }: Event, baseUrl: string): URL | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return null
  const address = new URL(link.href)
  const isPage = address.origin === window.location.origin && address.pathname.startsWith(baseUrl) && address.pathname.endsWith('/')
  // Anchors of the page on screen are the browser's own: it also moves the place from which Tab goes on.
  return isPage && !(address.pathname === window.location.pathname && address.hash) ? address : null
}
