/**
 * What a rule is. A rule states a fact that should hold (its id and sentence), says what to do where it does not (advice), and finds
 * the places. One rule a file in `rules/`; `rules.ts` lists them.
 */
import type { VFileMessage } from 'vfile-message'
import type { Block, Course, Module, Place } from './course.ts'
import { type Vocabulary, vocabulary } from './directives.ts'
import type { Severity } from './finding.ts'
import type { Measurements } from './measurements.ts'
import type { Reading } from './read-course.ts'
import { everyModule } from './walk.ts'
import type { DirectiveUse, WrittenFile } from './written.ts'

/** What rules about the sources look at. */
export interface Subject {
  reading: Reading
  /** The course in its source language. */
  course: Course
  /** The course in every language, the source language first. */
  courses: readonly Course[]
  vocabulary: Vocabulary
}

/** What rules about the printed and drawn result look at. */
export interface PressSubject extends Subject {
  measured: Measurements
}

interface RuleBase {
  /** The fact that should hold, in a few words. */
  id: string
  /** Of its findings, as a rule; a milder case may be a warning. */
  severity: Severity
  /** The fact that should hold, as a sentence. */
  sentence: string
  /** What to do where it does not hold. */
  advice: string
}
/** Judges the sources alone. */
export interface SourceRule extends RuleBase {
  needs: 'sources'
  check(subject: Subject): VFileMessage[]
}
/** Judges what was measured on the outputs. */
export interface PressRule extends RuleBase {
  needs: 'press'
  check(subject: PressSubject): VFileMessage[]
}
/** Found while reading (read-course.ts): what breaks it cannot be read at all. */
export interface ReaderRule extends RuleBase {
  needs: 'reader'
}
export type Rule = SourceRule | PressRule | ReaderRule

/** What the rules look at; null where course.yml could not be read, so that there is no course. */
export function subjectOf(reading: Reading): Subject | null {
  const courses = [...reading.courses.values()]
  const [course] = courses
  return course ? { reading, course, courses, vocabulary: vocabulary(course.themes.map((theme) => theme.id)) } : null
}

/** The name of the directive that begins at a place, which is the smallest place of the whole; the beginning alone where none does. */
export function nameAt({ reading }: Pick<Subject, 'reading'>, place: Place): Place {
  return directiveAt({ reading }, place)?.nameAt ?? { path: place.path, start: place.start, end: place.start }
}

/** The directive that begins at a place, as written. */
export function directiveAt({ reading }: Pick<Subject, 'reading'>, place: Place): DirectiveUse | undefined {
  const file = reading.written.find((one) => one.path === place.path)
  return file ? usesByPlace(file).get(`${place.start.line}:${place.start.column}`) : undefined
}

/** Gives the text of a source file as written. */
export function sourceText({ reading }: Pick<Subject, 'reading'>): (path: string) => string {
  return (path) => reading.written.find((file) => file.path === path)?.text ?? ''
}

const uses = new WeakMap<WrittenFile, Map<string, DirectiveUse>>()

function usesByPlace(file: WrittenFile): Map<string, DirectiveUse> {
  const known =
    uses.get(file) ??
    new Map(file.directives.map((use): [string, DirectiveUse] => [`${use.place.start.line}:${use.place.start.column}`, use]))
  uses.set(file, known)
  return known
}

export interface WrittenPart {
  /** The course in the language the part was written in. */
  course: Course
  module: Module
  /** Null for a module's overview. */
  block: Block | null
  part: Module | Block
}

/** True where a file was refused while reading: what it would have declared is not known. */
export function isUnread({ findings }: Reading, path: string): boolean {
  return findings.some((one) => one.file === path && one.fatal)
}

/** True where a word stands in a file that could not be read: what names it may well be right, and the file has its own finding. */
export function maybeUnread({ unread, written }: Reading, id: string): boolean {
  if (unread.size === 0) return false
  return id.split(/[^\p{L}\p{N}_-]+/u).every((word) => unread.has(word)) || written.some((file) => file.ids.some((one) => one.id === id))
}

/** Every overview and block once, in the language it was written in: where a translation is missing, the source's is not listed again. */
export function writtenParts(subject: Subject): WrittenPart[] {
  return subject.courses.flatMap((course) =>
    everyModule(course).flatMap((module) =>
      [null, ...module.blocks]
        .map((block): WrittenPart => ({ course, module, block, part: block ?? module }))
        .filter(({ part }) => part.language === course.language),
    ),
  )
}
