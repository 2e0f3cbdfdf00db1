/** Colours as numbers: contrast (WCAG 2.2, 1.4.3) and OKLCH, where equal steps look equal (https://bottosson.github.io/posts/oklab/). */

export interface Oklch {
  /** 0 is black, 1 is white. */
  lightness: number
  chroma: number
  /** Radians. */
  hue: number
}

/** A ground that a colour has to stand out from, and by how much. */
export interface Need {
  ground: string
  ratio: number
}

/** Contrast ratio of two colours written `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of a colour written `#rrggbb`, 0 to 1. */
export function luminance(colour: string): number {
  const [red, green, blue] = linearOf(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Whether a colour stands out from every ground as much as is needed. */
export function holds(colour: string, needs: readonly Need[]): boolean {
  return needs.every(({ ground, ratio }) => contrast(colour, ground) >= ratio)
}

/** The shade of a colour, lighter or darker, that is nearest to it and holds; null where none does. */
export function nearestShade(colour: string, needs: readonly Need[]): string | null {
  if (holds(colour, needs)) return colour
  const own = oklch(colour)
  for (let step = STEP; step <= 1; step += STEP) {
    for (const lightness of [own.lightness - step, own.lightness + step]) {
      const shade = hex({ ...own, lightness: Math.min(1, Math.max(0, lightness)) })
      if (holds(shade, needs)) return shade
    }
  }
  return null
}

/** Steps of lightness that nobody tells apart. */
const STEP = 0.0025

export function oklch(colour: string): Oklch {
  const [red, green, blue] = linearOf(colour)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  }
}

/** As `#rrggbb`; a colour that no screen shows loses as much of its chroma as it must. */
export function hex(colour: Oklch): string {
  if (isShown(linear(colour))) return written(linear(colour))
  let [dull, vivid] = [0, colour.chroma]
  for (let pass = 0; pass < 16; pass++) {
    const chroma = (dull + vivid) / 2
    if (isShown(linear({ ...colour, chroma }))) dull = chroma
    else vivid = chroma
  }
  return written(linear({ ...colour, chroma: dull }))
}

type Rgb = [red: number, green: number, blue: number]

function linear({ lightness, chroma, hue }: Oklch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

function isShown(rgb: Rgb): boolean {
  return rgb.every((part) => part >= -0.0002 && part <= 1.0002)
}

function written(rgb: Rgb): string {
  const parts = rgb.map((part) => {
    const inside = Math.min(1, Math.max(0, part))
    const value = inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}

function linearOf(colour: string): Rgb {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}
