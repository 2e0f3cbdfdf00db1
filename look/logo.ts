/** The logo of a course where a medium shows it: an image sized by its height, on paper or on a cover. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { luminance } from './colour.ts'

export interface Logo {
  /** What somebody hears who does not see it. */
  alt: string
  /** Width over height. */
  ratio: number
  picture: LogoPicture
  /** For dark grounds; null where there is none. */
  onDark: LogoPicture | null
}

/** A look, as far as the logo asks for it. */
interface Grounded {
  logo: Logo | null
  colour: { light: { cover: string } }
}

export interface LogoPicture {
  type: 'svg' | 'png'
  /** Base64. */
  data: string
}

/** Address of a picture; `dark` is the one for dark grounds. */
export type LogoAddress = (picture: LogoPicture, ground: 'light' | 'dark') => string

/**
 * The logo on the ground of the page, which readers may turn dark: then the picture for dark grounds takes its place, or it stands
 * on white as drawings do. Nothing where there is no logo.
 */
export function logoOnPage(logo: Logo | null, address: LogoAddress = embedded): Element[] {
  if (!logo) return []
  const { picture, onDark } = logo
  return [
    h('span', { className: onDark ? ['logo', 'logo-pair'] : ['logo'] }, [
      image(logo, address(picture, 'light'), 'logo-light'),
      ...(onDark ? [image(logo, address(onDark, 'dark'), 'logo-dark')] : []),
    ]),
  ]
}

/** The logo on white: in print, on slides. Nothing where there is no logo. */
export function logoOnPaper(logo: Logo | null): Element[] {
  return logo ? [h('span', { className: ['logo'] }, [image(logo, embedded(logo.picture), 'logo-light')])] : []
}

/**
 * The logo on the solid ground of a cover: the picture for dark grounds where it is one (the other is there for covers printed without
 * their ground), or the other on a white plate.
 */
export function logoOnCover({ logo, colour }: Grounded): Element[] {
  if (!logo) return []
  const { picture, onDark } = logo
  return onDark && luminance(colour.light.cover) < DARK
    ? [
        h('span', { className: ['logo', 'logo-cover'] }, [
          image(logo, embedded(onDark), 'logo-dark'),
          image(logo, embedded(picture), 'logo-light'),
        ]),
      ]
    : [h('span', { className: ['logo', 'logo-plate'] }, [image(logo, embedded(picture), 'logo-light')])]
}

/** Luminance under which white reads better than black. */
const DARK = 0.179

/** The files of the logo for a folder, under the names `logoFile` gives: name to bytes. */
export function logoFiles(logo: Logo | null): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  if (!logo) return files
  files.set(logoFile(logo.picture, 'light'), bytesOf(logo.picture))
  if (logo.onDark) files.set(logoFile(logo.onDark, 'dark'), bytesOf(logo.onDark))
  return files
}

export function logoFile({ type }: LogoPicture, ground: 'light' | 'dark'): string {
  return `logo${ground === 'dark' ? '-dark' : ''}.${type}`
}

function bytesOf({ data }: LogoPicture): Uint8Array {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
}

function embedded({ type, data }: LogoPicture): string {
  return `data:image/${type === 'svg' ? 'svg+xml' : 'png'};base64,${data}`
}

function image({ alt }: Logo, src: string, className: string): Element {
  return h('img', { className, src, alt })
}

/** Styles of the logo wherever it stands; `--logo` is its height. Empty where there is none. */
export function logoCss(logo: Logo | null): string {
  return logo ? css : ''
}

const css = `
.logo { display: inline-block; flex: none; line-height: 0; }
.logo img { block-size: var(--logo, 2.5rem); inline-size: auto; max-inline-size: 100%; object-fit: contain; }
.logo-plate { background: #ffffff; padding: calc(var(--logo, 2.5rem) * 0.25); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.logo-pair .logo-dark, .logo-cover .logo-light { display: none; }
@media screen {
  [data-theme=dark] .logo-pair .logo-light { display: none; }
  [data-theme=dark] .logo-pair .logo-dark { display: inline; }
  [data-theme=dark] .logo:not(.logo-pair, .logo-cover, .logo-plate) { background: #ffffff; padding: calc(var(--logo, 2.5rem) * 0.18); }
}
@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme=light]) .logo-pair .logo-light { display: none; }
  :root:not([data-theme=light]) .logo-pair .logo-dark { display: inline; }
  :root:not([data-theme=light]) .logo:not(.logo-pair, .logo-cover, .logo-plate) { background: #ffffff; padding: calc(var(--logo, 2.5rem) * 0.18); }
}
`
