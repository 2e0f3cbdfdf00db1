import type { VFileMessage } from 'vfile-message'
import { checkCourse } from '../course/check.ts'
import { severityOf } from '../course/finding.ts'
import { agendaOf, planAgenda } from '../course/plan-agenda.ts'
import { readCourse } from '../course/read-course.ts'
import { agendaReport } from './agenda-report.ts'
import { agendaYaml } from './agenda-yaml.ts'
import { chosenCourses } from './chosen-courses.ts'
import { type AgendaOptions, readModules, readOut, readTimes, whyNotPlanned } from './read-agenda-wish.ts'
import { readSources } from './read-sources.ts'
import { report } from './report.ts'
import { shownPath } from './shown-path.ts'
import { stopSignal } from './signals.ts'
import { paints } from './terminal.ts'

export interface AgendaCommand extends AgendaOptions {
  course: string
  /** The source language where left out. */
  language: string | undefined
  /** PDF of the run sheet; none where left out. */
  out: string | undefined
  /** Print the text for course.yml. */
  yaml: boolean
}

/** `fieldkit agenda`: plans a new agenda, prints it with what did not fit, and its run sheet where it is asked for. Returns the exit code. */
export async function runAgenda(command: AgendaCommand): Promise<number> {
  const { course: folder, language, yaml } = command
  const times = readTimes(command)
  const out = readOut(command.out)
  // the text for course.yml has standard output to itself
  const screen = yaml ? process.stderr : process.stdout
  const sources = await readSources(folder)
  const reading = await readCourse(sources, out === undefined ? { citations: 'unformatted' } : {})
  const errors = checkCourse(reading).filter((one) => severityOf(one) === 'error')
  const [course] = chosenCourses(reading.courses, language === undefined ? undefined : [language]).values()
  if (!course || errors.length > 0) return notDone('Not planned', errors, { folder, screen })
  const wish = { ...times, modules: readModules(command.modules, course) }
  const plan = planAgenda(course, wish)
  if (!plan || plan.days.length === 0) throw whyNotPlanned(course, wish)
  const agenda = agendaOf(plan, course)
  screen.write(`${agendaReport(plan, agenda, course, !yaml && paints())}\n`)
  if (yaml) process.stdout.write(agendaYaml(new Map([...reading.courses].map(([tag, one]) => [tag, agendaOf(plan, one)]))))
  if (out !== undefined) {
    // the press is loaded when something is to be printed
    const { printAgenda } = await import('./print-agenda.ts')
    const { pages, findings } = await printAgenda(agenda, { course, sources, folder, out, signal: stopSignal() })
    if (pages === null) return notDone('Not printed', findings, { folder, screen })
    screen.write(`\nRun sheet of ${pages} pages in ${shownPath(out)}.\n`)
  }
  return 0
}

/** Says which errors come first. */
function notDone(what: string, errors: VFileMessage[], { folder, screen }: { folder: string; screen: NodeJS.WriteStream }): number {
  screen.write(`${report(errors, 'text', { course: folder, from: process.cwd(), colour: paints() })}\n`)
  process.stderr.write(`${what}: the errors above come first.\n`)
  return 1
}
