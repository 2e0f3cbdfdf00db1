/**
 * The one place where colours, type sizes and spaces are decided. What stands here is Fieldkit's own look; a course may
 * bring colours, fonts and a logo of its own, and `lookOf` (look.ts) lays them over these. Site, decks, worksheets and
 * print take the outcome, as values (`Look`) or as CSS custom properties (`tokensCss`).
 *
 * The colours are few and named by their job. Every pair listed in `textPairs` reaches a contrast of 4.5:1 and every
 * pair in `edgePairs` 3:1 (WCAG 2.2, 1.4.3 and 1.4.11), in light, dark and print; a test measures them.
 */
import type { FontRole } from './fonts.ts'
import type { Logo } from './logo.ts'

export interface Palette {
  /** Running text. */
  text: string
  /** Captions, labels, notes beside the text. */
  textSoft: string
  /** Ground of the page. */
  page: string
  /** Ground of a piece that stands apart from the text. */
  panel: string
  /** Thin rules; decoration only, carries no meaning alone. */
  rule: string
  /** Borders of fields and buttons. */
  edge: string
  /** Ink blue: titles, strong rules, solid bars. */
  brand: string
  /** Text on a solid `brand` ground. */
  onBrand: string
  /** Ground of covers and title slides: ink blue, in the dark as well. */
  cover: string
  /** Text on a cover. */
  onCover: string
  /** Teal: links, numbers, what the reader can act on. */
  accent: string
  /** Green: within its time, as planned. */
  good: string
  /** Brick: cautions and what is behind its source. */
  warning: string
  /** Amber: highlighter, focus; a ground, never a text colour. */
  mark: string
  /** Text on a `mark` ground. */
  onMark: string
  /** Plum: the cross-cutting themes. */
  lens: string
}

export type Scheme = 'light' | 'dark' | 'print'
export const SCHEMES: readonly Scheme[] = ['light', 'dark', 'print']

export type ColourName = keyof Palette

const light: Palette = {
  text: '#1b1f23',
  textSoft: '#515c64',
  page: '#ffffff',
  panel: '#f4f1ea',
  rule: '#d3cec2',
  edge: '#76818a',
  brand: '#0b3c5d',
  onBrand: '#ffffff',
  cover: '#0b3c5d',
  onCover: '#ffffff',
  accent: '#17696a',
  good: '#2b6a2b',
  warning: '#a83e27',
  mark: '#f4c860',
  onMark: '#1b1f23',
  lens: '#6a3d76',
}

const dark: Palette = {
  text: '#e9e6df',
  textSoft: '#b1bac0',
  page: '#12181d',
  panel: '#1b242b',
  rule: '#3a464e',
  edge: '#84919a',
  brand: '#a9cfe9',
  onBrand: '#12181d',
  cover: '#0f3048',
  onCover: '#f4f1ea',
  accent: '#79cbc2',
  good: '#93cf8b',
  warning: '#f2a18c',
  mark: '#e9b44c',
  onMark: '#12181d',
  lens: '#d6afe0',
}

const print: Palette = {
  ...light,
  text: '#111417',
  textSoft: '#454e55',
  panel: '#f5f3ee',
  rule: '#b5b1a8',
  edge: '#5b6770',
  accent: '#125a5a',
  good: '#23592a',
  mark: '#f1d48b',
}

/** Text colours with the grounds they are set on. */
export const textPairs: readonly (readonly [ColourName, ColourName])[] = [
  ...(['text', 'textSoft', 'brand', 'accent', 'good', 'warning', 'lens'] as const).flatMap(
    (colour) =>
      [
        [colour, 'page'],
        [colour, 'panel'],
      ] as const,
  ),
  ['onBrand', 'brand'],
  ['onCover', 'cover'],
  ['onMark', 'mark'],
  ['page', 'accent'],
  ['page', 'good'],
  ['page', 'warning'],
]

/** Edges of fields, buttons and focus rings with the grounds they stand on. */
export const edgePairs: readonly (readonly [ColourName, ColourName])[] = [
  ['edge', 'page'],
  ['edge', 'panel'],
  ['onMark', 'mark'],
]

export const tokens = {
  colour: { light, dark, print } satisfies Record<Scheme, Palette>,
  type: {
    mono: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
    /** rem; ratio 1.25 from the text size upwards. 3 is running text, 2 the interface, 1 labels. */
    scale: [0.8125, 0.9375, 1.125, 1.375, 1.75, 2.25, 3],
    leading: { text: 1.55, display: 1.18, interface: 1.4, arabic: 1.85 },
  },
  /** rem */
  space: [0.25, 0.5, 0.75, 1, 1.5, 2.25, 3.5, 5],
  radius: '0.125rem',
  /** Longest line of running text: about 68 characters. */
  measure: '36rem',
} as const

/** What a medium is drawn with: the tokens as they are for one course. Made by `lookOf` (look.ts). */
export interface Look {
  colour: Readonly<Record<Scheme, Palette>>
  /** Running text, and everything that is not: titles, labels, slides, worksheets. */
  fonts: Readonly<Record<'text' | 'display', FontRole>>
  /** Colours of drawings that are made here (Mermaid, Vega-Lite); they stand on white in every scheme. */
  figures: FigureColours
  /** Null where the course has none. */
  logo: Logo | null
}

export type FigureColours = Readonly<Record<'ink' | 'teal' | 'brick' | 'amber' | 'paper' | 'grey' | 'white' | 'text' | 'grid', string>>

/** Colours of drawings, and the token each goes with where a course changes that. */
export const figureTokens: Readonly<Record<keyof FigureColours, readonly [colour: string, token: ColourName]>> = {
  ink: ['#0b3c5d', 'brand'],
  teal: ['#1d7a74', 'accent'],
  brick: ['#c8553d', 'warning'],
  amber: ['#e9b44c', 'mark'],
  paper: ['#f4f1ea', 'panel'],
  grey: ['#5b6770', 'edge'],
  white: ['#ffffff', 'page'],
  text: ['#1b1f23', 'text'],
  grid: ['#d9d5cb', 'rule'],
}

/**
 * A look as custom properties on `:root`: light by default, dark where `data-theme="dark"` stands on the root element or
 * where the reader's system asks for dark and nothing else is set, and the print values on paper.
 */
export function tokensCss({ colour, fonts }: Look): string {
  const { type, space, radius, measure } = tokens
  return `:root {
  color-scheme: light;
${colourProperties(colour.light)}
  --font-text: ${fonts.text.stack};
  --font-display: ${fonts.display.stack};
  --font-mono: ${type.mono};
${type.scale.map((size, index) => `  --size-${index + 1}: ${size}rem;`).join('\n')}
  --leading-text: ${type.leading.text};
  --leading-display: ${type.leading.display};
  --leading-interface: ${type.leading.interface};
${space.map((size, index) => `  --space-${index + 1}: ${size}rem;`).join('\n')}
  --radius: ${radius};
  --measure: ${measure};
}
:root:lang(ar), :root:lang(fa), :root:lang(ur), [lang=ar], [lang=fa], [lang=ur] { --leading-text: ${type.leading.arabic}; --leading-interface: 1.6; --leading-display: 1.4; }
:root[data-theme=dark] {
  color-scheme: dark;
${colourProperties(colour.dark)}
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) {
    color-scheme: dark;
${colourProperties(colour.dark)}
  }
}
@media print {
  :root, :root[data-theme=dark] {
    color-scheme: light;
${colourProperties(colour.print)}
  }
}
`
}

/** `textSoft` as CSS and course.yml write it: `text-soft`. */
export function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function colourProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `  --colour-${hyphenated(name)}: ${value};`)
    .join('\n')
}
