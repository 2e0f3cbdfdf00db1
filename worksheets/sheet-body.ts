/** The body of a worksheet: instructions, fields and, in the facilitators' edition, expected answers. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Edition, Language, Piece, Worksheet } from '../course/course.ts'
import { figureToHast, fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { everyModule } from '../course/walk.ts'
import { direction, words } from '../course/words.ts'
import { type Controls, fieldToHast } from './field-markup.ts'
import { fieldPieces, isField, onSheet } from './form-fields.ts'

/** What a sheet needs besides the course. */
export interface SheetAssets {
  /** `@font-face` rules with the fonts inside. */
  fontCss: string
  drawings: Drawings
  /** Address of the start page from the sheet's folder, for the edition on screen; no way back is shown where left out. */
  startHref?: string
}

/**
 * Instructions, fields and answers in the order written. A participant edition holds nothing for facilitators, unless the whole sheet is
 * theirs: then it holds all but the answers.
 */
export function sheetBody(
  worksheet: Worksheet,
  course: Course,
  edition: Edition,
  drawings: Drawings,
  controls: Controls,
): ElementContent[] {
  const positions = new Map(fieldPieces(worksheet).map((piece, index) => [piece.id, index + 1]))
  const rendering: Rendering = {
    course,
    edition: worksheet.audience === 'facilitator' ? 'facilitator' : edition,
    medium: 'sheet',
    drawings,
    // A sheet stands alone on the table: what it refers to is named, not linked.
    href: () => null,
    piece: (piece, inside) => {
      if (edition === 'participant' && !onSheet(piece, worksheet)) return []
      return isField(piece) && positions.has(piece.id)
        ? [fieldToHast(piece, positions.get(piece.id) ?? 0, worksheet, course.language, controls)]
        : pieceToHast(piece, inside)
    },
    headingShift: 1,
  }
  return inColumns(fleshToHast(worksheet.body, rendering))
}

/** A test is many short questions: a long run of choices gets a frame of its own, which paper sets in two columns. */
function inColumns(content: readonly ElementContent[]): ElementContent[] {
  const runs: ElementContent[][] = []
  for (const node of content) {
    const run = runs.at(-1)
    if (isChoice(node) && run?.every(isChoice)) run.push(node)
    else runs.push([node])
  }
  return runs.flatMap((run) => (run.length < TEST ? run : [h('div', { className: 'test' }, run)]))
}

/** Questions from which on a run of them is a test. */
const TEST = 12

function isChoice(node: ElementContent): boolean {
  return node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes('field-choice')
}

/** True where a worksheet has something that is not on the sheet to fill in, so that an answers edition is worth printing. */
export function hasAnswers(worksheet: Worksheet): boolean {
  return worksheet.body.some((node) => node.type === 'piece' && !onSheet(node.piece, worksheet))
}

/** "Worksheet 1.2" */
export function sheetLabel(worksheet: Worksheet, course: Course): string {
  return course.targets.get(worksheet.id)?.label ?? words(course.language).worksheet
}

/** `lang` and `dir` of the worksheet's own words, where its block is not translated and stands in the source language. */
export function foreign(worksheet: Worksheet, course: Course): { lang: Language; dir: 'ltr' | 'rtl' } | null {
  const blocks = everyModule(course).flatMap((module) => module.blocks)
  const language = blocks.find((block) => block.worksheets.some(({ id }) => id === worksheet.id))?.language ?? course.language
  return language === course.language ? null : { lang: language, dir: direction(language) }
}

/** "For facilitators · 20 minutes · One sheet per group" */
export function sheetFacts(worksheet: Worksheet, course: Course): string {
  const say = words(course.language)
  const whose = worksheet.audience === 'facilitator' ? say.facilitator : ''
  return [whose, worksheet.minutes === null ? '' : say.minutes(worksheet.minutes), worksheet.group ? say.sheet.oneSheetPerGroup : '']
    .filter(Boolean)
    .join(' · ')
}

function pieceToHast(piece: Piece, rendering: Rendering): ElementContent[] {
  if (!visible(piece, rendering.edition) || !('body' in piece)) return []
  if (piece.kind === 'figure') return [figureToHast(piece, rendering)]
  const label = pieceLabel(piece, rendering.course.language)
  return [
    h('section', { id: piece.id, className: ['piece', `piece-${piece.kind}`], dataAudience: piece.audience }, [
      ...(label ? [h('p', { className: 'piece-label' }, label)] : []),
      ...(piece.title ? [h('h2', { className: 'piece-title' }, piece.title)] : []),
      h('div', { className: 'piece-body' }, fleshToHast(piece.body, rendering)),
    ]),
  ]
}

/** What a piece that is no field is called; empty where its title says enough. */
function pieceLabel(piece: Piece, language: Language): string {
  const say = words(language)
  const labels: Partial<Record<Piece['kind'], string>> = {
    answers: say.answers,
    case: say.case,
    context: say.context,
    discussion: say.discussion,
    facilitator: say.facilitator,
    'key-message': say.keyMessage,
    tip: say.tip,
    'to-validate': say.toValidate,
    warning: say.warning,
  }
  return labels[piece.kind] ?? ''
}
