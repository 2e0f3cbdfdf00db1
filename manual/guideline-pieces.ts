/**
 * Pieces as the guideline prints them: for the facilitator, short, with the label in the side column. What needs no
 * print form of its own looks as in the rest of the manual (pieces.ts).
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { zoneColumns } from '../course/canvas.ts'
import type { Activity, Block, BoxPiece, Course, Cut, Field, Flesh, Piece, Quiz, Slide, Step, Worksheet } from '../course/course.ts'
import { fleshToHast, phrasingToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { piecesOf, walkNodes } from '../course/walk.ts'
import { type Words, words } from '../course/words.ts'
import { pieceToHast } from './pieces.ts'

/** A piece in the guideline. Slides are listed once a block, statements to validate in an annex: both give nothing here. */
export function guidelinePiece(piece: Piece, rendering: Rendering): ElementContent[] {
  if (!visible(piece, rendering.edition)) return []
  switch (piece.kind) {
    case 'slide':
    case 'to-validate':
      return []
    case 'activity':
      return [activity(piece, rendering)]
    case 'worksheet':
      return [worksheet(piece, rendering)]
    case 'answers':
      return [answers(piece, rendering)]
    case 'quiz':
      return quiz(piece, rendering)
    case 'lines':
    case 'table':
    case 'choice':
    case 'scale':
    case 'box':
      return [field(piece, rendering)]
    default:
      // Titles of pieces stand beside the sections of a block, not below them.
      return pieceToHast(piece, { ...rendering, headingShift: 0 })
  }
}

/** The slides of a block in one paragraph: titles and minutes. The deck itself has the rest. */
export function slideList(block: Block, course: Course): ElementContent[] {
  const say = words(course.language)
  const slides = block.slides.filter((slide) => visible(slide, 'facilitator'))
  if (slides.length === 0) return []
  const minutes = slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0)
  return [
    h('aside', { className: 'slide-list' }, [
      h('p', { className: 'slide-count' }, [
        h('b', say.printed.slides(slides.length)),
        ...(minutes > 0 ? [' ', h('span', { className: 'soft' }, say.minutes(minutes))] : []),
      ]),
      h(
        'ol',
        { className: 'run-on' },
        slides.map((slide) => h('li', slideLine(slide, say))),
      ),
    ]),
  ]
}

function slideLine(slide: Slide, say: Words): (Element | string)[] {
  const title = slide.title || say.slide
  return slide.minutes === null ? [title] : [`${title} `, h('span', { className: 'soft' }, minutesOf(slide.minutes, slide.cut, say))]
}

/** In brackets where the short form leaves them out. */
function minutesOf(minutes: number, cut: Cut, say: Words): string {
  return cut === 'first' ? `(${say.minutes(minutes)})` : say.minutes(minutes)
}

// ---- activity -----------------------------------------------------------------------------------------------------

function activity(piece: Activity, rendering: Rendering): Element {
  const say = words(rendering.course.language)
  return section(piece, rendering, activityFacts(piece, rendering.course), [
    ...fleshToHast(piece.body, rendering),
    h('div', { className: 'activity-run' }, [
      h('div', [
        ...(piece.steps.length === 0 ? [] : [steps(piece.steps, rendering)]),
        ...fleshToHast(piece.after, rendering),
        ...leadIn(say.materials, fleshToHast(piece.materials, rendering), 'materials'),
        ...leadIn(say.online, [h('p', onlineLine(piece, rendering.course))], 'online'),
      ]),
      ...debrief(piece.debrief, rendering),
    ]),
  ])
}

function activityFacts(piece: Activity, course: Course): string[] {
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === piece.method)
  return [
    ...(piece.minutes === null ? [] : [say.minutes(piece.minutes)]),
    ...(method ? [method.title] : []),
    piece.size === null ? say.allParticipants : say.groupOf(piece.size),
    ...piece.worksheets.flatMap((id) => course.targets.get(id)?.label ?? []),
    ...(piece.cut === null ? [] : [say[CUT[piece.cut]]]),
  ]
}

const CUT = { first: 'cutFirst', last: 'cutLast', never: 'cutNever' } as const

function steps(all: readonly Step[], rendering: Rendering): Element {
  const say = words(rendering.course.language)
  return h(
    'ol',
    { className: 'steps' },
    all.map((step) =>
      h('li', { id: step.id }, [
        h('div', fleshToHast(step.body, rendering)),
        ...(step.minutes === null ? [] : [h('span', { className: 'step-minutes' }, minutesOf(step.minutes, step.cut, say))]),
      ]),
    ),
  )
}

/** Questions of the debrief and, below them, what to expect; beside the steps, or below them where a table needs the width. */
function debrief(flesh: Flesh, rendering: Rendering): ElementContent[] {
  if (flesh.length === 0) return []
  const say = words(rendering.course.language)
  const className = ['debrief', ...(holdsTable(flesh) ? ['debrief-wide'] : [])]
  return [h('div', { className }, [h('p', { className: 'part' }, say.debrief), ...fleshToHast(flesh, rendering)])]
}

function holdsTable(flesh: Flesh): boolean {
  let found = false
  walkNodes(flesh, ({ type }) => {
    if (type === 'table') found = true
  })
  return found
}

/** "breakout rooms of 4, 30 min, board": the online way in one line; the contingency plan has it in full. */
export function onlineLine(piece: Activity, course: Course): string {
  const say = words(course.language)
  const { online } = piece
  if (!online) return say.printed.noOnlineWay
  const minutes = online.minutes ?? piece.minutes
  return [
    online.size === null || online.method === 'plenary' || online.method === 'individual'
      ? (say.methods[online.method] ?? online.method)
      : say.printed.onlineOf(say.methods[online.method] ?? online.method, online.size),
    ...(minutes === null ? [] : [say.minutes(minutes)]),
    ...(online.tool === null || online.tool === 'none' ? [] : [say.tools[online.tool] ?? online.tool]),
    ...(online.lowBandwidth ? [say.printed.lowBandwidthToo] : []),
  ].join(say.comma)
}

function leadIn(name: string, content: ElementContent[], kind: string): ElementContent[] {
  if (content.length === 0) return []
  return [h('div', { className: ['lead-in', `lead-in-${kind}`] }, [h('p', { className: 'part' }, name), ...content])]
}

/** The gist in a line: the first item or paragraph. The site and the answer sheets have the rest. */
function answers(piece: BoxPiece, rendering: Rendering): Element {
  const say = words(rendering.course.language)
  return h('p', { className: 'answers' }, [
    h('span', { className: 'part' }, `${say.answers}${say.colon}`),
    ...firstLine(piece.body, rendering),
  ])
}

function firstLine(flesh: Flesh, rendering: Rendering): ElementContent[] {
  const first = flesh.find((node) => node.type === 'paragraph' || node.type === 'list')
  if (first?.type === 'paragraph') return phrasingToHast(first.children, rendering)
  return first?.type === 'list' ? firstLine((first.children[0]?.children ?? []) as Flesh, rendering) : []
}

/** A quiz that a worksheet asks again stands there only, with one line here. */
function quiz(piece: Quiz, rendering: Rendering): ElementContent[] {
  const { course } = rendering
  const say = words(course.language)
  const questions = piecesOf(piece.body).filter(({ kind }) => kind === 'question')
  const sheet = course.worksheets.find(({ id, body }) => piecesOf(body).some((field) => field.id === `${id}.${questions[0]?.id}`))
  if (!sheet) return pieceToHast(piece, { ...rendering, headingShift: 0 })
  const target: Flesh[number] = { type: 'paragraph', children: [{ type: 'crossReference', target: sheet.id }] }
  return [
    h('p', { id: piece.id, className: 'quiz-line' }, [
      h('b', `${say.printed.questions(questions.length)}${say.colon}`),
      ...phrasingToHast(target.children, rendering),
    ]),
  ]
}

// ---- worksheet ----------------------------------------------------------------------------------------------------

function worksheet(piece: Worksheet, rendering: Rendering): Element {
  const say = words(rendering.course.language)
  const facts = [
    ...(piece.minutes === null ? [] : [say.minutes(piece.minutes)]),
    piece.group ? say.printed.oneAGroup : say.printed.oneAPerson,
    ...(piecesOf(piece.body).some(({ kind }) => kind === 'answers') ? [say.printed.answersOnSheet] : []),
  ]
  const fields = fleshToHast(
    piece.body.filter((node) => node.type !== 'piece' || node.piece.kind !== 'answers'),
    rendering,
  )
  const kind =
    piece.body.filter((node) => node.type !== 'piece').length > MUCH_TEXT ? 'text' : fields.length > LONG_SHEET ? 'long' : 'short'
  return section(piece, rendering, facts, [h('div', { className: ['sheet', `sheet-${kind}`] }, fields)], [`piece-${kind}`])
}

/** Fields of a sheet from which on it may run over several pages, and paragraphs from which on it is something to read, such as a role card. */
const LONG_SHEET = 12
const MUCH_TEXT = 2

/** A field small: enough to see what it asks and in what form, not to write in. */
function field(piece: Field, rendering: Rendering): Element {
  const wide = isWide(piece)
  return h('div', { id: piece.id, className: ['field', `field-kind-${piece.kind}`, ...(wide ? ['field-wide'] : [])] }, [
    h('p', { className: 'field-label' }, titleOf(piece, rendering)),
    ...fieldForm(piece),
  ])
}

/** Fields that take the width of the sheet: tables of many columns or long labels, scales of many statements. */
function isWide(piece: Field): boolean {
  if (piece.kind === 'scale') return piece.statements.length > 5
  return piece.kind === 'table' && (piece.columns.length > 3 || piece.labels.some((label) => label.length > 36))
}

/** Rows of an empty table or lines that the preview draws at most: the number asked for stands on the full sheet. */
const PREVIEW_ROWS = 2

function fieldForm(piece: Field): ElementContent[] {
  switch (piece.kind) {
    case 'lines':
      return rows(Math.min(piece.rows, PREVIEW_ROWS), () => h('div', { className: 'field-line' }))
    case 'box':
      if (piece.zones.length === 0) return [h('div', { className: 'field-box' })]
      return [
        h(
          'div',
          { className: 'field-zones', style: `--columns:${zoneColumns(piece.zones.length)}` },
          piece.zones.map((zone) => h('p', zone)),
        ),
      ]
    case 'choice':
      return [
        h(
          'p',
          { className: 'ticks' },
          piece.options.flatMap((option) => [h('span', [tick(piece.multiple), ` ${option}`]), ' ']),
        ),
      ]
    case 'scale':
      return (piece.statements.length === 0 ? [''] : piece.statements).map((statement) =>
        h('p', { className: 'ticks' }, [
          ...(statement ? [h('span', { className: 'statement' }, statement), ' '] : []),
          `${piece.low} `,
          ...rows(Math.max(piece.max - piece.min + 1, 0), () => tick(false)),
          ` ${piece.high}`,
        ]),
      )
    case 'table': {
      const filled = piece.labels.length > 0
      const count = filled ? piece.labels.length : Math.min(piece.rows, PREVIEW_ROWS)
      return [
        h('table', { className: 'field-table' }, [
          ...(piece.widths.length === 0
            ? []
            : [
                h(
                  'colgroup',
                  piece.widths.map((width) => h('col', { style: `inline-size: ${shareOf(width, piece.widths)}` })),
                ),
              ]),
          h('thead', [
            h(
              'tr',
              piece.columns.map((column) => h('th', { scope: 'col' }, column)),
            ),
          ]),
          h(
            'tbody',
            rows(count, (row) =>
              h(
                'tr',
                piece.columns.map((_, column) => (filled && column === 0 ? h('th', { scope: 'row' }, piece.labels[row]) : h('td'))),
              ),
            ),
          ),
        ]),
      ]
    }
  }
}

function shareOf(width: number, widths: readonly number[]): string {
  return `${Math.round((1000 * width) / widths.reduce((sum, one) => sum + one, 0)) / 10}%`
}

function tick(square: boolean): Element {
  return h('span', { className: square ? ['tick-box'] : ['tick-box', 'tick-round'], ariaHidden: 'true' })
}

// ---- parts --------------------------------------------------------------------------------------------------------

function section(piece: Piece, rendering: Rendering, facts: string[], body: ElementContent[], classes: string[] = []): Element {
  const label = rendering.course.targets.get(piece.id)?.label ?? ''
  const className = ['piece', `piece-${piece.kind}`, ...classes]
  return h('section', { id: piece.id, className, dataSource: `${piece.place.path}:${piece.place.start.line}` }, [
    h('div', { className: 'piece-bar' }, [
      h('h3', { className: 'piece-title' }, [h('span', { className: 'piece-number' }, label), ' ', ...titleOf(piece, rendering)]),
      h(
        'p',
        { className: 'facts' },
        facts.map((fact) => h('span', fact)),
      ),
    ]),
    h('div', { className: 'piece-body' }, body),
  ])
}

function titleOf(piece: Piece, rendering: Rendering): (ElementContent | string)[] {
  return piece.label.length > 0 ? phrasingToHast(piece.label, rendering) : [piece.title]
}

function rows<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
