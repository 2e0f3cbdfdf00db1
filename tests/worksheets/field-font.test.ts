import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { expect, it } from 'vitest'
import type { OwnFontFile } from '../../look/fonts.ts'
import { lookOf } from '../../look/look.ts'
import { fieldFontFor } from '../../scripts/press-worksheets.ts'
import { fieldFont } from '../../worksheets/field-font.ts'
import { simpleGlyph } from '../../worksheets/simple-glyph.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../node_modules/@fontsource', file))
// biome-ignore lint/suspicious/noExplicitAny: fontkit's types say nothing of glyphs
const open = (font: Uint8Array): any => fontkit.create(font)

it.each([
  ['en', 'AaZz09 éàçœß łŁőŐžŽşğİı ñãø ĵŵẁ șț “”–—…€'],
  ['fr', 'ɓɗ ƁƊ ɛɔŋ ƐƆŊ əƏ ṣ'],
  ['el', 'ΑΩλ Łódź'],
  ['uk', 'ЖЩя іїґ Łódź'],
  ['vi', 'ắộừ ƠơƯư Łódź'],
])('holds what people write in a language of its script, and Latin (%s)', (language, letters) => {
  const font = open(fieldFontFor(language))
  const missing = [...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)))
  expect(missing).toEqual([])
})

it('holds Arabic with its joining forms, and Latin beside it', () => {
  const font = open(fieldFontFor('ar'))
  const missing = [...'العمالة؟، ٠١٢٣ ABCxyz 0123 éł'].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)))
  expect(missing).toEqual([])
  const alone = font.glyphForCodePoint('ع'.codePointAt(0)).id
  const joined = font.layout('ععع').glyphs.map(({ id }: { id: number }) => id)
  expect(new Set(joined).size).toBe(3)
  expect(joined).not.toContain(alone)
})

it('keeps outlines and widths of the files it is made of, also of composed letters', () => {
  const font = open(fieldFontFor('ru'))
  for (const [subset, letters] of [
    ['latin', 'aé&'],
    ['latin-ext', 'łőŽ'],
    ['cyrillic', 'Жй'],
  ] as const) {
    const original = open(read(`source-sans-3/files/source-sans-3-${subset}-400-normal.woff`))
    for (const letter of letters) {
      const [ours, theirs] = [font, original].map((one) => one.glyphForCodePoint(letter.codePointAt(0)))
      expect(ours.advanceWidth, letter).toBe(theirs.advanceWidth)
      expect(ours.path.toSVG(), letter).toBe(theirs.path.toSVG())
    }
  }
})

it('gives the same bytes twice', () => {
  const files = ['latin', 'latin-ext'].map((subset) => read(`source-sans-3/files/source-sans-3-${subset}-400-normal.woff`))
  expect(Buffer.from(fieldFont(files)).equals(Buffer.from(fieldFont(files)))).toBe(true)
})

it('refuses what is not a WOFF file', () => {
  expect(() => fieldFont([new TextEncoder().encode('x'.repeat(100))])).toThrow('Unexpected font format')
  expect(() => fieldFont([])).toThrow('Unexpected empty list')
})

it('draws what a course’s own font holds as that draws it, and the rest as before', () => {
  const file = readFileSync(join(import.meta.dirname, '../courses/branded/modules/fonts/KaTeX_SansSerif-Regular.woff2'))
  const own: OwnFontFile = {
    family: 'Campus Sans',
    weight: 400,
    heaviest: 400,
    style: 'normal',
    format: 'woff2',
    file: 'own.woff2',
    unicodeRange: 'U+20-7E',
    postscriptName: 'KaTeX_SansSerif-Regular',
    data: file.toString('base64'),
  }
  const look = lookOf({ colours: {}, logo: null, fonts: { text: null, display: { name: 'Campus Sans', files: [own], licence: '' } } })
  const font = open(fieldFontFor('en', look))
  const [theirs, ours] = [open(file), open(fieldFontFor('en'))]
  expect(font.postscriptName).toBe('KaTeX_SansSerif-Regular')
  for (const [original, letters] of [
    [theirs, 'aBg&8'],
    [ours, 'éłЖω'],
  ] as const) {
    for (const letter of letters) {
      const [made, wanted] = [font, original].map((one) => one.glyphForCodePoint(letter.codePointAt(0)))
      expect(made.advanceWidth, letter).toBe(wanted.advanceWidth)
      for (const side of ['minX', 'minY', 'maxX', 'maxY']) expect(made.path.bbox[side], letter).toBeCloseTo(wanted.path.bbox[side], 0)
      expect(made.path.commands.length, letter).toBeGreaterThan(4)
    }
  }
  const arabic = open(fieldFontFor('ar', look))
  expect(new Set(arabic.layout('ععع').glyphs.map(({ id }: { id: number }) => id)).size).toBe(3)
})

it('follows the curves of fonts that are not TrueType', () => {
  // a quarter of a circle of 1000 units, as PostScript outlines draw it
  const { outline, left } = simpleGlyph(
    [
      { command: 'moveTo', args: [0, 0] },
      { command: 'lineTo', args: [500, 0] },
      { command: 'bezierCurveTo', args: [500, 276, 276, 500, 0, 500] },
      { command: 'closePath', args: [] },
    ],
    2,
  )
  const data = new DataView(outline.buffer)
  expect(left).toBe(0)
  expect([0, 2, 4, 6, 8].map((at) => data.getInt16(at))).toEqual([1, 0, 0, 1000, 1000])
  const count = data.getUint16(10) + 1
  const flags = Array.from({ length: count }, (_, index) => data.getUint8(14 + index))
  let [x, y] = [0, 0]
  for (let index = 0; index < count; index++) {
    x += data.getInt16(14 + count + index * 2)
    y += data.getInt16(14 + count * 3 + index * 2)
    if (flags[index] === 1 && index > 0) expect(Math.hypot(x, y)).toBeCloseTo(1000, -1)
  }
})
