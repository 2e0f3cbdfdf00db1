/** Fonts as @font-face rules: embedded for files that travel alone, linked for folders of pages. Bundled ones come from node_modules, a course's own with it. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FontFile, type FontRole, fontFiles, fontHolds, notHeld, type OwnFontFile } from '../look/fonts.ts'
import type { Look } from '../look/tokens.ts'

const packages = join(import.meta.dirname, '..', 'node_modules')
const read = new Map<string, Buffer>()
const encoded = new Map<string, string>()

/** A font file wherever it comes from. */
export type AnyFont = FontFile | OwnFontFile

/**
 * `@font-face` rules of a look, for texts in these languages.
 *
 * `how`: `embed` puts each file into the rule as a data: address; `link` points at `<base><file name>` (default
 * `fonts/`), where `fontBytes` says what must lie there. With `text`, fonts that hold none of its characters are left
 * out: give the whole text of a file that embeds its fonts, so that it carries no byte it does not need.
 * `wanted` leaves out faces the file never uses.
 */
export function fontFaceCss(
  look: Look,
  languages: readonly string[],
  how: 'embed' | 'link',
  base = 'fonts/',
  text?: string,
  wanted: (font: AnyFont) => boolean = () => true,
): string {
  return fontsFor(look, languages, text)
    .filter(wanted)
    .map((font) => faceRule(font, how === 'embed' ? null : base))
    .join('\n')
}

/** The files that `fontFaceCss(look, languages, 'link')` points at: file name to bytes. */
export function fontBytes(look: Look, languages: readonly string[], text?: string): Map<string, Uint8Array> {
  return new Map(fontsFor(look, languages, text).map((font) => [basename(font.file), readFont(font)]))
}

/** The files of a course's own font, embedded. */
export function ownFontCss({ files }: FontRole): string {
  return files.map((font) => faceRule(font, null)).join('\n')
}

/** Null for `base`: the file itself stands in the rule. */
function faceRule(font: AnyFont, base: string | null): string {
  const format = isOwn(font) ? font.format : 'woff2'
  const weight = isOwn(font) && font.heaviest > font.weight ? `${font.weight} ${font.heaviest}` : font.weight
  const size = isOwn(font) || font.sizeAdjust === 100 ? '' : `size-adjust:${font.sizeAdjust}%;`
  const address = base === null ? `data:font/${ending(format)};base64,${encodeFont(font)}` : `${base}${basename(font.file)}`
  return `@font-face{font-family:'${font.family}';font-style:${font.style};font-weight:${weight};font-display:swap;${size}src:url(${address}) format('${format}');unicode-range:${font.unicodeRange}}`
}

function isOwn(font: AnyFont): font is OwnFontFile {
  return 'data' in font
}

function ending(format: OwnFontFile['format']): string {
  return { woff2: 'woff2', woff: 'woff', truetype: 'ttf', opentype: 'otf' }[format]
}

function fontsFor({ fonts }: Look, languages: readonly string[], text?: string): AnyFont[] {
  const roles = [fonts.text, fonts.display]
  const own = new Map(roles.flatMap(({ files }) => files.map((font) => [font.file, font])))
  const all: AnyFont[] = [...own.values(), ...fontFiles(languages)]
  if (text === undefined) return all
  const points = codePointsOf(text)
  return all.filter((font) => roles.some((role) => fontHolds(font, pointsLeftTo(font, role, all, points))))
}

/** What of a text is set in a font: where a course chose another family, what that family lacks. */
function pointsLeftTo({ family }: AnyFont, { families, chosen }: FontRole, all: readonly AnyFont[], points: number[]): number[] {
  if (!families.includes(family)) return []
  if (chosen.length === 0 || chosen.includes(family)) return points
  return notHeld(
    all.filter((font) => chosen.includes(font.family)),
    points,
  )
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

function readFont(font: AnyFont): Buffer {
  if (isOwn(font)) return Buffer.from(font.data, 'base64')
  const known = read.get(font.file)
  if (known) return known
  const bytes = readFileSync(join(packages, font.file))
  read.set(font.file, bytes)
  return bytes
}

/** Base64; kept, since every file that travels alone carries it. */
function encodeFont(font: AnyFont): string {
  if (isOwn(font)) return font.data
  const known = encoded.get(font.file)
  if (known) return known
  const text = readFont(font).toString('base64')
  encoded.set(font.file, text)
  return text
}
