/** The scan of participant outputs: which facilitator's sentences stand in pages, decks, PDFs and packs. */
import type { Course } from '../course/course.ts'
import { facilitatorSentences, sentenceFinder } from '../course/facilitator-sentences.ts'
import type { LeakMeasure } from '../course/measurements.ts'
import { textsOfFile } from './text-of-file.ts'

/** Every sentence of a course for facilitators only that stands in one of the files, by path from `dist/`; packs are opened. */
export async function leaksInFiles(course: Course, files: ReadonlyMap<string, Uint8Array>): Promise<LeakMeasure[]> {
  const find = sentenceFinder(facilitatorSentences(course))
  const leaks: LeakMeasure[] = []
  for (const [path, contents] of files) {
    for (const [at, text] of await textsOfFile(path, contents)) {
      leaks.push(...find(text).map((sentence) => ({ language: course.language, path: at, sentence: sentence.text, place: sentence.place })))
    }
  }
  return leaks
}
