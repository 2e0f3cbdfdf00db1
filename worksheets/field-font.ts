/**
 * The font of the form fields: one TrueType file made of several subset files.
 *
 * A PDF field names one font, and whatever is typed later has to be in it. The font packages ship subsets (Latin,
 * Latin extended, Arabic …) as WOFF files; here their glyphs are put together into one font, without hints, which
 * viewers do not use at these sizes. Formats: WOFF 1.0 (https://www.w3.org/TR/WOFF/) and OpenType 1.9
 * (https://learn.microsoft.com/typography/opentype/spec/).
 */
import fontkit from '@pdf-lib/fontkit'
import { unzlibSync } from 'fflate'
import type { OwnFontFile } from '../look/fonts.ts'
import { type PathCommand, simpleGlyph } from './simple-glyph.ts'

interface Source {
  tables: Map<string, Uint8Array>
  /** Code point to glyph id. */
  characters: Map<number, number>
  glyph(id: number): Uint8Array
  advance(id: number): number
  bearing(id: number): number
  glyphs: number
  unitsPerEm: number
}

export interface FieldFontOptions {
  wanted?: (point: number) => boolean
  own?: readonly OwnFontFile[]
}

interface Glyph {
  outline: Uint8Array
  advance: number
  bearing: number
}

/**
 * One TrueType font that holds the characters of these WOFF files that are `wanted`; where two hold the same one, the first wins.
 * Metrics, names and, for scripts that need shaping, the substitution rules are those of the first file.
 * `own` are files of a course's font: what they hold is drawn as they draw it, in any format and at any scale, except in a
 * script that needs shaping. Throws where the WOFF files are not TrueType outlines at one scale.
 */
export function fieldFont(files: readonly Uint8Array[], { wanted = () => true, own = [] }: FieldFontOptions = {}): Uint8Array {
  // Plain views: where the bytes are Node buffers, `slice` would share memory instead of copying.
  const sources = files.map((file) => readWoff(new Uint8Array(file.buffer, file.byteOffset, file.byteLength)))
  const [first] = sources
  if (!first) throw new Error('Unexpected empty list of fonts, expected at least one')
  if (sources.some((source) => source.unitsPerEm !== first.unitsPerEm)) {
    throw new Error('Unexpected fonts of different scales, expected one number of units per em')
  }
  const shaped = first.characters.has(ARABIC_ALEF)
  const glyphs: Glyph[] = []
  const characters = new Map<number, number>()
  if (shaped) addGlyphs(chosen(first, wanted), glyphs, characters, true)
  const drawn = own.map((file) => addDrawn(file, first, glyphs, characters))
  for (const source of sources) if (source !== first || !shaped) addGlyphs(chosen(source, wanted), glyphs, characters, false)
  const tables = tablesOf(first, glyphs, characters, shaped)
  if (drawn[0] && !shaped) nameAfter(drawn[0], tables, glyphs)
  return sfnt(tables)
}

const ARABIC_ALEF = 0x0627
const COMPONENT_WORDS = 0x0001
const COMPONENT_SCALE = 0x0008
const COMPONENT_MORE = 0x0020
const COMPONENT_SCALES = 0x0040
const COMPONENT_MATRIX = 0x0080
const COMPONENT_INSTRUCTIONS = 0x0100

function readWoff(file: Uint8Array): Source {
  const tables = unpackWoff(file)
  const table = (tag: string) => view(found(tables, tag))
  const font = fontkit.create(sfnt(tables)) as unknown as {
    characterSet: number[]
    glyphForCodePoint(point: number): { id: number }
  }
  const long = table('head').getInt16(50) === 1
  const loca = table('loca')
  const hmtx = table('hmtx')
  const metrics = table('hhea').getUint16(34)
  const start = (id: number) => (long ? loca.getUint32(id * 4) : loca.getUint16(id * 2) * 2)
  return {
    tables,
    characters: new Map(font.characterSet.map((point) => [point, font.glyphForCodePoint(point).id])),
    glyph: (id) => found(tables, 'glyf').subarray(start(id), start(id + 1)),
    advance: (id) => hmtx.getUint16(Math.min(id, metrics - 1) * 4),
    bearing: (id) => (id < metrics ? hmtx.getInt16(id * 4 + 2) : hmtx.getInt16(metrics * 4 + (id - metrics) * 2)),
    glyphs: table('maxp').getUint16(4),
    unitsPerEm: table('head').getUint16(18),
  }
}

/** The tables of a WOFF 1.0 file, by tag. */
function unpackWoff(file: Uint8Array): Map<string, Uint8Array> {
  const data = view(file)
  if (data.getUint32(0) !== 0x774f4646 || data.getUint32(4) !== 0x00010000) {
    throw new Error('Unexpected font format, expected WOFF 1.0 with TrueType outlines')
  }
  const tables = new Map<string, Uint8Array>()
  for (let entry = 0; entry < data.getUint16(12); entry++) {
    const at = 44 + entry * 20
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    const [offset, packed, size] = [data.getUint32(at + 4), data.getUint32(at + 8), data.getUint32(at + 12)]
    const bytes = file.subarray(offset, offset + packed)
    tables.set(tag, packed < size ? unzlibSync(bytes) : bytes)
  }
  return tables
}

function chosen(source: Source, wanted: (point: number) => boolean): Source {
  return { ...source, characters: new Map([...source.characters].filter(([point]) => wanted(point))) }
}

/**
 * Adds the glyphs of a source that `characters` lacks, and behind them those they are composed of: characters that follow one another then
 * have glyphs that do, which the tables of both are short for.
 */
function addGlyphs(source: Source, glyphs: Glyph[], characters: Map<number, number>, everyGlyph: boolean): void {
  const placed = new Map<number, number>()
  const place = (id: number): number => {
    const known = placed.get(id)
    if (known !== undefined) return known
    const position = glyphs.push({ outline: source.glyph(id).slice(), advance: source.advance(id), bearing: source.bearing(id) }) - 1
    placed.set(id, position)
    return position
  }
  // Substitution rules name glyphs by id: a font that keeps them keeps its order.
  if (everyGlyph) keepOrder(source, glyphs, placed)
  const first = glyphs.length
  if (first === 0) place(0)
  for (const [point, id] of source.characters) if (!characters.has(point)) characters.set(point, place(id))
  for (let at = first; at < glyphs.length; at++) {
    const outline = glyphs[at]?.outline ?? new Uint8Array()
    for (const component of componentsOf(outline)) view(outline).setUint16(component, place(view(outline).getUint16(component)))
  }
}

function keepOrder(source: Source, glyphs: Glyph[], placed: Map<number, number>): void {
  for (let id = 0; id < source.glyphs; id++) {
    glyphs[id] = { outline: source.glyph(id), advance: source.advance(id), bearing: source.bearing(id) }
    placed.set(id, id)
  }
}

// ---- a course's own font ------------------------------------------------------------------------------------------

/** What fontkit tells of a font; its types leave out the outlines. */
interface Told {
  unitsPerEm: number
  ascent: number
  descent: number
  familyName: string | null
  postscriptName: string | null
  characterSet: number[]
  glyphForCodePoint(point: number): { advanceWidth: number; path: { commands: PathCommand[] } }
}

interface Drawn {
  font: Told
  scale: number
}

/** Ideographs would make every sheet weigh megabytes. */
const FIRST_IDEOGRAPH = 0x2e80

/** Adds the characters of a font that `characters` lacks, drawn anew from its outlines at the scale of `first`. */
function addDrawn({ data }: OwnFontFile, first: Source, glyphs: Glyph[], characters: Map<number, number>): Drawn {
  const font = fontkit.create(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))) as unknown as Told
  const scale = first.unitsPerEm / font.unitsPerEm
  // the first glyph of a font stands for what it lacks
  if (glyphs.length === 0) glyphs.push({ outline: first.glyph(0).slice(), advance: first.advance(0), bearing: first.bearing(0) })
  for (const point of font.characterSet) {
    if (point < 0x20 || point >= FIRST_IDEOGRAPH || characters.has(point)) continue
    const { advanceWidth, path } = font.glyphForCodePoint(point)
    const { outline, left } = simpleGlyph(path.commands, scale)
    characters.set(point, glyphs.push({ outline, advance: Math.round(advanceWidth * scale), bearing: left }) - 1)
  }
  return { font, scale }
}

/** Gives a font the name and the height of the course's own. */
function nameAfter({ font, scale }: Drawn, tables: Map<string, Uint8Array>, glyphs: readonly Glyph[]): void {
  const { familyName, postscriptName, ascent, descent } = font
  const family = familyName ?? 'Fieldkit'
  tables.set('name', nameTable([family, 'Regular', family, postscriptName ?? family.replaceAll(' ', '')]))
  const hhea = view(found(tables, 'hhea'))
  hhea.setInt16(4, Math.round(ascent * scale))
  hhea.setInt16(6, Math.round(descent * scale))
  const maxp = view(found(tables, 'maxp'))
  for (const { outline } of glyphs) {
    if (outline.length === 0) continue
    const contours = view(outline).getInt16(0)
    if (contours <= 0) continue
    maxp.setUint16(6, Math.max(maxp.getUint16(6), view(outline).getUint16(10 + (contours - 1) * 2) + 1))
    maxp.setUint16(8, Math.max(maxp.getUint16(8), contours))
  }
}

/** Family, style, full name and PostScript name, for Windows in English: every reader takes these. */
function nameTable(names: readonly [family: string, style: string, full: string, postscript: string]): Uint8Array {
  const ids = [1, 2, 4, 6]
  const head = 6 + names.length * 12
  const data = new DataView(new ArrayBuffer(head + names.reduce((size, name) => size + name.length * 2, 0)))
  data.setUint16(2, names.length)
  data.setUint16(4, head)
  let offset = 0
  for (const [index, name] of names.entries()) {
    const record = [3, 1, 0x0409, ids[index] ?? 0, name.length * 2, offset]
    for (const [at, value] of record.entries()) data.setUint16(6 + index * 12 + at * 2, value)
    for (let letter = 0; letter < name.length; letter++) data.setUint16(head + offset + letter * 2, name.charCodeAt(letter))
    offset += name.length * 2
  }
  return bytesOf(data)
}

// ---- tables -------------------------------------------------------------------------------------------------------

/** Where in a composite glyph's bytes the ids of its components stand; empty for a simple glyph. */
function componentsOf(outline: Uint8Array): number[] {
  if (outline.length === 0) return []
  const data = view(outline)
  if (data.getInt16(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, flags = COMPONENT_MORE; flags & COMPONENT_MORE; ) {
    flags = data.getUint16(at)
    // Instructions would follow the last component; without hints none are run.
    data.setUint16(at, flags & ~COMPONENT_INSTRUCTIONS)
    places.push(at + 2)
    at += flags & COMPONENT_WORDS ? 8 : 6
    if (flags & COMPONENT_SCALE) at += 2
    else if (flags & COMPONENT_SCALES) at += 4
    else if (flags & COMPONENT_MATRIX) at += 8
  }
  return places
}

function tablesOf(
  first: Source,
  glyphs: readonly Glyph[],
  characters: ReadonlyMap<number, number>,
  shaped: boolean,
): Map<string, Uint8Array> {
  const head = found(first.tables, 'head').slice()
  view(head).setUint32(8, 0)
  view(head).setInt16(50, 1)
  const hhea = found(first.tables, 'hhea').slice()
  view(hhea).setUint16(34, glyphs.length)
  const maxp = found(first.tables, 'maxp').slice()
  view(maxp).setUint16(4, glyphs.length)
  const post = found(first.tables, 'post').slice(0, 32)
  view(post).setUint32(0, 0x00030000)
  const tables = new Map([
    ['OS/2', found(first.tables, 'OS/2')],
    ['cmap', cmap(characters)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx(glyphs)],
    ['maxp', maxp],
    ['name', found(first.tables, 'name')],
    ['post', post],
    ...outlines(glyphs),
  ])
  for (const tag of shaped ? ['GDEF', 'GSUB'] : []) tables.set(tag, found(first.tables, tag))
  return tables
}

function hmtx(glyphs: readonly Glyph[]): Uint8Array {
  const data = new DataView(new ArrayBuffer(glyphs.length * 4))
  for (const [id, glyph] of glyphs.entries()) {
    data.setUint16(id * 4, glyph.advance)
    data.setInt16(id * 4 + 2, glyph.bearing)
  }
  return bytesOf(data)
}

function outlines(glyphs: readonly Glyph[]): [string, Uint8Array][] {
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4))
  let size = 0
  for (const [id, glyph] of glyphs.entries()) {
    size += padded(glyph.outline.length)
    loca.setUint32((id + 1) * 4, size)
  }
  const glyf = new Uint8Array(size)
  for (const [id, glyph] of glyphs.entries()) glyf.set(glyph.outline, loca.getUint32(id * 4))
  return [
    ['glyf', glyf],
    ['loca', bytesOf(loca)],
  ]
}

/** A character map in format 12: runs of code points whose glyphs follow one another. */
function cmap(characters: ReadonlyMap<number, number>): Uint8Array {
  const runs: [from: number, to: number, glyph: number][] = []
  for (const [point, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1)
    if (last && point === last[1] + 1 && glyph === last[2] + point - last[0]) last[1] = point
    else runs.push([point, point, glyph])
  }
  const data = new DataView(new ArrayBuffer(12 + 16 + runs.length * 12))
  data.setUint16(2, 1)
  data.setUint16(4, 3)
  data.setUint16(6, 10)
  data.setUint32(8, 12)
  data.setUint16(12, 12)
  data.setUint32(16, 16 + runs.length * 12)
  data.setUint32(24, runs.length)
  for (const [index, [from, to, glyph]] of runs.entries()) {
    data.setUint32(28 + index * 12, from)
    data.setUint32(32 + index * 12, to)
    data.setUint32(36 + index * 12, glyph)
  }
  return bytesOf(data)
}

/** A TrueType file of these tables, in the order of their tags. */
function sfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const file = new Uint8Array(sorted.reduce((size, [, bytes]) => size + padded(bytes.length), 12 + sorted.length * 16))
  const data = view(file)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  data.setUint32(0, 0x00010000)
  data.setUint16(4, sorted.length)
  data.setUint16(6, power * 16)
  data.setUint16(8, Math.log2(power))
  data.setUint16(10, (sorted.length - power) * 16)
  let offset = 12 + sorted.length * 16
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const at = 12 + index * 16
    for (let letter = 0; letter < 4; letter++) file[at + letter] = tag.charCodeAt(letter)
    file.set(bytes, offset)
    data.setUint32(at + 4, checksum(data, offset, padded(bytes.length)))
    data.setUint32(at + 8, offset)
    data.setUint32(at + 12, bytes.length)
    offset += padded(bytes.length)
  }
  return file
}

function checksum(data: DataView, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + length; at += 4) sum = (sum + data.getUint32(at)) >>> 0
  return sum
}

function found(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag)
  if (!table) throw new Error(`Unexpected font without table ${tag}, expected TrueType outlines`)
  return table
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function bytesOf(data: DataView): Uint8Array {
  return new Uint8Array(data.buffer)
}

function padded(length: number): number {
  return (length + 3) & ~3
}
