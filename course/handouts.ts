/** Handouts of a deck on paper: which sizes there are, which a build makes, how their files are named. */
import type { Edition } from './course.ts'

/** Slides a page. */
export const HANDOUT_SIZES = [2, 3, 6] as const
export type HandoutSize = (typeof HANDOUT_SIZES)[number]

/**
 * The size every build makes: for facilitators the one that can be read standing up, for participants the one with room to write. The
 * others are printed when somebody asks for them (`fieldkit handout`): three sizes of every deck would triple the prints for paper that
 * one room in twenty wants.
 */
export const BUILT_HANDOUT: Readonly<Record<Edition, HandoutSize>> = { facilitator: 2, participant: 3 }

/** File name of a handout: with notes for facilitators, with lines to write on for participants. */
export function handoutName(module: string, edition: Edition, size: HandoutSize): string {
  return `${module}.${edition === 'facilitator' ? 'notes' : 'lines'}-${size}up.pdf`
}
