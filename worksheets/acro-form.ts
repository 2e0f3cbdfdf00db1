/**
 * The fillable form of a printed sheet (AcroForm, ISO 32000-1, 12.7).
 *
 * The sheet is printed with an empty link over every place to fill in (`fieldAddress`). The press writes each as a
 * link annotation with its box on the page and ties it into the tag tree at its place in the reading order. Here the
 * links become form fields where they stand, so boxes, tab order and tags need no second measuring.
 *
 * Plain pdf-lib does all of it: objects are changed in place and one font is embedded. Its own form drawing is not
 * used, since it gives fields an unembedded Helvetica, no description and no place in the tag tree.
 */
import fontkit from '@pdf-lib/fontkit'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { FormField, Mark } from './form-fields.ts'

/** Where a form field stands on the printed sheet. A field cut by a page edge has one box a page. */
export interface FieldBox {
  name: string
  /** Value of the mark, for a radio field. */
  mark: string | null
  /** 1-based. */
  page: number
  /** Points from the foot and the left edge of the page. */
  left: number
  bottom: number
  right: number
  top: number
}

export interface FormLook {
  /** TrueType bytes with every character that may be typed (`fieldFont`). */
  font: Uint8Array
  direction: 'ltr' | 'rtl'
}

/** Address of the link that holds a field's place while the sheet is printed. */
export function fieldAddress(field: FormField, mark?: Mark): string {
  return SCHEME + encodeURIComponent(field.name) + (mark ? `?${encodeURIComponent(mark.value)}` : '')
}

/** Where the places to fill in stand on a printed sheet whose form is not made yet, in the order of the pages. */
export function readBoxes(document: PDFDocument): FieldBox[] {
  return readPlaces(document).map(({ box }) => box)
}

/**
 * Turns the placeholder links of a printed sheet into the form fields of the list, in place, and hands back their
 * boxes in the order of the pages. Fields without a box are left out: what did not fit on the paper is a finding of
 * `sheetFindings`, not a reason to stop. Throws where a link names a field that is not in the list.
 */
export async function addForm(document: PDFDocument, fields: readonly FormField[], look: FormLook): Promise<FieldBox[]> {
  const places = readPlaces(document)
  const known = new Map(fields.map((field) => [field.name, field]))
  const stray = places.find(({ box }) => !known.has(box.name))
  if (stray) throw new Error(`Unexpected place for field "${stray.box.name}", expected one of the worksheet's fields`)
  if (places.length === 0) return []
  const pen = await penOf(document, look)
  const elements = formElements(document)
  const placesOf = Map.groupBy(places, ({ box }) => box.name)
  const tree: FieldTree = new Map()
  for (const field of fields) {
    const own = placesOf.get(field.name)
    if (!own) continue
    for (const place of own) describeElement(elements.get(place.ref.toString()), field, place)
    plant(tree, field.name.split('.'), drawField(pen, field, own))
  }
  document.catalog.set(
    PDFName.of('AcroForm'),
    document.context.obj({
      Fields: growTree(document, tree, null),
      DR: { Font: { [FONT]: pen.font } },
      DA: PDFString.of(`/${FONT} 11 Tf 0 g`),
    }),
  )
  return places.map(({ box }) => box)
}

const SCHEME = 'field:'
const FONT = 'FieldFont'
const FLAG_PRINT = 4
const FLAG_MULTILINE = 1 << 12
const FLAG_RADIO = 1 << 15
const QUADDING_END = 2

interface Place {
  box: FieldBox
  ref: PDFRef
  annotation: PDFDict
  page: PDFRef
}

interface Pen {
  document: PDFDocument
  font: PDFRef
  direction: 'ltr' | 'rtl'
  /** Appearance streams already written, by what they draw: fields of one size share one. */
  drawn: Map<string, PDFRef>
}

/** Partial field names: a leaf is a field, a branch the names that begin alike. */
type FieldTree = Map<string, FieldTree | PDFRef>

/** Fonts as PDF objects, by their bytes: made once and copied into each form. */
const embedded = new WeakMap<Uint8Array, Promise<{ source: PDFDocument; font: PDFRef }>>()

async function penOf(document: PDFDocument, look: FormLook): Promise<Pen> {
  const known = embedded.get(look.font) ?? embed(look.font)
  embedded.set(look.font, known)
  const { source, font } = await known
  const copied = PDFObjectCopier.for(source.context, document.context).copy(font)
  return { document, font: copied, direction: look.direction, drawn: new Map() }
}

async function embed(bytes: Uint8Array): Promise<{ source: PDFDocument; font: PDFRef }> {
  const source = await PDFDocument.create({ updateMetadata: false })
  source.registerFontkit(fontkit)
  const font = await source.embedFont(bytes, { subset: false })
  await font.embed()
  setWidths(source, font.ref, bytes)
  setUnicode(source, font.ref, bytes)
  return { source, font: font.ref }
}

/** pdf-lib gives widths of mapped characters only; a viewer that joins Arabic letters also needs those of their forms. */
function setWidths(source: PDFDocument, font: PDFRef, bytes: Uint8Array): void {
  const { numGlyphs, unitsPerEm, getGlyph } = glyphsOf(bytes)
  const widths = Array.from({ length: numGlyphs }, (_, id) => rounded((getGlyph(id).advanceWidth * 1000) / unitsPerEm))
  const descendants = source.context.lookup(font, PDFDict).lookup(PDFName.of('DescendantFonts'), PDFArray)
  descendants.lookup(0, PDFDict).set(PDFName.of('W'), source.context.obj([0, widths]))
}

/** What each glyph says, in runs; pdf-lib writes it glyph by glyph, four times as long, into every sheet. */
function setUnicode(source: PDFDocument, font: PDFRef, bytes: Uint8Array): void {
  const { characterSet, glyphForCodePoint } = glyphsOf(bytes)
  const runs: { first: number; last: number; point: number }[] = []
  const glyphs = characterSet.map((point) => ({ point, id: glyphForCodePoint(point).id })).sort((a, b) => a.id - b.id || a.point - b.point)
  for (const { point, id } of glyphs) {
    const run = runs.at(-1)
    if (run && id === run.last) continue
    // the last byte alone may rise within a run (ISO 32000-1, 9.10.3)
    const joins = run && id === run.last + 1 && point - run.point === id - run.first && id % 256 > 0 && point % 256 > 0
    if (joins) run.last = id
    else runs.push({ first: id, last: id, point })
  }
  const lines = runs.map(({ first, last, point }) => `<${hex(first)}><${hex(last)}><${hex(point)}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => lines.slice(index * 100, index * 100 + 100))
  const map = [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    '1 begincodespacerange <0000><ffff> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`),
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n')
  source.context.lookup(font, PDFDict).set(PDFName.of('ToUnicode'), source.context.register(source.context.flateStream(map)))
}

/** A code point of the Basic Multilingual Plane, or a glyph: our field fonts hold no other. */
function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}

interface Glyphs {
  characterSet: number[]
  glyphForCodePoint(point: number): { id: number }
  numGlyphs: number
  unitsPerEm: number
  getGlyph(id: number): { advanceWidth: number }
}

function glyphsOf(bytes: Uint8Array): Glyphs {
  // The package's types name what pdf-lib calls, which is less than there is.
  const font = fontkit.create(bytes) as unknown as Glyphs
  return {
    characterSet: font.characterSet,
    glyphForCodePoint: (point) => font.glyphForCodePoint(point),
    numGlyphs: font.numGlyphs,
    unitsPerEm: font.unitsPerEm,
    getGlyph: (id) => font.getGlyph(id),
  }
}

function readPlaces(document: PDFDocument): Place[] {
  return document.getPages().flatMap((page, index) => {
    const annotations = page.node.Annots()?.asArray() ?? []
    return annotations.flatMap((ref): Place[] => {
      const annotation = document.context.lookup(ref)
      if (!(annotation instanceof PDFDict) || !(ref instanceof PDFRef)) return []
      const address = addressOf(annotation)
      if (!address?.startsWith(SCHEME)) return []
      const [name = '', mark] = address.slice(SCHEME.length).split('?').map(decodeURIComponent)
      const [left, bottom, right, top] = numbers(annotation.lookup(PDFName.of('Rect'), PDFArray))
      return [{ box: { name, mark: mark ?? null, page: index + 1, left, bottom, right, top }, ref, annotation, page: page.ref }]
    })
  })
}

function addressOf(annotation: PDFDict): string | null {
  const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : null
}

function numbers(array: PDFArray): [number, number, number, number] {
  const at = (index: number) => array.lookup(index, PDFNumber).asNumber()
  return [at(0), at(1), at(2), at(3)]
}

// ---- tags -----------------------------------------------------------------------------------------------------------

/** The structure element of each annotation that has one, by the annotation's reference. */
function formElements(document: PDFDocument): Map<string, PDFDict> {
  const { context, catalog } = document
  const found = new Map<string, PDFDict>()
  const open: PDFObject[] = [catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)]
  for (let next = open.pop(); next; next = open.pop()) {
    const element = context.lookup(next)
    if (!(element instanceof PDFDict)) continue
    for (const kid of kidsOf(element)) {
      const target = objectReference(document, kid)
      if (target) found.set(target.toString(), element)
      else open.push(kid)
    }
  }
  return found
}

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(PDFName.of('K'))
  return kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
}

function objectReference(document: PDFDocument, kid: PDFObject): PDFRef | null {
  const value = document.context.lookup(kid)
  if (!(value instanceof PDFDict) || value.get(PDFName.of('Type')) !== PDFName.of('OBJR')) return null
  const target = value.get(PDFName.of('Obj'))
  return target instanceof PDFRef ? target : null
}

/** A link's element becomes a form element that holds its widget and nothing else (PDF/UA-1, 7.18.4). */
function describeElement(element: PDFDict | undefined, field: FormField, { box }: Place): void {
  if (!element) return
  element.set(PDFName.of('S'), PDFName.of('Form'))
  element.set(PDFName.of('Alt'), PDFHexString.fromText(describe(field, box.mark)))
  const widgets = kidsOf(element).filter((kid) => !(kid instanceof PDFNumber))
  element.set(PDFName.of('K'), widgets.length === 1 && widgets[0] ? widgets[0] : element.context.obj(widgets))
}

function describe(field: FormField, mark: string | null): string {
  const label = field.marks.find(({ value }) => value === mark)?.label
  return label === undefined ? field.label : `${field.label} – ${label}`
}

// ---- fields ---------------------------------------------------------------------------------------------------------

/** Draws a field's widgets and hands back the field's reference; its name is set when the tree of names is grown. */
function drawField(pen: Pen, field: FormField, places: readonly Place[]): PDFRef {
  const facts = { ...fieldFacts(pen, field), TU: PDFHexString.fromText(field.label) }
  const [only] = places
  if (only && places.length === 1 && field.kind !== 'radio') {
    drawWidget(pen, field, only)
    addAll(only.annotation, facts)
    return only.ref
  }
  const parent = pen.document.context.obj({ ...facts, Kids: places.map(({ ref }) => ref) })
  const ref = pen.document.context.register(parent)
  for (const place of places) {
    drawWidget(pen, field, place)
    addAll(place.annotation, { Parent: ref, TU: PDFHexString.fromText(describe(field, place.box.mark)) })
  }
  return ref
}

type Facts = Record<string, PDFObject>

function fieldFacts({ document, direction }: Pen, field: FormField): Facts {
  const { context } = document
  if (field.kind === 'checkbox') return { FT: PDFName.of('Btn'), V: PDFName.of('Off') }
  if (field.kind === 'radio') return { FT: PDFName.of('Btn'), Ff: context.obj(FLAG_RADIO), V: PDFName.of('Off') }
  const multiline = field.kind === 'multiline'
  return {
    FT: PDFName.of('Tx'),
    // Size 0: viewers choose up to 12 points and shrink long texts, so that nothing typed is lost in print.
    DA: PDFString.of(`/${FONT} ${multiline ? 0 : 11} Tf 0 g`),
    ...(multiline ? { Ff: context.obj(FLAG_MULTILINE) } : {}),
    ...(direction === 'rtl' ? { Q: context.obj(QUADDING_END) } : {}),
  }
}

function drawWidget(pen: Pen, field: FormField, { annotation, box, page }: Place): void {
  const { context } = pen.document
  for (const key of ['A', 'Border', 'H']) annotation.delete(PDFName.of(key))
  addAll(annotation, {
    Subtype: PDFName.of('Widget'),
    F: context.obj(FLAG_PRINT),
    P: page,
    ...(field.kind === 'checkbox' || field.kind === 'radio' ? tickFacts(pen, field.kind, box) : textFacts(pen, box)),
  })
}

/**
 * An empty field draws nothing, so the ruled lines under it stay visible and print. The white ground counts only once
 * a viewer draws what was typed, which then stands on clean paper instead of across the rules.
 */
function textFacts(pen: Pen, box: FieldBox): Facts {
  const { context } = pen.document
  return {
    MK: context.obj({ BG: [1, 1, 1] }),
    AP: context.obj({ N: appearance(pen, box, '/Tx BMC EMC') }),
  }
}

function tickFacts(pen: Pen, kind: 'checkbox' | 'radio', box: FieldBox): Facts {
  const on = kind === 'radio' ? (box.mark ?? 'on') : 'on'
  const [width, height] = [box.right - box.left, box.top - box.bottom]
  return {
    MK: pen.document.context.obj({ CA: PDFString.of(kind === 'radio' ? 'l' : '4') }),
    AS: PDFName.of('Off'),
    AP: pen.document.context.obj({
      N: {
        [on]: appearance(pen, box, kind === 'radio' ? dot(width, height) : tick(width, height)),
        Off: appearance(pen, box, ''),
      },
    }),
  }
}

function appearance(pen: Pen, box: FieldBox, operators: string): PDFRef {
  const size = [0, 0, rounded(box.right - box.left), rounded(box.top - box.bottom)]
  const key = `${size.join(' ')} ${operators}`
  const known = pen.drawn.get(key)
  if (known) return known
  const { context } = pen.document
  const stream = context.stream(new TextEncoder().encode(operators), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: size,
    Resources: operators.startsWith('/Tx') ? { Font: { [FONT]: pen.font } } : {},
  })
  const ref = context.register(stream)
  pen.drawn.set(key, ref)
  return ref
}

function tick(width: number, height: number): string {
  const side = Math.min(width, height)
  const at = (x: number, y: number) => `${rounded((width - side) / 2 + x * side)} ${rounded((height - side) / 2 + y * side)}`
  return `q ${rounded(side * 0.13)} w 1 J 1 j 0 G ${at(0.22, 0.52)} m ${at(0.42, 0.28)} l ${at(0.78, 0.74)} l S Q`
}

function dot(width: number, height: number): string {
  const radius = Math.min(width, height) * 0.27
  // A stroke of no length with round ends is a disc.
  return `q ${rounded(radius * 2)} w 1 J 0 G ${rounded(width / 2)} ${rounded(height / 2)} m ${rounded(width / 2)} ${rounded(height / 2)} l S Q`
}

// ---- tree of names --------------------------------------------------------------------------------------------------

function plant(tree: FieldTree, [part = '', ...rest]: string[], field: PDFRef): void {
  if (rest.length === 0) {
    tree.set(part, field)
    return
  }
  const branch = tree.get(part)
  const next: FieldTree = branch instanceof Map ? branch : new Map()
  tree.set(part, next)
  plant(next, rest, field)
}

/** Writes the partial names and parents; hands back the fields of one level. */
function growTree(document: PDFDocument, tree: FieldTree, parent: PDFRef | null): PDFRef[] {
  const { context } = document
  return [...tree].map(([part, node]) => {
    const ref = node instanceof Map ? context.register(context.obj({})) : node
    const field = context.lookup(ref, PDFDict)
    field.set(PDFName.of('T'), PDFHexString.fromText(part))
    if (parent) field.set(PDFName.of('Parent'), parent)
    if (node instanceof Map) field.set(PDFName.of('Kids'), context.obj(growTree(document, node, ref)))
    return ref
  })
}

function addAll(dictionary: PDFDict, facts: Facts): void {
  for (const [key, value] of Object.entries(facts)) dictionary.set(PDFName.of(key), value)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
