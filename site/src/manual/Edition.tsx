import Head from '@docusaurus/Head'
import { DocsSidebarProvider } from '@docusaurus/plugin-content-docs/client'
import renderRoutes from '@docusaurus/renderRoutes'
import { matchPath, useLocation } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import DocRootLayout from '@theme/DocRoot/Layout'
import Layout from '@theme/Layout'
import NotFoundContent from '@theme/NotFound/Content'
import { type ReactNode, useMemo } from 'react'
import type { SiteEdition } from '../../../manual/site.ts'
import { sidebarOf } from './documents.ts'
import { PlaceContext } from './edition.ts'
import { useFetchOnDemand, useInnerLinks } from './inner-links.ts'

type Routes = NonNullable<Parameters<typeof renderRoutes>[0]>

/** The theme's layout around every page of one language. It stays mounted while the reader goes from page to page. */
export default function Edition({ edition, route }: { edition: SiteEdition; route: { routes: Routes } }): ReactNode {
  useInnerLinks()
  useFetchOnDemand()
  const { pathname } = useLocation()
  const address = useDocusaurusContext().siteConfig.baseUrl + edition.path
  const known = route.routes.some(({ path }) => typeof path === 'string' && matchPath(pathname, { path, exact: true }))
  const here = known && !pathname.endsWith('/404/') ? pathname.slice(address.length) : null
  const place = useMemo(() => ({ edition, here }), [edition, here])
  const sidebar = useMemo(() => sidebarOf(edition, address), [edition, address])
  return (
    <PlaceContext.Provider value={place}>
      <Head titleTemplate={`%s · ${edition.title}`} defaultTitle={edition.title}>
        <html lang={edition.language} dir={edition.direction} />
      </Head>
      <Layout>
        <DocsSidebarProvider name={edition.language} items={sidebar}>
          <DocRootLayout>{known ? renderRoutes(route.routes) : <NotFoundContent />}</DocRootLayout>
        </DocsSidebarProvider>
      </Layout>
    </PlaceContext.Provider>
  )
}
