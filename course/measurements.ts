/**
 * What the press measures on the outputs and the rules about them judge. The measuring is done in the outer ring (browser, PDF, files);
 * a kind that was not measured is left out, and its rules are silent.
 */
import type { Language, Place } from './course.ts'
import type { Paper } from './papers.ts'

/** Parts of a guideline that are no modules; `budgets.pages` of course.yml may name them. */
export const GUIDELINE_PARTS = ['front', 'annexes', 'to-validate', 'glossary', 'bibliography', 'index'] as const

/** Kinds that `budgets.weights` of course.yml may name. A deck is weighed without its photographs. */
export const WEIGHED_KINDS = ['deck', 'facilitator-pack', 'participant-pack', 'participant-page', 'text-pack', 'text-page'] as const
export type WeighedKind = (typeof WEIGHED_KINDS)[number]

/** Bytes each kind may have where course.yml says nothing; a kind that is not here has no limit of its own. */
export const USUAL_WEIGHTS: Partial<Record<WeighedKind, number>> = {
  deck: 1_500_000,
  'facilitator-pack': 40_000_000,
  'participant-pack': 15_000_000,
  'text-pack': 2_000_000,
  'text-page': 60_000,
}

export interface Measurements {
  guideline?: readonly GuidelineMeasure[]
  slides?: readonly SlideMeasure[]
  sheets?: readonly SheetMeasure[]
  weights?: readonly WeightMeasure[]
  leaks?: readonly LeakMeasure[]
}

/** Pages of one printed guideline. */
export interface GuidelineMeasure {
  language: Language
  pages: number
  parts: readonly { id: string; title: string; pages: number }[]
  /** Places (`path:line`) of tables and drawings wider than the page, which cuts them. */
  tooWide?: readonly string[]
  /** Names of fonts in the PDF that are not ours: some sign is in none of our fonts. */
  foreignFonts?: readonly string[]
}

/** A slide whose content leaves its frame of 1280 x 720 px. */
export interface SlideMeasure {
  language: Language
  module: string
  /** Id of the slide. */
  slide: string
  /** What the content runs into: the edges of the frame, or the line at its foot. */
  beyond: 'bottom' | 'side' | 'top' | 'foot'
  /** By how much, rounded up. */
  pixels: number
  /** Beginning of the text that stands out furthest, empty for a drawing. */
  text: string
}

/** Something on a printed worksheet that does not fit. */
export interface SheetMeasure {
  language: Language
  worksheet: string
  paper: Paper
  /** Id of the field; null for the sheet as a whole. */
  field: string | null
  /** What the place is called on the sheet; empty for the sheet as a whole. */
  label: string
  /**
   * `cut`: by the edge of page `value`. `off-paper`: not on the page. `narrow`: `value` millimetres wide, `wanted` are needed to write in.
   * `empty-end`: of the last page `value` per cent are used, expected `wanted`.
   */
  problem: 'cut' | 'off-paper' | 'narrow' | 'empty-end'
  value: number
  wanted: number
}

/** Weight of one file in bytes. */
export interface WeightMeasure {
  language: Language
  kind: WeighedKind
  path: string
  bytes: number
}

/** A facilitator's sentence found in a participant output. */
export interface LeakMeasure {
  language: Language
  /** The output, from `dist/`; inside a pack `packs/….zip: index.html`. */
  path: string
  sentence: string
  /** Where the author wrote it. */
  place: Place
}
