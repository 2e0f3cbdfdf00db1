/**
 * Lowering: mdast with directives -> flesh with typed pieces, and the facts rules judge. It never throws on an
 * author's text: what cannot be understood stays text, and the rules say so.
 */
import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { Position } from 'unist'
import { items, sum, values, whole } from './attribute-values.ts'
import { axesOf } from './canvas.ts'
import type {
  Activity,
  Audience,
  BoxPiece,
  Cut,
  Field,
  Figure,
  Flesh,
  Lens,
  Online,
  Piece,
  PieceBase,
  PieceNode,
  Question,
  QuizOption,
  Slide,
  SlideLayout,
  Step,
  Worksheet,
} from './course.ts'
import { SUMMARIES } from './directives.ts'
import { type Context, keyPlace, type Lowering, lineStartsOf, placeOf } from './lowering.ts'
import { attribute, audienceIn, mention, mentionItems, noteMalformed, record, valuePlace, wordOf } from './note-uses.ts'
import { pathWithin } from './path-within.ts'
import { plainText } from './plain-text.ts'
import type { DirectiveUse } from './written.ts'

export type { Lowering } from './lowering.ts'

/** Lowers the content of a file whose module or block has the given id; `audience` is that of the whole file. */
export function lower(nodes: RootContent[], id: string, lowering: Lowering, audience: Audience = 'all'): Flesh {
  return flesh(nodes, {
    ...lowering,
    nearest: id,
    ordinals: new Map(),
    parent: null,
    audience,
    definitions: definitionsOf(nodes),
    minutes: [],
    cuts: [],
    lineStarts: lineStartsOf(lowering.file.text),
  })
}

// ---- flesh ------------------------------------------------------------------------------------------------------

function flesh(nodes: readonly Nodes[], context: Context): Flesh {
  const out: Flesh = []
  let here = context
  for (const node of nodes) {
    for (const lowered of block(node, here)) {
      if (lowered.type === 'heading' && lowered.data?.named) here = { ...here, nearest: lowered.data.id as string }
      out.push(lowered)
    }
  }
  return out
}

function block(node: Nodes, context: Context): RootContent[] {
  switch (node.type) {
    case 'containerDirective':
    case 'leafDirective':
      return directive(node, context)
    case 'heading':
      return [heading(node, context)]
    case 'paragraph':
      return paragraph(node, context)
    case 'html': {
      if (/^<!--[\s\S]*-->\s*$/.test(node.value)) return []
      context.file.html.push(placeOf(node, context))
      return [identified({ type: 'paragraph', children: [{ type: 'text', value: node.value }], position: node.position }, 'p', context)]
    }
    case 'blockquote':
      return [identified({ ...node, children: flesh(node.children, context) } as RootContent, 'quote', context)]
    case 'list':
      return [identified(list(node, context) as RootContent, 'list', context)]
    case 'table':
      return [identified(table(node, context), 'table', context)]
    case 'code':
    case 'thematicBreak':
      return [identified(node, node.type === 'code' ? 'code' : 'break', context)]
    case 'definition':
    case 'yaml':
      return []
    default:
      return [identified({ type: 'paragraph', children: [asWritten(node, context)], position: node.position }, 'p', context)]
  }
}

function heading(node: Extract<Nodes, { type: 'heading' }>, context: Context): RootContent {
  const children = phrasing(node.children, context)
  const last = children.at(-1)
  const match = last?.type === 'text' ? /\s*\{#([A-Za-z][\w-]*)\}\s*$/.exec(last.value) : null
  if (!match || last?.type !== 'text') return identified({ ...node, children }, 'h', context)
  last.value = last.value.slice(0, match.index)
  const id = match[1] ?? ''
  const place = placeOf(node, context)
  const column = place.end.column - (match[0].length - match[0].indexOf('{'))
  context.file.ids.push({ id, place: { ...place, start: { ...place.end, column } } })
  return { ...node, children, data: { ...node.data, id, named: true, source: sourceOf(node, context) } }
}

function paragraph(node: Paragraph, context: Context): RootContent[] {
  noteMalformed(node, context)
  const only = node.children.length === 1 ? node.children[0] : null
  if (only?.type === 'image') return [pieceNode(imageFigure(only, node, context), node.position)]
  return [identified({ ...node, children: phrasing(node.children, context) }, 'p', context)]
}

function list(node: List, context: Context): List {
  return {
    ...node,
    children: node.children.map((item): ListItem => ({ ...item, children: flesh(item.children, context) as ListItem['children'] })),
  }
}

function table(node: Table, context: Context): Table {
  return {
    ...node,
    children: node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: phrasing(cell.children, context) })),
    })),
  }
}

// A block without a written id gets the nearest written one plus its ordinal among its kind, so that it pairs with its translation.
function identified<T extends RootContent>(node: T, kind: string, context: Context): T {
  return { ...node, data: { ...node.data, id: nextId(kind, context), source: sourceOf(node, context) } }
}

function sourceOf(node: Nodes, context: Context): string {
  return `${context.file.path}:${node.position?.start.line ?? 1}`
}

function nextId(kind: string, context: Context): string {
  const key = `${context.nearest}-${kind}`
  const ordinal = (context.ordinals.get(key) ?? 0) + 1
  context.ordinals.set(key, ordinal)
  return `${key}${ordinal}`
}

// ---- phrasing ---------------------------------------------------------------------------------------------------

function phrasing(nodes: readonly Nodes[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => inline(node, context))
}

function inline(node: Nodes, context: Context): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'break':
      return [node]
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ ...node, children: phrasing(node.children, context) }]
    case 'citation':
      for (const item of node.items) mention('citation', item.key, keyPlace(node, item.key, context), context)
      return [node]
    case 'link':
      return [link(node, context)]
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier)
      if (!definition) return [asWritten(node, context)]
      return [
        link(
          { type: 'link', url: definition.url, title: definition.title ?? null, children: node.children, position: node.position },
          context,
        ),
      ]
    }
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier)
      return definition ? [{ type: 'text', value: node.alt ?? '' }] : [asWritten(node, context)]
    }
    case 'image':
      return [{ type: 'text', value: node.alt ?? '' }]
    case 'textDirective':
      return textDirective(node, context)
    case 'html':
      if (/^<!--[\s\S]*-->$/.test(node.value)) return []
      context.file.html.push(placeOf(node, context))
      return [{ type: 'text', value: node.value, position: node.position }]
    default:
      return [asWritten(node, context)]
  }
}

function link(node: Extract<Nodes, { type: 'link' }>, context: Context): PhrasingContent {
  const children = phrasing(node.children, context)
  if (!node.url.startsWith('#')) {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(node.url)) mention('path', node.url, placeOf(node, context), context)
    return { ...node, children }
  }
  const target = decode(node.url.slice(1))
  mention('link', target, placeOf(node, context), context)
  if (children.length === 0) return { type: 'crossReference', target, position: node.position }
  return { ...node, url: `#${target}`, children }
}

function textDirective(node: TextDirective, context: Context): PhrasingContent[] {
  const use = record(node, context)
  if (node.children.length === 0) return [asWritten(node, context)]
  const label = plainText(node.children)
  const place = placeOf(node, context)
  if (use.word === 'minutes') {
    const minutes = Number(label)
    if (!Number.isInteger(minutes) || minutes < 1) return [asWritten(node, context)]
    context.minutes.push(minutes)
    if (node.attributes?.cut === 'first') context.cuts.push('first')
    return []
  }
  if (use.word === 'uncited') return phrasing(node.children, context)
  if (use.word === 'page') {
    const target = label.replace(/^#/, '')
    mention('page', target, place, context)
    return [{ type: 'pageReference', target, position: node.position }]
  }
  const term = node.attributes?.of ?? label
  mention('term', term, node.attributes?.of ? valuePlace(use, 'of') : place, context)
  return [{ type: 'term', term, children: phrasing(node.children, context), position: node.position }]
}

// What the language does not know comes out as it was written.
function asWritten(node: Nodes, context: Context): PhrasingContent {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  return { type: 'text', value: context.file.text.slice(start, end), position: node.position }
}

// ---- directives -------------------------------------------------------------------------------------------------

function directive(node: ContainerDirective | LeafDirective, context: Context): RootContent[] {
  const use = record(node, context)
  if (!use.word && node.type === 'leafDirective')
    return [identified({ type: 'paragraph', children: [asWritten(node, context)], position: node.position }, 'p', context)]
  if (!use.word) return flesh(bodyOf(node), context)
  if (use.word === 'objectives') return flesh(bodyOf(node), context)
  const piece = toPiece(use.word, node, use, context)
  // a part standing where it does not belong (notes outside a slide) keeps its text, for facilitators
  return piece ? [pieceNode(piece, node.position)] : [pieceNode(box('facilitator', node, use, context), node.position)]
}

function pieceNode(piece: Piece, position: Position | undefined): PieceNode {
  return { type: 'piece', piece, position }
}

function toPiece(word: string, node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Piece | null {
  if (context.vocabulary.themes.has(word)) return lens(word, node, use, context)
  switch (word) {
    case 'activity':
      return activity(node, use, context)
    case 'slide':
      return slide(node, use, context)
    case 'worksheet':
      return worksheet(node, use, context)
    case 'figure':
      return figure(node, use, context)
    case 'framework':
      return { kind: 'framework', ...base('framework', node, use, context) }
    case 'summary': {
      const of = attribute(use, 'of')
      const known = SUMMARIES.find((one) => one === of)
      return known ? { kind: 'summary', of: known, ...base('summary', node, use, context) } : null
    }
    case 'questions':
      return { kind: 'questions', ...base('questions', node, use, context) }
    case 'quiz': {
      const common = base('quiz', node, use, context)
      return { kind: 'quiz', ...common, body: flesh(bodyOf(node), inside(context, 'quiz', common)) }
    }
    case 'question':
      return question(node, use, context)
    case 'lines':
    case 'table':
    case 'choice':
    case 'scale':
    case 'box':
      return field(word, node, use, context)
    case 'case':
    case 'discussion':
    case 'key-message':
    case 'tip':
    case 'warning':
    case 'facilitator':
    case 'participant':
    case 'context':
    case 'to-validate':
    case 'answers':
      return box(word, node, use, context)
    default:
      return null
  }
}

function base(kind: string, node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): PieceBase {
  const written = attribute(use, 'id')
  const audience = audienceOf(use, context)
  const label = labelOf(node, { ...context, audience })
  return {
    id: written === '' ? nextId(kind, context) : written,
    named: written !== '',
    title: plainText(label),
    label,
    audience,
    place: use.place,
  }
}

function audienceOf(use: DirectiveUse, context: Context): Audience {
  return use.spec ? audienceIn(attribute(use, 'audience'), use.spec, context) : context.audience
}

function inside(context: Context, parent: string, piece: PieceBase): Context {
  return {
    ...context,
    parent,
    audience: piece.audience === 'facilitator' ? 'facilitator' : context.audience,
    ...(piece.named ? { nearest: piece.id } : {}),
    minutes: [],
    cuts: [],
  }
}

function box(kind: BoxPiece['kind'], node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): BoxPiece {
  const common = base(kind, node, use, context)
  mentionItems('framework', use, 'covers', context)
  mentionItems('case', use, 'tells', context)
  mentionItems('stakeholder', use, 'stakeholders', context)
  return {
    kind,
    ...common,
    body: flesh(bodyOf(node), inside(context, kind, common)),
    countries: kind === 'case' ? values(attribute(use, 'countries')) : values(attribute(use, 'country') || attribute(use, 'region')),
    covers: items(attribute(use, 'covers')),
    tells: attribute(use, 'tells') || null,
    stakeholders: items(attribute(use, 'stakeholders')),
    minutes: whole(attribute(use, 'minutes')),
  }
}

function lens(theme: string, node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Lens {
  const common = base(theme, node, use, context)
  return { kind: 'lens', theme, ...common, body: flesh(bodyOf(node), inside(context, theme, common)) }
}

function slide(node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Slide {
  const common = base('slide', node, use, context)
  const here = inside(context, 'slide', common)
  const { parts, rest } = takeParts(bodyOf(node), ['notes'], here)
  const body = flesh(rest, here)
  const notesContext: Context = { ...here, parent: 'notes', audience: 'facilitator', minutes: [], cuts: [] }
  const notes = partFlesh(parts.get('notes'), notesContext)
  const layout = attribute(use, 'layout')
  const layouts: SlideLayout[] = ['bullets', 'statement', 'two-columns', 'figure', 'case', 'question', 'data', 'process', 'section']
  return {
    kind: 'slide',
    ...common,
    layout: layouts.find((known) => known === layout) ?? 'bullets',
    body,
    notes,
    minutes: sum([...notesContext.minutes, ...here.minutes]),
    cut: notesContext.cuts[0] ?? here.cuts[0] ?? null,
  }
}

function activity(node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Activity {
  const common = base('activity', node, use, context)
  const here = inside(context, 'activity', common)
  const { parts, rest } = takeParts(bodyOf(node), ['materials', 'online', 'debrief'], here)
  const forFacilitator = (parent: string): Context => ({ ...here, parent, audience: 'facilitator', minutes: [] })
  const at = rest.findIndex((child) => child.type === 'list' && child.ordered)
  const steps = rest[at]
  const cut = attribute(use, 'cut')
  mentionItems('objective', use, 'objectives', context)
  mentionItems('worksheet', use, 'worksheet', context)
  mentionItems('method', use, 'method', context)
  mentionItems('stakeholder', use, 'stakeholders', context)
  return {
    kind: 'activity',
    ...common,
    minutes: whole(attribute(use, 'minutes')),
    method: attribute(use, 'method'),
    size: whole(attribute(use, 'size')),
    objectives: items(attribute(use, 'objectives')),
    worksheets: items(attribute(use, 'worksheet')),
    stakeholders: items(attribute(use, 'stakeholders')),
    cut: (['first', 'last', 'never'] as Cut[]).find((known) => known === cut) ?? null,
    body: flesh(at < 0 ? rest : rest.slice(0, at), here),
    steps: steps?.type === 'list' ? stepsOf(steps, common.id, here) : [],
    after: at < 0 ? [] : flesh(rest.slice(at + 1), here),
    materials: partFlesh(parts.get('materials'), forFacilitator('materials')),
    debrief: partFlesh(parts.get('debrief'), forFacilitator('debrief')),
    online: online(parts.get('online')?.[0], forFacilitator('online')),
  }
}

function stepsOf(node: List, activityId: string, context: Context): Step[] {
  return node.children.map((item, index) => {
    const here: Context = { ...context, minutes: [], cuts: [] }
    const body = flesh(item.children, here)
    return {
      id: `${activityId}-step-${index + 1}`,
      body,
      minutes: sum(here.minutes),
      cut: here.cuts[0] ?? null,
      place: placeOf(item, context),
    }
  })
}

function online(node: Part | undefined, context: Context): Online | null {
  if (!node) return null
  const { use } = node
  const { parts, rest } = takeParts(bodyOf(node.node), ['low-bandwidth'], context)
  const methods: Online['method'][] = ['plenary', 'breakout', 'pairs', 'individual', 'asynchronous']
  const body = flesh(rest, context)
  const low = partFlesh(parts.get('low-bandwidth'), { ...context, parent: 'low-bandwidth' })
  return {
    method: methods.find((known) => known === attribute(use, 'method')) ?? 'plenary',
    size: whole(attribute(use, 'size')),
    minutes: whole(attribute(use, 'minutes')),
    tool: attribute(use, 'tool') || null,
    body,
    lowBandwidth: low.length > 0 ? low : null,
    place: use.place,
  }
}

function question(node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Question {
  const common = base('question', node, use, context)
  const here = inside(context, 'question', common)
  const { parts, rest } = takeParts(bodyOf(node), ['answers'], here)
  const at = rest.findIndex((child) => child.type === 'list' && child.children.some((item) => typeof item.checked === 'boolean'))
  const options = rest[at]
  mentionItems('objective', use, 'objectives', context)
  return {
    kind: 'question',
    ...common,
    objectives: items(attribute(use, 'objectives')),
    body: flesh(at < 0 ? rest : [...rest.slice(0, at), ...rest.slice(at + 1)], here),
    options:
      options?.type === 'list'
        ? options.children.map((item): QuizOption => ({ body: flesh(item.children, here), right: item.checked === true }))
        : [],
    answers: partFlesh(parts.get('answers'), { ...here, parent: 'answers', audience: 'facilitator' }),
  }
}

function figure(node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Figure {
  const common = base('figure', node, use, context)
  const src = attribute(use, 'src')
  const body = node.type === 'containerDirective' ? flesh(bodyOf(node), inside(context, 'figure', common)) : []
  const width = attribute(use, 'width')
  // a path that leads out of the course names no drawing (rule file-stays-in-course)
  const path = src === '' ? null : (pathWithin(context.file.path, src) ?? '')
  if (src !== '') mention('drawing', src, valuePlace(use, 'src'), context)
  return {
    kind: 'figure',
    ...common,
    src: path,
    alt: attribute(use, 'alt'),
    width: width === 'full' || width === 'half' ? width : 'wide',
    credit: attribute(use, 'credit'),
    body,
    numbered: path === null && body.some((child) => child.type === 'table') ? 'table' : 'figure',
  }
}

function imageFigure(image: Extract<Nodes, { type: 'image' }>, node: Paragraph, context: Context): Figure {
  const label: PhrasingContent[] = image.title ? [{ type: 'text', value: image.title }] : []
  mention('drawing', image.url, placeOf(node, context), context)
  return {
    kind: 'figure',
    id: nextId('figure', context),
    named: false,
    title: image.title ?? '',
    label,
    audience: context.audience,
    place: placeOf(node, context),
    src: pathWithin(context.file.path, image.url) ?? '',
    alt: image.alt ?? '',
    width: 'wide',
    credit: '',
    body: [],
    numbered: 'figure',
  }
}

function worksheet(node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Worksheet {
  const common = base('worksheet', node, use, context)
  return {
    kind: 'worksheet',
    ...common,
    minutes: whole(attribute(use, 'minutes')),
    group: attribute(use, 'group') === 'yes',
    anonymous: attribute(use, 'anonymous') === 'yes',
    body: flesh(bodyOf(node), inside(context, 'worksheet', common)),
  }
}

function field(kind: Field['kind'], node: ContainerDirective | LeafDirective, use: DirectiveUse, context: Context): Field {
  const common = base(kind, node, use, context)
  // field ids are short and unique within their worksheet; the full id carries the worksheet's
  const id = common.named && context.parent === 'worksheet' ? `${context.nearest}.${common.id}` : common.id
  const shared = { ...common, id }
  switch (kind) {
    case 'lines':
      return { kind, ...shared, rows: whole(attribute(use, 'rows')) ?? 2 }
    case 'table': {
      const labels = values(attribute(use, 'labels'))
      const columns = values(attribute(use, 'columns'))
      const widths = values(attribute(use, 'widths')).map((width) => whole(width) ?? 0)
      const sound = widths.length === columns.length && widths.every((width) => width > 0)
      return { kind, ...shared, columns, rows: labels.length || (whole(attribute(use, 'rows')) ?? 4), labels, widths: sound ? widths : [] }
    }
    case 'choice':
      return { kind, ...shared, options: values(attribute(use, 'options')), multiple: attribute(use, 'multiple') === 'yes' }
    case 'scale': {
      const min = whole(attribute(use, 'min')) ?? 1
      return {
        kind,
        ...shared,
        min,
        max: Math.max(min + 1, whole(attribute(use, 'max')) ?? 5),
        low: attribute(use, 'low'),
        high: attribute(use, 'high'),
        statements: values(attribute(use, 'statements')),
      }
    }
    case 'box':
      return {
        kind,
        ...shared,
        height: whole(attribute(use, 'height')) ?? 50,
        zones: values(attribute(use, 'zones')),
        axes: axesOf(values(attribute(use, 'axes'))),
        grid: attribute(use, 'grid') === 'yes',
      }
  }
}

// ---- parts of a directive ---------------------------------------------------------------------------------------

interface Part {
  node: ContainerDirective
  use: DirectiveUse
}

/** Takes the directives with these words out of a body; the rest keeps its order. */
function takeParts(nodes: RootContent[], words: string[], context: Context): { parts: Map<string, Part[]>; rest: RootContent[] } {
  const parts = new Map<string, Part[]>()
  const rest: RootContent[] = []
  for (const node of nodes) {
    const word = node.type === 'containerDirective' ? wordOf(node, context) : null
    if (node.type !== 'containerDirective' || !word || !words.includes(word)) rest.push(node)
    else parts.set(word, [...(parts.get(word) ?? []), { node, use: record(node, context) }])
  }
  return { parts, rest }
}

function partFlesh(parts: Part[] | undefined, context: Context): Flesh {
  return (parts ?? []).flatMap(({ node }) => flesh(bodyOf(node), context))
}

/** The children of a directive without its label; a lesson moved in from Carpentries has its title as first heading. */
function bodyOf(node: ContainerDirective | LeafDirective): RootContent[] {
  if (node.type === 'leafDirective') return []
  const children = node.children as RootContent[]
  const first = children[0]
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data) return children.slice(1)
  if (first?.type === 'heading') return children.slice(1)
  return children
}

function labelOf(node: ContainerDirective | LeafDirective, context: Context): PhrasingContent[] {
  if (node.type === 'leafDirective') return phrasing(node.children, context)
  const first = node.children[0]
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data) return phrasing(first.children, context)
  if (first?.type === 'heading') return phrasing(first.children, context)
  return []
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function definitionsOf(nodes: RootContent[]): Context['definitions'] {
  const definitions: Context['definitions'] = new Map()
  for (const node of nodes)
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, { url: node.url, title: node.title })
  return definitions
}
