/** What every slide has: the section reveal.js moves, the frame in it, title, sources, foot, notes. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Cut, Module, Place } from '../course/course.ts'
import type { Rendering } from '../course/flesh-to-hast.ts'
import { direction, words } from '../course/words.ts'

/** What every slide of a deck is written with. */
export interface DeckContext {
  course: Course
  module: Module
  rendering: Rendering
  /** Slides in the deck. */
  total: number
  /** Address of a worksheet from the deck's folder, or null. */
  worksheetHref(id: string): string | null
  /** Address of a module's deck of the same edition from the deck's folder, or null. */
  deckHref(module: string): string | null
}

interface Frame {
  id: string
  /** Layout, which is also the class `slide-<look>`. */
  look: string
  title: string
  place: Place | null
  /** Colour that runs beyond the frame. */
  ground?: 'brand' | 'panel'
  planned?: number | null
  /** Minutes of the countdown. */
  countdown?: number | null
  /** What to do with it when late. */
  cut?: Cut
  /** Id of the activity, of which this may be a part. */
  activity?: string
  label?: string
  language?: string
}

/**
 * A slide: a `<section>` for reveal.js to move, and in it the frame that one sees, copies and measures. No `section` may stand
 * inside it: reveal.js would take it for a slide of its own.
 */
export function frame(
  slide: Frame,
  { course, rendering }: DeckContext,
  children: (ElementContent | '')[],
  notes: Element | '' = '',
): Element {
  const facilitator = rendering.edition === 'facilitator'
  const fallsBack = slide.language !== undefined && slide.language !== course.language
  const minutes = slide.countdown ?? null
  return h(
    'section',
    {
      id: slide.id,
      lang: fallsBack ? slide.language : null,
      dir: fallsBack ? direction(slide.language ?? '') : null,
      dataTitle: slide.title,
      dataLabel: slide.label ?? null,
      dataState: slide.ground ? `ground-${slide.ground}` : null,
      dataSource: slide.place ? sourceOf(slide.place) : null,
      dataPlanned: facilitator ? (slide.planned ?? null) : null,
      dataCut: facilitator ? (slide.cut ?? null) : null,
      dataActivity: facilitator ? (slide.activity ?? null) : null,
      dataActivityMinutes: minutes,
      dataMinutesText: minutes === null ? null : words(course.language).minutes(minutes),
    },
    [
      h(
        'div',
        { className: ['slide', ...`slide-${slide.look}`.split(' ')] },
        children.filter((child) => child !== ''),
      ),
      ...(notes === '' ? [] : [notes]),
    ],
  )
}

/** Title, under a short line that says what kind of slide it is (`over`, null for none). */
export function head(title: string | ElementContent[], over: string | null): Element {
  return h(
    'header.slide-head',
    [over === null ? '' : h('p.slide-over', over), h('h2.slide-title', title)].filter((part) => part !== ''),
  )
}

/** The works cited on the slide, one line. */
export function sourcesLine(sources: string[], { course }: DeckContext): Element | '' {
  if (sources.length === 0) return ''
  const say = words(course.language)
  const entries =
    sources.length === 1
      ? [text(' '), h('bdi', sources[0])]
      : sources.flatMap((source, index) => [text(' '), h('bdi.source', [h('sup.source-mark', String(index + 1)), text(`\u202f${source}`)])])
  return h('p.slide-sources', [h('span.slide-sources-label', sources.length === 1 ? say.source : say.sources), ...entries])
}

/** Where in the course one is, and the number of the slide. */
export function foot(block: Block | null, position: number, { course, module, total }: DeckContext): Element {
  const say = words(course.language)
  const where = block ? [block.wrapUp ? '' : block.number, block.title] : [`${say.module} ${module.number}`, module.title]
  return h('footer.slide-foot', [
    h('span.slide-foot-number', where[0]),
    h('span.slide-foot-title', where[1]),
    h('span.slide-foot-position', `${position}`),
    h('span.visually-hidden', ` / ${total}`),
  ])
}

/** What the facilitator says and does; nothing of it in the participants' edition. */
export function notes(content: ElementContent[], { course, rendering }: DeckContext): Element | '' {
  if (rendering.edition === 'participant' || content.length === 0) return ''
  return h('div.notes', { role: 'note', ariaLabel: words(course.language).notes }, content)
}

/** `path:line`, as in every output's `data-source`. */
export function sourceOf({ path, start }: Place): string {
  return `${path}:${start.line}`
}

/** A hast text node. */
export function text(value: string): ElementContent {
  return { type: 'text', value }
}
