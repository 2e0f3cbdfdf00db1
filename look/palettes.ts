/**
 * A course's own colours laid over Fieldkit's. What an organisation gives stands as given; everything else is derived from it so that
 * every pair of `textPairs` and `edgePairs` holds, in light, dark and print.
 */
import { contrast, hex, holds, type Need, nearestShade, oklch } from './colour.ts'
import { type ColourName, edgePairs, type Palette, SCHEMES, type Scheme, textPairs, tokens } from './tokens.ts'

/** A colour as given, `#rrggbb`: where a scheme is left out, it is derived. */
export type OwnColour = Partial<Record<Scheme, string>>
export type OwnColours = Partial<Record<ColourName, OwnColour>>

/** The palettes of a course, from the colours it brings of its own. */
export function palettesOf(own: OwnColours): Record<Scheme, Palette> {
  return { light: paletteOf('light', own), dark: paletteOf('dark', own), print: paletteOf('print', own) }
}

const TEXT = 4.5
const EDGE = 3
const INKS = ['text', 'textSoft', 'brand', 'accent', 'good', 'warning', 'lens'] as const
/** What is set on a solid ground, and the ground. */
const ON_GROUNDS = [
  ['onBrand', 'brand'],
  ['onCover', 'cover'],
  ['onMark', 'mark'],
] as const
/** Grounds that keep their depth in the dark, where inks become light. */
const DEEP: readonly ColourName[] = ['cover', 'mark']

function paletteOf(scheme: Scheme, own: OwnColours): Palette {
  const palette: Palette = { ...tokens.colour[scheme] }
  const given = (name: ColourName): string | undefined => own[name]?.[scheme]
  for (const name of Object.keys(palette) as ColourName[]) palette[name] = given(name) ?? derived(name, scheme, own) ?? palette[name]
  if (given('panel') === undefined) palette.panel = panelOn(palette, own.panel ? palette.panel : usualPanel(palette, scheme))
  const settle = (name: ColourName, ratio: number): void => {
    if (given(name) === undefined) palette[name] = nearestShade(palette[name], onPaper(palette, ratio)) ?? palette[name]
  }
  for (const ink of INKS) settle(ink, TEXT)
  settle('edge', EDGE)
  for (const [ink, ground] of ON_GROUNDS) {
    if (given(ink) === undefined) palette[ink] = inkOn(palette[ground], [palette[ink], palette.page, palette.text])
  }
  return palette
}

/** A colour from the one given for light; null where none is given. Covers are in the brand's colour where nothing else is said. */
function derived(name: ColourName, scheme: Scheme, own: OwnColours): string | null {
  const light = (name === 'cover' && !own.cover ? own.brand : own[name])?.light
  if (light === undefined || scheme === 'light') return light ?? null
  const [from, to, colour] = [tokens.colour.light[name], tokens.colour[scheme][name], light].map(oklch) as [Shade, Shade, Shade]
  const shift = to.lightness - from.lightness
  const lightness = scheme === 'print' || DEEP.includes(name) ? colour.lightness + shift : to.lightness
  // vivid on white is glaring on black: the chroma goes down as that of our own colour does
  const dulled = from.chroma > FAINT ? Math.min(1, to.chroma / from.chroma) : 1
  return hex({ lightness: Math.min(1, Math.max(0, lightness)), chroma: colour.chroma * dulled, hue: colour.hue })
}

type Shade = ReturnType<typeof oklch>

/** Below this chroma a colour is a grey. */
const FAINT = 0.01

/** The panel goes with the page: as far from it as ours is. */
function usualPanel(palette: Palette, scheme: Scheme): string {
  const usual = tokens.colour[scheme]
  if (palette.page === usual.page) return usual.panel
  const page = oklch(palette.page)
  const lightness = page.lightness + oklch(usual.panel).lightness - oklch(usual.page).lightness
  return hex({ ...page, lightness: Math.min(1, Math.max(0, lightness)) })
}

/** This panel where some ink reads on it and on the page, else the page itself. */
function panelOn({ page }: Palette, panel: string): string {
  return ['#000000', '#ffffff'].some((ink) => holds(ink, onPaper({ page, panel }, TEXT))) ? panel : page
}

function onPaper({ page, panel }: Pick<Palette, 'page' | 'panel'>, ratio: number): Need[] {
  return [page, panel].map((ground) => ({ ground, ratio }))
}

/** The first of these that reads on a ground; black or white where none does: one of them always reads. */
function inkOn(ground: string, inks: readonly string[]): string {
  return [...inks, '#ffffff', '#000000'].find((ink) => contrast(ink, ground) >= TEXT) ?? '#000000'
}

// ---- what does not hold -------------------------------------------------------------------------------------------

/** A given colour that does not stand out from another as much as it must. */
export interface BrokenPair {
  scheme: Scheme
  /** The one that was given, and the one it is set on or under. */
  name: ColourName
  colour: string
  other: ColourName
  otherColour: string
  ratio: number
  wanted: number
  /** The nearest shade of `colour` that holds in all its pairs; null where no shade does. */
  nearest: string | null
}

/** The given colours that break a pair, each with the pair it breaks most; empty where all hold. */
export function brokenPairs(own: OwnColours): BrokenPair[] {
  const colour = palettesOf(own)
  return SCHEMES.flatMap((scheme) => {
    const palette = colour[scheme]
    const worst = new Map<ColourName, BrokenPair>()
    for (const { ink, ground, ratio: wanted } of PAIRS) {
      const ratio = contrast(palette[ink], palette[ground])
      const name = [ink, ground].find((one) => own[one]?.[scheme] !== undefined)
      if (ratio >= wanted || name === undefined || (worst.get(name)?.ratio ?? 21) <= ratio) continue
      const other = name === ink ? ground : ink
      worst.set(name, {
        scheme,
        name,
        colour: palette[name],
        other,
        otherColour: palette[other],
        ratio,
        wanted,
        nearest: nearestShade(palette[name], needsOf(name, palette, own)),
      })
    }
    return [...worst.values()]
  })
}

const PAIRS = [...textPairs.map((pair) => pairOf(pair, TEXT)), ...edgePairs.map((pair) => pairOf(pair, EDGE))]

function pairOf([ink, ground]: readonly [ColourName, ColourName], ratio: number): { ink: ColourName; ground: ColourName; ratio: number } {
  return { ink, ground, ratio }
}

/** What is set on a ground goes with it, where it is not given itself. */
function needsOf(name: ColourName, palette: Palette, own: OwnColours): Need[] {
  const goesWith = new Set<ColourName>(ON_GROUNDS.map(([ink]) => ink).filter((ink) => !own[ink]))
  return PAIRS.filter(({ ink, ground }) => ink === name || (ground === name && !goesWith.has(ink))).map(({ ink, ground, ratio }) => ({
    ground: palette[ink === name ? ground : ink],
    ratio,
  }))
}
