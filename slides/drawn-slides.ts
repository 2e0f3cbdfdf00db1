/** The slides of a module drawn one by one, for every medium that shows them: deck, handout, slides to edit. */
import type { Element } from 'hast'
import type { Course, Drawings, Edition, Module, Piece, Target } from '../course/course.ts'
import type { Rendering } from '../course/flesh-to-hast.ts'
import { words } from '../course/words.ts'
import { activitySlide } from './activity-slide.ts'
import { imprintSlide, objectivesSlide, sectionSlide, titleSlide } from './deck-slides.ts'
import { pieceOnSlide } from './piece-on-slide.ts'
import type { DeckContext } from './slide-frame.ts'
import { type DeckSlide, slidesOf } from './slide-list.ts'
import { writtenSlide } from './written-slide.ts'

/** A slide with what it was drawn from. */
export interface DrawnSlide {
  slide: DeckSlide
  /** Its number in the deck, from 1. */
  position: number
  /** `<section>` with the frame and, for facilitators, the notes (see `frame` in slide-frame.ts). */
  section: Element
}

export interface DrawingOptions {
  drawings: Drawings
  /** Address of another slide of the same file. */
  slideHref(id: string): string
  /** Address of another module's deck, or null. */
  deckHref(module: string): string | null
  /** Address of a worksheet, or null. */
  worksheetHref(id: string): string | null
}

/** Draws the slides that an edition has of a module, in the order of the deck. */
export function drawSlides(course: Course, module: Module, edition: Edition, options: DrawingOptions): DrawnSlide[] {
  const slides = slidesOf(module, edition)
  const ids = new Set(slides.map(({ id }) => id))
  const elsewhere = decksOfSlides(course, module, edition)
  const rendering: Rendering = {
    course,
    edition,
    medium: 'slide',
    drawings: options.drawings,
    headingShift: 1,
    href: (target) => hrefOf(target, ids, elsewhere, options),
    piece: (piece: Piece, within: Rendering) => pieceOnSlide(piece, within),
  }
  const context = { course, module, rendering, total: slides.length, worksheetHref: options.worksheetHref, deckHref: options.deckHref }
  return slides.map((slide, index) => ({ slide, position: index + 1, section: slideToHast(slide, index + 1, context) }))
}

/** Minutes of a slide; of a block in full and in the short form. An activity's are for everybody, planned ones for facilitators. */
export function minutesOf({ slide, section }: DrawnSlide, course: Course, edition: Edition): string[] {
  const say = words(course.language)
  if (slide.kind === 'section' && slide.block.minutes && edition === 'facilitator') {
    const { full, short } = slide.block.minutes
    return [say.minutes(full), ...(short === full ? [] : [say.printed.shortForm(short)])]
  }
  const minutes = section.properties.dataActivityMinutes ?? section.properties.dataPlanned
  return typeof minutes === 'number' ? [say.minutes(minutes)] : []
}

function slideToHast(slide: DeckSlide, position: number, context: DeckContext): Element {
  switch (slide.kind) {
    case 'title':
      return titleSlide(slide.id, context)
    case 'objectives':
      return objectivesSlide(slide.id, position, context)
    case 'section':
      return sectionSlide(slide.block, position, context)
    case 'slide':
      return writtenSlide(slide, position, context)
    case 'activity':
      return activitySlide(slide, position, context)
    case 'imprint':
      return imprintSlide(slide.id, position, context)
  }
}

/** The module of each slide of the other decks, by the slide's id. */
function decksOfSlides(course: Course, module: Module, edition: Edition): ReadonlyMap<string, string> {
  const others = course.modules.filter(({ id }) => id !== module.id)
  return new Map(others.flatMap((other) => slidesOf(other, edition).map(({ id }): [string, string] => [id, other.id])))
}

function hrefOf(
  target: Target,
  slides: ReadonlySet<string>,
  elsewhere: ReadonlyMap<string, string>,
  options: DrawingOptions,
): string | null {
  if (slides.has(target.id)) return options.slideHref(target.id)
  const deck = elsewhere.get(target.id)
  const href = deck === undefined ? null : options.deckHref(deck)
  if (href !== null) return `${href}#/${target.id}`
  return target.kind === 'worksheet' ? options.worksheetHref(target.id) : null
}
