import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Course } from '../course/course.ts'
import { readCourse } from '../course/read-course.ts'
import { words } from '../course/words.ts'
import { lookOf } from '../look/look.ts'
import { collectedOverview } from '../worksheets/collected-overview.ts'
import { csvOf } from '../worksheets/csv.ts'
import { type Collection, collectSheets, remarkSentences, skipSentence, tableOf } from '../worksheets/read-returned.ts'
import { sheetLabel } from '../worksheets/sheet-body.ts'
import { chosenCourses } from './chosen-courses.ts'
import { onDisk, replaceFile } from './files.ts'
import { fontFaceCss } from './read-fonts.ts'
import { COLLECTED, type Returned, readReturnedFiles } from './read-returned-files.ts'
import { readSources } from './read-sources.ts'
import { shownPath } from './shown-path.ts'
import { UsageProblem } from './usage-problem.ts'
import { xlsxOf } from './write-xlsx.ts'

export interface CollectCommand {
  /** Course folder. */
  course: string
  /** Folder of the returned worksheets. */
  folder: string
  /** Language of heads and overview; undefined is the source language. */
  language: string | undefined
}

/**
 * `fieldkit collect`: reads returned worksheets into tables and an overview, in `collected/` inside their folder. The exit code is 1 where a
 * file was left out, or nothing could be read; what could be is written all the same.
 */
export async function runCollect({ course: courseFolder, folder, language }: CollectCommand): Promise<number> {
  const { courses } = await readCourse(await readSources(courseFolder), { citations: 'unformatted' })
  const [course] = chosenCourses(courses, language === undefined ? undefined : [language]).values()
  if (!course) throw new UsageProblem(`The course in ${courseFolder} cannot be read: run "fieldkit check" first.`)
  const returned = await readReturnedFiles(folder)
  const collection = collectSheets(returned.files, course)
  const collected = join(folder, COLLECTED)
  const some = collection.worksheets.length > 0
  if (some) await writeCollected(collected, outputsOf(collection, course), course)
  process.stdout.write(`${reportOf(collection, returned, course, some ? shownPath(collected) : null)}\n`)
  return some && collection.skipped.length === 0 ? 0 : 1
}

const WORKBOOK = 'worksheets.xlsx'
const OVERVIEW = 'overview.html'

/** File name to contents. */
function outputsOf(collection: Collection, course: Course): Map<string, string | Uint8Array> {
  const tables = collection.worksheets.map((one) => ({ name: one.worksheet.id, ...tableOf(one, course) }))
  const bare = collectedOverview(collection, course, WORKBOOK, '')
  // people write in their own script, whatever the language of the course
  const fontCss = fontFaceCss(
    lookOf(course.look),
    [course.language, 'ar', 'ru', 'el', 'vi'],
    'embed',
    '',
    bare,
    ({ style }) => style === 'normal',
  )
  return new Map<string, string | Uint8Array>([
    ...tables.map((table): [string, string] => [`${table.name}.csv`, csvOf(table)]),
    [WORKBOOK, xlsxOf(tables, course.direction)],
    [OVERVIEW, collectedOverview(collection, course, WORKBOOK, fontCss)],
  ])
}

/** Writes what was collected in place of what was before; files of other names that somebody put there stay. */
async function writeCollected(folder: string, outputs: ReadonlyMap<string, string | Uint8Array>, course: Course): Promise<void> {
  const there = await lstat(folder).catch(() => null)
  if (there && !there.isDirectory()) throw new UsageProblem(`${folder} is not a folder: move it away, the collected tables go there.`)
  await onDisk(folder, async () => {
    await mkdir(folder, { recursive: true })
    const ours = new Set(course.worksheets.map(({ id }) => `${id}.csv`))
    const old = (await readdir(folder)).filter((name) => ours.has(name) && !outputs.has(name))
    for (const name of old) await rm(join(folder, name))
  })
  for (const [name, contents] of outputs) await replaceFile(join(folder, name), contents)
}

function reportOf(collection: Collection, { copies }: Returned, course: Course, into: string | null): string {
  const { sheets, sheetsOfWorksheets } = words('en').collected
  const found = [
    ...collection.skipped.map((skipped) => `${skipped.file}: ${skipSentence(skipped, 'en')}`),
    ...collection.remarks.map((remark) => `${remark.file}: ${remarkSentences(remark, course, 'en').join(' ')}`),
    ...copies.map(({ file, of }) => `${file}: the same file as ${of}, counted once.`),
  ]
  const labels = collection.worksheets.map(({ worksheet }) => `${sheetLabel(worksheet, course)} ${worksheet.title}`)
  const width = Math.max(...labels.map((label) => label.length))
  const lines = collection.worksheets.map((one, index) => `${(labels[index] ?? '').padEnd(width)}  ${sheets(one.sheets.length)}`)
  const total = collection.worksheets.reduce((sum, one) => sum + one.sheets.length, 0)
  const left = collection.skipped.length
  const leftOut = left === 0 ? '' : `, ${left === 1 ? '1 file' : `${left} files`} not read`
  const closing =
    into === null
      ? 'Nothing was read: no file here is a filled worksheet of this course.'
      : `${sheetsOfWorksheets(total, collection.worksheets.length)}${leftOut}. Open ${join(into, OVERVIEW)}.`
  return [[...lines], found, [closing]]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}
