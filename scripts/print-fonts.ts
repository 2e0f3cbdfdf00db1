import { fontFiles } from '../look/fonts.ts'
import { lookOf } from '../look/look.ts'
import type { Look } from '../look/tokens.ts'
import { fontFaceCss } from './read-fonts.ts'
import type { PdfFont } from './read-pdf.ts'

/** One language of each script we have fonts for: a title in Greek may be cited in an English text. */
const SCRIPTS = ['ar', 'el', 'en', 'ru', 'vi']

/** `@font-face` rules with the fonts of a look that a printed document of this text needs inside, and no others. */
export function embeddedFonts(text: string, look: Look = lookOf(null)): string {
  return fontFaceCss(look, SCRIPTS, 'embed', undefined, text)
}

/** Names of fonts that are neither ours nor the look's: a sign of the text was in none of them, and the machine's stepped in. */
export function foreignFonts(fonts: readonly PdfFont[], look: Look = lookOf(null)): string[] {
  const own = [look.fonts.text, look.fonts.display].flatMap(({ files }) =>
    files.map(({ postscriptName }) => postscriptName.split('-')[0] ?? ''),
  )
  const known = new Set([...fontFiles(SCRIPTS).map(({ family }) => family.replaceAll(' ', '')), ...own].filter(Boolean))
  return fonts.map(({ name }) => name).filter((name) => ![...known].some((family) => name.startsWith(family)))
}
