/** Every link and everything a page loads: in the start page, the participants' edition, the unzipped packs, the decks and the site. */
import { posix } from 'node:path'
import { unzipSync } from 'fflate'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'

let kit: Kit
let all: Folder
beforeAll(async () => {
  kit = await theKit()
  all = new Map()
  for (const path of kit.files) all.set(path, await kit.read(path))
}, BUILD_TAKES)

/** Files by path. */
type Folder = Map<string, Uint8Array>

interface Page {
  links: { address: string; loaded: boolean }[]
  ids: Set<string>
  doubled: string[]
}

const pages = new Map<Uint8Array, Page>()

function pageOf(contents: Uint8Array): Page {
  const known = pages.get(contents)
  if (known) return known
  const page: Page = { links: [], ids: new Set(), doubled: [] }
  gather(fromHtml(new TextDecoder().decode(contents)), page)
  pages.set(contents, page)
  return page
}

function gather(tree: Root, page: Page): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    const { id, href, src, srcSet, poster, action, data } = properties
    if (typeof id === 'string') {
      if (page.ids.has(id)) page.doubled.push(id)
      page.ids.add(id)
    }
    // preconnect and its like ask for a host, not for a file
    if (typeof href === 'string') page.links.push({ address: href, loaded: tagName === 'link' && !isRelation(properties.rel) })
    for (const address of [src, poster, action, data]) if (typeof address === 'string') page.links.push({ address, loaded: true })
    if (typeof srcSet === 'string')
      for (const part of srcSet.split(',')) page.links.push({ address: part.trim().split(/\s/)[0] ?? '', loaded: true })
    if (typeof properties.style === 'string') page.links.push(...addressesInCss(properties.style))
  })
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'style') return
    for (const child of element.children) if (child.type === 'text') page.links.push(...addressesInCss(child.value))
  })
}

// <link rel="canonical"> and <link rel="alternate"> name an address and load nothing
function isRelation(rel: unknown): boolean {
  return [rel].flat().some((one) => one === 'canonical' || one === 'alternate')
}

function addressesInCss(css: string): Page['links'] {
  return [...css.matchAll(/url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)/g)].map(([, one, other]) => ({
    address: one ?? other ?? '',
    loaded: true,
  }))
}

/** What is wrong with the links of a folder's pages and styles; `open` says which files to open. */
function deadLinks(folder: Folder, open: (path: string) => boolean, root = ''): string[] {
  const wrong: string[] = []
  for (const [path, contents] of folder) {
    if (!open(path) || !/\.(html|css)$/.test(path)) continue
    const links = path.endsWith('.css') ? addressesInCss(new TextDecoder().decode(contents)) : pageOf(contents).links
    for (const { address, loaded } of links) {
      const trouble = troubleWith(address, loaded, path, folder, root)
      if (trouble) wrong.push(`${path} -> ${address.slice(0, 120)}: ${trouble}`)
    }
  }
  return wrong
}

function troubleWith(address: string, loaded: boolean, path: string, folder: Folder, root: string): string | null {
  if (/^(data|blob):/.test(address)) return null
  if (/^(https?:)?\/\//.test(address)) return loaded ? 'loaded from outside' : null
  if (/^(mailto|tel):/.test(address)) return null
  if (/^[a-z][a-z+.-]*:/i.test(address)) return 'an address of this machine or a script'
  // the site is served under its own root, as `fieldkit serve` does; everything else opens from disk
  if (address.startsWith('/') && root === '') return 'an absolute path'
  const { pathname, hash } = new URL(address, `http://kit/${path}`)
  const target = decodeURIComponent(pathname.slice(1))
  const file = [target, posix.join(target, 'index.html')].find((one) => folder.has(one) && (root !== '' || one === target))
  if (file === undefined) return 'no such file'
  const id = decodeURIComponent(hash.slice(1))
  // a deck reads "#/slide" itself
  if (id === '' || !file.endsWith('.html')) return null
  return pageOf(folder.get(file) as Uint8Array).ids.has(id.replace(/^\//, '')) ? null : 'no such place'
}

/** The files of a pack, by the end of its name. */
function unzipped(name: string): Folder {
  const path = kit.files.find((file) => file.startsWith('packs/') && file.endsWith(`-${name}.zip`)) ?? ''
  return new Map(Object.entries(unzipSync(all.get(path) as Uint8Array)))
}

/** Every file that a reader can come to by links alone. */
function reachedFrom(start: string, folder: Folder): Set<string> {
  const reached = new Set([start])
  for (const path of reached) {
    if (!path.endsWith('.html')) continue
    for (const { address } of pageOf(folder.get(path) as Uint8Array).links) {
      if (/^[a-z][a-z+.-]*:|^\/\//i.test(address)) continue
      const target = decodeURIComponent(new URL(address, `http://kit/${path}`).pathname.slice(1))
      if (folder.has(target)) reached.add(target)
    }
  }
  return reached
}

function countLinks(folder: Folder, open: (path: string) => boolean): number {
  return [...folder]
    .filter(([path]) => path.endsWith('.html') && open(path))
    .reduce((sum, [, contents]) => sum + pageOf(contents).links.length, 0)
}

describe('links', () => {
  it('of the start page lead to every output of the kit that is read or filled in', () => {
    expect(deadLinks(all, (path) => path === 'index.html')).toEqual([])
    const { links } = pageOf(all.get('index.html') as Uint8Array)
    const linked = new Set(links.map(({ address }) => address.replace(/#.*/, '')))
    const named = kit.receipt.outputs
      .filter(({ kind }) => kind !== 'landing' && kind !== 'site')
      .map(({ path }) => (path.endsWith('/') ? `${path}index.html` : path))
    // the participants' decks are reached through their own pages
    const missing = named.filter((path) => !linked.has(path) && !/participant\/slides\//.test(path))
    expect(missing).toEqual([])
  })

  it.each(['en', 'fr'])('of the participants’ edition stay in reach (%s)', (language) => {
    const inside = (path: string): boolean => path.startsWith(`${language}/participant/`)
    expect(countLinks(all, inside)).toBeGreaterThan(1000)
    expect(deadLinks(all, inside)).toEqual([])
  })

  it('of facilitators’ decks and worksheets lead to files', () => {
    const inside = (path: string): boolean => /^[^/]+\/(slides|worksheets)\//.test(path)
    expect(deadLinks(all, inside)).toEqual([])
  })

  it.each(['en facilitator', 'en participant', 'fr facilitator', 'fr participant'])('of the unzipped pack stay in it (%s)', (name) => {
    const [language, edition] = name.split(' ')
    const pack = unzipped(`${language}-${edition}`)
    expect(pack.has('index.html')).toBe(true)
    expect(countLinks(pack, () => true)).toBeGreaterThan(1000)
    expect(deadLinks(pack, () => true)).toEqual([])
    // a facilitator's pack is whole: decks, worksheets, answers, guideline, plans
    const wanted = kit.receipt.outputs.filter(
      ({ lang, path: output, kind }) =>
        lang === language && kind !== 'pack' && kind !== 'participant-pages' && !output.includes('/participant/'),
    )
    // every page and file can be reached from the start page, none by its name alone
    const reached = reachedFrom('index.html', pack)
    const apart = [...pack.keys()].filter((file) => /\.(html|pdf)$/.test(file) && !reached.has(file))
    expect(apart).toEqual([])
    const lacks = ({ path: output }: { path: string }): boolean => !pack.has(output.slice(3))
    if (edition === 'facilitator') expect(wanted.filter(lacks)).toEqual([])
    else {
      const sheets = wanted.filter(({ kind }) => kind === 'worksheet')
      expect(sheets.filter((sheet) => lacks(sheet) !== (sheet.audience === 'facilitator'))).toEqual([])
      expect(wanted.filter(({ kind }) => kind === 'deck').filter(lacks)).toEqual([])
      const handouts = wanted.filter(({ kind }) => kind === 'handout')
      expect(handouts.length).toBeGreaterThan(0)
      expect(handouts.filter((one) => lacks(one) !== (one.audience === 'facilitator'))).toEqual([])
    }
  })

  it.each(['en-facilitator', 'en-participant', 'fr-facilitator', 'fr-participant'])('of the text pack stay in it (%s)', (name) => {
    const pack = unzipped(`${name}-text`)
    expect(countLinks(pack, () => true)).toBeGreaterThan(1000)
    expect(deadLinks(pack, () => true)).toEqual([])
    expect([...pack.keys()].filter((path) => !reachedFrom('index.html', pack).has(path))).toEqual([])
    const loads = [...pack.values()].flatMap((contents) => pageOf(contents).links.filter(({ loaded }) => loaded))
    expect(loads).toEqual([])
  })

  it('of the site lead to pages, places and files of the kit, and load nothing from outside', () => {
    const inside = (path: string): boolean => path.startsWith('site/')
    expect(countLinks(all, inside)).toBeGreaterThan(2000)
    expect(deadLinks(all, inside, 'site')).toEqual([])
    const out = [...all].filter(([path]) => inside(path) && path.endsWith('.html')).flatMap(([, contents]) => pageOf(contents).links)
    for (const kind of [
      /slides\/\w+\.html/,
      /slides\/\w+\.notes-2up\.pdf/,
      /slides\/\w+\.pptx/,
      /modules\/[\w-]+\.pdf/,
      /worksheets\/[\w-]+\.pdf/,
      /worksheets\/[\w-]+\.html/,
      /guideline\.pdf/,
    ]) {
      expect(out.filter(({ address }) => kind.test(address)).length, String(kind)).toBeGreaterThan(0)
    }
  })
})

describe('ids', () => {
  it('are each given once on every page', () => {
    const doubled = [...all]
      .filter(([path]) => path.endsWith('.html'))
      .flatMap(([path, contents]) => pageOf(contents).doubled.map((id) => `${path}: ${id}`))
    expect(doubled).toEqual([])
  })
})
