/** The run sheet of one agenda, printed beside every build. */
import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Agenda, Course } from '../course/course.ts'
import { severityOf } from '../course/finding.ts'
import type { Sources } from '../course/read-course.ts'
import { openCache } from './cache.ts'
import { drawFigures } from './draw-figures.ts'
import { writeOutput } from './files.ts'
import { guidelinePages } from './guideline-pages.ts'
import { type Machine, openMachine } from './machine.ts'
import { pressRunSheet } from './press-run-sheet.ts'
import { unlessStopped } from './signals.ts'

export interface AgendaPrint {
  course: Course
  sources: Sources
  /** Folder that holds `modules/`. */
  folder: string
  /** The file to write. */
  out: string
  signal: AbortSignal
}

/**
 * Prints the run sheet with the pages of the guideline as it is now, and says how many pages it has: null where a figure cannot be drawn, which
 * is a finding; then nothing is written. Rejects once the signal is given.
 */
export async function printAgenda(agenda: Agenda, job: AgendaPrint): Promise<{ pages: number | null; findings: VFileMessage[] }> {
  const machine = openMachine()
  try {
    return await unlessStopped(job.signal, print(agenda, job, machine))
  } finally {
    await machine.close()
  }
}

async function print(agenda: Agenda, { course, sources, folder, out, signal }: AgendaPrint, machine: Machine) {
  const [press, browser] = await Promise.all([machine.press(), machine.browser()])
  const cache = openCache(join(folder, '.fieldkit', 'cache'))
  const { drawings, findings } = await drawFigures(course, sources, { cache, press: machine.press })
  const errors = findings.filter((one) => severityOf(one) === 'error')
  if (errors.length > 0) return { pages: null, findings: errors }
  const sheet = await pressRunSheet(course, agenda, press, await guidelinePages(course, drawings, { press, browser, cache }))
  signal.throwIfAborted()
  await writeOutput(out, sheet.pdf)
  return { pages: sheet.pages, findings }
}
