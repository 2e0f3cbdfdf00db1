/**
 * The typed course: what every writer receives and every rule looks at.
 *
 * The skeleton is ours (modules, blocks, pieces); the flesh stays mdast (https://github.com/syntax-tree/mdast)
 * with five node types added below. Everything carries the place it was written at. Values are frozen after reading.
 */
import type { Node, PhrasingContent, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { OwnLook } from '../look/look.ts'

/** A place in a source file: a unist position (1-based lines and columns) plus the file's path from the course folder's parent. */
export type Place = Position & { path: string }

/** Who may see a piece. Decided once while reading; every writer filters by it. */
export type Audience = 'all' | 'facilitator' | 'participant'

/** For whom an output is written. A facilitator edition shows every piece, a participant edition all but `facilitator`. */
export type Edition = 'facilitator' | 'participant'

/** A run of Markdown: mdast nodes, among them `piece` nodes for everything written as a directive. */
export type Flesh = RootContent[]

/** BCP 47 language tag as written in course.yml, such as `en`, `fr`, `ar`. */
export type Language = string

export type Level = 'remember' | 'understand' | 'apply' | 'analyse' | 'evaluate' | 'create'

export interface Objective {
  /** Unique in the course: `<module or block id>.<id as written>`. */
  id: string
  text: string
  level: Level
  place: Place
}

/** Fields common to every piece. */
export interface PieceBase {
  /** The written id, or the nearest written id plus an ordinal; unique in the course and equal in all languages. */
  id: string
  /** True where the author wrote the id. */
  named: boolean
  /** Title as plain text, empty where there is none. */
  title: string
  /** Title with its inline markup (citations, emphasis). */
  label: PhrasingContent[]
  audience: Audience
  place: Place
  /** Printed number, such as `1.2` (activities, worksheets: module.ordinal; figures and tables: ordinal in the course). */
  number?: string
  /** True where the translation was made from an older source. */
  behind?: boolean
}

/** A piece that is a title and a body, told apart by `kind` only. */
export interface BoxPiece extends PieceBase {
  kind: 'case' | 'discussion' | 'key-message' | 'tip' | 'warning' | 'facilitator' | 'participant' | 'context' | 'to-validate' | 'answers'
  body: Flesh
  /** case: countries as written; context: the country or region it is for. */
  countries: string[]
  /** case: framework items it illustrates. */
  covers: string[]
  /** case: id of the case of course.yml that it tells; null where none is named. */
  tells: string | null
  /** case: stakeholder groups of course.yml whose part it shows. */
  stakeholders: string[]
  /** discussion: planned minutes. */
  minutes: number | null
}

/** A cross-cutting theme's part of a block (here the gender lens); `theme` is an id declared in course.yml. */
export interface Lens extends PieceBase {
  kind: 'lens'
  theme: string
  body: Flesh
}

export type SlideLayout = 'bullets' | 'statement' | 'two-columns' | 'figure' | 'case' | 'question' | 'data' | 'process' | 'section'

export interface Slide extends PieceBase {
  kind: 'slide'
  layout: SlideLayout
  /** What a layout makes of it: slide-parts.ts. Columns and the parts of a case are parted by `thematicBreak` nodes. */
  body: Flesh
  /** What the facilitator says; audience facilitator. */
  notes: Flesh
  /** Planned minutes, the sum of `:minutes[]` in the notes; null where none is planned. */
  minutes: number | null
  /** `first`: left out in the short form of the block. */
  cut: Cut
}

export interface Step {
  /** `<activity id>-step-<n>` */
  id: string
  body: Flesh
  minutes: number | null
  /** `first`: left out in the short form of the block. */
  cut: Cut
  place: Place
}

export type Cut = 'first' | 'last' | 'never' | null

export interface Online {
  method: 'plenary' | 'breakout' | 'pairs' | 'individual' | 'asynchronous'
  size: number | null
  /** Minutes online; the activity's own minutes where null. */
  minutes: number | null
  tool: string | null
  body: Flesh
  lowBandwidth: Flesh | null
  place: Place
}

export interface Activity extends PieceBase {
  kind: 'activity'
  /** Minutes in the room; null where the author left them out (a finding). */
  minutes: number | null
  /** Id of a method declared in course.yml. */
  method: string
  /** People per group; null for the whole room. */
  size: number | null
  /** Full objective ids. */
  objectives: string[]
  /** Ids of the worksheets used. */
  worksheets: string[]
  /** Stakeholder groups of course.yml whose part people take or judge in it. */
  stakeholders: string[]
  /** What to cut when late: `first` goes first, `last` goes last, `never` stays; null lies between. */
  cut: Cut
  /** Text before the steps. */
  body: Flesh
  steps: Step[]
  /** Text and boxes after the steps (tips, discussions). */
  after: Flesh
  /** Facilitator only. */
  materials: Flesh
  /** Facilitator only. */
  debrief: Flesh
  /** Facilitator only. */
  online: Online | null
}

export interface QuizOption {
  body: Flesh
  right: boolean
}

export interface Question extends PieceBase {
  kind: 'question'
  objectives: string[]
  body: Flesh
  options: QuizOption[]
  /** Feedback; facilitator only. */
  answers: Flesh
}

export interface Quiz extends PieceBase {
  kind: 'quiz'
  /** Text and `question` pieces in the order written. */
  body: Flesh
}

export interface Figure extends PieceBase {
  kind: 'figure'
  /** Path of the drawing's source from the course folder's parent; null for a numbered table. */
  src: string | null
  alt: string
  width: 'wide' | 'full' | 'half'
  credit: string
  /** The GFM table of a numbered table. */
  body: Flesh
  numbered: 'figure' | 'table'
}

export interface Worksheet extends PieceBase {
  kind: 'worksheet'
  minutes: number | null
  /** One sheet a group rather than one a person. */
  group: boolean
  /** Nobody writes a name on it. */
  anonymous: boolean
  /** Instructions, fields and `answers` in the order written. */
  body: Flesh
}

export interface LinesField extends PieceBase {
  kind: 'lines'
  rows: number
}
export interface TableField extends PieceBase {
  kind: 'table'
  columns: string[]
  /** Number of rows to fill in. */
  rows: number
  /** Text of the first column where it is given, one a row; else empty. */
  labels: string[]
  /** Width of each column beside the others, one a column; else empty. */
  widths: number[]
}
export interface ChoiceField extends PieceBase {
  kind: 'choice'
  options: string[]
  multiple: boolean
}
export interface ScaleField extends PieceBase {
  kind: 'scale'
  min: number
  max: number
  low: string
  high: string
  /** One row a statement; empty for a single scale under the label. */
  statements: string[]
}
export interface BoxField extends PieceBase {
  kind: 'box'
  /** Millimetres. */
  height: number
  /** Names of the parts it is divided into, row by row (`zoneColumns`); empty where it is one. */
  zones: string[]
  /** What its sides mean: across and, where there are two, from its foot up. */
  axes: Axis[]
  /** Printed with a light grid of ten millimetres. */
  grid: boolean
}
/** A side of a canvas: what its ends mean. */
export interface Axis {
  from: string
  to: string
}
export type Field = LinesField | TableField | ChoiceField | ScaleField | BoxField

/** Every quiz question of the course as a field to tick, where a worksheet asks for them. */
export interface QuestionsField extends PieceBase {
  kind: 'questions'
}

/** Where the list of framework items stands. */
export interface FrameworkList extends PieceBase {
  kind: 'framework'
}

/** What a table made from the course shows: how it is run (`methods`, `agendas`, `materials`), or what covers what. */
export type SummaryOf = 'methods' | 'agendas' | 'materials' | 'framework' | 'objectives' | 'themes' | 'cases' | 'stakeholders' | 'minutes'

/** Where a table made from the course stands. */
export interface Summary extends PieceBase {
  kind: 'summary'
  of: SummaryOf
}

export type Piece =
  | BoxPiece
  | Lens
  | Slide
  | Activity
  | Quiz
  | Question
  | Figure
  | Worksheet
  | Field
  | QuestionsField
  | FrameworkList
  | Summary

// ---- nodes added to mdast ---------------------------------------------------------------------------------------

/** A directive lowered to a piece, where it stood. */
export interface PieceNode extends Node {
  type: 'piece'
  piece: Piece
}
/** `[@key, p. 4; @other]` */
export interface CitationNode extends Node {
  type: 'citation'
  items: { key: string; locator: string }[]
  /** Author-date text made by the CSL processor, such as `(IOM, 2023, p. 4)`; set while reading. */
  text: string
}
/** `:term[words]` */
export interface TermNode extends Node {
  type: 'term'
  /** Glossary id; null where the glossary has no such term (a finding). */
  term: string | null
  children: PhrasingContent[]
}
/** `[](#id)`: numbered cross reference without words of its own; with words it stays an mdast link to `#id`. */
export interface ReferenceNode extends Node {
  type: 'crossReference'
  target: string
}
/** `:page[id]`: the page of a target in the guideline. */
export interface PageNode extends Node {
  type: 'pageReference'
  target: string
}

declare module 'mdast' {
  interface Data {
    /** Stable id of a block element. */
    id?: string
    /** Where it was written: `modules/01-planning/1-horizons.md:41`. */
    source?: string
    /** True where the author wrote the id. */
    named?: boolean
    /** True where the translation was made from an older source. */
    behind?: boolean
  }
  interface RootContentMap {
    piece: PieceNode
    citation: CitationNode
    term: TermNode
    crossReference: ReferenceNode
    pageReference: PageNode
  }
  interface BlockContentMap {
    piece: PieceNode
  }
  interface PhrasingContentMap {
    citation: CitationNode
    term: TermNode
    crossReference: ReferenceNode
    pageReference: PageNode
  }
}

// ---- skeleton ---------------------------------------------------------------------------------------------------

export interface Minutes {
  full: number
  short: number
}

/** A thematic block: one file. */
export interface Block {
  id: string
  /** `1.2`: module and ordinal; `A` for an annex; empty in the front. The wrap-up of a module has `wrapUp: true`, and no number is printed. */
  number: string
  title: string
  wrapUp: boolean
  /** `facilitator` for a chapter of the front or an annex that participants do not get. */
  audience: Audience
  minutes: Minutes | null
  objectives: Objective[]
  body: Flesh
  /** The typed pieces of the body in order, each also found in `body`. */
  slides: Slide[]
  activities: Activity[]
  worksheets: Worksheet[]
  lenses: Lens[]
  place: Place
  /** Language the text is really in: the source language where the translation is missing. */
  language: Language
  /** Ids of units whose translation is behind its source. */
  behind: string[]
}

/** The parts of a course: its text before the modules, its modules, its annexes. */
export type Part = 'front' | 'module' | 'annexes'

/** A module and its blocks; the front and the annexes of a course have the same shape: an overview and one chapter a file. */
export interface Module {
  id: string
  part: Part
  /** From the folder's name: `05-recognition` is 5; 0 for front and annexes. */
  number: number
  title: string
  summary: string
  /** Framework items covered, such as `p5`. */
  covers: string[]
  objectives: Objective[]
  /** The overview. */
  body: Flesh
  blocks: Block[]
  place: Place
  language: Language
  behind: string[]
}

export interface Theme {
  id: string
  title: string
  /** Where a lens is wanted: in every block, in every module, or nowhere in particular. */
  wanted: 'block' | 'module' | 'none'
}

export interface FrameworkItem {
  id: string
  title: string
  confirmed: boolean
  note: string
}
export interface Framework {
  id: string
  title: string
  /** Singular name of an item, such as `Prerequisite`. */
  item: string
  note: string
  items: FrameworkItem[]
}

export interface Method {
  id: string
  title: string
  form: 'plenary' | 'groups' | 'pairs' | 'individual'
  /** When to use it and how, in a sentence or two; empty where the author says nothing. */
  when: string
}

/** Something course.yml declares for the course to cover: a stakeholder group, a case. */
export interface Declared {
  id: string
  title: string
}

/** What the course as a whole aims at; null where course.yml does not say. */
export interface Goals {
  /** Largest share of planned minutes in which one person talks to the room, 0 to 1. */
  talk: number | null
  /** Smallest number of different methods. */
  methods: number | null
  /** Most words on a slide. */
  slideWords: number | null
  /** Most words in a sentence. */
  sentenceWords: number | null
}

/** One line of an agenda day: a block at its full or short minutes, or something else that takes time. */
export type AgendaItem =
  | { kind: 'block'; block: string; use: 'full' | 'short'; place: Place }
  | { kind: 'break'; title: string; minutes: number; place: Place }
  | { kind: 'session'; title: string; minutes: number; annex: string | null; place: Place }
export interface AgendaDay {
  title: string
  /** `HH:MM`, 24 hours. */
  start: string
  end: string
  /** Held online: blocks take the online minutes of their activities, and the day is called a session. */
  online: boolean
  items: AgendaItem[]
  place: Place
}
export interface Agenda {
  id: string
  title: string
  /** For whom it is and what for, in a sentence; empty where the author says nothing. */
  summary: string
  default: boolean
  /** `all`: it must hold a block for each framework item. */
  covers: 'all' | null
  days: AgendaDay[]
  place: Place
}

export interface Term {
  id: string
  term: string
  definition: string
  sources: string[]
  unverified: boolean
  place: Place
}

/** A cited work as it is printed. */
export interface BibliographyEntry {
  key: string
  /** Safe HTML made by the CSL processor (`i`, `a` and text only). */
  html: string
}

/** What a cross reference can point at. */
export interface Target {
  id: string
  kind: 'module' | 'block' | 'chapter' | 'activity' | 'worksheet' | 'figure' | 'table' | 'framework' | 'section' | 'slide' | 'piece'
  /** `Activity 1.2`; the title where the kind has no number. */
  label: string
  title: string
  /** The module and block that hold it; null for framework items. */
  module: string | null
  block: string | null
  audience: Audience
  place: Place
}

export interface OnlineDefaults {
  /** Longest online session in minutes. */
  session: number
  /** Address of the meeting server, such as `https://meet.example.org`; empty where none is set. */
  meeting: string
  /** Ladder of channels from best to poorest line. */
  ladder: { id: string; title: string; needs: string }[]
}

export interface Limits {
  /** Pages the guideline may never pass. */
  cap: number
  /** Budget of pages: module ids or guideline parts. */
  pages: Record<string, number>
  /** Bytes by kind of output (`WEIGHED_KINDS`), where the course sets its own. */
  weights: Record<string, number>
}

export interface Course {
  id: string
  title: string
  subtitle: string
  version: string
  /** First 8 hex digits of the sha256 of the course's sources. */
  fingerprint: string
  /** Language of this edition, and all languages of the course, the source language first. */
  language: Language
  languages: Language[]
  direction: 'ltr' | 'rtl'
  publisher: string
  imprint: string
  disclaimer: string
  licence: string
  audience: string
  /** What the course brings of its own look; `lookOf` lays it over Fieldkit's. Null where it brings nothing. */
  look: OwnLook | null
  limits: Limits
  /** Place of each key of course.yml, by dotted path such as `cap`. */
  places: ReadonlyMap<string, Place>
  themes: Theme[]
  framework: Framework | null
  methods: Method[]
  stakeholders: Declared[]
  cases: Declared[]
  goals: Goals
  /** Short names of institutions as printed in citations, by their full name: those of cited works. */
  abbreviations: ReadonlyMap<string, string>
  agendas: Agenda[]
  online: OnlineDefaults
  /** Text before the modules, such as the methodology; null where there is none. */
  front: Module | null
  modules: Module[]
  /** Null where there are none. */
  annexes: Module | null
  glossary: Term[]
  bibliography: BibliographyEntry[]
  /** Everything with an id, in reading order. */
  targets: ReadonlyMap<string, Target>
  /** Figures and numbered tables in order. */
  figures: Figure[]
  worksheets: Worksheet[]
}

/** A drawing ready to be placed: SVG markup (ids made unique by the writer) or a raster as data: address. */
export type Drawing = { kind: 'svg'; svg: string } | { kind: 'image'; address: string }
/** By `Figure.src`. */
export type Drawings = ReadonlyMap<string, Drawing>
/** Guideline page of each id; what `:page[]` prints. */
export type PageNumbers = ReadonlyMap<string, number>
