import { describe, expect, it } from 'vitest'
import { contentCss } from '../../look/content.ts'
import { pageCss } from '../../look/page.ts'
import { edgePairs, type Palette, textPairs, tokens, tokensCss } from '../../look/tokens.ts'

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

it('in black and white the print colours keep their contrast with the paper', () => {
  const grey = (colour: string) => luminance(colour)
  for (const ink of ['text', 'textSoft', 'brand', 'accent', 'warning', 'lens'] as const) {
    expect(grey(tokens.colour.print[ink]), ink).toBeLessThan(0.18)
  }
})

it('every property the styles use is a token, or set in the styles themselves', () => {
  const styles = contentCss + pageCss
  const given = new Set(`${tokensCss()}${styles}`.match(/--[a-z0-9-]+(?=:)/g))
  const used = new Set(styles.match(/(?<=var\()--[a-z0-9-]+/g))
  expect([...used].filter((name) => !given.has(name))).toEqual([])
})

it('gives dark colours to readers who ask for them, unless they chose light, and none on paper', () => {
  const css = tokensCss()
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
