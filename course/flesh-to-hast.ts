/**
 * Flesh -> hast (https://github.com/syntax-tree/hast), shared by every writer: text, lists, tables, citations, terms, cross
 * references and figures. What an edition may not see is dropped here, wherever it stands; pieces are given to the writer's own markup.
 */
import type { Element, ElementContent, Properties, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes, PhrasingContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Course, Drawing, Drawings, Edition, Figure, Flesh, Language, PageNumbers, Piece, Target, Term } from './course.ts'
import { visible } from './visible.ts'
import { direction, words } from './words.ts'

export interface Rendering {
  course: Course
  edition: Edition
  medium: 'screen' | 'print' | 'slide' | 'sheet'
  drawings: Drawings
  pages?: PageNumbers
  /** Address of a target from the page being written; null = plain text. */
  href(target: Target): string | null
  termHref?(term: Term): string | null
  citationHref?(key: string): string | null
  /** The writer's own markup of a piece; a figure has a default in `figureToHast`. */
  piece(piece: Piece, rendering: Rendering): ElementContent[]
  /** Added to the depth of headings. */
  headingShift: number
  /** Language of the text where it is not the course's: set on blocks as `lang` and `dir`. */
  language?: Language
}

/** Block content. Every element that can be pointed at has its stable id and `data-source="<path>:<line>"`. */
export function fleshToHast(flesh: Flesh, rendering: Rendering): ElementContent[] {
  return flesh.flatMap((node) => blockToHast(node, rendering))
}

/** Inline content. */
export function phrasingToHast(nodes: readonly PhrasingContent[], rendering: Rendering): ElementContent[] {
  return nodes.flatMap((node) => inlineToHast(node, rendering))
}

/** Makes an element; `null`, `undefined` and `false` properties are left out. */
export function element(
  tagName: string,
  properties: Record<string, unknown>,
  children: readonly (ElementContent | string)[] = [],
): Element {
  const kept = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== false)
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(kept) as Properties,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  }
}

function text(value: string): Text {
  return { type: 'text', value }
}

// ---- blocks -----------------------------------------------------------------------------------------------------

function blockToHast(node: Flesh[number], rendering: Rendering): ElementContent[] {
  switch (node.type) {
    case 'piece':
      return visible(node.piece, rendering.edition) ? rendering.piece(node.piece, rendering) : []
    case 'paragraph':
      return [element('p', marks(node, rendering), phrasingToHast(node.children, rendering))]
    case 'heading': {
      const depth = Math.min(6, Math.max(1, node.depth + rendering.headingShift))
      return [element(`h${depth}`, marks(node, rendering), phrasingToHast(node.children, rendering))]
    }
    case 'blockquote':
      return [element('blockquote', marks(node, rendering), fleshToHast(node.children, rendering))]
    case 'list':
      return [listToHast(node, rendering)]
    case 'table':
      return [tableToHast(node, rendering)]
    case 'code':
      return [
        element('pre', marks(node, rendering), [element('code', node.lang ? { className: [`language-${node.lang}`] } : {}, [node.value])]),
      ]
    case 'thematicBreak':
      return [element('hr', marks(node, rendering))]
    default:
      return inlineToHast(node as PhrasingContent, rendering)
  }
}

function marks(node: Nodes, rendering: Rendering): Record<string, unknown> {
  const { course, language } = rendering
  return {
    id: node.data?.id,
    dataSource: node.data?.source,
    dataBehind: node.data?.behind ? 'true' : null,
    ...(language && language !== course.language ? { lang: language, dir: direction(language) } : {}),
  }
}

function listToHast(node: Extract<Nodes, { type: 'list' }>, rendering: Rendering): Element {
  const loose = node.spread === true
  const children = node.children.map((item) => {
    const content = item.children.flatMap((child): ElementContent[] =>
      child.type === 'paragraph' && !loose ? phrasingToHast(child.children, rendering) : blockToHast(child as Flesh[number], rendering),
    )
    const check =
      typeof item.checked === 'boolean'
        ? [element('span', { className: ['check', item.checked ? 'check-yes' : 'check-no'], ariaHidden: 'true' }), ' ']
        : []
    return element('li', item.checked === null || item.checked === undefined ? {} : { className: ['task'] }, [...check, ...content])
  })
  const start = node.ordered && node.start !== null && node.start !== undefined && node.start !== 1 ? node.start : null
  return element(node.ordered ? 'ol' : 'ul', { ...marks(node, rendering), start }, children)
}

function tableToHast(node: Extract<Nodes, { type: 'table' }>, rendering: Rendering): Element {
  const [head, ...rows] = node.children
  const style = (index: number): Record<string, unknown> => {
    const align = node.align?.[index]
    return align ? { className: [`align-${align === 'right' ? 'end' : align === 'left' ? 'start' : 'center'}`] } : {}
  }
  const headCells = (head?.children ?? []).map((cell, index) =>
    element('th', { scope: 'col', ...style(index) }, phrasingToHast(cell.children, rendering)),
  )
  const bodyRows = rows.map((row) =>
    element(
      'tr',
      {},
      row.children.map((cell, index) => element('td', style(index), phrasingToHast(cell.children, rendering))),
    ),
  )
  const table = element('table', {}, [element('thead', {}, [element('tr', {}, headCells)]), element('tbody', {}, bodyRows)])
  const name = headCells.length > 0 ? words(rendering.course.language).table : null
  // on a screen a wide table scrolls in its own frame, which must then be reachable by keyboard
  const frame = rendering.medium === 'screen' ? { tabIndex: 0, role: 'region', ariaLabel: name } : {}
  return element('div', { ...marks(node, rendering), className: ['table-frame'], ...frame }, [table])
}

// ---- inline -----------------------------------------------------------------------------------------------------

function inlineToHast(node: PhrasingContent, rendering: Rendering): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [text(node.value)]
    case 'inlineCode':
      // code is written from left to right in every language
      return [element('code', rendering.course.direction === 'rtl' ? { dir: 'ltr' } : {}, [node.value])]
    case 'break':
      return [element('br', {})]
    case 'emphasis':
      return [element('em', {}, phrasingToHast(node.children, rendering))]
    case 'strong':
      return [element('strong', {}, phrasingToHast(node.children, rendering))]
    case 'delete':
      return [element('del', {}, phrasingToHast(node.children, rendering))]
    case 'link':
      return linkToHast(node, rendering)
    case 'citation':
      return [citationToHast(node, rendering)]
    case 'term':
      return [termToHast(node, rendering)]
    case 'crossReference':
      return [referenceToHast(node.target, rendering)]
    case 'pageReference': {
      const page = rendering.pages?.get(node.target)
      return page === undefined
        ? [element('span', { className: ['page-reference'], dataPageOf: node.target })]
        : [element('span', { className: ['page-reference'], dataPageOf: node.target }, [words(rendering.course.language).pageShort(page)])]
    }
    default:
      return 'value' in node ? [text(String(node.value))] : []
  }
}

const SAFE_ADDRESS = /^(https?:|mailto:|tel:)/i

function linkToHast(node: Extract<Nodes, { type: 'link' }>, rendering: Rendering): ElementContent[] {
  const children = phrasingToHast(node.children, rendering)
  if (node.url.startsWith('#')) {
    const target = rendering.course.targets.get(node.url.slice(1))
    const href = target && seen(target, rendering) ? rendering.href(target) : null
    return href === null ? children : [element('a', { href, className: ['reference'] }, children)]
  }
  if (!SAFE_ADDRESS.test(node.url)) return children
  return [element('a', { href: node.url, ...(rendering.medium === 'screen' ? { rel: ['noopener', 'noreferrer'] } : {}) }, children)]
}

function citationToHast(node: Extract<Nodes, { type: 'citation' }>, rendering: Rendering): Element {
  const key = node.items[0]?.key ?? ''
  const href = rendering.citationHref?.(key) ?? null
  const inner = href === null ? [text(node.text)] : [element('a', { href, className: ['citation-link'] }, [node.text])]
  return element('span', { className: ['citation'], dataKeys: node.items.map((item) => item.key).join(' ') }, inner)
}

function termToHast(node: Extract<Nodes, { type: 'term' }>, rendering: Rendering): Element {
  const children = phrasingToHast(node.children, rendering)
  const term = rendering.course.glossary.find((entry) => entry.id === node.term)
  if (!term) return element('span', { className: ['term'] }, children)
  const href = rendering.termHref?.(term) ?? null
  const title = rendering.medium === 'screen' ? term.definition : null
  return href === null
    ? element('span', { className: ['term'], title }, children)
    : element('a', { href, className: ['term'], title }, children)
}

function referenceToHast(id: string, rendering: Rendering): ElementContent {
  const target = rendering.course.targets.get(id)
  if (!target) return text(`#${id}`)
  const href = seen(target, rendering) ? rendering.href(target) : null
  const label = (target.kind === 'slide' || target.kind === 'piece') && target.title !== '' ? target.title : target.label
  return href === null ? element('span', { className: ['reference'] }, [label]) : element('a', { href, className: ['reference'] }, [label])
}

function seen(target: Target, rendering: Rendering): boolean {
  return visible(target, rendering.edition)
}

// ---- figures ----------------------------------------------------------------------------------------------------

/** A numbered figure or table with its caption and credit; without a number (on a slide) the caption has none. */
export function figureToHast(figure: Figure, rendering: Rendering): Element {
  const say = words(rendering.course.language)
  const caption: (ElementContent | string)[] = []
  if (figure.number) {
    const name = figure.numbered === 'table' ? say.table : say.figure
    caption.push(element('span', { className: ['figure-number'] }, [`${name} ${figure.number}.`]), ' ')
  }
  caption.push(...phrasingToHast(figure.label, rendering))
  if (figure.credit !== '') caption.push(' ', element('span', { className: ['figure-credit'] }, [figure.credit]))
  const content = figure.src === null ? fleshToHast(figure.body, rendering) : [drawingToHast(figure, rendering)]
  const captionElement = caption.length > 0 ? [element('figcaption', {}, caption)] : []
  // a table is read from its caption down, a picture carries its caption below
  const children = figure.numbered === 'table' ? [...captionElement, ...content] : [...content, ...captionElement]
  return element(
    'figure',
    {
      id: figure.id,
      className: ['figure', `figure-${figure.width}`, `figure-is-${figure.numbered}`],
      dataSource: `${figure.place.path}:${figure.place.start.line}`,
    },
    children,
  )
}

/** The drawing of a figure: inline SVG whose ids are made unique by the figure's own, or an image. */
export function drawingToHast(figure: Figure, rendering: Rendering): ElementContent {
  const drawing = rendering.drawings.get(figure.src ?? '')
  if (!drawing) return element('p', { className: ['figure-missing'] }, [figure.alt])
  if (drawing.kind === 'image') return element('img', { src: drawing.address, alt: figure.alt })
  const svg = inlined(drawing, figure.id)
  if (!svg) return element('p', { className: ['figure-missing'] }, [figure.alt])
  const { width: _width, height: _height, ...properties } = svg.properties
  // its own width in CSS pixels, so that a small diagram is not blown up to the measure
  const width = Number(String(properties.viewBox ?? '').split(/[\s,]+/)[2])
  return {
    ...svg,
    properties: {
      ...properties,
      ...(width > 0 ? { width: Math.round(width) } : {}),
      role: 'img',
      ariaLabel: figure.alt,
      className: ['drawing'],
      focusable: 'false',
    },
  }
}

// The same drawing stands in pages, slides and prints of both editions: it is parsed once, and what is inside it is changed by nobody.
const parsed = new WeakMap<Drawing, Map<string, Element | null>>()

function inlined(drawing: Drawing & { kind: 'svg' }, id: string): Element | null {
  const known = parsed.get(drawing) ?? new Map<string, Element | null>()
  parsed.set(drawing, known)
  const before = known.get(id)
  if (before !== undefined) return before
  const root = fromHtml(drawing.svg, { fragment: true, space: 'html' })
  const svg = root.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg') ?? null
  if (svg) prefixIds(svg, id)
  known.set(id, svg)
  return svg
}

// Two drawings in one page may use the same ids for markers and clips.
function prefixIds(svg: Element, prefix: string): void {
  const rename = (id: string): string => `${prefix}--${id}`
  const ids = new Set<string>()
  visit(svg, 'element', (node) => {
    if (typeof node.properties.id === 'string') ids.add(node.properties.id)
  })
  visit(svg, 'element', (node) => {
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value !== 'string') continue
      if (name === 'id') node.properties.id = rename(value)
      else if (/^(href|xLinkHref)$/.test(name) && value.startsWith('#') && ids.has(value.slice(1)))
        node.properties[name] = `#${rename(value.slice(1))}`
      else
        node.properties[name] = value.replace(/url\(\s*['"]?#([^'")]+)['"]?\s*\)/g, (all, id: string) =>
          ids.has(id) ? `url(#${rename(id)})` : all,
        )
    }
  })
}
