/** What was filled in, out of the bytes of a returned file. */
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import type { Answer } from '../worksheets/player/sheet-data.ts'
import { type ReturnedForm, readAnswerFile, type SkipReason } from '../worksheets/read-returned.ts'
import { xmpOf } from './read-pdf.ts'

/** The form in a file, told by what the file is and not by its name, which mail and phones change; or why there is none. */
export async function readForm(bytes: Uint8Array): Promise<ReturnedForm | SkipReason> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return readPdfForm(bytes)
  const text = /^(?:\u00ef\u00bb\u00bf)?\s*([{<]?)/.exec(start)?.[1]
  if (text === '{') return readAnswerFile(Buffer.from(bytes).toString('utf8')) ?? 'unreadable'
  return text === '<' && /<html|<!doctype html/i.test(start) ? 'page' : 'otherKind'
}

async function readPdfForm(bytes: Uint8Array): Promise<ReturnedForm | SkipReason> {
  // A file cut short on its way still opens, without what was filled in last.
  const end = Buffer.from(bytes.subarray(-2048)).toString('latin1')
  if (!end.includes('%%EOF')) return 'damaged'
  try {
    const document = await PDFDocument.load(bytes, { parseSpeed: ParseSpeeds.Fastest, updateMetadata: false, throwOnInvalidObject: true })
    const form = document.catalog.lookup(PDFName.of('AcroForm'))
    const fields = form instanceof PDFDict ? fieldsIn(form.lookup(PDFName.of('Fields'))) : []
    if (fields.length === 0) return 'noFields'
    return { ...identityIn(xmpOf(document.catalog)), worksheet: null, values: new Map(fields) }
  } catch {
    // What is encrypted cannot be told from what is damaged until the file's own end says so, which is never encrypted.
    return Buffer.from(bytes).includes('/Encrypt') ? 'encrypted' : 'damaged'
  }
}

/** Every field of the tree under a list of fields, by full name. Fields left empty hold an empty text. */
function fieldsIn(list: PDFObject | undefined, prefix = '', seen = new Set<PDFObject>()): [string, Answer][] {
  return dictionariesIn(list).flatMap((field): [string, Answer][] => {
    if (seen.has(field)) return []
    seen.add(field)
    const name = [prefix, textIn(field.lookup(PDFName.of('T')))].filter(Boolean).join('.')
    const kids = field.lookup(PDFName.of('Kids'))
    const named = dictionariesIn(kids).some((kid) => kid.has(PDFName.of('T')))
    return named ? fieldsIn(kids, name, seen) : [[name, filledIn(field)]]
  })
}

function dictionariesIn(list: PDFObject | undefined): PDFDict[] {
  if (!(list instanceof PDFArray)) return []
  return list.asArray().flatMap((_, index) => {
    const item = list.lookup(index)
    return item instanceof PDFDict ? [item] : []
  })
}

/** The text of a field, or the name of the mark that is set. Some viewers set the mark at its box and not at the field. */
function filledIn(field: PDFDict): string {
  const value = field.lookup(PDFName.of('V'))
  if (value instanceof PDFName && value !== OFF) return value.decodeText()
  const text = textIn(value)
  if (text !== '') return text
  const boxes = [field, ...dictionariesIn(field.lookup(PDFName.of('Kids')))]
  const set = boxes.map((box) => box.lookup(PDFName.of('AS'))).find((state) => state instanceof PDFName && state !== OFF)
  return set instanceof PDFName ? set.decodeText() : ''
}

const OFF = PDFName.of('Off')

function textIn(value: PDFObject | undefined): string {
  if (value instanceof PDFRawStream) return decoded(PDFHexString.of(Buffer.from(decodePDFRawStream(value).decode()).toString('hex')))
  return value instanceof PDFString || value instanceof PDFHexString ? decoded(value) : ''
}

// PDF 2.0 allows UTF-8 after a byte order mark, which pdf-lib does not know.
function decoded(value: PDFString | PDFHexString): string {
  const bytes = Buffer.from(value.asBytes())
  return bytes.subarray(0, 3).equals(UTF8_MARK) ? bytes.subarray(3).toString('utf8') : value.decodeText()
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Course and version, as `finishPdf` wrote them; null where the viewer did not keep them. */
function identityIn(xmp: string): Pick<ReturnedForm, 'course' | 'version'> {
  return {
    course: /<dc:source>([^<]+)<\/dc:source>/.exec(xmp)?.[1] ?? null,
    version: /<dc:identifier>([^<]*?)(?: \([^()<]*\))?<\/dc:identifier>/.exec(xmp)?.[1] ?? null,
  }
}
