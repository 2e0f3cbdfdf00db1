/**
 * Packs: an edition with everything it links to in one zip. Unzip, open `index.html`. Same contents, same bytes: the
 * files are sorted and carry one fixed date.
 */

import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Course, Drawings, Edition, PageNumbers } from '../course/course.ts'
import { lookOf } from '../look/look.ts'
import { type FileMap, staticEdition } from '../manual/static-edition.ts'
import type { TextEdition } from '../manual/text-edition.ts'
import { fontBytes, fontFaceCss } from './read-fonts.ts'

export interface PackSources {
  course: Course
  edition: Edition
  drawings: Drawings
  /** Pages of the guideline, for `:page[]`. */
  pages?: PageNumbers
  /** Files that go with the pages: path in the pack (`slides/planning.html`, `guideline.pdf` …) to contents. */
  files: ReadonlyMap<string, Uint8Array>
  /** From `bundleStaticScripts`. */
  scripts: { page: string; search: string }
}

export interface Pack {
  /** `<course>-<language>-<edition>.zip` */
  name: string
  bytes: Uint8Array
  /** Paths in the zip, sorted. */
  paths: string[]
}

/** Writes a pack: the plain edition of the manual in one language and its files. */
export function writePack(sources: PackSources): Pack {
  const { course, edition, files } = sources
  const pages = writeStaticEdition({ ...sources, others: [], paths: new Set(files.keys()) })
  const all: FileMap = new Map([...pages, ...files])
  return { name: `${course.id}-${course.language}-${edition}.zip`, bytes: zip(all), paths: [...all.keys()].sort() }
}

/** Writes a text pack: the text edition of the manual and nothing else. */
export function writeTextPack(course: Course, edition: Edition, text: TextEdition): Pack {
  const name = `${course.id}-${course.language}-${edition}-text.zip`
  return { name, bytes: zip(text.alone), paths: [...text.alone.keys()].sort() }
}

/** The files of a text edition as they lie in the folder of the plain one. */
export function textFolder(text: TextEdition): FileMap {
  return new Map([...text.withinPlain].map(([path, page]) => [`text/${path}`, page]))
}

/** The plain edition with its fonts; `paths` are the files that will lie beside its pages. */
export function writeStaticEdition(
  sources: Omit<PackSources, 'files'> & { paths: ReadonlySet<string>; others: Parameters<typeof staticEdition>[2]['others'] },
): FileMap {
  const { course, edition, drawings, pages, scripts, others, paths } = sources
  const look = lookOf(course.look)
  const fonts = { css: fontFaceCss(look, course.languages, 'link', 'fonts/'), files: fontBytes(look, course.languages) }
  return staticEdition(course, edition, { drawings, ...(pages ? { pages } : {}), files: paths, others, fonts, scripts })
}

/** A zip of these files, the same for the same contents whatever their order. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const entries: Zippable = {}
  for (const [path, contents] of sorted) {
    entries[path] = [typeof contents === 'string' ? strToU8(contents) : contents, { level: compressed(path) ? 0 : 9 }]
  }
  // The date is written as local time and read back as such: 1 January 1980, the first day a zip can name.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), os: 3 })
}

/** Formats that are compressed already. */
function compressed(path: string): boolean {
  return /\.(woff2|png|jpe?g|zip|pdf|pptx)$/.test(path)
}
