// pdf-lib suffices here: nothing is drawn and no form is touched, objects are only changed where they stand. (Pages are
// never copied: `copyPages` into a new document drops tags and named destinations.)
import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFStreamWriter, PDFString } from 'pdf-lib'
import { loadPdf, outlineItems, type PdfReading, readDocument, structureElements, textOf } from './read-pdf.ts'
import { slimFonts } from './slim-fonts.ts'

/** What a PDF says about itself to libraries, search and screen readers. */
export interface PdfFacts {
  title: string
  /** BCP 47 tag. */
  language: string
  /** Publisher of the course. */
  publisher: string
  /** One sentence: what this is and for whom. */
  description: string
  licence: string
  /** Id of the course. */
  course: string
  /** Version and fingerprint of the course, such as `1.0 (3f2a9c01)`. */
  version: string
}

/** Texts of the printed document, in reading order: its visible links and its headings. */
export interface Told {
  links: readonly string[]
  headings: readonly string[]
}

const NOTHING_TOLD: Told = { links: [], headings: [] }

/**
 * Finishes a PDF from the press in place: XMP metadata, a description on every link (PDF/UA-1, 7.18.5) and the titles of
 * the outline, both from the texts the press told, no clock and no chance in it, so that the same sources give the same bytes.
 * Throws where a link leads to a file of the machine that printed it. `change` is run first, so that what a writer adds
 * (a form) is saved in the same single pass.
 * No `pdfuaid:part` is claimed: the file is checked against the clauses we can test, not by a PDF/UA validator.
 */
export async function finishPdf(
  printed: Uint8Array,
  facts: PdfFacts,
  told: Told = NOTHING_TOLD,
  change: (document: PDFDocument) => void | Promise<void> = () => {},
): Promise<{ pdf: Uint8Array; reading: PdfReading }> {
  const stable = withStableIds(printed)
  const document = await loadPdf(stable)
  slimFonts(document)
  await change(document)
  setMetadata(document, facts)
  describeLinks(document, told.links)
  nameOutline(document, told.headings)
  sortIdTree(document)
  fixIdentity(document, stable, facts)
  const reading = readDocument(document)
  const local = reading.links.find(({ uri }) => uri !== null && !/^(https?|mailto|tel):/.test(uri))
  if (local) throw new Error(`Unexpected link to ${local.uri} on page ${local.page}, expected an address of the web`)
  await document.flush()
  const pdf = await PDFStreamWriter.forContext(document.context, Number.POSITIVE_INFINITY, true, OBJECTS_A_STREAM).serializeToBuffer()
  return { pdf, reading }
}

/** Objects packed as one: pdf-lib's own 50 leave a long document a twentieth heavier. */
const OBJECTS_A_STREAM = 1000

function setMetadata(document: PDFDocument, facts: PdfFacts): void {
  const { catalog, context } = document
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setAuthor(facts.publisher)
  document.setSubject(facts.description)
  document.setCreator('Fieldkit')
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.language))
  const packet = context.stream(new TextEncoder().encode(xmpPacket(facts)), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
}

/** XMP (ISO 16684-1) with Dublin Core; left uncompressed, so that simple readers find it. */
function xmpPacket(facts: PdfFacts): string {
  const alt = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li><rdf:li xml:lang="${xml(facts.language)}">${xml(text)}</rdf:li></rdf:Alt></dc:${name}>`
  const list = (name: string, kind: 'Bag' | 'Seq', text: string) =>
    `<dc:${name}><rdf:${kind}><rdf:li>${xml(text)}</rdf:li></rdf:${kind}></dc:${name}>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
${alt('title', facts.title)}
${alt('description', facts.description)}
${alt('rights', facts.licence)}
${list('language', 'Bag', facts.language)}
${list('creator', 'Seq', facts.publisher)}
${list('publisher', 'Bag', facts.publisher)}
<dc:identifier>${xml(facts.version)}</dc:identifier>
<dc:source>${xml(facts.course)}</dc:source>
<xmp:CreatorTool>Fieldkit</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/**
 * Every link element of the tag tree and its annotations get the link's text. Elements stand in reading order like
 * `links`; where the numbers differ (a document with none given) a link is described by where it leads.
 */
function describeLinks(document: PDFDocument, links: readonly string[]): void {
  const elements = structureElements(document, 'Link')
  const inStep = elements.length === links.length
  elements.forEach((element, index) => {
    const annotations = annotationsOf(element)
    const text = (inStep ? links[index] : '') || leadsTo(annotations[0])
    if (!text) return
    // Screen readers differ: some read the element's Alt, some the annotation's Contents.
    element.set(PDFName.of('Alt'), PDFHexString.fromText(text))
    for (const annotation of annotations) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text))
  })
}

/**
 * Chromium takes the titles of the outline from the painted lines: right-to-left words come out in the wrong order and
 * a line break eats a space. The headings themselves say it right; where their number differs, nothing is changed.
 */
function nameOutline(document: PDFDocument, headings: readonly string[]): void {
  const items = outlineItems(document)
  if (items.length !== headings.length) return
  items.forEach(({ item }, index) => {
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''))
  })
}

/** The annotations a structure element refers to (`OBJR`, ISO 32000-1, 14.7.4.3). */
function annotationsOf(element: PDFDict): PDFDict[] {
  const kids = element.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids]
  return list.flatMap((kid) => {
    if (!(kid instanceof PDFDict) || kid.get(PDFName.of('Type')) !== PDFName.of('OBJR')) return []
    return kid.lookupMaybe(PDFName.of('Obj'), PDFDict) ?? []
  })
}

function leadsTo(annotation: PDFDict | undefined): string {
  const action = annotation?.lookupMaybe(PDFName.of('A'), PDFDict)
  return textOf(action?.lookup(PDFName.of('URI'))) || textOf(annotation?.lookup(PDFName.of('Dest')))
}

/**
 * Chromium names table cells in the tag tree by a counter of its process (`node00000343`): a second print in the same browser has other
 * names, and a busy browser counts in another order. Here they are counted from 1 in the order of the file, in place: the length stays
 * the same. The tree that leads from the names to the elements is then out of order: see sortIdTree.
 */
function withStableIds(printed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(printed)
  const text = bytes.toString('latin1')
  const given = [...text.matchAll(/\/ID \(node(\d{8})\)/g)].map(([, number = '']) => number)
  const names = [...text.matchAll(/\(node(\d{8})\)/g)]
  const order = new Map([...new Set([...given, ...names.map(([, number = '']) => number)])].map((number, index) => [number, index + 1]))
  for (const { index, 1: number = '' } of names) {
    bytes.write(String(order.get(number)).padStart(8, '0'), index + '(node'.length, 'latin1')
  }
  return bytes
}

/** Writes the tree of element names anew, in one piece and sorted as a name tree has to be (ISO 32000-1, 7.9.6). */
function sortIdTree(document: PDFDocument): void {
  const { catalog, context } = document
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.lookupMaybe(PDFName.of('IDTree'), PDFDict)
  if (!tree) return
  const entries: [name: string, key: PDFObject, element: PDFObject][] = []
  const gather = (node: PDFDict): void => {
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? []
    for (let at = 0; at + 1 < names.length; at += 2) {
      const [key, element] = [names[at], names[at + 1]]
      if (key && element) entries.push([textOf(key), key, element])
    }
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      gather(context.lookup(kid, PDFDict))
      if (kid instanceof PDFRef) context.delete(kid)
    }
  }
  gather(tree)
  for (const key of ['Kids', 'Limits', 'Names']) tree.delete(PDFName.of(key))
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flatMap(([, key, element]) => [key, element])
  tree.set(PDFName.of('Names'), context.obj(sorted))
}

/** The time of printing stands twice in what Chromium writes; nothing else is left that changes from print to print. */
function fixIdentity(document: PDFDocument, printed: Uint8Array, facts: PdfFacts): void {
  const { context } = document
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict)
  for (const key of ['CreationDate', 'ModDate']) info?.delete(PDFName.of(key))
  const digest = createHash('sha256').update(JSON.stringify(facts)).update(withoutChance(printed), 'latin1').digest('hex').slice(0, 32)
  context.trailerInfo.ID = context.obj([PDFHexString.of(digest), PDFHexString.of(digest)])
}

/** The objects of a print without its dates and without the tree of element names, whose order is chance. */
function withoutChance(printed: Uint8Array): string {
  const text = Buffer.from(printed).toString('latin1')
  // the table of offsets at the end follows from what stands before it
  const objects = text.slice(0, text.lastIndexOf('\nxref'))
  return objects.replace(/\/(?:CreationDate|ModDate) \([^)]*\)|\/(?:Names|Limits) \[\(node\d{8}\)[^\]]*\]/g, '')
}
