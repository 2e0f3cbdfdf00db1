/** A deck as PowerPoint has it: slides with a layout and what fills its placeholders. Sizes and places in px of a frame of 1280 x 720. */
import type { Course } from '../../course/course.ts'
import type { Box, LayoutName, PartName, Place } from './layouts.ts'
import type { Colour } from './look.ts'
import type { Cell, Paragraph } from './text.ts'

/** Something on a slide. `name` is its placeholder's; a name that the layout lacks makes it free. `box` where it is not the placeholder's. */
export type SlideObject =
  | { kind: 'text'; name: PartName | 'More text'; box?: Box; paragraphs: Paragraph[]; size: number; space: number }
  | { kind: 'table'; name: 'Steps' | 'Table'; box: Box; head: Cell[]; rows: Cell[][]; size: number; widths: number[]; heights: number[] }
  | { kind: 'picture'; name: 'Picture' | 'Logo'; box: Box; drawing: string; alt: string }
  | { kind: 'bar'; name: 'Bar'; box: Box; colour: Colour }
  | { kind: 'disc'; name: `Number ${Place}`; box: Box; text: string; size: number }
  | { kind: 'arrow'; name: 'Arrow'; box: Box; colour: Colour }

export interface PptxSlide {
  id: string
  layout: LayoutName
  title: string
  /** The run of slides it belongs to: a block, or what stands before and after the blocks. */
  section: string
  language: string
  direction: 'ltr' | 'rtl'
  /** In reading order. */
  objects: SlideObject[]
  /** What the facilitator says and does, a paragraph an entry. */
  notes: string[]
}

export interface PptxDeck {
  title: string
  course: Course
  slides: PptxSlide[]
}
