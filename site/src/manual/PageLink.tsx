import { useHistory } from '@docusaurus/router'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { type AnchorHTMLAttributes, type ReactNode, useEffect } from 'react'
import { useEdition } from './edition.ts'

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path from the edition's folder, with or without an anchor. */
  to: string
  /** Folder of the edition; the one on screen by default. */
  folder?: string
}

/**
 * A link to a page of the site. Docusaurus' own Link fetches every page it links to as soon as it comes into view, which on a poor
 * line takes the place of the page one reads; here a page is fetched when the reader points at it (`useInnerLinks`).
 */
export function PageLink({ to, folder, ...attributes }: Props): ReactNode {
  const { path } = useEdition()
  const { baseUrl } = useDocusaurusContext().siteConfig
  const address = baseUrl + (folder ?? path) + to
  useBrokenLinks().collectLink(address)
  return <a {...attributes} href={address} />
}

/** Follows links to pages of the site, in the frame and in the text alike, without reloading the frame. Everything else is the browser's. */
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
