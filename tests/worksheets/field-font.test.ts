import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { expect, it } from 'vitest'
import { fieldFontFor } from '../../scripts/press-worksheets.ts'
import { fieldFont } from '../../worksheets/field-font.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../node_modules/@fontsource', file))
// biome-ignore lint/suspicious/noExplicitAny: fontkit's types say nothing of glyphs
const open = (font: Uint8Array): any => fontkit.create(font)

it('holds what people write in European languages', () => {
  const font = open(fieldFontFor('en'))
  const letters = 'AaZz09 éàçœß łŁőŐžŽşğİı ñãø “”–—…€ ΑΩλ ЖЩя іїґ'
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
  const font = open(fieldFontFor('fr'))
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
