/** Directives and mentions as written, noted for the rules while a file is lowered: with the place of every name and attribute. */
import type { Paragraph } from 'mdast'
import { items } from './attribute-values.ts'
import { scanOpening, type WrittenOpening } from './attributes.ts'
import type { Audience, Place } from './course.ts'
import type { DirectiveSpec } from './directives.ts'
import { type Context, type Directive, headPlace, placeOf, spanPlace } from './lowering.ts'
import { plainText } from './plain-text.ts'
import type { AttributeUse, DirectiveUse, Mention } from './written.ts'

/** Notes a directive with its attributes and their places. */
export function record(node: Directive, context: Context): DirectiveUse {
  const place = placeOf(node, context)
  const name = nameOf(node, context)
  const word = wordOf(node, context)
  const spec: DirectiveSpec | null = word ? (context.vocabulary.directives.get(word) ?? null) : null
  const head = node.type === 'containerDirective' ? headPlace(place, context) : place
  const opening = scanOpening(context.file.text, place.start.offset ?? 0, head.end.offset)
  const use: DirectiveUse = {
    name,
    word,
    spec,
    form: node.type === 'containerDirective' ? 'container' : node.type === 'leafDirective' ? 'leaf' : 'text',
    title: titleOf(node),
    attributes: attributesOf(node, opening, head, context),
    parent: context.parent,
    audience: spec ? audienceIn(node.attributes?.audience, spec, context) : context.audience,
    place,
    head,
    nameAt: spanPlace(opening.name, context),
  }
  context.file.directives.push(use)
  const id = use.attributes.find((one) => one.name === 'id')
  if (id && id.value !== '') {
    const full = spec?.inside?.includes('worksheet') && context.parent === 'worksheet' ? `${context.nearest}.${id.value}` : id.value
    context.file.ids.push({ id: full, place: id.place })
  }
  noteStrayBraces(node, use, context)
  return use
}

// Values come from the parser (character references are read), places from the text; a name given twice is listed twice.
function attributesOf(node: Directive, opening: WrittenOpening, head: Place, context: Context): AttributeUse[] {
  const values = node.attributes ?? {}
  const found = opening.attributes.map((attribute): AttributeUse => {
    const again = opening.attributes.filter((other) => other.name === attribute.name).length > 1
    const written = context.file.text.slice(attribute.value.start, attribute.value.end)
    return {
      name: attribute.name,
      value: again ? written : (values[attribute.name] ?? written),
      place: spanPlace(attribute, context),
      valueAt: spanPlace(attribute.value, context),
    }
  })
  const lost = Object.entries(values).filter(([name]) => name !== 'class' && !found.some((attribute) => attribute.name === name))
  return [...found, ...lost.map(([name, value]): AttributeUse => ({ name, value: value ?? '', place: head, valueAt: head }))]
}

// `::figure[Title]{alt=}` and `:figure[Title]`: what was meant as a directive and reads as text.
export function noteMalformed(node: Paragraph, context: Context): void {
  const start = node.position?.start.offset ?? 0
  const written = context.file.text.slice(start, node.position?.end.offset ?? start)
  if (!written.includes(':')) return
  const { directives } = context.vocabulary
  for (const match of written.matchAll(/^[ \t]*(::)([A-Za-z][\w-]*)(?=[[{ \t]|$).*$/gm)) {
    const [line, , name = ''] = match
    if (!directives.has(name)) continue
    const at = start + match.index + (line.length - line.trimStart().length)
    context.file.malformed.push({
      name,
      form: 'leaf',
      problem: 'opening',
      place: spanPlace({ start: at, end: start + match.index + line.trimEnd().length }, context),
    })
  }
  if (written.includes('`')) return
  for (const match of written.matchAll(/(?<![:\w\\]):([a-z][a-z-]*)(?=[[{])/g)) {
    const [mark, name = ''] = match
    const form = directives.get(name)?.form
    if (!form || form === 'text') continue
    const at = start + match.index
    context.file.malformed.push({ name, form, problem: 'one-colon', place: spanPlace({ start: at, end: at + mark.length }, context) })
  }
}

// `:term[words]{of=}`: braces the parser cannot read as attributes stay text behind the directive.
function noteStrayBraces(node: Directive, use: DirectiveUse, context: Context): void {
  const end = node.position?.end.offset ?? 0
  if (use.form !== 'text' || context.file.text[end] !== '{') return
  const close = context.file.text.slice(end, end + 200).search(/[}\n]/)
  context.file.malformed.push({
    name: use.name,
    form: 'text',
    problem: 'braces',
    place: spanPlace({ start: end, end: end + Math.max(1, close + 1) }, context),
  })
}

function titleOf(node: Directive): string {
  if (node.type !== 'containerDirective') return plainText(node.children)
  const first = node.children[0]
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data) return plainText(first.children)
  return first?.type === 'heading' ? plainText(first.children) : ''
}

function nameOf(node: Directive, context: Context): string {
  return (node.type === 'containerDirective' ? context.fenceNames.get(node.position?.start.line ?? 0) : null) ?? node.name
}

/** Word of the vocabulary a directive stands for; null where there is none. */
export function wordOf(node: Directive, context: Context): string | null {
  const name = nameOf(node, context)
  const { directives, aliases } = context.vocabulary
  if (directives.has(name)) return name
  return aliases.get(name) ?? aliases.get(name.split('-')[0] ?? '') ?? null
}

/** Notes that something is asked for by id, key or path. */
export function mention(kind: Mention['kind'], of: string, place: Place, context: Context): void {
  context.file.mentions.push({ kind, of, place, within: context.file.id, audience: context.audience })
}

/** One mention for every id of an attribute, each at its own place. */
export function mentionItems(kind: Mention['kind'], use: DirectiveUse, name: string, context: Context): void {
  const value = attribute(use, name)
  const at = valuePlace(use, name)
  const written = context.file.text.slice(at.start.offset, at.end.offset)
  let from = 0
  for (const item of items(value)) {
    const index = written.indexOf(item, from)
    const start = (at.start.offset ?? 0) + index
    mention(kind, item, index < 0 || at.start.offset === undefined ? at : spanPlace({ start, end: start + item.length }, context), context)
    from = Math.max(0, index) + item.length
  }
}

/** Value of an attribute; empty where it is not given. */
export function attribute(use: DirectiveUse, name: string): string {
  return use.attributes.find((one) => one.name === name)?.value.trim() ?? ''
}

/** Place of the value of an attribute; of the opening line where it is not given. */
export function valuePlace(use: DirectiveUse, name: string): Place {
  return use.attributes.find((one) => one.name === name)?.valueAt ?? use.head
}

/** Who may see a directive: as `audience=` says or as its word does; inside something for facilitators all is. */
export function audienceIn(said: string | null | undefined, spec: DirectiveSpec, context: Context): Audience {
  const own = said === 'all' || said === 'facilitator' || said === 'participant' ? said : spec.audience
  return context.audience === 'facilitator' ? 'facilitator' : own
}
