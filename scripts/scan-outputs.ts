/** The scan of participant outputs: which facilitator's sentences stand in pages, decks, PDFs and packs. */
import { createHash } from 'node:crypto'
import type { Course } from '../course/course.ts'
import { type FacilitatorSentence, facilitatorSentences, sentenceFinder } from '../course/facilitator-sentences.ts'
import type { LeakMeasure } from '../course/measurements.ts'
import { textsOfFile } from './text-of-file.ts'

/** What is known of a course: the search for its sentences, and what it found in contents that lie in several outputs. */
interface Scan {
  find(text: string | Uint8Array): FacilitatorSentence[]
  found: Map<string, FacilitatorSentence[]>
}
const scans = new WeakMap<Course, Scan>()

/** Every sentence of a course for facilitators only that stands in one of the files, by path from `dist/`; packs are opened. */
export async function leaksInFiles(course: Course, files: ReadonlyMap<string, Uint8Array>): Promise<LeakMeasure[]> {
  const scan = scans.get(course) ?? { find: sentenceFinder(facilitatorSentences(course)), found: new Map() }
  scans.set(course, scan)
  const leaks: LeakMeasure[] = []
  for (const [path, contents] of files) {
    for (const [at, text] of await textsOfFile(path, contents)) {
      leaks.push(
        ...findOnce(text, scan).map((sentence) => ({
          language: course.language,
          path: at,
          sentence: sentence.text,
          place: sentence.place,
        })),
      )
    }
  }
  return leaks
}

function findOnce(text: string | Uint8Array, { find, found }: Scan): FacilitatorSentence[] {
  const key = createHash('sha256').update(text).digest('hex')
  const known = found.get(key) ?? find(text)
  found.set(key, known)
  return known
}
