import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fontFiles, fontHolds } from '../../look/fonts.ts'
import { lookOf } from '../../look/look.ts'
import { fontBytes, fontFaceCss } from '../../scripts/read-fonts.ts'

const plain = lookOf(null)
const languages = ['en', 'fr', 'ar', 'ru', 'el', 'vi']

it.each(languages)('every font file for %s is installed and has its range', (language) => {
  for (const font of fontFiles([language])) {
    expect(existsSync(join(import.meta.dirname, '../../node_modules', font.file)), font.file).toBe(true)
    expect(font.unicodeRange).toMatch(/^U\+/)
  }
})

it('holds the letters of each language', () => {
  const letters = { en: 'Plain—“text”', fr: 'œuvre, à l’été, Noël', ar: 'خطة العمل،', ru: 'План', el: 'Σχέδιο', vi: 'Kế hoạch' }
  for (const [language, text] of Object.entries(letters)) {
    const fonts = fontFiles([language])
    for (const letter of text)
      expect(
        fonts.some((font) => fontHolds(font, [letter.codePointAt(0) ?? 0])),
        `${language} ${letter}`,
      ).toBe(true)
  }
})

it('brings Arabic only where a language is written with it, and Latin always', () => {
  expect(fontFiles(['en']).some(({ subset }) => subset === 'arabic')).toBe(false)
  expect(new Set(fontFiles(['ar']).map(({ subset }) => subset))).toEqual(new Set(['latin', 'latin-ext', 'symbols', 'arabic']))
})

it('does not depend on the order of the languages', () => {
  expect(fontFiles(['ar', 'en', 'fr'])).toEqual(fontFiles(['fr', 'ar', 'en']))
})

it('embeds what the text needs and nothing else', () => {
  const css = fontFaceCss(plain, ['en', 'ar'], 'embed', '', 'Plain text')
  expect(css).not.toContain('Arabic')
  expect(css).toContain('data:font/woff2;base64,d09GMg')
  expect(css).not.toMatch(/url\((?!data:)/)
  expect(fontFaceCss(plain, ['en', 'ar'], 'embed', '', 'خطة')).toContain('Noto Naskh Arabic')
})

it('links to exactly the files it hands out', () => {
  const named = [...fontFaceCss(plain, ['en', 'ar'], 'link', 'fonts/').matchAll(/url\(fonts\/([^)]+)\)/g)].map((match) => match[1])
  expect(new Set(named)).toEqual(new Set(fontBytes(plain, ['en', 'ar']).keys()))
})
