/** Weights of files, for the rule about them: what a reader on a poor line has to fetch. */
import type { Course } from '../course/course.ts'
import type { WeighedKind, WeightMeasure } from '../course/measurements.ts'
import { type TextEdition, wholeName } from '../manual/text-edition.ts'

/** The decks and the participants' pages among a language's files, by path from `dist/`. */
export function weighFiles(course: Course, files: ReadonlyMap<string, Uint8Array>): WeightMeasure[] {
  const { language } = course
  const participant = `${language}/participant/`
  const text = `${participant}text/`
  return [...files].flatMap(([path, contents]): WeightMeasure[] => {
    if (/\/slides\/[^/]+\.html$/.test(path)) return [{ language, kind: 'deck', path, bytes: bytesWithoutPhotographs(contents) }]
    if (!path.startsWith(participant) || !path.endsWith('.html') || path.includes('/worksheets/')) return []
    if (path === text + wholeName(course, 'participant')) return []
    return [{ language, kind: path.startsWith(text) ? 'text-page' : 'participant-page', path, bytes: contents.length }]
  })
}

/** A pack. Of the facilitators' text also its pages, which lie nowhere else; participants have theirs among the files. */
export function weighPack(course: Course, path: string, bytes: Uint8Array, kind: WeighedKind, text: TextEdition | null): WeightMeasure[] {
  const { language } = course
  const whole = wholeName(course, 'facilitator')
  const pages = [...(text?.alone ?? [])].filter(([name]) => name !== whole)
  return [
    { language, kind, path, bytes: bytes.length },
    ...pages.map(
      ([name, page]): WeightMeasure => ({ language, kind: 'text-page', path: `${path}: ${name}`, bytes: Buffer.byteLength(page) }),
    ),
  ]
}

const PHOTOGRAPH = /data:image\/(?!svg)[\w.+-]+;base64,[\w+/=]*/g

/** Bytes of a page less the raster images embedded in it: an author chooses photographs knowingly, and a deck without them must be lean. */
export function bytesWithoutPhotographs(page: Uint8Array): number {
  const photographs = Buffer.from(page).toString('latin1').match(PHOTOGRAPH) ?? []
  return photographs.reduce((bytes, one) => bytes - one.length, page.length)
}
