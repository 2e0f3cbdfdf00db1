import { fontFiles } from '../look/fonts.ts'
import { fontFaceCss } from './read-fonts.ts'
import type { PdfFont } from './read-pdf.ts'

/** One language of each script we have fonts for: a title in Greek may be cited in an English text. */
const SCRIPTS = ['ar', 'el', 'en', 'ru', 'vi']

/** `@font-face` rules with the fonts a printed document of this text needs inside, and no others. */
export function embeddedFonts(text: string): string {
  return fontFaceCss(SCRIPTS, 'embed', undefined, text)
}

/** Names of fonts that are none of ours: a sign of the text was in no font of ours, and the machine's stepped in. */
export function foreignFonts(fonts: readonly PdfFont[]): string[] {
  const ours = [...new Set(fontFiles(SCRIPTS).map(({ family }) => family.replaceAll(' ', '')))]
  return fonts.map(({ name }) => name).filter((name) => !ours.some((family) => name.startsWith(family)))
}
