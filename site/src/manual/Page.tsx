import useBrokenLinks from '@docusaurus/useBrokenLinks'
import DocItem, { type Props as DocItemProps } from '@theme/DocItem'
import { type ReactNode, useMemo } from 'react'
import type { SitePage } from '../../../manual/site.ts'
import { documentOf } from './documents.ts'
import { PageContext, useEdition, useEditionAddress } from './edition.ts'

/** A page of the course, given to the theme as a document. */
export default function Page({ page, route }: { page: SitePage; route: DocItemProps['route'] }): ReactNode {
  const { words } = useEdition()
  const address = useEditionAddress()
  const content = useMemo(() => documentOf(page, words.overview, address, () => <Text html={page.html} />), [page, words, address])
  useLinkCheck(page)
  return (
    <PageContext.Provider value={page}>
      <DocItem content={content} route={route} />
    </PageContext.Provider>
  )
}

function Text({ html }: { html: string }): ReactNode {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own writers from checked Markdown, no raw HTML passes
  return <div className="flesh side-heads" dangerouslySetInnerHTML={{ __html: html }} />
}

/** Tells Docusaurus which pages and anchors the text points at and which it offers, so that a dead link stops the build. */
function useLinkCheck(page: SitePage): void {
  const { collectLink, collectAnchor } = useBrokenLinks()
  for (const link of page.links) collectLink(link)
  for (const anchor of page.anchors) collectAnchor(anchor)
}
