import Head from '@docusaurus/Head'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import type { ReactNode } from 'react'
import type { LabelledLink, SitePage } from '../../../manual/site.ts'
import { Contents } from './Contents.tsx'
import { useEdition } from './edition.ts'
import { PageLink } from './PageLink.tsx'

export default function Page({ page }: { page: SitePage }): ReactNode {
  const edition = useEdition()
  useLinkCheck(page)
  return (
    <>
      <Head>
        <title>{page.kind === 'home' ? edition.words.overview : page.title}</title>
        {page.description !== '' && <meta name="description" content={page.description} />}
      </Head>
      <div className={`page page-${page.kind}`}>
        <div className="page-text">
          <Title page={page} />
          <Contents headings={page.headings} folded />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own writers from checked Markdown, no raw HTML passes */}
          <div className="flesh side-heads" dangerouslySetInnerHTML={{ __html: page.html }} />
          <Neighbours page={page} />
        </div>
        <Contents headings={page.headings} />
      </div>
    </>
  )
}

function Title({ page }: { page: SitePage }): ReactNode {
  const { language } = useEdition()
  return (
    <header className="page-head">
      <Trail page={page} />
      <h1 lang={page.foreign ?? undefined}>
        {page.label !== '' && (
          <span className="page-label" lang={page.foreign ? language : undefined}>
            {page.label}{' '}
          </span>
        )}
        <span className="page-title">{page.title}</span>
      </h1>
    </header>
  )
}

/** Where the page stands: the steps from the home page to it. */
function Trail({ page }: { page: SitePage }): ReactNode {
  const { words } = useEdition()
  if (page.trail.length === 0) return null
  return (
    <nav className="trail" aria-label={words.youAreHere}>
      <ol>
        {page.trail.map((step) => (
          <li key={step.path}>
            <PageLink to={step.path}>
              <Named link={step} />
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Neighbours({ page: { previous, next } }: { page: SitePage }): ReactNode {
  const { words } = useEdition()
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={words.neighbours}>
      {previous && (
        <PageLink className="neighbour neighbour-prev" rel="prev" to={previous.path}>
          <span className="neighbour-way">{words.previous}</span>{' '}
          <span className="neighbour-title">
            <Named link={previous} />
          </span>
        </PageLink>
      )}
      {next && (
        <PageLink className="neighbour neighbour-next" rel="next" to={next.path}>
          <span className="neighbour-way">{words.next}</span>{' '}
          <span className="neighbour-title">
            <Named link={next} />
          </span>
        </PageLink>
      )}
    </nav>
  )
}

function Named({ link: { label, title, foreign } }: { link: LabelledLink }): ReactNode {
  const { words } = useEdition()
  return (
    <>
      {label !== '' && label + words.colon}
      <span lang={foreign ?? undefined}>{title}</span>
    </>
  )
}

/** Tells Docusaurus which pages and anchors the text points at and which it offers, so that a dead link stops the build. */
function useLinkCheck(page: SitePage): void {
  const { collectLink, collectAnchor } = useBrokenLinks()
  for (const link of page.links) collectLink(link)
  for (const anchor of page.anchors) collectAnchor(anchor)
}
