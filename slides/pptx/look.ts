/**
 * The course's look in PowerPoint's terms: the one place where slides to edit take colours and type from.
 *
 * Fonts cannot be embedded in a way that every Office opens, so the faces are those that Office brings on Windows and macOS alike: the
 * first of the look's own list that is one of them, else Arial and Georgia. Both have stand-ins of the same widths in LibreOffice and
 * Google Slides. Arial holds Arabic letters itself; Georgia has none, and Times New Roman, whose Arabic is on both systems, takes its place.
 */
import type { Look, Palette } from '../../look/tokens.ts'

/** A colour of the palette, by its job. */
export type Colour = keyof Palette

interface Face {
  latin: string
  arabic: string
}

/** What masters and slides are drawn with. */
export interface OfficeLook {
  /** Six hex digits. */
  hexOf(colour: Colour): string
  /** The theme's name of a colour, so that it follows when somebody changes the theme; hex digits where the theme has no slot for it. */
  themeColour(colour: Colour): string
  /** `display` sets titles, lists and labels; `text` the large sentences of statements and questions. */
  faces: Readonly<Record<'display' | 'text', Face>>
}

/** The look of a course (`lookOf`) for slides to edit. */
export function officeLook({ colour, fonts }: Look): OfficeLook {
  const palette = colour.light
  const hexOf = (name: Colour): string => palette[name].slice(1).toUpperCase()
  const display = faceOf(fonts.display.stack, { latin: 'Arial', arabic: 'Arial' })
  return {
    hexOf,
    themeColour(name) {
      const slot = themeSlots.find(([, held]) => held === name) ?? themeSlots.find(([, held]) => palette[held] === palette[name])
      return slot ? (ON_SLIDES[slot[0]] ?? slot[0]) : hexOf(name)
    },
    faces: {
      display,
      text: fonts.text.name === fonts.display.name ? display : faceOf(fonts.text.stack, { latin: 'Georgia', arabic: 'Times New Roman' }),
    },
  }
}

/** Theme slots of PowerPoint, in the order of its colour menu, with what the course puts there. */
export const themeSlots: readonly (readonly [slot: string, colour: Colour])[] = [
  ['dk1', 'text'],
  ['lt1', 'page'],
  ['dk2', 'brand'],
  ['lt2', 'panel'],
  ['accent1', 'accent'],
  ['accent2', 'warning'],
  ['accent3', 'mark'],
  ['accent4', 'lens'],
  ['accent5', 'textSoft'],
  ['accent6', 'rule'],
  ['hlink', 'accent'],
  ['folHlink', 'lens'],
]

/** What a slide calls the slots that a master maps. */
const ON_SLIDES: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

const OFFICE_FACES = ['Arial', 'Calibri', 'Cambria', 'Candara', 'Constantia', 'Corbel', 'Georgia', 'Tahoma', 'Times New Roman', 'Verdana']
const WITH_ARABIC = ['Arial', 'Calibri', 'Tahoma', 'Times New Roman']

function faceOf(stack: string, otherwise: Face): Face {
  const named = stack.split(',').map((name) => name.trim().replace(/^['"]|['"]$/g, ''))
  const latin = named.find((name) => OFFICE_FACES.includes(name)) ?? otherwise.latin
  return { latin, arabic: WITH_ARABIC.includes(latin) ? latin : otherwise.arabic }
}

/** How much wider Arial runs than the deck's own face, for which text-size.ts estimates. */
export const WIDER = 1.05

/** The slide in px of the deck's frame: 13.333 x 7.5 inches. */
export const FRAME = { width: 1280, height: 720 } as const

/** px of the frame in inches. */
export function inches(px: number): number {
  return px / 96
}

/** px of the frame in English Metric Units. */
export function emu(px: number): number {
  return Math.round(px * 9525)
}

/** px of the frame in points, whole or half. */
export function points(px: number): number {
  return Math.round(px * 0.75 * 2) / 2
}

const CULTURES: Readonly<Record<string, string>> = { ar: 'ar-SA', en: 'en-GB', fr: 'fr-FR' }

/** The tag by which Office knows a language's spelling. */
export function proofingLanguage(language: string): string {
  return CULTURES[language] ?? language
}
