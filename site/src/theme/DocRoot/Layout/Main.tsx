import ErrorBoundary from '@docusaurus/ErrorBoundary'
import { useLocation } from '@docusaurus/router'
import type { Props } from '@theme/DocRoot/Layout/Main'
import ErrorPageContent from '@theme/ErrorPageContent'
import { type ReactNode, useEffect, useRef } from 'react'

/** The place of the page's text. After a move within the site, focus goes here: a screen reader starts at the new page, not in the old link. */
export default function DocRootLayoutMain({ children }: Props): ReactNode {
  const { pathname, hash } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (hash) unfold(hash)
    if (shown.current === pathname) return
    shown.current = pathname
    if (!hash) main.current?.focus({ preventScroll: true })
  }, [pathname, hash])
  return (
    <main id="main" ref={main} tabIndex={-1}>
      <ErrorBoundary fallback={(failure) => <ErrorPageContent {...failure} />}>{children}</ErrorBoundary>
    </main>
  )
}

/** Opens the folded sections around an anchor and brings it into view. */
function unfold(hash: string): void {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)))
  let opened = false
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    opened ||= !fold.open
    fold.open = true
  }
  if (opened) target?.scrollIntoView()
}
