/** The course's pages in the shapes in which the docs plugin gives documents to the theme. */
import type { PropDocContent, PropSidebar, PropSidebarItem } from '@docusaurus/plugin-content-docs'
import type { LabelledLink, SiteEdition, SiteEntry, SitePage } from '../../../manual/site.ts'

/** What an entry of the sidebar shows besides its title. */
export type EntryFacts = Pick<SiteEntry, 'number' | 'foreign'>

/** A module is a category whose own page is the module's; `address` is that of the edition's folder. */
export function sidebarOf({ navigation }: SiteEdition, address: string): PropSidebar {
  const item = (entry: SiteEntry): PropSidebarItem => {
    const { title, number, foreign, path, entries } = entry
    const facts = { label: title, href: address + path, customProps: { number, foreign } satisfies EntryFacts }
    return entries.length === 0
      ? { type: 'link', docId: path, ...facts }
      : { type: 'category', collapsible: true, collapsed: true, items: entries.map(item), ...facts }
  }
  return navigation.map(item)
}

/** A page as the docs plugin's loader would have compiled it; `text` draws what stands under the title. */
export function documentOf(page: SitePage, overview: string, address: string, text: () => React.ReactNode): PropDocContent {
  const link = (to: LabelledLink | null) => (to ? { ...to, permalink: address + to.path } : undefined)
  const metadata = {
    id: page.path,
    title: page.kind === 'home' ? overview : page.title,
    description: page.description,
    permalink: address + page.path,
    previous: link(page.previous),
    next: link(page.next),
    frontMatter: {},
    tags: [],
  }
  // What the theme does not read, such as the place of a Markdown file, a written page does not have.
  const loaded = { metadata, toc: page.headings, frontMatter: {}, assets: {}, contentTitle: page.title }
  return Object.assign(text, loaded) as unknown as PropDocContent
}
