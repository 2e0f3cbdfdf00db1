/** The look that course.yml asks for: its colours as they stand, its logo and fonts read from the files it names. */
import { basename } from 'node:path/posix'
import { toHtml } from 'hast-util-to-html'
import type { VFileMessage } from 'vfile-message'
import { BUNDLED_FAMILIES, type FontUse, type OwnFont, type OwnFontFile } from '../look/fonts.ts'
import type { Logo, LogoPicture } from '../look/logo.ts'
import type { OwnLook } from '../look/look.ts'
import type { OwnColour, OwnColours } from '../look/palettes.ts'
import { SCHEMES } from '../look/tokens.ts'
import { finding } from './finding.ts'
import { nearest } from './nearest.ts'
import { pathWithin } from './path-within.ts'
import type { Sources } from './reading.ts'
import { safeSvg } from './safe-svg.ts'
import { COLOURS, type CourseFile, type Wording } from './schemas.ts'
import type { PlaceOf } from './yaml.ts'

type LookFile = NonNullable<CourseFile['look']>

/** Puts a wording into the language of an edition. */
type Say = (wording: Wording) => string

/** Reads the look of course.yml and the files it names; what cannot be used is left out, with a finding. */
export async function readLook(
  { look }: CourseFile,
  placeOf: PlaceOf,
  sources: Sources,
  findings: VFileMessage[],
): Promise<((say: Say) => OwnLook) | null> {
  if (!look) return null
  const reading: LookReading = { placeOf, sources, findings }
  const colours = coloursOf(look)
  const logo = look.logo ? readLogo(look.logo, reading) : null
  const fonts = { text: await readFont('text', look, reading), display: await readFont('display', look, reading) }
  return (say) => ({
    colours,
    fonts: { text: wordedFont(fonts.text, say), display: wordedFont(fonts.display, say) },
    logo: logo && { ...logo, alt: say(logo.alt) },
  })
}

interface LookReading {
  placeOf: PlaceOf
  sources: Sources
  findings: VFileMessage[]
}

// ---- colours ------------------------------------------------------------------------------------------------------

function coloursOf({ colours }: LookFile): OwnColours {
  const given = Object.entries(colours as Record<string, string | OwnColour | undefined>)
  return Object.fromEntries(given.flatMap(([name, colour]) => (colour === undefined ? [] : [[COLOURS.get(name), schemesOf(colour)]])))
}

function schemesOf(colour: string | OwnColour): OwnColour {
  if (typeof colour === 'string') return { light: sixDigits(colour) }
  return Object.fromEntries(SCHEMES.flatMap((scheme) => (colour[scheme] ? [[scheme, sixDigits(colour[scheme])]] : [])))
}

function sixDigits(colour: string): string {
  const digits = colour.slice(1).toLowerCase()
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}

// ---- files --------------------------------------------------------------------------------------------------------

/** A file named in course.yml; null, with a finding, where there is none. */
function readNamed(named: string, what: string, endings: RegExp, at: readonly PropertyKey[], reading: LookReading): Uint8Array | null {
  const path = pathWithin(COURSE_FILE, named)
  if (path === null) return refuse(`path \`${named}\` out of the course, expected a file inside modules/`, at, reading)
  const known = [...reading.sources.keys()].filter((one) => endings.test(one)).map((one) => one.slice('modules/'.length))
  if (!endings.test(path) || !reading.sources.has(path)) {
    const near = nearest(named, known)
    const expected = near ? `\`${near}\`` : `a file beside course.yml that ends in ${ENDINGS.get(endings)}`
    return refuse(`${what} \`${named}\`, expected ${expected}`, at, reading)
  }
  const content = reading.sources.get(path) ?? ''
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

const COURSE_FILE = 'modules/course.yml'
const PICTURE = /\.(svg|png)$/i
const FONT = /\.(woff2?|ttf|otf)$/i
const ENDINGS: ReadonlyMap<RegExp, string> = new Map([
  [PICTURE, '.svg or .png'],
  [FONT, '.woff2, .woff, .ttf or .otf'],
])

function refuse(reason: string, at: readonly PropertyKey[], { placeOf, findings }: LookReading): null {
  findings.push(finding(`Unexpected ${reason}`, { rule: 'look-can-be-used', severity: 'error', place: placeOf(['look', ...at]) }))
  return null
}

// ---- logo ---------------------------------------------------------------------------------------------------------

function readLogo(given: NonNullable<LookFile['logo']>, reading: LookReading): (Omit<Logo, 'alt'> & { alt: Wording }) | null {
  const light = readPicture(given.file, ['logo', 'file'], reading)
  const dark = given.dark === undefined ? null : readPicture(given.dark, ['logo', 'dark'], reading)
  return light && { alt: given.alt, ratio: light.ratio, picture: light.picture, onDark: dark?.picture ?? null }
}

interface Sized {
  picture: LogoPicture
  ratio: number
}

function readPicture(named: string, at: readonly PropertyKey[], reading: LookReading): Sized | null {
  const bytes = readNamed(named, 'logo', PICTURE, at, reading)
  if (!bytes) return null
  const picture = /svg$/i.test(named) ? vector(bytes) : raster(bytes)
  if (typeof picture !== 'string') return picture
  return refuse(`content of ${basename(named)}, expected a picture: ${picture}`, at, reading)
}

function vector(bytes: Uint8Array): Sized | string {
  const svg = safeSvg(new TextDecoder().decode(bytes), 'kept')
  if (typeof svg === 'string') return svg
  const [, , width = 0, height = 0] = String(svg.properties.viewBox)
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (!(width > 0 && height > 0)) return 'its viewBox has no width and height'
  // a file of its own: it needs its namespace, and its size where CSS gives one side alone
  const whole = { ...svg, properties: { ...svg.properties, xmlns: 'http://www.w3.org/2000/svg', width, height } }
  const text = toHtml(whole, { space: 'svg', closeEmptyElements: true })
  return { picture: { type: 'svg', data: Buffer.from(text).toString('base64') }, ratio: width / height }
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function raster(bytes: Uint8Array): Sized | string {
  if (bytes.length < 24 || PNG.some((byte, index) => bytes[index] !== byte)) return 'it is no PNG'
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [head.getUint32(16), head.getUint32(20)]
  if (width === 0 || height === 0) return 'it has no width and height'
  return { picture: { type: 'png', data: Buffer.from(bytes).toString('base64') }, ratio: width / height }
}

// ---- fonts --------------------------------------------------------------------------------------------------------

type ReadFont = Omit<OwnFont, 'licence'> & { licence: Wording }

function wordedFont(font: ReadFont | null, say: Say): OwnFont | null {
  return font && { ...font, licence: say(font.licence) }
}

async function readFont(use: FontUse, { fonts }: LookFile, reading: LookReading): Promise<ReadFont | null> {
  const given = fonts[use]
  if (!given) return null
  const { name, licence } = given
  const bundled = BUNDLED_FAMILIES.includes(name)
  const at = ['fonts', use, 'name']
  if (given.files.length === 0 && !bundled) {
    const near = nearest(name, BUNDLED_FAMILIES)
    const expected = near ? `\`${near}\`` : `its files, or one of ${BUNDLED_FAMILIES.join(', ')}`
    return refuse(`font \`${name}\` without files, expected ${expected}`, at, reading)
  }
  if (given.files.length > 0 && bundled)
    return refuse(`files for \`${name}\`, which comes with Fieldkit, expected none, or another name`, at, reading)
  const files: OwnFontFile[] = []
  for (const [index, file] of given.files.entries()) {
    const font = await readFontFile(file, name, ['fonts', use, 'files', index], reading)
    if (font) files.push(font)
  }
  return files.length === given.files.length ? { name, files, licence } : null
}

async function readFontFile(named: string, family: string, at: readonly PropertyKey[], reading: LookReading): Promise<OwnFontFile | null> {
  const bytes = readNamed(named, 'font file', FONT, at, reading)
  if (!bytes) return null
  const facts = await factsOf(bytes)
  if (!facts) return refuse(`content of ${basename(named)}, expected a font`, at, reading)
  const ending = named.toLowerCase().split('.').at(-1) ?? ''
  return {
    family,
    ...facts,
    format: ending === 'ttf' ? 'truetype' : ending === 'otf' ? 'opentype' : (ending as 'woff' | 'woff2'),
    file: `own-${named.replace(/[^\w.]+/g, '-')}`,
    data: Buffer.from(bytes).toString('base64'),
  }
}

/** What fontkit tells of a font; its types leave out the tables. */
interface FontTold {
  postscriptName: string | null
  italicAngle: number
  characterSet: number[]
  variationAxes: { wght?: { min: number; max: number } }
  'OS/2'?: { usWeightClass: number; fsSelection: { italic: boolean; oblique: boolean } }
}

/** Null where the bytes are no font. */
async function factsOf(
  bytes: Uint8Array,
): Promise<Pick<OwnFontFile, 'weight' | 'heaviest' | 'style' | 'unicodeRange' | 'postscriptName'> | null> {
  // a large library, and few courses bring fonts
  const { default: fontkit } = await import('@pdf-lib/fontkit')
  try {
    const font = fontkit.create(bytes) as unknown as FontTold
    const os2 = font['OS/2']
    const weights = font.variationAxes.wght
    const points = font.characterSet.filter((point) => point >= 0x20).sort((a, b) => a - b)
    if (points.length === 0) return null
    const weight = weights?.min ?? os2?.usWeightClass ?? 400
    const slanted = os2?.fsSelection.italic || os2?.fsSelection.oblique || font.italicAngle !== 0
    return {
      weight,
      heaviest: weights?.max ?? weight,
      style: slanted ? 'italic' : 'normal',
      unicodeRange: rangesOf(points),
      postscriptName: font.postscriptName ?? '',
    }
  } catch {
    return null
  }
}

function rangesOf(points: readonly number[]): string {
  const runs: [from: number, to: number][] = []
  for (const point of points) {
    const last = runs.at(-1)
    if (last && point <= last[1] + 1) last[1] = point
    else runs.push([point, point])
  }
  const digits = (point: number): string => point.toString(16).toUpperCase().padStart(4, '0')
  return runs.map(([from, to]) => (from === to ? `U+${digits(from)}` : `U+${digits(from)}-${digits(to)}`)).join(',')
}
