/**
 * The markup of every kind of piece in the manual: site, static pages and guideline alike.
 *
 * `<section class="piece piece-<kind>" id data-source>` with `.piece-label` ("Activity 1.2"), `.piece-title`,
 * `.piece-facts` and `.piece-body`. What only facilitators may see is left out of a participant edition here too,
 * where it is not a piece of its own (materials, online way, debrief, right answers); in a facilitator edition it
 * carries `data-audience="facilitator"`. Styles: look/content.ts.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { BoxPiece, FrameworkItem, Lens, Piece, Question, Quiz, Slide } from '../course/course.ts'
import { figureToHast, fleshToHast } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { words } from '../course/words.ts'
import { activity } from './activity-piece.ts'
import { attributes, facts, foreign, heading, linkTo, list, section, title } from './piece-parts.ts'
import type { ManualRendering } from './rendering.ts'
import { summaryToHast } from './summary-tables.ts'
import { field, worksheet } from './worksheet-piece.ts'

export type { KitFile, ManualRendering } from './rendering.ts'

/**
 * A piece in the manual. Slides give nothing here: the page shows them together (`slidesToHast`). A piece the edition
 * may not see gives nothing.
 */
export function pieceToHast(piece: Piece, rendering: ManualRendering): ElementContent[] {
  if (!visible(piece, rendering.edition)) return []
  switch (piece.kind) {
    case 'slide':
      return []
    case 'activity':
      return [activity(piece, rendering)]
    case 'lens':
      return [lens(piece, rendering)]
    case 'quiz':
      return [quiz(piece, rendering)]
    case 'question':
      return [question(piece, rendering)]
    case 'figure':
      return [figureToHast(piece, rendering)]
    case 'worksheet':
      return [worksheet(piece, rendering)]
    case 'framework':
      return [frameworkToHast(rendering, piece)]
    case 'summary':
      return summaryToHast(piece, rendering)
    case 'questions':
      return []
    case 'lines':
    case 'table':
    case 'choice':
    case 'scale':
    case 'box':
      return [field(piece, rendering)]
    default:
      return [box(piece, rendering)]
  }
}

/** The items of the course's framework, numbered, with the modules that cover them; says which names are unconfirmed. */
export function frameworkToHast(rendering: ManualRendering, piece?: Piece): Element {
  const { course } = rendering
  const framework = course.framework
  return h('section', { ...(piece ? attributes(piece) : {}), className: ['piece', 'piece-framework'] }, [
    ...(framework?.note ? [h('p', { className: 'edition-note' }, framework.note)] : []),
    h(
      'ol',
      { className: 'framework-list', role: 'list' },
      (framework?.items ?? []).map((item, index) => frameworkItem(item, index + 1, rendering)),
    ),
  ])
}

/** Slides with their notes, one after the other: for facilitators. Nothing in a participant edition. */
export function slidesToHast(slides: readonly Slide[], rendering: ManualRendering): ElementContent[] {
  if (rendering.edition !== 'facilitator') return []
  return slides.filter((slide) => visible(slide, rendering.edition)).map((slide, index) => slideSummary(slide, index + 1, rendering))
}

// ---- boxes ---------------------------------------------------------------------------------------------------------

function box(piece: BoxPiece, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  return section(piece, rendering, [
    ...(piece.minutes === null ? [] : [facts([[say.time, [say.minutes(piece.minutes)]]])]),
    h('div', { className: 'piece-body' }, fleshToHast(piece.body, rendering)),
  ])
}

function lens(piece: Lens, rendering: ManualRendering): Element {
  return section(piece, rendering, [h('div', { className: 'piece-body' }, fleshToHast(piece.body, rendering))])
}

// ---- quiz ----------------------------------------------------------------------------------------------------------

function quiz(piece: Quiz, rendering: ManualRendering): Element {
  return section(piece, rendering, [h('div', { className: 'piece-body' }, fleshToHast(piece.body, rendering))])
}

function question(piece: Question, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  const open = rendering.edition === 'facilitator'
  return h('div', { ...attributes(piece), className: ['quiz-question'] }, [
    h('p', { className: 'field-label', ...foreign(rendering.language, rendering.course) }, title(piece, rendering)),
    ...fleshToHast(piece.body, rendering),
    h(
      'ul',
      { className: 'quiz-options', role: 'list' },
      piece.options.map((option) =>
        h('li', { className: open && option.right ? 'quiz-right' : undefined }, [
          h('span', { className: 'quiz-box', ariaHidden: 'true' }),
          h('div', [
            ...fleshToHast(option.body, rendering),
            ...(open && option.right ? [h('span', { className: 'quiz-verdict' }, say.rightAnswer)] : []),
          ]),
        ]),
      ),
    ),
    ...(open && piece.answers.length > 0
      ? [
          h('div', { className: 'piece-for-facilitators', dataAudience: 'facilitator' }, [
            h('p', { className: 'piece-part' }, say.feedback),
            ...fleshToHast(piece.answers, rendering),
          ]),
        ]
      : []),
  ])
}

// ---- framework, slides ---------------------------------------------------------------------------------------------

function frameworkItem(item: FrameworkItem, number: number, rendering: ManualRendering): Element {
  const { course } = rendering
  const say = words(course.language)
  const covering = course.modules.filter(({ covers }) => covers.includes(item.id))
  return h('li', { id: item.id }, [
    h('span', { className: 'framework-number', ariaHidden: 'true' }, String(number)),
    h('div', [
      h('span', { className: 'framework-title' }, item.title),
      ...(item.confirmed ? [] : [' ', h('span', { className: 'unconfirmed' }, say.toBeConfirmed)]),
      ...(item.note ? [h('div', { className: 'framework-note' }, item.note)] : []),
      ...(covering.length === 0
        ? []
        : [h('div', { className: 'framework-modules' }, list(covering.map(({ id }) => linkTo(id, rendering))))]),
    ]),
  ])
}

function slideSummary(slide: Slide, number: number, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  const inner = { ...rendering, headingShift: rendering.headingShift + 2 }
  return h('section', { ...attributes(slide), className: ['slide-summary'] }, [
    h('div', { className: 'slide-face' }, [
      h('p', { className: 'slide-number' }, [
        h('span', `${say.slide} ${String(number)}`),
        ...(slide.minutes === null ? [] : [h('span', { className: 'slide-minutes' }, say.minutes(slide.minutes))]),
      ]),
      ...(slide.title
        ? [heading(4, { className: 'slide-title', ...foreign(rendering.language, rendering.course) }, title(slide, rendering), rendering)]
        : []),
      ...fleshToHast(
        slide.body.filter(({ type }) => type !== 'thematicBreak'),
        inner,
      ),
    ]),
    h('div', { className: 'slide-notes' }, [
      h('p', { className: 'piece-part' }, say.notes),
      ...(slide.cut === 'first' ? [h('p', { className: 'cut-mark' }, say.schedule.leftOutInShort)] : []),
      ...fleshToHast(slide.notes, inner),
    ]),
  ])
}
