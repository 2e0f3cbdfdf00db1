/** Slides to edit as PowerPoint would open them: their parts, what stands in each, and what is wrong with the package. */
import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

export type Parts = Map<string, string>

/** One thing on a slide, in reading order. */
export interface Shape {
  kind: 'sp' | 'pic' | 'graphicFrame'
  name: string
  /** Its text, paragraphs parted by a new line. */
  text: string
  /** Type and index of the placeholder it fills; null for a free one. */
  placeholder: { type: string; idx: string } | null
  xml: string
}

/** Parts by name; pictures as Latin-1. */
export function partsOf(pptx: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(pptx)).map(([name, bytes]) => [name, strFromU8(bytes, !/\.(xml|rels)$/.test(name))]))
}

/** XML of the slides, in the order in which they are shown. */
export function slidesIn(parts: Parts): string[] {
  return slideNames(parts).map((name) => parts.get(name) ?? '')
}

/** Notes of every slide, a paragraph a line; '' where there are none. */
export function notesIn(parts: Parts): string[] {
  return slideNames(parts).map((name) => {
    const target = relationsOf(parts, name).find(({ type }) => type.endsWith('/notesSlide'))?.part ?? ''
    const body = /type="body".*?<\/p:txBody>/s.exec(parts.get(target) ?? '')?.[0] ?? ''
    return textOf(body)
  })
}

/** What stands on a slide. */
export function shapesOf(xml: string): Shape[] {
  return [...xml.matchAll(/<p:(sp|pic|graphicFrame)>.*?<\/p:\1>/gs)].map(([own, kind]) => {
    const [, attributes] = /<p:ph\b([^>]*?)\/>/.exec(own) ?? []
    return {
      kind: kind as Shape['kind'],
      name: /<p:cNvPr id="\d+" name="([^"]*)"/.exec(own)?.[1] ?? '',
      text: textOf(own),
      placeholder:
        attributes === undefined
          ? null
          : { type: /type="(\w+)"/.exec(attributes)?.[1] ?? 'obj', idx: /idx="(\d+)"/.exec(attributes)?.[1] ?? '' },
      xml: own,
    }
  })
}

/** Text of XML, a paragraph a line. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)]
    .map(([, paragraph = '']) => unescaped(paragraph.replace(/<a:br\/>/g, ' ').replace(/<[^>]*>/g, '')))
    .filter((text) => text !== '')
    .join('\n')
}

/** Text of XML with its entities resolved. */
export function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(
    /&(#\d+|\w+);/g,
    (all, name: string) => signs[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : all),
  )
}

interface Relation {
  id: string
  type: string
  /** The part it leads to; null for an address outside. */
  part: string | null
}

/** The relations of a part; '' for those of the package. */
export function relationsOf(parts: Parts, name: string): Relation[] {
  const file = posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`)
  return [...(parts.get(file) ?? '').matchAll(/<Relationship ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const value = (key: string): string => new RegExp(`\\b${key}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const outside = value('TargetMode') === 'External'
    return { id: value('Id'), type: value('Type'), part: outside ? null : posix.join(posix.dirname(name), value('Target')) }
  })
}

function slideNames(parts: Parts): string[] {
  const relations = new Map(relationsOf(parts, 'ppt/presentation.xml').map(({ id, part }) => [id, part]))
  return [...(parts.get('ppt/presentation.xml') ?? '').matchAll(/<p:sldId [^>]*r:id="([^"]*)"/g)].map(
    ([, id = '']) => relations.get(id) ?? '',
  )
}

// ---- what is wrong with it --------------------------------------------------------------------------------------

/** Everything that would make PowerPoint repair or refuse the package, or show an empty placeholder. */
export function troubleIn(parts: Parts): string[] {
  return [
    ...[...parts].flatMap(([name, text]) => (/\.(xml|rels)$/.test(name) ? notWellFormed(text).map((what) => `${name}: ${what}`) : [])),
    ...relationTrouble(parts),
    ...typeTrouble(parts),
    ...orphans(parts),
    ...themeTrouble(parts),
    ...presentationTrouble(parts),
    ...[...parts].flatMap(([name, text]) =>
      /^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/\w+\.xml$/.test(name) ? pageTrouble(parts, name, text) : [],
    ),
  ]
}

function notWellFormed(text: string): string[] {
  const open: string[] = []
  const bare = text.replace(/^<\?xml[^>]*\?>/, '')
  if (/&(?!(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos);)/i.test(bare)) return ['a bare &']
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(bare)) return ['a control character']
  for (const [tag, close, name = '', attributes = '', empty] of bare.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    const names = [...attributes.matchAll(/([\w:]+)="/g)].map(([, one]) => one)
    if (new Set(names).size !== names.length) return [`an attribute twice in ${tag}`]
    if (close) {
      if (open.pop() !== name) return [`</${name}> closes nothing`]
    } else if (!empty) open.push(name)
  }
  const rest = bare.replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '')
  return [...open.map((name) => `<${name}> stays open`), ...(/[<>]/.test(rest) ? [`not a tag: ${/[<>].{0,40}/s.exec(rest)?.[0]}`] : [])]
}

function relationTrouble(parts: Parts): string[] {
  return ['', ...parts.keys()]
    .filter((name) => !name.endsWith('.rels'))
    .flatMap((name) => {
      const relations = relationsOf(parts, name)
      const ids = relations.map(({ id }) => id)
      const used = [...(parts.get(name) ?? '').matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id = '']) => id)
      return [
        ...relations
          .filter(({ part }) => part !== null && !parts.has(part))
          .map(({ part }) => `${name || 'package'}: leads to ${part}, which is not there`),
        ...(new Set(ids).size === ids.length ? [] : [`${name}: a relation's id twice`]),
        ...(name.endsWith('.xml') ? used.filter((id) => !ids.includes(id)).map((id) => `${name}: no relation ${id}`) : []),
      ]
    })
}

function typeTrouble(parts: Parts): string[] {
  const types = parts.get('[Content_Types].xml') ?? ''
  const defaults = new Map(
    [...types.matchAll(/<Default Extension="(\w+)" ContentType="([^"]*)"/g)].map(([, extension, type]) => [extension, type]),
  )
  const overrides = [...types.matchAll(/<Override PartName="\/([^"]*)"/g)].map(([, name = '']) => name)
  return [
    ...overrides.filter((name) => !parts.has(name)).map((name) => `content type of ${name}, which is not there`),
    ...(new Set(overrides).size === overrides.length ? [] : ['a content type given twice']),
    ...[...parts.keys()]
      .filter((name) => name !== '[Content_Types].xml')
      // "application/xml" says nothing about what a part is
      .filter((name) => !overrides.includes(name) && (name.endsWith('.xml') || !defaults.has(name.split('.').at(-1) ?? '')))
      .map((name) => `no content type for ${name}`),
  ]
}

function orphans(parts: Parts): string[] {
  const reached = new Set<string>()
  const visit = (name: string): void => {
    for (const { part } of relationsOf(parts, name)) {
      if (part === null || reached.has(part)) continue
      reached.add(part)
      visit(part)
    }
  }
  visit('')
  return [...parts.keys()]
    .filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !reached.has(name))
    .map((name) => `nothing leads to ${name}`)
}

function themeTrouble(parts: Parts): string[] {
  const masters = [...parts.keys()].filter((name) => /^ppt\/(slideMasters|notesMasters)\/\w+\.xml$/.test(name))
  const themes = masters.flatMap((name) => relationsOf(parts, name).filter(({ type }) => type.endsWith('/theme')))
  return new Set(themes.map(({ part }) => part)).size === masters.length ? [] : ['masters share a theme, or have none']
}

function presentationTrouble(parts: Parts): string[] {
  const text = parts.get('ppt/presentation.xml') ?? ''
  const order = ['<p:sldMasterIdLst', '<p:notesMasterIdLst', '<p:sldIdLst', '<p:sldSz', '<p:notesSz', '<p:defaultTextStyle'].map((tag) =>
    text.indexOf(tag),
  )
  const ids = [...text.matchAll(/<p:sldId id="(\d+)"/g)].map(([, id]) => Number(id))
  const sections = [...text.matchAll(/<p14:section [^>]*id="([^"]*)"/g)].map(([, id]) => id)
  const inSections = [...text.matchAll(/<p14:sldId id="(\d+)"/g)].map(([, id]) => Number(id))
  return [
    ...(order.every((place, index) => place > (order[index - 1] ?? 0)) ? [] : ['presentation.xml: not in the order of the schema']),
    ...(new Set(ids).size === ids.length && ids.every((id) => id >= 256) ? [] : ['presentation.xml: ids of slides']),
    ...(new Set(sections).size === sections.length ? [] : ['presentation.xml: ids of sections']),
    ...(JSON.stringify(inSections) === JSON.stringify(ids) ? [] : ['presentation.xml: sections do not hold the slides in order']),
  ]
}

/** A slide, layout, master or page of notes. */
function pageTrouble(parts: Parts, name: string, text: string): string[] {
  const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
  const shapes = shapesOf(text)
  const filled = shapes.flatMap(({ placeholder }) => (placeholder ? [`${placeholder.type} ${placeholder.idx}`] : []))
  const doubled = [...text.matchAll(/<a:p>(.*?)<\/a:p>/gs)].filter(
    ([, inside = '']) => /.<a:pPr/s.test(inside) || /<a:endParaRPr.*<a:r>/s.test(inside),
  )
  const crooked = [...text.matchAll(/<a:tbl>.*?<\/a:tbl>/gs)].filter(([table]) => {
    const columns = table.match(/<a:gridCol /g)?.length
    return [...table.matchAll(/<a:tr .*?<\/a:tr>/gs)].some(([row]) => row.match(/<a:tc>/g)?.length !== columns)
  })
  const own = [
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...(new Set(filled).size === filled.length ? [] : ['a placeholder filled twice']),
    ...(doubled.length === 0 ? [] : ['a paragraph whose properties do not come first and once']),
    ...(crooked.length === 0 ? [] : ['a table whose rows are not as long as its grid']),
    ...(name.startsWith('ppt/slides/') ? slideTrouble(parts, name, shapes) : []),
  ]
  return own.map((what) => `${name}: ${what}`)
}

function slideTrouble(parts: Parts, name: string, shapes: Shape[]): string[] {
  const layout = relationsOf(parts, name).find(({ type }) => type.endsWith('/slideLayout'))?.part ?? ''
  const known = shapesOf(parts.get(layout) ?? '').flatMap(({ placeholder }) =>
    placeholder ? [`${placeholder.type} ${placeholder.idx}`] : [],
  )
  return shapes.flatMap(({ placeholder, name: shape, kind, text, xml }) => [
    ...(placeholder && !known.includes(`${placeholder.type} ${placeholder.idx}`) ? [`${shape} fills a placeholder its layout lacks`] : []),
    ...(placeholder && kind === 'sp' && text === '' ? [`${shape} is empty`] : []),
    ...(kind === 'pic' && !/ descr="[^"]+"/.test(xml) ? [`${shape} has no text for those who cannot see it`] : []),
  ])
}

// ---- where things stand -----------------------------------------------------------------------------------------

interface Placed {
  name: string
  left: number
  right: number
  top: number
  bottom: number
}

const SLIDE = { right: 12_192_000, bottom: 6_858_000 }

/** Everything that stands beyond the slide, or on something else, by their boxes. */
export function crowdingIn(parts: Parts): string[] {
  return slidesIn(parts).flatMap((xml, index) => {
    const boxes = shapesOf(xml)
      .filter(({ name }) => name !== 'Bar')
      .map((shape) => placedOf(shape, parts, index + 1))
    const beyond = boxes.filter(
      ({ left, top, right, bottom }) => !(left >= 0 && top >= 0 && right <= SLIDE.right && bottom <= SLIDE.bottom),
    )
    const crossing = boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        .map((other) => `slide ${index + 1}: ${one.name} and ${other.name}`),
    )
    return [...beyond.map(({ name }) => `slide ${index + 1}: ${name} beyond the slide`), ...crossing]
  })
}

/** Where a shape of a slide begins on the left, in English Metric Units. */
export function leftOf(shape: Shape, parts: Parts, slide: number): number {
  return placedOf(shape, parts, slide).left
}

/** Where a shape stands: by itself or by the placeholder of its layout. */
function placedOf({ name, xml, placeholder }: Shape, parts: Parts, slide: number): Placed {
  const layout = relationsOf(parts, `ppt/slides/slide${slide}.xml`).find(({ type }) => type.endsWith('/slideLayout'))?.part ?? ''
  const own = shapesOf(parts.get(layout) ?? '').find(
    (one) => one.placeholder !== null && one.placeholder.type === placeholder?.type && one.placeholder.idx === placeholder.idx,
  )
  const found = [xml, own?.xml ?? '']
    .map((text) => /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(text))
    .find((one) => one !== null)
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = (found ?? []).slice(1).map(Number)
  return { name, left: x, top: y, right: x + width, bottom: y + height }
}
