/**
 * Citations, processed once a language: every `[@key, p. 4]` gets its author-date text and the works cited make the
 * bibliography. The CSL processor is citeproc-rs (MPL-2.0); most others on npm wrap citeproc-js, whose licence we cannot ship.
 */
import { createRequire } from 'node:module'
import { CITATION_STYLE, citationLocale } from './citation-style.ts'
import type { BibliographyEntry, CitationNode } from './course.ts'
import type { Reference } from './schemas.ts'

interface Cite {
  id: string
  locator?: string
  label?: string
  suffix?: string
}
/** Leaves citations as the author wrote their keys; no bibliography. */
export function citeByKey(nodes: CitationNode[]): BibliographyEntry[] {
  for (const node of nodes) node.text = keysOf(node)
  return []
}

/** The part of citeproc-rs that is used (its types are written for bundlers only). */
interface Driver {
  resetReferences(references: unknown[]): void
  fetchLocales(): Promise<void>
  initClusters(clusters: { id: string; cites: Cite[] }[]): void
  setClusterOrder(order: { id: string }[]): void
  fullRender(): { allClusters: Map<string, string> | Record<string, string>; bibEntries: { id: string; value: string }[] }
  free(): void
}
type DriverClass = new (options: {
  style: string
  format: 'html'
  fetcher: { fetchLocale(language: string): Promise<string> }
  localeOverride: string
  formatOptions?: { linkAnchors: boolean }
}) => Driver

const require = createRequire(import.meta.url)

/** The short names that the authors of cited works are printed by, by full name, in the order declared. */
export function abbreviationsIn(
  nodes: readonly CitationNode[],
  references: readonly Reference[],
  abbreviations: ReadonlyMap<string, string>,
): Map<string, string> {
  const cited = new Set(nodes.flatMap((node) => node.items.map((item) => item.key)))
  const authors = new Set(references.filter(({ id }) => cited.has(id)).flatMap(institutionsOf))
  return new Map([...abbreviations].filter(([name]) => authors.has(name)))
}

/** Institutions that a work names as its author. */
export function institutionsOf(reference: Reference): string[] {
  return authorsOf(reference).flatMap(({ literal }) => (typeof literal === 'string' ? [literal] : []))
}

function authorsOf({ author }: Reference & { author?: unknown }): { literal?: unknown }[] {
  return Array.isArray(author) ? author.filter((one) => typeof one === 'object' && one !== null) : []
}

/**
 * Sets `text` on every citation node and returns the cited works in order, institutions by their short names. Keys the
 * references lack are left out of the text in brackets, as written; the rule citation-exists says so.
 */
export async function formatCitations(
  nodes: CitationNode[],
  references: readonly Reference[],
  language: string,
  abbreviations: ReadonlyMap<string, string> = new Map(),
): Promise<BibliographyEntry[]> {
  const known = new Map(references.map((reference) => [reference.id, reference]))
  const cited = new Set(nodes.flatMap((node) => node.items.map((item) => item.key)).filter((key) => known.has(key)))
  for (const node of nodes) node.text = keysOf(node)
  if (cited.size === 0) return []
  const { Driver } = require('@citeproc-rs/wasm') as { Driver: DriverClass }
  const driver = new Driver({
    style: CITATION_STYLE,
    format: 'html',
    fetcher: { fetchLocale: async () => citationLocale(language) },
    localeOverride: language,
    formatOptions: { linkAnchors: false },
  })
  try {
    driver.resetReferences([...cited].sort().map((key) => forCsl(known.get(key) as Reference, abbreviations)))
    await driver.fetchLocales()
    const clusters = clustersOf(nodes, known)
    driver.initClusters(clusters.map(({ id, cites }) => ({ id, cites })))
    driver.setClusterOrder(clusters.map(({ id }) => ({ id })))
    const { allClusters, bibEntries } = driver.fullRender()
    const texts = allClusters instanceof Map ? allClusters : new Map(Object.entries(allClusters))
    for (const { nodes: alike, id } of clusters) for (const node of alike) node.text = textOf(texts.get(id) ?? node.text)
    return bibEntries.map(({ id, value }) => ({ key: id, html: linked(value.trim()) }))
  } finally {
    driver.free()
  }
}

/** Citations that read alike, once: in this style the text does not depend on where it stands. */
function clustersOf(
  nodes: readonly CitationNode[],
  known: ReadonlyMap<string, Reference>,
): { id: string; cites: Cite[]; nodes: CitationNode[] }[] {
  const clusters = new Map<string, { id: string; cites: Cite[]; nodes: CitationNode[] }>()
  for (const node of nodes) {
    const cites = node.items.filter((item) => known.has(item.key)).map(toCite)
    if (cites.length === 0) continue
    const key = JSON.stringify(cites)
    const alike = clusters.get(key) ?? { id: `c${clusters.size}`, cites, nodes: [] }
    alike.nodes.push(node)
    clusters.set(key, alike)
  }
  return [...clusters.values()]
}

function keysOf(node: CitationNode): string {
  return `[${node.items.map((item) => item.key).join('; ')}]`
}

// The `note` of a reference says how much of the source was seen: for authors, never printed. citeproc-rs stops at the type `document`.
// A publisher that is the author too is named once.
function forCsl(reference: Reference, abbreviations: ReadonlyMap<string, string>): Record<string, unknown> {
  const { note: _note, publisher, ...rest } = reference as Record<string, unknown>
  const short = (name: unknown): unknown => (typeof name === 'string' ? (abbreviations.get(name) ?? name) : name)
  const author = authorsOf(reference).map((one) => ('literal' in one ? { ...one, literal: short(one.literal) } : one))
  const isAuthor = author.some((one) => 'literal' in one && one.literal === short(publisher))
  return {
    ...rest,
    ...(author.length > 0 ? { author } : {}),
    ...(publisher === undefined || isAuthor ? {} : { publisher: short(publisher) }),
    type: rest.type === 'document' ? 'report' : rest.type,
  }
}

const PAGES = /^(?:pp?|ص)\.?\s*/i

function toCite(item: { key: string; locator: string }): Cite {
  if (item.locator === '') return { id: item.key }
  if (PAGES.test(item.locator)) return { id: item.key, label: 'page', locator: item.locator.replace(PAGES, '') }
  return { id: item.key, suffix: `, ${item.locator}` }
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

// citeproc escapes its text and emits <i> only; addresses become links here.
function linked(html: string): string {
  return html.replace(/https?:\/\/[^\s<]+/g, (address) => {
    const end = /[.,;)]+$/.exec(address)?.[0] ?? ''
    const clean = address.slice(0, address.length - end.length)
    return `<a href="${clean}">${clean}</a>${end}`
  })
}
