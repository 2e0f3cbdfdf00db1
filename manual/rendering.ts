/** What rendering knows in the manual besides what every writer's rendering knows. */
import type { Edition } from '../course/course.ts'
import type { Rendering } from '../course/flesh-to-hast.ts'
import type { Paper } from '../course/papers.ts'
import type { EventForm } from './event-kit/forms.ts'

/** A file of the kit that a page links to. */
export type KitFile =
  | { kind: 'worksheet'; id: string; form: Paper | 'html' | 'answers' }
  | { kind: 'deck' | 'pptx'; module: string }
  /** The one that every build makes for an edition. */
  | { kind: 'handout'; module: string; edition: Edition }
  /** A module to teach from, in one print. */
  | { kind: 'module-print'; module: string }
  | { kind: 'guideline' | 'contingency-plan' }
  | { kind: 'run-sheet'; agenda: string }
  | { kind: 'event-kit'; form: EventForm }

/** Rendering of the manual: also knows where the other files of the kit lie as seen from the page being written. */
export interface ManualRendering extends Rendering {
  /** Address of a file; null where this edition does not bring it. */
  file?(file: KitFile): string | null
}
