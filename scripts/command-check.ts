import { checkCourse } from '../course/check.ts'
import { severityOf } from '../course/finding.ts'
import { readCourse } from '../course/read-course.ts'
import { build } from './build.ts'
import { readSources } from './read-sources.ts'
import { type Format, report } from './report.ts'
import { paints } from './terminal.ts'
import { stopSignal } from './signals.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface CheckCommand {
  course: string
  languages: string[] | undefined
  format: Format
  /** Print and draw as well. */
  full: boolean
}

/** `fieldkit check`: prints the findings; the exit code is 1 where one is an error. */
export async function runCheck({ course, languages, format, full }: CheckCommand): Promise<number> {
  const findings = full ? await pressed(course, languages) : checkCourse(await readCourse(await readSources(course), { citations: 'unformatted' }))
  process.stdout.write(`${report(findings, format, { course, from: process.cwd(), colour: paints() })}\n`)
  return findings.some((one) => severityOf(one) === 'error') ? 1 : 0
}

async function pressed(course: string, languages: string[] | undefined) {
  const out = await temporaryFolder()
  try {
    const { findings } = await build({ course, out: `${out.path}/dist`, ...(languages ? { languages } : {}), force: true, signal: stopSignal() })
    return findings
  } finally {
    await out.remove()
  }
}
