/** What reading a course needs and gives. */
import type { VFileMessage } from 'vfile-message'
import type { Course, Language } from './course.ts'
import type { Reference } from './schemas.ts'
import type { DeclaredId, Mention, WrittenFile } from './written.ts'

/** Content of every file of the course folder's `modules/`, by path such as `modules/01-planning/1-horizons.md`. */
export type Sources = ReadonlyMap<string, string | Uint8Array>

export interface Reading {
  /** One course a language, the source language first; empty where course.yml could not be read. */
  courses: Map<Language, Course>
  /** Every Markdown file as written. */
  written: WrittenFile[]
  /** What course.yml and glossary.yml name by id, and the ids they declare. */
  mentions: Mention[]
  declared: DeclaredId[]
  /** CSL-JSON of references.json. */
  references: Reference[]
  /** What could not be read, sorted. */
  findings: VFileMessage[]
  /** Words of the files that could not be read: an id among them may well exist. Empty where all was read. */
  unread: ReadonlySet<string>
  sources: Sources
  /** Hashes of the units of a source-language file, by its path: what a translation made now records. */
  units(path: string): Map<string, string> | null
}

export interface ReadOptions {
  /** `unformatted` leaves citations as keys and the bibliography empty: enough to check a course, and half a second a language faster. */
  citations?: 'formatted' | 'unformatted'
}
