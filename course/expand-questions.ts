/**
 * Worksheets that ask for every quiz question of the course (`::questions`): the test before and after a course is the sum of what
 * its modules ask, written once. Each question becomes a field to tick, and the right options stand below, for facilitators.
 */
import type { ListItem } from 'mdast'
import type { BoxPiece, ChoiceField, Flesh, Module, Piece, PieceNode, Question, QuestionsField, Worksheet } from './course.ts'
import { plainText } from './plain-text.ts'
import { partsOf, piecesOf } from './walk.ts'

/** Replaces `questions` pieces in place. Questions are those that participants see, in reading order. */
export function expandQuestions(modules: readonly Module[]): void {
  const pieces = modules.flatMap((module) => partsOf(module).flatMap((part) => piecesOf(part.body)))
  const questions = pieces.filter((piece): piece is Question => piece.kind === 'question' && piece.audience !== 'facilitator')
  for (const piece of pieces) if (piece.kind === 'worksheet') piece.body = expanded(piece, questions)
}

function expanded(worksheet: Worksheet, questions: readonly Question[]): Flesh {
  return worksheet.body.flatMap((node, index): Flesh => {
    if (node.type !== 'piece' || node.piece.kind !== 'questions') return [node]
    const { piece } = node
    return [
      ...questions.map((question) => pieceNode(fieldOf(question, worksheet, piece))),
      pieceNode(answersOf(questions, worksheet, piece, fieldsIn(worksheet.body.slice(0, index)) + 1)),
    ]
  })
}

function fieldOf(question: Question, worksheet: Worksheet, { place }: QuestionsField): ChoiceField {
  return {
    kind: 'choice',
    id: `${worksheet.id}.${question.id}`,
    named: true,
    title: question.title,
    label: question.label,
    audience: worksheet.audience,
    place,
    options: question.options.map((option) => plainText(option.body)),
    multiple: question.options.filter(({ right }) => right).length > 1,
  }
}

/** The right options, one line a question, numbered as the fields of the sheet are: `first` is the number of the first question. */
function answersOf(questions: readonly Question[], worksheet: Worksheet, { id, place }: QuestionsField, first: number): BoxPiece {
  const items = questions.map((question): ListItem => {
    const right = question.options.filter((option) => option.right).map((option) => plainText(option.body))
    return { type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: right.join('; ') }] }] }
  })
  return {
    kind: 'answers',
    id: `${worksheet.id}-${id}-answers`,
    named: false,
    title: '',
    label: [],
    audience: 'facilitator',
    place,
    body: [{ type: 'list', ordered: true, start: first, spread: false, children: items }],
    countries: [],
    covers: [],
    tells: null,
    stakeholders: [],
    minutes: null,
  }
}

const FIELDS: readonly Piece['kind'][] = ['lines', 'table', 'choice', 'scale', 'box']

function fieldsIn(flesh: Flesh): number {
  return piecesOf(flesh).filter(({ kind }) => FIELDS.includes(kind)).length
}

function pieceNode(piece: PieceNode['piece']): PieceNode {
  return { type: 'piece', piece, position: piece.place }
}
