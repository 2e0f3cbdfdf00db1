/**
 * A course's own colours and fonts laid over Fieldkit's. What an organisation gives stands as given; everything else is derived
 * from it so that every pair of `textPairs` and `edgePairs` holds, in light, dark and print.
 */
import { type FontUse, fontRole, type OwnFont } from './fonts.ts'
import type { Logo } from './logo.ts'
import { type OwnColours, palettesOf } from './palettes.ts'
import { type FigureColours, figureTokens, type Look, type Palette, tokens } from './tokens.ts'

/** What a course brings of its own. */
export interface OwnLook {
  colours: OwnColours
  fonts: Readonly<Record<FontUse, OwnFont | null>>
  logo: Logo | null
}

/**
 * The look of a course, from what it brings of its own (`course.look`); Fieldkit's where that is null. The one place where
 * writers, site, drawings and presentations take colours and font families from.
 */
export function lookOf(own: OwnLook | null): Look {
  if (own === null) return PLAIN
  const known = looks.get(own)
  if (known) return known
  const colour = palettesOf(own.colours)
  const look: Look = {
    colour,
    fonts: { text: fontRole('text', own.fonts.text), display: fontRole('display', own.fonts.display) },
    figures: figuresOf(colour.light),
    logo: own.logo,
  }
  looks.set(own, look)
  return look
}

const looks = new WeakMap<OwnLook, Look>()

function figuresOf(palette: Palette): FigureColours {
  const usual = tokens.colour.light
  const colours = Object.entries(figureTokens).map(([part, [colour, name]]) => [
    part,
    palette[name] === usual[name] ? colour : palette[name],
  ])
  return Object.fromEntries(colours) as FigureColours
}

// ---- Fieldkit's own -----------------------------------------------------------------------------------------------

const PLAIN: Look = {
  colour: tokens.colour,
  fonts: { text: fontRole('text', null), display: fontRole('display', null) },
  figures: figuresOf(tokens.colour.light),
  logo: null,
}
