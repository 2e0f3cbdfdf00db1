/**
 * Search in the manual, the same in the site and in the editions opened from disk: what is indexed, how words of a
 * language are made comparable, and how a query is answered. Runs in Node while building and in the reader's browser.
 */
import type { Element, ElementContent, Nodes } from 'hast'
import MiniSearch, { type Options } from 'minisearch'

/** What search needs of a page; ManualPage (pages.ts) has more. */
export interface SearchablePage {
  /** Address of the page from the language's folder, such as `planning/horizons/`. */
  path: string
  title: string
  content: readonly ElementContent[]
}

/** A stretch of a page under one heading: what a hit leads to. */
export interface SearchDocument {
  /** Address from the language's folder, with the anchor: `planning/horizons/#draw-horizon`. */
  id: string
  page: string
  /** Heading of the stretch; empty for what stands before the first heading after the title. */
  heading: string
  text: string
}

export interface Hit {
  address: string
  page: string
  heading: string
  /** Words around the first match; `match` marks the words found. */
  excerpt: { text: string; match: boolean }[]
}

export type SearchIndex = MiniSearch<SearchDocument>

/** Cuts pages into stretches at their headings (h1 to h4), in reading order. Text a reader cannot see is left out. */
export function searchDocuments(pages: readonly SearchablePage[]): SearchDocument[] {
  return pages.flatMap(documentsOfPage)
}

/** Options of the index; the same ones must be given when it is loaded again. */
export function searchOptions(language: string): Options<SearchDocument> {
  // a manual says the same words again and again
  const known = new Map<string, string | string[] | null>()
  return {
    fields: ['heading', 'page', 'text'],
    storeFields: ['page', 'heading', 'text'],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const form = comparable(word, language)
      known.set(word, form)
      return form
    },
    searchOptions: {
      boost: { heading: 3, page: 2 },
      prefix: (term) => term.length > 2,
    },
  }
}

/** The index of a language's pages as JSON text; `openSearch` reads it. Same pages, same text. */
export function writeSearchIndex(pages: readonly SearchablePage[], language: string): string {
  const index = new MiniSearch<SearchDocument>(searchOptions(language))
  index.addAll(searchDocuments(pages))
  return JSON.stringify(index)
}

/** Reads an index written by `writeSearchIndex` for the same language. */
export function openSearch(json: string, language: string): SearchIndex {
  return MiniSearch.loadJSON<SearchDocument>(json, searchOptions(language))
}

/**
 * The best `limit` hits: stretches with all words of the query, a word's beginning counting as the word; where there are none, slips of a
 * letter or two are forgiven; where there are still none, any of the words will do.
 */
export function findInManual(index: SearchIndex, query: string, language: string, limit = 12): Hit[] {
  const results = firstFound([
    () => index.search(query, { combineWith: 'AND' }),
    () => index.search(query, { combineWith: 'AND', fuzzy: forgiven }),
    () => index.search(query, { combineWith: 'OR', fuzzy: forgiven }),
  ])
  return results.slice(0, limit).map((result) => ({
    address: String(result.id),
    page: String(result.page),
    heading: String(result.heading),
    excerpt: excerpt(String(result.text), new Set(result.terms), language),
  }))
}

function firstFound<Result>(attempts: (() => Result[])[]): Result[] {
  for (const attempt of attempts) {
    const results = attempt()
    if (results.length > 0) return results
  }
  return []
}

/** Share of a word's letters that may be wrong; short words have no room for slips. */
function forgiven(term: string): number | false {
  return term.length > 4 ? 0.2 : false
}

// ---- words --------------------------------------------------------------------------------------------------------

// A run of letters and digits with their marks. Apostrophes and hyphens part words: "l'activité", "mid-term".
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** A word as it is compared: lower case, without accents or vowel signs; Arabic also without its article. Null for what is not indexed. */
function comparable(word: string, language: string): string | string[] | null {
  const plain = word
    .toLocaleLowerCase(language)
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
  if (plain.length < 2 && !/\p{N}/u.test(plain)) return null
  return /\p{Script=Arabic}/u.test(plain) ? arabicForms(plain) : plain
}

/** Spellings that readers do not tell apart when typing (alef maqsura, ta marbuta), and the word without "the" or "and the". */
function arabicForms(word: string): string[] {
  const even = word.replaceAll('ى', 'ي').replaceAll('ة', 'ه')
  const bare = even.replace(/^[وفبك]?ال(?=.{3})|^لل(?=.{3})/u, '')
  return bare === even ? [even] : [even, bare]
}

const EXCERPT_BEFORE = 60
const EXCERPT_LENGTH = 200

function excerpt(text: string, terms: ReadonlySet<string>, language: string): Hit['excerpt'] {
  const matches = [...text.matchAll(WORD)].filter((word) =>
    [comparable(word[0], language)].flat().some((form) => form !== null && terms.has(form)),
  )
  const first = matches[0]?.index ?? 0
  const start = first <= EXCERPT_BEFORE ? 0 : wordStart(text, first - EXCERPT_BEFORE)
  const end = Math.min(text.length, wordStart(text, start + EXCERPT_LENGTH))
  const parts: Hit['excerpt'] = start > 0 ? [{ text: '… ', match: false }] : []
  let from = start
  for (const match of matches) {
    if (match.index < from || match.index + match[0].length > end) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), match: false })
    parts.push({ text: match[0], match: true })
    from = match.index + match[0].length
  }
  parts.push({ text: text.slice(from, end).trimEnd() + (end < text.length ? ' …' : ''), match: false })
  return parts
}

/** The first place at or after `at` where a word begins; the end of the text where there is none. */
function wordStart(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.indexOf(' ', at)
  return space < 0 ? text.length : space + 1
}

// ---- pages --------------------------------------------------------------------------------------------------------

interface Stretch {
  anchor: string
  heading: string
  text: string[]
}

const HEADING = /^h[1-4]$/
const UNSEEN = new Set(['script', 'style', 'template', 'title', 'desc'])
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'dfn',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'tspan',
])

function documentsOfPage(page: SearchablePage): SearchDocument[] {
  const top: Stretch = { anchor: '', heading: '', text: [] }
  const stretches = [top]
  let current = top

  const read = (nodes: readonly Nodes[], owner: string): void => {
    for (const node of nodes) {
      if (node.type === 'text') current.text.push(node.value)
      else if (node.type === 'element') readElement(node, owner)
    }
  }
  const readElement = (element: Element, owner: string): void => {
    if (UNSEEN.has(element.tagName) || element.properties.ariaHidden === 'true') return
    const id = typeof element.properties.id === 'string' ? element.properties.id : ''
    if (HEADING.test(element.tagName)) {
      enter(id || owner, oneLine(textOf(element)))
      return
    }
    const outer = current
    const isSection = element.tagName === 'section'
    const space = INLINE.has(element.tagName) ? '' : ' '
    if (isSection && id) enter(id, '')
    current.text.push(space)
    read(element.children, isSection && id ? id : owner)
    // What follows a section belongs to the heading the section stood under.
    if (isSection) current = outer
    current.text.push(space)
  }
  /** Begins a stretch, or goes on with one whose heading comes after its label ("Activity 1.2", then the title). */
  const enter = (anchor: string, heading: string): void => {
    const known = stretches.find((stretch) => stretch.anchor === anchor)
    current = known ?? { anchor, heading: '', text: [] }
    if (!known) stretches.push(current)
    if (current.heading === '') current.heading = heading
    else current.text.push(` ${heading} `)
  }

  read(page.content, '')
  return stretches
    .map(({ anchor, heading, text }) => ({
      id: anchor ? `${page.path}#${anchor}` : page.path,
      page: page.title,
      heading,
      text: oneLine(text.join('')),
    }))
    .filter(({ id, heading, text }) => heading !== '' || text !== '' || id === page.path)
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
