/**
 * Which fonts a look is set in and which files an edition needs. Bundled files are those of the @fontsource packages (SIL Open
 * Font Licence 1.1); paths start with the package name, so that whoever reads them resolves them in node_modules. Unicode
 * ranges are those the packages ship in `unicode.json`. A course may bring files of its own.
 */
import naskh from '@fontsource/noto-naskh-arabic/unicode.json' with { type: 'json' }
import arabicSans from '@fontsource/noto-sans-arabic/unicode.json' with { type: 'json' }
import sans from '@fontsource/source-sans-3/unicode.json' with { type: 'json' }
import serif from '@fontsource/source-serif-4/unicode.json' with { type: 'json' }

export interface FontFile {
  family: string
  weight: number
  style: 'normal' | 'italic'
  subset: string
  /** `@fontsource/<package>/files/<name>.woff2` */
  file: string
  /** CSS `unicode-range`. */
  unicodeRange: string
  /** CSS `size-adjust` in per cent: Arabic letters are drawn small beside Latin ones of the same size. */
  sizeAdjust: number
}

/** What is set in a font: running text, or everything that is not. */
export type FontUse = 'text' | 'display'

/** A font file that a course brings. */
export interface OwnFontFile {
  family: string
  weight: number
  /** Of a variable font its heaviest weight; else `weight`. */
  heaviest: number
  style: 'normal' | 'italic'
  /** As CSS names it. */
  format: 'woff2' | 'woff' | 'truetype' | 'opentype'
  /** Name for a folder of fonts; unlike any other. */
  file: string
  /** CSS `unicode-range`: the characters it really has. */
  unicodeRange: string
  /** What PDFs call it. */
  postscriptName: string
  /** Base64. */
  data: string
}

/** A family chosen for a use: by name alone where it comes with Fieldkit, else with its files. */
export interface OwnFont {
  name: string
  files: readonly OwnFontFile[]
  licence: string
}

/** What a use is set in. */
export interface FontRole {
  /** Name of its first family. */
  name: string
  /** Families the course chose, each with its Arabic companion; empty where it chose none. */
  chosen: readonly string[]
  /** Every family in order: whatever the first does not hold is set in the next that does. */
  families: readonly string[]
  /** The same as CSS `font-family`, with what stands in where no font is loaded. */
  stack: string
  files: readonly OwnFontFile[]
}

interface Family {
  name: string
  folder: string
  faces: [weight: number, style: 'normal' | 'italic'][]
  ranges: Record<string, string>
  sizeAdjust?: number
  /** Subsets used, by script. */
  subsets: Partial<Record<Script, string[]>>
}

export type Script = 'latin' | 'arabic' | 'cyrillic' | 'greek' | 'vietnamese'

const european = {
  latin: ['latin', 'latin-ext'],
  cyrillic: ['cyrillic', 'cyrillic-ext'],
  greek: ['greek'],
  vietnamese: ['vietnamese'],
}

const families: Family[] = [
  {
    name: 'Source Sans 3',
    folder: 'source-sans-3',
    faces: [
      [400, 'normal'],
      [400, 'italic'],
      [600, 'normal'],
      [700, 'normal'],
    ],
    ranges: sans,
    subsets: european,
  },
  {
    name: 'Source Serif 4',
    folder: 'source-serif-4',
    faces: [
      [400, 'normal'],
      [400, 'italic'],
      [600, 'normal'],
      [600, 'italic'],
    ],
    ranges: serif,
    subsets: european,
  },
  {
    name: 'Noto Sans Arabic',
    folder: 'noto-sans-arabic',
    faces: [
      [400, 'normal'],
      [600, 'normal'],
      [700, 'normal'],
    ],
    ranges: arabicSans,
    sizeAdjust: 106,
    subsets: { arabic: ['arabic'] },
  },
  {
    name: 'Noto Naskh Arabic',
    folder: 'noto-naskh-arabic',
    faces: [
      [400, 'normal'],
      [600, 'normal'],
    ],
    ranges: naskh,
    sizeAdjust: 116,
    subsets: { arabic: ['arabic'] },
  },
  {
    name: 'Noto Sans Symbols',
    folder: 'noto-sans-symbols',
    faces: [[400, 'normal']],
    // arrows, circled digits, boxes and check marks: the package's range also names control characters, which every text holds
    ranges: { symbols: 'U+2190,U+2192,U+2194-2199,U+21E6-21F0,U+2300-243F,U+2460-24FF,U+25A0-27BF' },
    subsets: { latin: ['symbols'] },
  },
]

const SYMBOLS = 'Noto Sans Symbols'

const uses: Record<FontUse, { families: readonly string[]; generic: string }> = {
  text: { families: ['Source Serif 4', 'Noto Naskh Arabic', SYMBOLS], generic: 'Georgia, serif' },
  display: { families: ['Source Sans 3', 'Noto Sans Arabic', SYMBOLS], generic: "'Helvetica Neue', Arial, sans-serif" },
}

/** Families that come with Fieldkit and can be chosen by name. */
export const BUNDLED_FAMILIES: readonly string[] = families.map(({ name }) => name).filter((name) => name !== SYMBOLS)

/** What a use is set in, where a course chose a font for it and where it did not. */
export function fontRole(use: FontUse, own: OwnFont | null): FontRole {
  const usual = uses[use]
  const chosen = own ? [own.name, ...companionsOf(own.name)] : []
  const all = [...new Set([...chosen, ...usual.families])]
  const stack = [...all.map((name) => `'${name}'`), usual.generic].join(', ')
  return { name: all[0] ?? '', chosen, families: all, stack, files: own?.files ?? [] }
}

/** The Arabic family drawn to go with a Latin one. */
function companionsOf(name: string): string[] {
  return Object.values(uses).flatMap(({ families: [latin, arabic] }) => (latin === name && arabic ? [arabic] : []))
}

const scripts: Record<string, Script> = {
  ar: 'arabic',
  fa: 'arabic',
  ps: 'arabic',
  ur: 'arabic',
  be: 'cyrillic',
  bg: 'cyrillic',
  kk: 'cyrillic',
  ky: 'cyrillic',
  mk: 'cyrillic',
  ru: 'cyrillic',
  sr: 'cyrillic',
  tg: 'cyrillic',
  uk: 'cyrillic',
  el: 'greek',
  vi: 'vietnamese',
}

/** Script that a language (BCP 47 tag) is written in; Latin where we do not know better. */
export function scriptOf(language: string): Script {
  return scripts[language.toLowerCase().split('-')[0] ?? ''] ?? 'latin'
}

/**
 * The font files for texts in these languages (BCP 47 tags), always with Latin, since names and works are cited in it.
 * Order: family, subset, weight, style; the same for the same languages, whatever their order.
 */
export function fontFiles(languages: readonly string[]): FontFile[] {
  const wanted = new Set<Script>(['latin'])
  for (const language of languages) {
    wanted.add(scriptOf(language))
  }
  const inOrder = (['latin', 'vietnamese', 'greek', 'cyrillic', 'arabic'] as const).filter((script) => wanted.has(script))
  return families.flatMap((family) =>
    inOrder.flatMap((script) => (family.subsets[script] ?? []).flatMap((subset) => facesOf(family, subset))),
  )
}

/** True where the range of a font file holds at least one of these code points. */
export function fontHolds({ unicodeRange }: Pick<FontFile, 'unicodeRange'>, codePoints: Iterable<number>): boolean {
  const ranges = rangesOf(unicodeRange)
  for (const point of codePoints) if (isWithin(ranges, point)) return true
  return false
}

/** The code points that none of these font files holds. */
export function notHeld(fonts: readonly Pick<FontFile, 'unicodeRange'>[], codePoints: readonly number[]): number[] {
  const ranges = fonts.flatMap(({ unicodeRange }) => rangesOf(unicodeRange))
  return codePoints.filter((point) => !isWithin(ranges, point))
}

type Range = readonly [from: number, to: number]

function rangesOf(unicodeRange: string): Range[] {
  return unicodeRange.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

function isWithin(ranges: readonly Range[], point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to)
}

function facesOf(family: Family, subset: string): FontFile[] {
  return family.faces.map(([weight, style]) => ({
    family: family.name,
    weight,
    style,
    subset,
    file: `@fontsource/${family.folder}/files/${family.folder}-${subset}-${weight}-${style}.woff2`,
    unicodeRange: family.ranges[subset] ?? '',
    sizeAdjust: family.sizeAdjust ?? 100,
  }))
}
