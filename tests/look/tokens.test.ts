import { describe, expect, it } from 'vitest'
import { contrast as contrastOf, hex, oklch } from '../../look/colour.ts'
import { contentCss } from '../../look/content.ts'
import { lookOf, type OwnLook } from '../../look/look.ts'
import { pageCss } from '../../look/page.ts'
import { brokenPairs, type OwnColours } from '../../look/palettes.ts'
import { type ColourName, edgePairs, type Look, type Palette, textPairs, tokens, tokensCss } from '../../look/tokens.ts'

describe.each(Object.entries(tokens.colour))('colours of the %s scheme', (_, palette) => {
  it.each(textPairs)('%s on %s reads at 4.5:1', (ink, ground) => {
    expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edgePairs)('%s on %s is seen at 3:1', (edge, ground) => {
    expect(contrast(palette[edge], palette[ground])).toBeGreaterThanOrEqual(3)
  })

  it('uses every colour but the decorative rule in a measured pair', () => {
    const measured = new Set<keyof Palette>([...textPairs, ...edgePairs].flat())
    const unmeasured = (Object.keys(palette) as (keyof Palette)[]).filter((name) => !measured.has(name))
    expect(unmeasured).toEqual(['rule'])
  })
})

describe('a look of a course', () => {
  const brands = Array.from({ length: 200 }, randomColours(20_261_121))

  it('holds every pair in light, dark and print for 200 brand colours, where the colour given can itself be read', () => {
    for (const brand of brands) {
      const own = ownLook({ brand: { light: brand } })
      const [broken] = brokenPairs(own.colours)
      const readable = broken ? broken.nearest : brand
      expect(readable, brand).toMatch(/^#[0-9a-f]{6}$/)
      const look = lookOf(ownLook({ brand: { light: readable ?? '' } }))
      expect(look.colour.light.brand).toBe(readable)
      expect(unread(look), `${brand} as ${readable}`).toEqual([])
      expect(brokenPairs({ brand: { light: readable ?? '' } })).toEqual([])
    }
  })

  it('whatever is given, tells of every pair that does not hold, and the shade it names holds', () => {
    const next = randomColours(7)
    const names: ColourName[] = ['brand', 'accent', 'text', 'page', 'panel', 'mark', 'cover', 'edge', 'lens', 'onCover']
    for (const [index, brand] of brands.entries()) {
      const given = names.filter((_, at) => (index >> (at % 8)) % 2 === 0 || at === index % 10)
      const own = ownLook(Object.fromEntries(given.map((name) => [name, { light: name === 'brand' ? brand : next() }])))
      const broken = brokenPairs(own.colours)
      const told = (scheme: string, pair: readonly string[]) => broken.some((one) => one.scheme === scheme && pair.includes(one.name))
      expect(unread(lookOf(own)).filter(([scheme, ...pair]) => !told(scheme, pair))).toEqual([])
      for (const { name, nearest } of broken) {
        if (nearest) expect(brokenPairs({ ...own.colours, [name]: { light: nearest } }).map((one) => one.name)).not.toContain(name)
      }
    }
  })

  it('keeps the hue of a colour in the dark and on paper', () => {
    const { colour } = lookOf(ownLook({ brand: { light: '#14532d' } }))
    const hues = [colour.light, colour.dark, colour.print].map(({ brand }) => oklch(brand).hue)
    for (const hue of hues) expect(hue).toBeCloseTo(hues[0] ?? 0, 1)
    expect(oklch(colour.dark.brand).lightness).toBeGreaterThan(0.7)
    expect(colour.print.brand).toBe('#14532d')
    expect(colour.light.cover).toBe('#14532d')
    expect(oklch(colour.dark.cover).lightness).toBeLessThan(0.45)
  })

  it('takes what is given for a scheme, and gives bright covers dark letters', () => {
    const { colour } = lookOf(ownLook({ brand: { dark: '#ffd9a0' }, cover: { light: '#ffb000' } }))
    expect(colour.dark.brand).toBe('#ffd9a0')
    expect(colour.light.brand).toBe(tokens.colour.light.brand)
    expect(colour.light.cover).toBe('#ffb000')
    expect(luminance(colour.light.onCover)).toBeLessThan(0.1)
  })

  it('draws figures in its colours, and the others as before', () => {
    const { figures } = lookOf(ownLook({ brand: { light: '#14532d' }, mark: { light: '#f59e42' } }))
    expect(figures).toEqual({ ...lookOf(null).figures, ink: '#14532d', amber: '#f59e42' })
  })
})

describe('colours as numbers', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.478],
    ['#0b3c5d', '#ffffff', 11.55],
  ])('%s on %s has %f:1', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1)
    expect(contrastOf(other, one)).toBe(contrast(one, other))
  })

  it('gives every colour back', () => {
    const next = randomColours(3)
    for (let index = 0; index < 500; index++) {
      const colour = next()
      expect(hex(oklch(colour))).toBe(colour)
    }
  })

  it('knows the values of the literature', () => {
    const red = oklch('#ff0000')
    expect([red.lightness, red.chroma, (red.hue * 180) / Math.PI].map((value) => Number(value.toFixed(2)))).toEqual([0.63, 0.26, 29.23])
  })
})

it('in black and white the print colours keep their contrast with the paper', () => {
  const grey = (colour: string) => luminance(colour)
  for (const ink of ['text', 'textSoft', 'brand', 'accent', 'warning', 'lens'] as const) {
    expect(grey(tokens.colour.print[ink]), ink).toBeLessThan(0.18)
  }
})

it('every property the styles use is a token, or set in the styles themselves', () => {
  const styles = contentCss + pageCss
  const given = new Set(`${tokensCss(lookOf(null))}${styles}`.match(/--[a-z0-9-]+(?=:)/g))
  const used = new Set(styles.match(/(?<=var\()--[a-z0-9-]+/g))
  expect([...used].filter((name) => !given.has(name))).toEqual([])
})

it('gives dark colours to readers who ask for them, unless they chose light, and none on paper', () => {
  const css = tokensCss(lookOf(null))
  expect(css).toMatch(/:root\[data-theme=dark\] \{[^}]*--colour-page: #12181d/)
  expect(css).toMatch(/prefers-color-scheme: dark[^}]*:root:not\(\[data-theme=light\]\) \{[^}]*--colour-page: #12181d/)
  expect(css.slice(css.indexOf('@media print'))).toMatch(/:root, :root\[data-theme=dark\] \{[^}]*--colour-page: #ffffff/)
})

it('content styles name no side of the page, so that right-to-left works', () => {
  expect(
    `${contentCss}${pageCss}`.match(
      /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|text-align: *(?:left|right))\s*:/gm,
    ),
  ).toBeNull()
})

function ownLook(colours: OwnColours): OwnLook {
  return { colours, fonts: { text: null, display: null }, logo: null }
}

/** The pairs of a look that do not hold. */
function unread(look: Look): [scheme: string, ink: string, ground: string][] {
  return Object.entries(look.colour).flatMap(([scheme, palette]) =>
    [
      ...textPairs.filter(([ink, ground]) => contrast(palette[ink], palette[ground]) < 4.5),
      ...edgePairs.filter(([ink, ground]) => contrast(palette[ink], palette[ground]) < 3),
    ].map(([ink, ground]): [string, string, string] => [scheme, ink, ground]),
  )
}

/** Colours by chance, the same each run (mulberry32). */
function randomColours(seed: number): () => string {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return `#${((mixed ^ (mixed >>> 14)) >>> 8).toString(16).padStart(6, '0')}`
  }
}

/** WCAG 2.2: contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
