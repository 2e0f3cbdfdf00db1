/** A course's flesh as an indented list that a person can read: what stands where, under which id, seen by whom. */
import type { Nodes, PhrasingContent } from 'mdast'
import type { Course, Flesh, Piece } from '../../course/course.ts'

/** `paragraph taps-washers-p1 6:1-6:20: text`, a line each; pieces with their parts. */
export function tree(flesh: Flesh, indent = ''): string {
  return flesh.map((node) => nodeTree(node, indent)).join('')
}

/** What can be linked to: id, kind, printed label. */
export function targets(course: Course): string {
  return [...course.targets.values()]
    .map((target) => `${target.id}: ${target.kind} "${target.label}"${target.audience === 'all' ? '' : ` (${target.audience})`}\n`)
    .join('')
}

function nodeTree(node: Nodes, indent: string): string {
  if (node.type === 'piece') return pieceTree(node.piece, indent)
  const head = `${indent}${node.type}${node.data?.id ? ` ${node.data.id}` : ''}${node.data?.named ? ' (named)' : ''}${place(node)}`
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return `${head}: ${phrase(node.children)}\n`
    case 'code':
      return `${head}: ${JSON.stringify(node.value)}\n`
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'tableRow':
      return `${head}${node.type === 'listItem' && typeof node.checked === 'boolean' ? (node.checked ? ' [x]' : ' [ ]') : ''}\n${node.children.map((child) => nodeTree(child as Nodes, `${indent}  `)).join('')}`
    default:
      return `${head}\n`
  }
}

function pieceTree(piece: Piece, indent: string): string {
  const head = `${indent}${piece.kind}${'theme' in piece ? ` of ${piece.theme}` : ''} ${piece.id}${piece.named ? ' (named)' : ''}${place({ position: piece.place })}`
  const title = piece.label.length > 0 ? `: ${phrase(piece.label)}` : ''
  const marks = [
    piece.number ? `number ${piece.number}` : '',
    piece.audience === 'all' ? '' : `for ${piece.audience}`,
    ...facts(piece),
  ].filter((mark) => mark !== '')
  const lines = [`${head}${title}${marks.length > 0 ? ` {${marks.join(', ')}}` : ''}\n`]
  for (const [name, part] of parts(piece))
    if (part.length > 0) lines.push(name === 'body' ? tree(part, `${indent}  `) : `${indent}  - ${name}\n${tree(part, `${indent}    `)}`)
  return lines.join('')
}

function facts(piece: Piece): string[] {
  const shown = [
    'minutes',
    'method',
    'size',
    'objectives',
    'worksheets',
    'cut',
    'layout',
    'countries',
    'covers',
    'src',
    'alt',
    'width',
    'credit',
    'numbered',
    'group',
    'rows',
    'columns',
    'labels',
    'options',
    'multiple',
    'min',
    'max',
    'low',
    'high',
    'statements',
    'height',
    'zones',
    'grid',
  ]
  return Object.entries(piece)
    .filter(([name, value]) => shown.includes(name) && typeof value !== 'object' && value !== '' && value !== false)
    .concat(
      Object.entries(piece).filter(
        ([name, value]) => shown.includes(name) && Array.isArray(value) && value.length > 0 && typeof value[0] === 'string',
      ),
    )
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' | ') : value}`)
    .concat('axes' in piece ? piece.axes.map(({ from, to }) => `axis ${from} to ${to}`) : [])
}

function parts(piece: Piece): [string, Flesh][] {
  switch (piece.kind) {
    case 'slide':
      return [
        ['body', piece.body],
        ['notes', piece.notes],
      ]
    case 'activity':
      return [
        ['body', piece.body],
        ...piece.steps.map((step): [string, Flesh] => [
          `step ${step.id}${step.minutes === null ? '' : `, ${step.minutes} minutes`}`,
          step.body,
        ]),
        ['after the steps', piece.after],
        ['materials', piece.materials],
        ...(piece.online
          ? ([
              [`online, ${piece.online.method}`, piece.online.body],
              ['low bandwidth', piece.online.lowBandwidth ?? []],
            ] as [string, Flesh][])
          : []),
        ['debrief', piece.debrief],
      ]
    case 'question':
      return [
        ['body', piece.body],
        ...piece.options.map((option): [string, Flesh] => [option.right ? 'right' : 'wrong', option.body]),
        ['answers', piece.answers],
      ]
    default:
      return 'body' in piece ? [['body', piece.body]] : []
  }
}

function place({ position }: Pick<Nodes, 'position'>): string {
  return position ? ` ${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column}` : ''
}

function phrase(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return node.value.replaceAll('\n', '⏎')
        case 'inlineCode':
          return `\`${node.value}\``
        case 'emphasis':
          return `*${phrase(node.children)}*`
        case 'strong':
          return `**${phrase(node.children)}**`
        case 'delete':
          return `~~${phrase(node.children)}~~`
        case 'link':
          return `<link to ${node.url}: ${phrase(node.children)}>`
        case 'citation':
          return `<citation of ${node.items.map((item) => (item.locator ? `${item.key} at ${item.locator}` : item.key)).join(' and ')}>`
        case 'term':
          return `<term ${node.term ?? 'unknown'}: ${phrase(node.children)}>`
        case 'crossReference':
          return `<reference to ${node.target}>`
        case 'pageReference':
          return `<page of ${node.target}>`
        default:
          return `<${node.type}>`
      }
    })
    .join('')
}
