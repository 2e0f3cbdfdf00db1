/**
 * The manual as the site receives it: one JSON file a page, one a language, one for the whole, and the search indexes. The app in `site/`
 * reads these files and knows nothing else of a course; the types below are what they agree on.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Language, PageNumbers } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { type Words, words } from '../course/words.ts'
import { logoFile, logoOnPage } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { type ContentsEntry, contentsOf } from './contents.ts'
import { type ManualPage, manualPages, type PageHeading, relativeFolder } from './pages.ts'
import type { KitFile } from './pieces.ts'
import { writeSearchIndex } from './search.ts'

/** `site.json`: what there is to build. */
export interface WrittenSite {
  title: string
  /** Path the site is served under, with a slash at both ends: `/site/`. */
  baseUrl: string
  /** Start of the names under which the reader's choices are kept on the device. */
  storageKey: string
  /** The source language first; its `path` is empty. */
  editions: { language: Language; path: string; file: string; pages: { path: string; file: string }[] }[]
}

/** `<language>.json`: what all pages of a language share. */
export interface SiteEdition {
  language: Language
  direction: 'ltr' | 'rtl'
  /** Folder of the language: empty for the source language, else such as `fr/`. */
  path: string
  title: string
  subtitle: string
  publisher: string
  imprint: string
  disclaimer: string
  licence: string
  version: string
  fingerprint: string
  /** The logo as HTML; empty where there is none. */
  logo: string
  storageKey: string
  words: SiteWords
  navigation: SiteEntry[]
  editions: { language: Language; name: string; path: string; direction: 'ltr' | 'rtl' }[]
  /** By language: paths of pages of this edition that the other one does not have. */
  missing: Record<Language, string[]>
}

/** A page as others link to it. */
export interface SiteLink {
  path: string
  title: string
  /** Language of the title where it is not the edition's; null where it is. */
  foreign: Language | null
}

/** A line of the navigation. */
export interface SiteEntry extends SiteLink {
  /** Number of the module or block, letter of the annex; empty where it has none. */
  number: string
  entries: SiteEntry[]
}

/** `<language>/<n>.json`: a page. Paths are counted from the language's folder. */
export interface SitePage {
  /** Empty for the home page, else such as `planning/horizons/`. */
  path: string
  kind: ManualPage['kind']
  /** "Module 1", "Block 1.2", "Annex A"; empty where the page has no number. */
  label: string
  title: string
  description: string
  /** Language of the title where it is not the edition's; null where it is. */
  foreign: Language | null
  /** What stands under the title. */
  html: string
  headings: SiteHeading[]
  /** The pages above it, the home page first. */
  trail: LabelledLink[]
  previous: LabelledLink | null
  next: LabelledLink | null
  /** Addresses of pages of the site that the text links to, as they are in a browser; and the ids it offers. */
  links: string[]
  anchors: string[]
}

export interface LabelledLink extends SiteLink {
  /** "Module 1", "Block 1.2", "Annex A"; empty where the page has no number. */
  label: string
}

/** A line of the list of headings, in the form Docusaurus' theme takes. */
export interface SiteHeading {
  id: string
  level: 2 | 3
  /** HTML: the label ("Activity 1.2") in a span of its own, and the text. */
  value: string
}

/** Interface words of the site. */
export type SiteWords = Pick<Words, (typeof WORDS)[number]>

const WORDS = [
  'close',
  'colon',
  'contents',
  'facilitatorEdition',
  'languages',
  'licence',
  'lightOrDark',
  'manualSite',
  'neighbours',
  'next',
  'noSuchPage',
  'noSuchPageAdvice',
  'nothingFound',
  'onThisPage',
  'overview',
  'pageFailed',
  'previous',
  'search',
  'searchFailed',
  'searchLabel',
  'searchLoading',
  'searchResults',
  'skipToContent',
  'tryAgain',
  'version',
  'youAreHere',
] as const

export interface SiteSource {
  course: Course
  drawings: Drawings
  /** Pages of the guideline, for `:page[]`. */
  pages?: PageNumbers
  /** Address of a file of the kit from the site's own folder, such as `../en/guideline.pdf`; null where it is not made. */
  fileHref?(file: KitFile): string | null
}

/**
 * Writes everything the app shows: path -> JSON text. `sources` holds one course value a language, the source language first.
 * `baseUrl` is the path the site is served under. Same sources, same text.
 */
export function writeSite(sources: readonly SiteSource[], baseUrl: string): Map<string, string> {
  const editions = sources.map((source, index) => planEdition(source, index === 0 ? '' : `${source.course.language}/`))
  const first = editions[0]
  if (!first) throw new Error('A site needs a course in at least one language.')
  const site: WrittenSite = {
    title: first.course.title,
    baseUrl,
    storageKey: storageKey(first.course),
    editions: editions.map(({ course: { language }, path, pages }) => ({
      language,
      path,
      file: `${language}.json`,
      pages: pages.map((page, index) => ({ path: page.path, file: pageFile(language, index) })),
    })),
  }
  const files = new Map([['site.json', JSON.stringify(site)]])
  for (const edition of editions) {
    const { language } = edition.course
    files.set(`${language}.json`, JSON.stringify(siteEdition(edition, editions, baseUrl)))
    for (const [index, page] of edition.pages.entries()) {
      files.set(pageFile(language, index), JSON.stringify(sitePage(page, edition, baseUrl)))
    }
    files.set(`static/search/${language}.json`, writeSearchIndex(edition.pages, language))
  }
  return files
}

function pageFile(language: Language, index: number): string {
  return `${language}/${index}.json`
}

// ---- edition ------------------------------------------------------------------------------------------------------

interface PlannedEdition {
  course: Course
  path: string
  pages: ManualPage[]
  byId: ReadonlyMap<string, ManualPage>
}

function planEdition({ course, drawings, pages, fileHref }: SiteSource, path: string): PlannedEdition {
  const manual = manualPages(course, 'facilitator', {
    drawings,
    ...(pages ? { pages } : {}),
    fileHref: (from, file) => {
      const href = fileHref?.(file) ?? null
      return href && relativeFolder(path + from, '') + href
    },
  })
  return { course, path, pages: manual, byId: new Map(manual.map((page) => [page.id, page])) }
}

function siteEdition({ course, path, pages }: PlannedEdition, all: readonly PlannedEdition[], baseUrl: string): SiteEdition {
  const { language, direction, title, subtitle, publisher, imprint, disclaimer, licence, version, fingerprint } = course
  return {
    language,
    direction,
    path,
    title,
    subtitle,
    publisher,
    imprint,
    disclaimer,
    licence,
    version,
    fingerprint,
    logo: toHtml(logoOnPage(lookOf(course.look).logo, (picture, ground) => baseUrl + logoFile(picture, ground))),
    storageKey: storageKey(course),
    words: siteWords(language),
    navigation: navigation(course, pages),
    editions: all.map((other) => ({
      language: other.course.language,
      name: words(other.course.language).languageName,
      path: other.path,
      direction: other.course.direction,
    })),
    missing: Object.fromEntries(all.map((other) => [other.course.language, missingPaths(pages, other.pages)])),
  }
}

/** Storage is kept by site address, which several courses may share. */
function storageKey(course: Course): string {
  return `fieldkit:${course.id}`
}

function siteWords(language: Language): SiteWords {
  const say = words(language)
  return Object.fromEntries(WORDS.map((name) => [name, say[name]])) as SiteWords
}

function missingPaths(pages: readonly ManualPage[], others: readonly ManualPage[]): string[] {
  const there = new Set(others.map(({ path }) => path))
  return pages.map(({ path }) => path).filter((path) => !there.has(path))
}

function navigation(course: Course, pages: readonly ManualPage[]): SiteEntry[] {
  const say = words(course.language)
  const entryOf = ({ page, number, entries }: ContentsEntry): SiteEntry => ({ ...linkTo(page, say), number, entries: entries.map(entryOf) })
  return contentsOf(course, pages).map(entryOf)
}

// ---- page ---------------------------------------------------------------------------------------------------------

function sitePage(page: ManualPage, { course, path, byId }: PlannedEdition, baseUrl: string): SitePage {
  const say = words(course.language)
  return {
    path: page.path,
    kind: page.kind,
    label: page.label,
    title: page.title,
    description: page.summary,
    foreign: page.fallback ? page.language : null,
    html: page.html,
    headings: page.headings.filter(({ depth, label }) => depth === 2 || label !== '').map(siteHeading),
    trail: trail(page, byId).map((above) => labelled(above, say)),
    previous: neighbour(page.previous, byId, say),
    next: neighbour(page.next, byId, say),
    ...linksAndAnchors(page, baseUrl + path + page.path, baseUrl),
  }
}

function siteHeading({ id, depth, label, text }: PageHeading): SiteHeading {
  const named = label === '' ? [] : [h('span', { className: ['heading-label'] }, label), { type: 'text' as const, value: ' ' }]
  return { id, level: depth === 2 ? 2 : 3, value: toHtml([...named, { type: 'text', value: text }]) }
}

function trail(page: ManualPage, byId: ReadonlyMap<string, ManualPage>): ManualPage[] {
  const parent = page.parent === null ? undefined : byId.get(page.parent)
  return parent ? [...trail(parent, byId), parent] : []
}

function neighbour(id: string | null, byId: ReadonlyMap<string, ManualPage>, say: Words): SitePage['previous'] {
  const page = id === null ? undefined : byId.get(id)
  return page ? labelled(page, say) : null
}

function labelled(page: ManualPage, say: Words): LabelledLink {
  return { ...linkTo(page, say), label: page.label }
}

function linkTo(page: ManualPage, say: Words): SiteLink {
  return { path: page.path, title: page.kind === 'home' ? say.overview : page.title, foreign: page.fallback ? page.language : null }
}

/** What Docusaurus' check of links needs, which does not look into the page's HTML itself. */
function linksAndAnchors(page: ManualPage, address: string, baseUrl: string): { links: string[]; anchors: string[] } {
  const links = new Set<string>()
  const anchors = new Set<string>()
  for (const { tagName, properties } of elements(page.content)) {
    if (typeof properties.id === 'string') anchors.add(properties.id)
    if (tagName !== 'a' || typeof properties.href !== 'string') continue
    const { origin, pathname, hash } = new URL(properties.href, `${HERE}${address}`)
    if (origin === HERE && pathname.startsWith(baseUrl) && pathname.endsWith('/')) links.add(pathname + hash)
  }
  return { links: [...links], anchors: [...anchors] }
}

const HERE = 'http://here.invalid'

function* elements(nodes: readonly ElementContent[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    yield node
    yield* elements(node.children)
  }
}
