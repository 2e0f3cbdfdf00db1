import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** A line of the outline, in reading order. */
export interface OutlineEntry {
  title: string
  /** 1 for the outermost. */
  level: number
  /** 1-based page it leads to; null where it leads nowhere. */
  page: number | null
  /** Points from the foot of that page; null where it leads nowhere. */
  top: number | null
}

export interface Destination {
  /** 1-based. */
  page: number
  /** Points from the foot of the page. */
  top: number
}

export interface PdfFont {
  /** PostScript name without the subset's prefix, such as `SourceSerif4-Regular`; `Type3` for glyphs kept as drawings. */
  name: string
  embedded: boolean
}

export interface PdfLink {
  /** 1-based page the link stands on. */
  page: number
  /** Address, or null for a link inside the document. */
  uri: string | null
  /** Named destination, or null for an address. */
  destination: string | null
  /** Description for those who cannot see it; empty where there is none. */
  contents: string
}

/** What a finished or fresh PDF says about itself. */
export interface PdfReading {
  pages: number
  title: string
  /** BCP 47 tag of the catalog. */
  language: string
  tagged: boolean
  /** The XMP packet; empty where there is none. */
  xmp: string
  outline: OutlineEntry[]
  destinations: Map<string, Destination>
  fonts: PdfFont[]
  links: PdfLink[]
}

/** Reads what tests and the build ask of a PDF. Throws where the bytes are no PDF. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  return readDocument(await loadPdf(bytes))
}

/** Loads for reading and changing in place: all at once, dates left as they are. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false })
}

export function readDocument(document: PDFDocument): PdfReading {
  const pages = pageNumbers(document)
  const { catalog } = document
  return {
    pages: pages.size,
    title: document.getTitle() ?? '',
    language: textOf(catalog.lookup(PDFName.of('Lang'))),
    tagged: catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookup(PDFName.of('Marked'))?.toString() === 'true',
    xmp: xmpOf(catalog),
    outline: outlineOf(document, pages),
    destinations: destinationsOf(document, pages),
    fonts: fontsOf(document),
    links: linksOf(document),
  }
}

/** Page number of each page object. */
export function pageNumbers(document: PDFDocument): Map<string, number> {
  return new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]))
}

/** Named destinations with their pages: the catalog's `Dests`, as Chromium writes them, and a name tree where there is one. */
export function destinationsOf(document: PDFDocument, pages = pageNumbers(document)): Map<string, Destination> {
  const found = new Map<string, Destination>()
  const add = (name: string, value: PDFObject | undefined) => {
    const place = destinationPlace(value, pages)
    if (place) found.set(name, place)
  }
  const old = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name] of old?.entries() ?? []) add(name.decodeText(), old?.lookup(name))
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  eachName(names?.lookupMaybe(PDFName.of('Dests'), PDFDict), add)
  return found
}

/** Description as it stands in a text string object; empty for anything else. */
export function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  return value instanceof PDFName ? value.decodeText() : ''
}

function eachName(node: PDFDict | undefined, add: (name: string, value: PDFObject | undefined) => void): void {
  const names = node?.lookupMaybe(PDFName.of('Names'), PDFArray)
  for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) add(textOf(names?.lookup(index)), names?.lookup(index + 1))
  const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let index = 0; index < (kids?.size() ?? 0); index += 1) eachName(kids?.lookupMaybe(index, PDFDict), add)
}

function destinationPlace(value: PDFObject | undefined, pages: Map<string, number>): Destination | null {
  const array = value instanceof PDFDict ? value.lookup(PDFName.of('D')) : value
  if (!(array instanceof PDFArray)) return null
  const page = pages.get(String(array.get(0)))
  const top = array.size() > 3 ? array.lookup(3) : undefined
  return page === undefined ? null : { page, top: top instanceof PDFNumber ? top.asNumber() : 0 }
}

function outlineOf(document: PDFDocument, pages: Map<string, number>): OutlineEntry[] {
  return outlineItems(document).map(({ item, level }) => {
    const target = item.lookup(PDFName.of('Dest')) ?? item.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('D'))
    const place = destinationPlace(target, pages)
    return { title: textOf(item.lookup(PDFName.of('Title'))), level, page: place?.page ?? null, top: place?.top ?? null }
  })
}

/** The items of the outline with their depth, in reading order. */
export function outlineItems(document: PDFDocument): { item: PDFDict; level: number }[] {
  const items: { item: PDFDict; level: number }[] = []
  const walk = (parent: PDFDict | undefined, level: number) => {
    let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
    while (item) {
      items.push({ item, level })
      walk(item, level + 1)
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
  }
  walk(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict), 1)
  return items
}

function fontsOf(document: PDFDocument): PdfFont[] {
  const dictionaries = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  const fonts = dictionaries.filter((object) => object.get(PDFName.of('Type')) === PDFName.of('Font'))
  // Chromium keeps a few glyphs of some fonts as drawings: such a font is whole in itself, without a font file.
  const drawn = new Set(fonts.filter(isDrawn).map((font) => font.lookup(PDFName.of('FontDescriptor'))))
  const found = new Map<string, PdfFont>()
  const add = (name: string, embedded: boolean) => {
    found.set(name, { name, embedded: embedded && (found.get(name)?.embedded ?? true) })
  }
  for (const object of dictionaries) {
    if (object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) continue
    add(
      fontName(object, 'FontName'),
      drawn.has(object) || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key))),
    )
  }
  for (const font of fonts) {
    if (isDrawn(font) && !font.has(PDFName.of('FontDescriptor'))) add('Type3', true)
    if (isStandard(font)) add(fontName(font, 'BaseFont'), false)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function fontName(object: PDFDict, key: string): string {
  return textOf(object.lookup(PDFName.of(key))).replace(/^[A-Z]{6}\+/, '')
}

function isDrawn(font: PDFDict): boolean {
  return font.get(PDFName.of('Subtype')) === PDFName.of('Type3')
}

/** One of the fourteen standard fonts, used without a description and so not embedded. */
function isStandard(font: PDFDict): boolean {
  const subtype = font.get(PDFName.of('Subtype'))
  const simple = subtype === PDFName.of('Type1') || subtype === PDFName.of('TrueType')
  return simple && !font.has(PDFName.of('FontDescriptor'))
}

function linksOf(document: PDFDocument): PdfLink[] {
  return document.getPages().flatMap((page, index) => linkAnnotations(page.node).map((link) => readLink(link, index + 1)))
}

/** The link annotations of a page, in the order they are listed. */
export function linkAnnotations(page: PDFDict): PDFDict[] {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray)
  const found: PDFDict[] = []
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
    const annotation = annotations?.lookupMaybe(index, PDFDict)
    if (annotation?.get(PDFName.of('Subtype')) === PDFName.of('Link')) found.push(annotation)
  }
  return found
}

function readLink(link: PDFDict, page: number): PdfLink {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
  const uri = textOf(action?.lookup(PDFName.of('URI')))
  const destination = textOf(link.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D')))
  return { page, uri: uri || null, destination: destination || null, contents: textOf(link.lookup(PDFName.of('Contents'))) }
}

/** The XMP packet of a catalog; empty where there is none. */
export function xmpOf(catalog: PDFDict): string {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : ''
}

/** The structure elements of one type, such as `Link`, in reading order. */
export function structureElements(document: PDFDocument, type: string): PDFDict[] {
  const wanted = PDFName.of(type)
  const found: PDFDict[] = []
  const open: PDFObject[] = []
  const push = (kids: PDFObject | undefined) => {
    if (kids instanceof PDFArray) for (let index = kids.size() - 1; index >= 0; index -= 1) open.push(kids.get(index))
    else if (kids) open.push(kids)
  }
  push(document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.lookup(PDFName.of('K')))
  for (let next = open.pop(); next; next = open.pop()) {
    const element = next instanceof PDFRef ? document.context.lookup(next) : next
    if (!(element instanceof PDFDict)) continue
    if (element.get(PDFName.of('S')) === wanted) found.push(element)
    push(element.lookup(PDFName.of('K')))
  }
  return found
}
