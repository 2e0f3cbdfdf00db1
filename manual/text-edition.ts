/**
 * The text edition of the manual: the pages of the plain edition without pictures, fonts and scripts, for a slow line, an old phone, a
 * message. A page is one file with its few lines of style inside; the whole edition is written once more as a single file to pass on.
 *
 * ```
 * index.html                               home
 * <id>.html                                the page of that id: a module, a block, the glossary …
 * <course>-<language>-<edition>-text.html  everything in one file
 * ```
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Edition, PageNumbers } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { type ContentsEntry, contentsOf } from './contents.ts'
import { fileOf } from './page-files.ts'
import { type ManualPage, manualPages } from './pages.ts'
import { plainContent } from './text-content.ts'
import { textCss } from './text-styles.ts'

export interface TextEdition {
  /** The folder on its own: path to page. */
  alone: Map<string, string>
  /** The same folder where it lies as `text/` in the plain edition: its pages lead to their twins with pictures. */
  withinPlain: Map<string, string>
}

/** Writes the edition. Same course, same bytes. */
export function textEdition(course: Course, edition: Edition, numbers?: PageNumbers): TextEdition {
  const pages = manualPages(course, edition, {
    // what has no drawing is told by its alt text
    drawings: new Map(),
    ...(numbers ? { pages: numbers } : {}),
    pageHref: (_, to, anchor) => `${PAGE}${to}#${anchor ?? ''}`,
    fileHref: () => null,
  })
  const context: Context = {
    course,
    edition,
    pages,
    byId: new Map(pages.map((page) => [page.id, page])),
    byPath: new Map(pages.map((page) => [page.path, page])),
    anchors: anchorsIn(pages),
  }
  const all: [string, string] = [wholeName(course, edition), wholeDocument(context)]
  const written = pages.map((page) => ({ page, main: mainPart(page, context) }))
  const folder = (around: boolean) =>
    new Map([...written.map(({ page, main }): [string, string] => [textFileOf(page), pageDocument(page, main, around, context)]), all])
  return { alone: folder(false), withinPlain: folder(true) }
}

/** File name of the edition as a single file: it says what it is wherever it is sent. */
export function wholeName(course: Course, edition: Edition): string {
  return `${course.id}-${course.language}-${edition}-text.html`
}

/** File of a page in the text edition: one flat folder, so that addresses are short. Ids begin with a letter. */
export function textFileOf({ id, kind }: Pick<ManualPage, 'id' | 'kind'>): string {
  if (kind === 'home') return 'index.html'
  return id === 'index' ? '_index.html' : `${id}.html`
}

/** Before the path of a page in an address that is not yet that of a file. */
const PAGE = 'page:'

/** The page and the place on it that an address leads to; null where it is not one of ours or stays on its page. */
function leadsTo(address: string, { byPath }: Context): { to: ManualPage; anchor: string } | null {
  const [, path, anchor = ''] = /^page:([^#]*)#(.*)$/.exec(address) ?? []
  const to = path === undefined ? undefined : byPath.get(path)
  return to ? { to, anchor } : null
}

interface Context {
  course: Course
  edition: Edition
  pages: readonly ManualPage[]
  byId: ReadonlyMap<string, ManualPage>
  byPath: ReadonlyMap<string, ManualPage>
  /** Ids that links lead to. */
  anchors: ReadonlySet<string>
}

/** Every id that a link of the pages leads to. */
function anchorsIn(pages: readonly ManualPage[]): Set<string> {
  const found = new Set<string>()
  const read = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      const anchor = /^(?:page:[^#]*)?#(.+)$/.exec(String(node.properties.href ?? ''))?.[1]
      if (anchor !== undefined) found.add(anchor)
      read(node.children)
    }
  }
  for (const { content } of pages) read(content)
  return found
}

// ---- one page a file ----------------------------------------------------------------------------------------------

function mainPart(page: ManualPage, context: Context): Element {
  const href = (address: string): string => {
    const found = leadsTo(address, context)
    return found ? textFileOf(found.to) + (found.anchor ? `#${found.anchor}` : '') : address
  }
  const keepsId = (id: string): boolean => context.anchors.has(id)
  const content = plainContent(page.content, { keepsId, href, colon: words(context.course.language).colon, deeper: 0 })
  return h('main', [h('h1', titleOf(page, context)), ...content])
}

function pageDocument(page: ManualPage, main: Element, around: boolean, context: Context): string {
  const { course, edition } = context
  const say = words(course.language)
  const isHome = page.kind === 'home'
  const top = [
    ...above(page, context).map((one) => pageLink(one, context)),
    edition === 'facilitator' ? say.facilitatorEdition : say.participantEdition,
    ...(around ? [h('a', { href: `../${fileOf(page.path)}` }, say.text.withPictures)] : []),
    ...(isHome ? [h('a', { href: wholeName(course, edition) }, say.text.asOneFile)] : []),
  ]
  return document(isHome ? course.title : `${page.title} – ${course.title}`, context, [
    h('header', parted(top)),
    main,
    neighbours(page, context),
    footer(context, isHome),
  ])
}

/** The pages above a page, home first. */
function above(page: ManualPage, context: Context): ManualPage[] {
  const parent = page.parent === null ? undefined : context.byId.get(page.parent)
  return parent ? [...above(parent, context), parent] : []
}

function neighbours({ previous, next }: ManualPage, context: Context): Element {
  const say = words(context.course.language)
  const line = (id: string | null, way: string): ElementContent[] => {
    const to = id === null ? undefined : context.byId.get(id)
    return to ? [h('li', [`${way}${say.colon}`, pageLink(to, context)])] : []
  }
  return h('nav', { ariaLabel: say.neighbours }, [h('ul', [...line(next, say.next), ...line(previous, say.previous)])])
}

function pageLink(to: ManualPage, context: Context): Element {
  const say = words(context.course.language)
  const name = to.kind === 'home' ? context.course.title : to.label ? `${to.label}${say.colon}${to.title}` : to.title
  return h('a', { href: textFileOf(to) }, name)
}

// ---- everything in one file ---------------------------------------------------------------------------------------

function wholeDocument(context: Context): string {
  const { course, edition, pages, anchors } = context
  const say = words(course.language)
  // what two pages show (the framework) is reached where it stands first
  const given = new Set<string>()
  const keepsId = (id: string): boolean => anchors.has(id) && !given.has(id) && given.add(id).has(id)
  const articles = pages.map((page) => {
    const href = (address: string): string => {
      if (address === '#') return `#${placeOf(page)}`
      const found = leadsTo(address, context)
      return found ? `#${found.anchor || placeOf(found.to)}` : address
    }
    const content = plainContent(page.content, { keepsId, href, colon: say.colon, deeper: 1 })
    return h('article', { id: placeOf(page) }, [h('h2', titleOf(page, context)), ...content])
  })
  return document(course.title, context, [
    h('header', parted([edition === 'facilitator' ? say.facilitatorEdition : say.participantEdition])),
    h('main', [
      h('h1', course.title),
      h('nav', { ariaLabel: say.contents }, [contentsList(contentsOf(course, pages), context)]),
      ...articles,
    ]),
    footer(context, true),
  ])
}

function contentsList(entries: readonly ContentsEntry[], context: Context): Element {
  const say = words(context.course.language)
  return h(
    'ul',
    entries.map(({ page, number, entries: under }) =>
      h('li', [
        ...(number ? [`${number} `] : []),
        h('a', { href: `#${placeOf(page)}`, ...languageOf(page) }, page.kind === 'home' ? say.overview : page.title),
        ...(under.length > 0 ? [contentsList(under, context)] : []),
      ]),
    ),
  )
}

/** Id of a page in the single file; written ids begin with a letter. */
function placeOf({ id }: ManualPage): string {
  return `_${id}`
}

// ---- parts of both ------------------------------------------------------------------------------------------------

function document(title: string, { course, edition }: Context, body: ElementContent[]): string {
  const page = h('html', { lang: course.language, dir: course.direction, dataEdition: edition }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('title', title),
      h('style', textCss(course.direction)),
    ]),
    h('body', body),
  ])
  return `<!doctype html>\n${toHtml(page)}\n`
}

function titleOf(page: ManualPage, { course }: Context): ElementContent[] {
  const label = page.label ? `${page.label}${words(course.language).colon}` : ''
  return [{ type: 'text', value: label }, page.fallback ? h('span', languageOf(page), page.title) : { type: 'text', value: page.title }]
}

function languageOf(page: ManualPage): { lang?: string; dir?: 'auto' } {
  return page.fallback ? { lang: page.language, dir: 'auto' } : {}
}

/** The home page says imprint, disclaimer and licence itself. */
function footer({ course }: Context, hasHome: boolean): Element {
  const version = `${course.title}. ${words(course.language).version} ${course.version} (${course.fingerprint}).`
  const more = hasHome ? [] : [course.imprint, course.disclaimer, course.licence]
  return h(
    'footer',
    [version, ...more].filter(Boolean).map((text) => h('p', text)),
  )
}

function parted(items: readonly (ElementContent | string)[]): (ElementContent | string)[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [' · ', item]))
}
