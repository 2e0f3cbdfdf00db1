import ErrorBoundary from '@docusaurus/ErrorBoundary'
import Head from '@docusaurus/Head'
import renderRoutes from '@docusaurus/renderRoutes'
import { matchPath, useLocation } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { type ReactNode, useEffect, useRef } from 'react'
import type { SiteEdition } from '../../../manual/site.ts'
import { PlaceContext } from './edition.ts'
import { Failed } from './Failed.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import Missing from './Missing.tsx'
import { Navigation } from './Navigation.tsx'
import { useInnerLinks } from './PageLink.tsx'

type Routes = NonNullable<Parameters<typeof renderRoutes>[0]>

/** The frame around every page of one language. It stays mounted while the reader goes from page to page. */
export default function Edition({ edition, route }: { edition: SiteEdition; route: { routes: Routes } }): ReactNode {
  useInnerLinks()
  const { pathname } = useLocation()
  const { baseUrl } = useDocusaurusContext().siteConfig
  const known = route.routes.some(({ path }) => typeof path === 'string' && matchPath(pathname, { path, exact: true }))
  const here = known && !pathname.endsWith('/404/') ? pathname.slice(baseUrl.length + edition.path.length) : null
  return (
    <PlaceContext.Provider value={{ edition, here }}>
      <Head titleTemplate={`%s · ${edition.title}`} defaultTitle={edition.title}>
        <html lang={edition.language} dir={edition.direction} />
      </Head>
      <a className="skip-link" href="#main">
        {edition.words.skipToContent}
      </a>
      <Header />
      <div className="frame">
        <Navigation />
        <Main>
          <ErrorBoundary fallback={({ tryAgain }) => <Failed tryAgain={tryAgain} />}>
            {known ? renderRoutes(route.routes) : <Missing />}
          </ErrorBoundary>
        </Main>
      </div>
      <Footer />
    </PlaceContext.Provider>
  )
}

/** The place of the page's text. After a move within the site, focus goes here: a screen reader starts at the new page, not in the old link. */
function Main({ children }: { children: ReactNode }): ReactNode {
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
      {children}
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
