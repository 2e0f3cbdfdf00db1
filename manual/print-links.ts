/** Links of a print document: which can be followed, what page they lead to, and destinations for all that is numbered. */
import type { Element, ElementContent, Nodes } from 'hast'
import { h } from 'hastscript'
import type { Course, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { textOf } from './page-parts.ts'

/** Ids of the places where each term is used, in reading order. */
export type TermUses = ReadonlyMap<string, readonly string[]>

/** Every id in these elements. */
export function idsIn(body: readonly Element[]): Set<string> {
  const ids = new Set<string>()
  each(body, (element) => {
    if (typeof element.properties.id === 'string') ids.add(element.properties.id)
  })
  return ids
}

/** Links to what this document does not hold (slides, files of the kit) become plain text. Changes the elements. */
export function unlinkMissing(body: readonly Element[], ids: ReadonlySet<string>): void {
  each(body, (element) => {
    const id = targetOf(element)
    if (id === null || ids.has(id)) return
    element.tagName = 'span'
    delete element.properties.href
  })
}

/**
 * "Activity 1.2" becomes "Activity 1.2 (p. 64)" where it is a cross reference of the running text: paper has no click.
 * A target on view in the same sentence needs no page twice: only the first reference to it in a paragraph gets one.
 */
export function pagesAfterReferences(body: readonly Element[], course: Course, pages: PageNumbers): void {
  const say = words(course.language)
  each(body, (block) => {
    if (!['p', 'li', 'td', 'dd', 'div'].includes(block.tagName)) return
    const told = new Set<string>()
    block.children = block.children.flatMap((child) => {
      const id = child.type === 'element' && classes(child).includes('reference') ? targetOf(child) : null
      if (id === null || told.has(id)) return [child]
      told.add(id)
      return [child, h('span', { className: 'reference-page' }, ` (${say.pageShort(pages.get(id) ?? 0)})`)]
    })
  })
}

/** Gives each use of a glossary term an id of its own, so that the index can say its page. Changes the elements. */
export function markTermUses(body: readonly Element[], course: Course): TermUses {
  const uses = new Map<string, string[]>(course.glossary.map(({ id }) => [id, []]))
  each(body, (element) => {
    const id = targetOf(element)
    const known = id?.startsWith('term-') ? uses.get(id.slice('term-'.length)) : undefined
    if (!known || !id) return
    const own = `use-${id}-${known.length + 1}`
    element.properties.id = own
    known.push(own)
  })
  return uses
}

/** Keys of the works that these elements cite, and the words they are cited with. */
export function keysCited(body: readonly Element[]): { keys: Set<string>; text: string } {
  const keys = new Set<string>()
  const texts: string[] = []
  each(body, (element) => {
    const { dataKeys } = element.properties
    if (typeof dataKeys !== 'string') return
    for (const key of dataKeys.split(' ')) keys.add(key)
    texts.push(textOf(element))
  })
  return { keys, text: texts.join(' ') }
}

/**
 * Chromium writes a named destination only for ids that some link of the document leads to; links that are not drawn
 * count. Those of the course's targets, of the parts, and of everything a list or the index gives a page for.
 */
export function destinationLinks(body: readonly Element[], course: Course): Element {
  const wanted = [...idsIn(body)].filter((id) => course.targets.has(id) || isOurs(id))
  return h(
    'nav',
    { className: 'hidden-links', hidden: true },
    wanted.map((id) => h('a', { href: `#${id}` })),
  )
}

const PARTS = new Set([
  'cover',
  'imprint',
  'contents',
  'lists',
  'how-to-use',
  'outline',
  'to-validate',
  'glossary',
  'bibliography',
  'index',
])

function isOurs(id: string): boolean {
  return PARTS.has(id) || /^(term|use|ref|case-place)-/.test(id)
}

function targetOf(element: Element): string | null {
  const { href } = element.properties
  return element.tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? decodeURIComponent(href.slice(1)) : null
}

function classes(element: Element): string[] {
  return Array.isArray(element.properties.className)
    ? element.properties.className.map(String)
    : [String(element.properties.className ?? '')]
}

// Parents before children; what `look` puts into an element is looked at as well.
function each(body: readonly Nodes[], look: (element: Element) => void): void {
  for (const node of body) {
    if (node.type !== 'element') continue
    look(node)
    each(node.children, look)
  }
}

/** Text nodes and elements as the children of an element. */
export type Children = (ElementContent | string)[]
