/** Links of written pages, and whether they lead anywhere. */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'

export interface PageLink {
  /** `loaded` by the browser with the page, or followed by the reader. */
  rel: 'loaded' | 'followed'
  address: string
}

export function pageLinks(html: string): PageLink[] {
  const links: PageLink[] = []
  visit(fromHtml(html), 'element', (element: Element) => {
    const { href, src } = element.properties
    if (src !== undefined) links.push({ rel: 'loaded', address: String(src) })
    if (href !== undefined) links.push({ rel: element.tagName === 'link' ? 'loaded' : 'followed', address: String(href) })
  })
  return links
}

/** Links of a page (`path` in `files`) that lead to no file, or to no id in it. Addresses of the web are not looked at. */
export function brokenLinks(path: string, files: ReadonlyMap<string, string | Uint8Array>): string[] {
  if (!path.endsWith('.html')) return []
  return pageLinks(String(files.get(path))).flatMap(({ address }) => {
    if (/^(https?|mailto|data):/.test(address)) return []
    const url = new URL(address, `file:///${path}`)
    const target = decodeURIComponent(url.pathname.slice(1))
    const contents = files.get(target)
    if (contents === undefined) return [`${address}: no such file`]
    const id = decodeURIComponent(url.hash.slice(1))
    return id === '' || idsOf(String(contents)).has(id) ? [] : [`${address}: no such place`]
  })
}

const known = new Map<string, Set<string>>()

function idsOf(html: string): Set<string> {
  const before = known.get(html)
  if (before) return before
  const ids = new Set<string>()
  visit(fromHtml(html) as Root, 'element', (element: Element) => {
    if (element.properties.id !== undefined) ids.add(String(element.properties.id))
  })
  known.set(html, ids)
  return ids
}
