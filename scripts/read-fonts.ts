/** Fonts from node_modules as @font-face rules: embedded for files that travel alone, linked for folders of pages. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FontFile, fontFiles, fontHolds } from '../look/fonts.ts'

const packages = join(import.meta.dirname, '..', 'node_modules')
const read = new Map<string, Buffer>()
const encoded = new Map<string, string>()

/**
 * `@font-face` rules for texts in these languages.
 *
 * `how`: `embed` puts each file into the rule as a data: address; `link` points at `<base><file name>` (default
 * `fonts/`), where `fontBytes` says what must lie there. With `text`, fonts that hold none of its characters are left
 * out: give the whole text of a file that embeds its fonts, so that it carries no byte it does not need.
 * `wanted` leaves out faces the file never uses.
 */
export function fontFaceCss(
  languages: readonly string[],
  how: 'embed' | 'link',
  base = 'fonts/',
  text?: string,
  wanted: (font: FontFile) => boolean = () => true,
): string {
  return fontsFor(languages, text)
    .filter(wanted)
    .map((font) => {
      const address = how === 'embed' ? `data:font/woff2;base64,${encodeFont(font)}` : `${base}${basename(font.file)}`
      const size = font.sizeAdjust === 100 ? '' : `size-adjust:${font.sizeAdjust}%;`
      return `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${font.weight};font-display:swap;${size}src:url(${address}) format('woff2');unicode-range:${font.unicodeRange}}`
    })
    .join('\n')
}

/** The files that `fontFaceCss(languages, 'link')` points at: file name to bytes. */
export function fontBytes(languages: readonly string[], text?: string): Map<string, Uint8Array> {
  return new Map(fontsFor(languages, text).map((font) => [basename(font.file), readFont(font)]))
}

function fontsFor(languages: readonly string[], text?: string): FontFile[] {
  const fonts = fontFiles(languages)
  if (text === undefined) return fonts
  const points = codePointsOf(text)
  return fonts.filter((font) => fontHolds(font, points))
}

/** Every code point of a text once. Texts are whole documents: a table of what was seen is many times faster than a set. */
function codePointsOf(text: string): number[] {
  const seen = new Uint8Array(0x110000)
  const points: number[] = []
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) ?? 0
    if (point > 0xffff) index++
    if (seen[point]) continue
    seen[point] = 1
    points.push(point)
  }
  return points
}

function readFont(font: FontFile): Buffer {
  const known = read.get(font.file)
  if (known) return known
  const bytes = readFileSync(join(packages, font.file))
  read.set(font.file, bytes)
  return bytes
}

/** Base64; kept, since every file that travels alone carries it. */
function encodeFont(font: FontFile): string {
  const known = encoded.get(font.file)
  if (known) return known
  const text = readFont(font).toString('base64')
  encoded.set(font.file, text)
  return text
}
