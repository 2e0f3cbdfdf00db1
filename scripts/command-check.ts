import type { VFileMessage } from 'vfile-message'
import { checkCourse } from '../course/check.ts'
import { coverage } from '../course/coverage.ts'
import { severityOf } from '../course/finding.ts'
import { readCourse } from '../course/read-course.ts'
import { chosenCourses } from './chosen-courses.ts'
import type { Format } from './formats.ts'
import { readSources } from './read-sources.ts'
import { report } from './report.ts'
import { stopSignal } from './signals.ts'
import { paints } from './terminal.ts'

export interface CheckCommand {
  course: string
  languages: string[] | undefined
  format: Format
  /** Print and draw as well. */
  full: boolean
}

/** `fieldkit check`: prints the findings and what covers what; the exit code is 1 where a finding is an error. */
export async function runCheck(command: CheckCommand): Promise<number> {
  const { course: folder, languages, format, full } = command
  const reading = await readCourse(await readSources(folder), { citations: 'unformatted' })
  chosenCourses(reading.courses, languages)
  const findings = (full ? await ofOutputs(command) : checkCourse(reading)).filter((one) => concerns(one, languages))
  const [course] = reading.courses.values()
  const options = {
    course: folder,
    from: process.cwd(),
    colour: paints(),
    ...(course ? { covered: { course, coverage: coverage(course) } } : {}),
  }
  process.stdout.write(`${report(findings, format, options)}\n`)
  return findings.some((one) => severityOf(one) === 'error') ? 1 : 0
}

async function ofOutputs({ course, languages, format }: CheckCommand): Promise<VFileMessage[]> {
  // the press is not needed to check sources, nor should they wait until it is loaded
  const [{ build }, { openProgress }] = await Promise.all([import('./build.ts'), import('./progress.ts')])
  const progress = openProgress(format === 'text' ? process.stdout : process.stderr)
  const { findings } = await build({ course, out: '', trial: true, ...(languages ? { languages } : {}), signal: stopSignal(), progress })
  return findings
}

/** Translations into other languages than those asked for are left aside. */
function concerns({ file }: VFileMessage, languages: string[] | undefined): boolean {
  const language = /\.([a-z]{2,3}(?:-[A-Za-z0-9]+)?)\.md$/.exec(file ?? '')?.[1]
  return language === undefined || !languages || languages.includes(language)
}
