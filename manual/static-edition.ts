/**
 * The plain edition of the manual: a folder of pages that opens from disk, from a USB stick or from any web server.
 * Over `file://` a browser runs neither `fetch` nor module scripts, so everything is a relative link, a style sheet or
 * a plain script, the search index included. Without scripts every page still reads and links; only the search and the
 * choice of colours are missing.
 *
 * ```
 * index.html                      home
 * manual/<module>/<block>.html    the other pages
 * assets/                         style.css, page.js, search.js, search-index.js, fonts/
 * slides/, worksheets/ …          files of the kit; whoever writes the folder puts them there
 * text/                           the same without pictures, fonts and scripts (text-edition.ts)
 * ```
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Edition, Language, PageNumbers } from '../course/course.ts'
import { BUILT_HANDOUT, handoutName } from '../course/handouts.ts'
import { sheetName } from '../course/papers.ts'
import { toHtml } from '../course/to-html.ts'
import { type Words, words } from '../course/words.ts'
import { contentCss } from '../look/content.ts'
import { logoCss, logoFile, logoFiles, logoOnPage } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { pageCss } from '../look/page.ts'
import { tokensCss } from '../look/tokens.ts'
import { type ContentsEntry, contentsOf } from './contents.ts'
import { fileOf, relative } from './page-files.ts'
import { isList, type ManualPage, manualPages, pagePaths } from './pages.ts'
import type { KitFile } from './pieces.ts'
import { writeSearchIndex } from './search.ts'
import { mastheadLogoCss, staticCss } from './static-styles.ts'
import { textFileOf } from './text-edition.ts'

export interface StaticEditionOptions {
  drawings: Drawings
  /** Pages of the guideline, for `:page[]`. */
  pages?: PageNumbers
  /** Paths of the other files in the folder, from its root (`kitFilePath`); only those are linked to. */
  files: ReadonlySet<string>
  /** The same edition in other languages, where it lies within reach. */
  others: readonly OtherEdition[]
  /** `@font-face` rules with addresses from the style sheet (`fonts/…`), and the files they name. */
  fonts: { css: string; files: ReadonlyMap<string, Uint8Array> }
  /** The bundled scripts of `static-page.ts` and `static-search.ts`. */
  scripts: { page: string; search: string }
}

export interface OtherEdition {
  language: Language
  /** Address of its folder as seen from this one's, with a slash at the end: `../../fr/participant/`. */
  folder: string
  /** Files it has; a page that is not among them is answered with its home. */
  files: ReadonlySet<string>
}

/** Files of a folder: path from its root, contents. */
export type FileMap = Map<string, string | Uint8Array>

/** Writes the edition. Same course and options, same bytes. */
export function staticEdition(course: Course, edition: Edition, options: StaticEditionOptions): FileMap {
  const pages = staticPages(course, edition, options)
  const byId = new Map(pages.map((page) => [page.id, page]))
  const files: FileMap = new Map()
  for (const page of pages) files.set(fileOf(page.path), pageDocument(page, { course, edition, options, pages, byId }))
  const look = lookOf(course.look)
  const styles = [
    options.fonts.css,
    tokensCss(look),
    contentCss,
    pageCss,
    staticCss,
    ...(look.logo ? [logoCss(look.logo), mastheadLogoCss] : []),
  ]
  files.set('assets/style.css', styles.join('\n'))
  for (const [name, bytes] of logoFiles(look.logo)) files.set(`assets/${name}`, bytes)
  files.set('assets/page.js', options.scripts.page)
  files.set('assets/search.js', options.scripts.search)
  files.set('assets/search-index.js', searchIndexScript(pages, course.language))
  for (const [name, bytes] of options.fonts.files) files.set(`assets/fonts/${name}`, bytes)
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Paths of the pages an edition will have: what another language's switch needs to know. */
export function staticEditionFiles(course: Course, edition: Edition): Set<string> {
  return new Set(pagePaths(course, edition).map(fileOf))
}

/** Where a file of the kit lies in the folder of an edition. */
export function kitFilePath(file: KitFile): string {
  switch (file.kind) {
    case 'worksheet':
      return `worksheets/${worksheetFileName(file.id, file.form)}`
    case 'deck':
      return `slides/${file.module}.html`
    case 'pptx':
      return `slides/${file.module}.pptx`
    case 'handout':
      return `slides/${handoutName(file.module, file.edition, BUILT_HANDOUT[file.edition])}`
    case 'module-print':
      return `modules/${file.module}.pdf`
    case 'run-sheet':
      return `run-sheets/${file.agenda}.pdf`
    case 'event-kit':
      return `run-sheets/event-kit/${file.form}.pdf`
    default:
      return `${file.kind}.pdf`
  }
}

function worksheetFileName(id: string, form: Extract<KitFile, { kind: 'worksheet' }>['form']): string {
  if (form === 'answers') return `${id}.answers.pdf`
  return form === 'html' ? `${id}.html` : sheetName(id, form)
}

// ---- addresses ----------------------------------------------------------------------------------------------------

function staticPages(course: Course, edition: Edition, options: StaticEditionOptions): ManualPage[] {
  return manualPages(course, edition, {
    drawings: options.drawings,
    ...(options.pages ? { pages: options.pages } : {}),
    pageHref: (from, to, anchor) => `${relative(fileOf(from), fileOf(to))}${anchor ? `#${anchor}` : ''}`,
    fileHref: (from, file) => {
      const path = kitFilePath(file)
      return options.files.has(path) ? relative(fileOf(from), path) : null
    },
  })
}

/**
 * The search index as a plain script: `fieldkitSearch` holds the language and the index as text. Its addresses are the
 * pages' own files.
 */
function searchIndexScript(pages: readonly ManualPage[], language: Language): string {
  const filed = pages.map(({ path, title, content }) => ({ path: fileOf(path), title, content }))
  const index = writeSearchIndex(filed, language)
  return `var fieldkitSearch=${scriptText({ language, index })};\n`
}

/** JSON that may stand in a script: line separators and `<` are written as escapes. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

// ---- document -----------------------------------------------------------------------------------------------------

interface Context {
  course: Course
  edition: Edition
  options: StaticEditionOptions
  pages: readonly ManualPage[]
  byId: ReadonlyMap<string, ManualPage>
}

function pageDocument(page: ManualPage, context: Context): string {
  const { course, edition } = context
  const say = words(course.language)
  const asset = (name: string) => relative(fileOf(page.path), `assets/${name}`)
  const name = page.kind === 'home' ? course.title : `${page.title} – ${course.title}`
  const document = h('html', { lang: course.language, dir: course.direction, dataEdition: edition, dataStorage: `fieldkit:${course.id}` }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', name),
      ...(page.summary ? [h('meta', { name: 'description', content: page.summary })] : []),
      h('meta', { name: 'generator', content: `Fieldkit; ${course.id} ${course.version} ${course.fingerprint}` }),
      h('link', { rel: 'stylesheet', href: asset('style.css') }),
      h('script', { src: asset('page.js') }),
    ]),
    h('body', { dataRoot: relative(fileOf(page.path), 'index.html').replace(/index\.html$/, '') }, [
      h('a', { className: 'skip', href: '#text' }, say.skipToContent),
      masthead(page, context),
      h('div', { className: 'frame' }, [contents(page, context), mainPart(page, context), onThisPage(page, say)]),
      colophon(page, context),
    ]),
  ])
  return `<!doctype html>\n${toHtml(document)}\n`
}

function masthead(page: ManualPage, context: Context): Element {
  const { course, edition } = context
  const say = words(course.language)
  return h('header', { className: 'masthead' }, [
    h('div', { className: 'masthead-line' }, [
      h('a', { className: 'masthead-title', href: relative(fileOf(page.path), 'index.html') }, [
        ...logoOnPage(lookOf(course.look).logo, (picture, ground) => relative(fileOf(page.path), `assets/${logoFile(picture, ground)}`)),
        course.title,
        ' ',
        h('span', { className: 'masthead-edition' }, edition === 'facilitator' ? say.facilitatorEdition : say.participantEdition),
      ]),
      h('div', { className: 'masthead-tools' }, [
        searchForm(page, say),
        ...languageSwitch(page, context),
        ...textOnly(page, context),
        h('button', { type: 'button', className: 'theme', hidden: true }, say.lightOrDark),
      ]),
    ]),
  ])
}

/**
 * Hidden where no script runs. The index is loaded when the field is first entered, so that a page stays light on a
 * poor line; what the script needs to know travels in `data-` attributes.
 */
function searchForm(page: ManualPage, say: Words): Element {
  return h(
    'form',
    {
      role: 'search',
      className: 'search',
      hidden: true,
      dataScripts: ['search-index.js', 'search.js'].map((name) => relative(fileOf(page.path), `assets/${name}`)).join(' '),
      dataResults: `${say.searchResults}${say.colon}`,
      dataNothing: say.nothingFound,
    },
    [
      h('label', { htmlFor: 'search', className: 'unseen' }, say.searchLabel),
      h('input', {
        type: 'search',
        id: 'search',
        placeholder: say.search,
        autoComplete: 'off',
        spellCheck: 'false',
        enterKeyHint: 'search',
      }),
      h('p', { role: 'status', className: 'unseen', id: 'search-status' }),
      h('div', { className: 'search-results', hidden: true }),
    ],
  )
}

function languageSwitch(page: ManualPage, context: Context): ElementContent[] {
  const { course, options } = context
  if (options.others.length === 0) return []
  const say = words(course.language)
  const file = fileOf(page.path)
  return [
    h('nav', { className: 'languages', ariaLabel: say.languages }, [
      h(
        'ul',
        { role: 'list' },
        options.others.map((other) => {
          const path = other.files.has(file) ? file : 'index.html'
          const own = words(other.language)
          return h('li', [
            h(
              'a',
              { href: `${relative(file, '')}${other.folder}${path}`, lang: other.language, hrefLang: other.language, dir: 'auto' },
              own.languageName,
            ),
          ])
        }),
      ),
    ]),
  ]
}

/** The same page in the text edition, where that lies in the folder. */
function textOnly(page: ManualPage, { course, options }: Context): ElementContent[] {
  const file = `text/${textFileOf(page)}`
  return options.files.has(file) ? [h('a', { href: relative(fileOf(page.path), file) }, words(course.language).text.edition)] : []
}

function contents(page: ManualPage, context: Context): Element {
  const { course, pages } = context
  const say = words(course.language)
  const entries = contentsOf(course, pages)
  const firstList = entries.find((entry) => isList(entry.page))
  return h('nav', { className: 'contents', ariaLabel: say.contents }, [
    h('details', { dataOpenWide: true }, [
      h('summary', say.contents),
      h(
        'ul',
        { role: 'list', className: 'contents-modules' },
        entries.map((entry) =>
          h('li', { className: entry === firstList ? 'contents-back' : undefined }, [
            contentsLine(entry, page, context, entry.number !== ''),
            ...contentsUnder(entry, page, context),
          ]),
        ),
      ),
    ]),
  ])
}

/** The blocks of a module, the annexes: listed where the page shown is one of them or stands above them. */
function contentsUnder({ page: above, entries }: ContentsEntry, page: ManualPage, context: Context): Element[] {
  if (entries.length === 0 || (above.id !== page.id && above.id !== page.parent)) return []
  return [
    h(
      'ul',
      { role: 'list', className: 'contents-blocks' },
      entries.map((entry) => h('li', [contentsLine(entry, page, context, true)])),
    ),
  ]
}

function contentsLine({ page: to, number }: ContentsEntry, page: ManualPage, { course }: Context, numbered: boolean): Element {
  const title = to.kind === 'home' ? words(course.language).overview : to.title
  const properties = { href: relative(fileOf(page.path), fileOf(to.path)), ariaCurrent: to.id === page.id ? 'page' : undefined } as const
  return h('a', properties, [
    ...(numbered ? [h('span', { className: 'contents-number' }, number)] : []),
    h('span', to.fallback ? { lang: to.language } : {}, title),
  ])
}

function mainPart(page: ManualPage, context: Context): Element {
  const foreign = page.fallback ? { lang: page.language } : {}
  return h('main', { id: 'text', tabIndex: -1 }, [
    h('article', { className: `page-${page.kind}` }, [
      h('header', { className: 'page-head' }, [
        ...trail(page, context),
        h('h1', foreign, [
          ...(page.label
            ? [h('span', { className: 'page-label', lang: page.fallback ? context.course.language : undefined }, page.label), ' ']
            : []),
          h('span', { className: 'page-title' }, page.title),
        ]),
      ]),
      h('div', { className: ['flesh', 'side-heads'] }, page.content),
    ]),
    neighbours(page, context),
  ])
}

function trail(page: ManualPage, { course, byId }: Context): ElementContent[] {
  const say = words(course.language)
  const above: ManualPage[] = []
  for (let at = page.parent; at !== null; at = byId.get(at)?.parent ?? null) {
    const parent = byId.get(at)
    if (parent) above.unshift(parent)
  }
  if (above.length === 0) return []
  return [
    h('nav', { className: 'trail', ariaLabel: say.youAreHere }, [
      h(
        'ol',
        { role: 'list' },
        above.map((parent) =>
          h('li', [
            h(
              'a',
              { href: relative(fileOf(page.path), fileOf(parent.path)) },
              parent.kind === 'home' ? say.overview : parent.label ? `${parent.label}${say.colon}${parent.title}` : parent.title,
            ),
          ]),
        ),
      ),
    ]),
  ]
}

function neighbours(page: ManualPage, { course, byId }: Context): Element {
  const say = words(course.language)
  const link = (id: string | null, rel: 'prev' | 'next', name: string): ElementContent[] => {
    const to = id === null ? undefined : byId.get(id)
    if (!to) return []
    return [
      h('a', { className: `neighbour-${rel}`, rel, href: relative(fileOf(page.path), fileOf(to.path)) }, [
        h('span', { className: 'neighbour-way' }, name),
        h('span', { className: 'neighbour-title' }, to.label ? `${to.label}${say.colon}${to.title}` : to.title),
      ]),
    ]
  }
  return h('nav', { className: 'neighbours', ariaLabel: say.neighbours }, [
    ...link(page.previous, 'prev', say.previous),
    ...link(page.next, 'next', say.next),
  ])
}

function onThisPage(page: ManualPage, say: Words): Element {
  const headings = page.headings.filter(({ depth, label }) => depth === 2 || label !== '')
  if (headings.length < 2) return h('div', { className: 'on-this-page' })
  return h('nav', { className: 'on-this-page', ariaLabel: say.onThisPage }, [
    h('details', { dataOpenWide: true }, [
      h('summary', say.onThisPage),
      h(
        'ul',
        { role: 'list' },
        headings.map(({ id, text, label }) =>
          h('li', [h('a', { href: `#${id}` }, [...(label ? [h('span', { className: 'on-this-page-label' }, label), ' '] : []), text])]),
        ),
      ),
    ]),
  ])
}

function colophon(page: ManualPage, { course, edition }: Context): Element {
  const say = words(course.language)
  const edited = edition === 'facilitator' ? say.facilitatorEdition : say.participantEdition
  return h('footer', { className: 'colophon' }, [
    h('p', [`${course.title}. ${edited}. ${say.version} ${course.version} (${course.fingerprint}).`]),
    ...[course.imprint, ...(page.kind === 'home' ? [] : [course.disclaimer]), course.licence].filter(Boolean).map((text) => h('p', text)),
  ])
}
