/**
 * What covers what in a course: framework items, objectives, themes, declared cases and stakeholder groups, each with the blocks,
 * activities and questions that serve it; where the minutes go; how the text reads. The tables of the manual (manual/summary-tables.ts), the
 * report of `fieldkit check` and the rules about the course as a whole read it here. Everything is named by id.
 */
import type { Activity, Block, BoxPiece, Course, Method, Module, Piece, Question } from './course.ts'
import { passagesIn, sentencesOf } from './passages.ts'
import { knowsPassive, passiveVerbs } from './passive-voice.ts'
import { type PlannedPart, planBlock } from './schedule.ts'
import { everyModule, partsOf, piecesOf } from './walk.ts'

export interface Coverage {
  framework: FrameworkCoverage[]
  objectives: ObjectiveCoverage[]
  /** One entry a theme and block of the modules. */
  themes: ThemeCoverage[]
  cases: CaseCoverage[]
  stakeholders: StakeholderCoverage[]
  minutes: MinutesCoverage
  counts: { worksheets: number; slides: number; figures: number; tables: number; activities: number; questions: number }
  reading: ReadingStatistics
}

export interface FrameworkCoverage {
  item: string
  modules: string[]
  /** Blocks of these modules, wrap-ups excepted. */
  blocks: string[]
  cases: Told[]
}

/** An objective of a block. Those of a module are the sum of its blocks' and have no activity of their own. */
export interface ObjectiveCoverage {
  objective: string
  /** What sets it: only the objectives of blocks need a question. */
  of: 'block' | 'wrap-up'
  /** Block that sets it. */
  part: string
  activities: string[]
  questions: string[]
}

export interface ThemeCoverage {
  theme: string
  block: string
  /** Whether course.yml wants the theme in this block. */
  wanted: boolean
  lenses: string[]
}

/** A case piece and the part of the course it stands in. */
export interface Told {
  piece: string
  part: string
}

export interface CaseCoverage {
  case: string
  told: Told[]
}

export interface StakeholderCoverage {
  group: string
  cases: Told[]
  activities: string[]
}

/** A way to spend planned minutes: one person speaks (`input`, `discussion`, `talk`), or as the method's form says. */
export type MinutesForm = 'input' | 'discussion' | 'talk' | Method['form']

export interface MinutesCoverage {
  /** All planned minutes of the modules in full form. */
  planned: number
  /** Minutes in which one person speaks to the room. */
  talk: number
  /** Of the planned minutes, 0 to 1; null where nothing is planned. */
  share: number | null
  forms: { form: MinutesForm; minutes: number }[]
  /** Every method used, in the order of course.yml. */
  methods: { method: string; minutes: number; activities: string[] }[]
  /** Talk of each block that has planned minutes. */
  blocks: { block: string; planned: number; talk: number }[]
}

export interface ReadingStatistics {
  sentences: number
  /** Words of the middle sentence; null where there is none. */
  median: number | null
  /** Sentences over the goal of course.yml; null where it sets none. */
  long: number | null
  /** Share of sentences with a passive verb, 0 to 1; null where the language's passive cannot be found. */
  passive: number | null
}

const known = new WeakMap<Course, Coverage>()

/** What covers what. Made once a course: rules, tables and reports ask. */
export function coverage(course: Course): Coverage {
  const made = known.get(course) ?? coverageOf(course)
  known.set(course, made)
  return made
}

function coverageOf(course: Course): Coverage {
  const placed = everyModule(course).flatMap((module) => partsOf(module).flatMap((part) => placedPieces(module, part)))
  const cases = placed.filter((one): one is Placed<BoxPiece> => one.piece.kind === 'case')
  const activities = placed.filter((one): one is Placed<Activity> => one.piece.kind === 'activity')
  const questions = placed.filter((one): one is Placed<Question> => one.piece.kind === 'question')
  const count = (is: (piece: Piece) => boolean): number => placed.filter(({ piece }) => is(piece)).length
  return {
    framework: frameworkOf(course, cases),
    objectives: objectivesOf(course, activities, questions),
    themes: themesOf(course),
    cases: course.cases.map(({ id }) => ({ case: id, told: cases.filter(({ piece }) => piece.tells === id).map(told) })),
    stakeholders: course.stakeholders.map(({ id }) => ({
      group: id,
      cases: cases.filter(({ piece }) => piece.stakeholders.includes(id)).map(told),
      activities: activities.filter(({ piece }) => piece.stakeholders.includes(id)).map(({ piece }) => piece.id),
    })),
    minutes: minutesOf(course),
    counts: {
      worksheets: course.worksheets.length,
      slides: count(({ kind }) => kind === 'slide'),
      figures: course.figures.filter(({ numbered }) => numbered === 'figure').length,
      tables: course.figures.filter(({ numbered }) => numbered === 'table').length,
      activities: activities.length,
      questions: questions.length,
    },
    reading: readingOf(course),
  }
}

interface Placed<P extends Piece = Piece> {
  piece: P
  module: Module
  part: Module | Block
}

function placedPieces(module: Module, part: Module | Block): Placed[] {
  return piecesOf(part.body).map((piece) => ({ piece, module, part }))
}

function told({ piece, part }: Placed<BoxPiece>): Told {
  return { piece: piece.id, part: part.id }
}

// ---- what covers what -------------------------------------------------------------------------------------------

function frameworkOf(course: Course, cases: readonly Placed<BoxPiece>[]): FrameworkCoverage[] {
  return (course.framework?.items ?? []).map(({ id }) => {
    const modules = course.modules.filter(({ covers }) => covers.includes(id))
    return {
      item: id,
      modules: modules.map((module) => module.id),
      blocks: modules.flatMap(({ blocks }) => blocks.filter(({ wrapUp }) => !wrapUp).map((block) => block.id)),
      cases: cases.filter(({ piece }) => piece.covers.includes(id)).map(told),
    }
  })
}

function objectivesOf(
  course: Course,
  activities: readonly Placed<Activity>[],
  questions: readonly Placed<Question>[],
): ObjectiveCoverage[] {
  const serving = (pieces: readonly Placed<Activity | Question>[], id: string): string[] =>
    pieces.filter(({ piece }) => piece.objectives.includes(id)).map(({ piece }) => piece.id)
  return course.modules.flatMap((module) =>
    module.blocks.flatMap((part) =>
      part.objectives.map(({ id }) => ({
        objective: id,
        of: part.wrapUp ? ('wrap-up' as const) : ('block' as const),
        part: part.id,
        activities: serving(activities, id),
        questions: serving(questions, id),
      })),
    ),
  )
}

function themesOf(course: Course): ThemeCoverage[] {
  return course.themes.flatMap((theme) =>
    course.modules.flatMap(({ blocks }) =>
      blocks.map((block) => ({
        theme: theme.id,
        block: block.id,
        wanted: theme.wanted === 'block' && !block.wrapUp,
        lenses: piecesOf(block.body).flatMap((piece) => (piece.kind === 'lens' && piece.theme === theme.id ? [piece.id] : [])),
      })),
    ),
  )
}

// ---- minutes ----------------------------------------------------------------------------------------------------

const FORMS: readonly MinutesForm[] = ['input', 'discussion', 'talk', 'plenary', 'groups', 'pairs', 'individual']
/** Forms in which one person speaks to the room. */
const TALK: readonly MinutesForm[] = ['input', 'discussion', 'talk']
/** The method that is talk: other methods of form `plenary` keep everybody busy. */
const TALK_METHOD = 'plenary'

/** How the minutes of a part are spent; null for an activity whose method nobody declared. */
function formOf({ piece }: PlannedPart, course: Course): MinutesForm | null {
  if (piece.kind === 'slide') return 'input'
  if (piece.kind !== 'activity') return 'discussion'
  if (piece.method === TALK_METHOD) return 'talk'
  return course.methods.find(({ id }) => id === piece.method)?.form ?? null
}

function minutesOf(course: Course): MinutesCoverage {
  const blocks = course.modules.flatMap((module) => module.blocks)
  const parts = blocks.flatMap((block) =>
    planBlock(block, 'full').parts.map((part) => ({ block, minutes: part.minutes, form: formOf(part, course) })),
  )
  const sum = (some: readonly { minutes: number }[]): number => some.reduce((total, { minutes }) => total + minutes, 0)
  const isTalk = ({ form }: { form: MinutesForm | null }): boolean => form !== null && TALK.includes(form)
  const planned = sum(parts)
  const talk = sum(parts.filter(isTalk))
  return {
    planned,
    talk,
    share: planned === 0 ? null : talk / planned,
    forms: FORMS.map((form) => ({ form, minutes: sum(parts.filter((part) => part.form === form)) })),
    methods: methodsOf(course, blocks),
    blocks: blocks.flatMap((block) => {
      const own = parts.filter((part) => part.block === block)
      return own.length === 0 ? [] : [{ block: block.id, planned: sum(own), talk: sum(own.filter(isTalk)) }]
    }),
  }
}

function methodsOf(course: Course, blocks: readonly Block[]): MinutesCoverage['methods'] {
  const activities = blocks.flatMap((block) => piecesOf(block.body).filter((piece): piece is Activity => piece.kind === 'activity'))
  return course.methods.flatMap(({ id }) => {
    const own = activities.filter(({ method }) => method === id)
    if (own.length === 0) return []
    return [
      { method: id, minutes: own.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0), activities: own.map((activity) => activity.id) },
    ]
  })
}

// ---- reading ----------------------------------------------------------------------------------------------------

/** Fewer words than these are a label, not a sentence. */
const FEWEST_WORDS = 3

function readingOf(course: Course): ReadingStatistics {
  const all = everyModule(course)
    .flatMap((module) => partsOf(module))
    .filter((part) => part.language === course.language)
    .flatMap((part) => passagesIn(part).filter(({ sort }) => sort === 'paragraph' || sort === 'item'))
    .flatMap(sentencesOf)
    .filter(({ words }) => words >= FEWEST_WORDS)
  const whole = all.filter(({ ended }) => ended)
  const goal = course.goals.sentenceWords
  return {
    sentences: whole.length,
    median: median(whole.map(({ words }) => words)),
    long: goal === null ? null : all.filter(({ words }) => words > goal).length,
    passive:
      knowsPassive(course.language) && whole.length > 0
        ? whole.filter(({ text }) => passiveVerbs(text).length > 0).length / whole.length
        : null,
  }
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) return null
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2
}

// ---- what is missing --------------------------------------------------------------------------------------------

/** Ids of what nothing covers, kind by kind. */
export interface Uncovered {
  framework: string[]
  objectivesWithoutActivity: string[]
  objectivesWithoutQuestion: string[]
  themes: { theme: string; block: string }[]
  cases: string[]
  stakeholdersWithoutCase: string[]
  stakeholdersWithoutActivity: string[]
}

/** What course.yml and the front matter ask for and nothing serves. Questions are asked for only where the course has a quiz at all. */
export function uncovered({ framework, objectives, themes, cases, stakeholders, counts }: Coverage): Uncovered {
  return {
    framework: framework.filter(({ modules }) => modules.length === 0).map(({ item }) => item),
    objectivesWithoutActivity: objectives.filter(({ activities }) => activities.length === 0).map(({ objective }) => objective),
    objectivesWithoutQuestion:
      counts.questions === 0
        ? []
        : objectives.filter((one) => one.of === 'block' && one.questions.length === 0).map(({ objective }) => objective),
    themes: themes.filter(({ wanted, lenses }) => wanted && lenses.length === 0).map(({ theme, block }) => ({ theme, block })),
    cases: cases.filter((one) => one.told.length === 0).map((one) => one.case),
    stakeholdersWithoutCase: stakeholders.filter((one) => one.cases.length === 0).map(({ group }) => group),
    stakeholdersWithoutActivity: stakeholders.filter(({ activities }) => activities.length === 0).map(({ group }) => group),
  }
}
