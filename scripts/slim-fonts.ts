/** Font programs of a PDF without what only a layout engine reads. */
import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'

/**
 * Drops the tables of every embedded TrueType font that a PDF reader has no use for (ISO 32000-1, 9.9: glyphs are chosen by number, and
 * shaping is done): a quarter of a font that was cut down to the letters of one sheet.
 */
export function slimFonts({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) continue
    const ref = object.get(PDFName.of('FontFile2'))
    const stream = context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    const whole = decodePDFRawStream(stream).decode()
    const slim = withoutLayout(whole)
    if (slim.length < whole.length) context.assign(ref, context.flateStream(slim, { Length1: slim.length }))
  }
}

/** Tables that a reader draws glyphs from. */
const DRAWN = new Set(['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'])

function withoutLayout(font: Uint8Array): Uint8Array {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength)
  if (font.length < 12 || data.getUint32(0) !== 0x00010000) return font
  const kept = Array.from({ length: data.getUint16(4) }, (_, index) => {
    const entry = font.subarray(12 + index * 16, 28 + index * 16)
    const at = new DataView(entry.buffer, entry.byteOffset, entry.byteLength)
    return { entry, offset: at.getUint32(8), length: at.getUint32(12) }
  }).filter(({ entry }) => DRAWN.has(String.fromCharCode(...entry.subarray(0, 4))))
  const start = 12 + kept.length * 16
  const slim = new Uint8Array(kept.reduce((size, { length }) => size + padded(length), start))
  const out = new DataView(slim.buffer)
  out.setUint32(0, 0x00010000)
  out.setUint16(4, kept.length)
  const power = Math.floor(Math.log2(kept.length))
  out.setUint16(6, 16 * 2 ** power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * (kept.length - 2 ** power))
  let offset = start
  for (const [index, table] of kept.entries()) {
    slim.set(table.entry, 12 + index * 16)
    out.setUint32(12 + index * 16 + 8, offset)
    slim.set(font.subarray(table.offset, table.offset + table.length), offset)
    offset += padded(table.length)
  }
  return slim
}

function padded(length: number): number {
  return (length + 3) & ~3
}
