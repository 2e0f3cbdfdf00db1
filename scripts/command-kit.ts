import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkCourse } from '../course/check.ts'
import type { Course } from '../course/course.ts'
import { severityOf } from '../course/finding.ts'
import { groupCount, mixGroups, type Split } from '../course/mix-groups.ts'
import { PARTICIPANT_COLUMNS, type Participant, readParticipants } from '../course/participants.ts'
import { readCourse } from '../course/read-course.ts'
import type { Event } from '../manual/event-kit/event-kit.ts'
import { FILLED_FORMS } from '../manual/event-kit/forms.ts'
import { chosenCourses } from './chosen-courses.ts'
import { EnvironmentProblem } from './environment-problem.ts'
import { writeOutput } from './files.ts'
import { openMachine } from './machine.ts'
import { pressEventForm } from './press-event-kit.ts'
import { readSources } from './read-sources.ts'
import { report } from './report.ts'
import { shownPath } from './shown-path.ts'
import { stopSignal, unlessStopped } from './signals.ts'
import { paints } from './terminal.ts'
import { UsageProblem } from './usage-problem.ts'

export interface KitCommand {
  course: string
  /** File with the people who come. */
  participants: string
  out: string
  language: string | undefined
  split: Split
}

/** More people than that come to no course: the file is another one. */
const MOST_PEOPLE = 500

/** `fieldkit kit`: the event kit for real people. Returns the exit code: 1 where a line of the list was left out; the others are in the kit. */
export async function runKit({ course: folder, participants: file, out, language, split }: KitCommand): Promise<number> {
  const { people, left } = await participantsIn(file)
  const groups = mixGroups(people, fitting(split, people.length))
  const reading = await readCourse(await readSources(folder), { citations: 'unformatted' })
  const findings = checkCourse(reading)
  const [course] = chosenCourses(reading.courses, language === undefined ? undefined : [language]).values()
  if (!course || findings.some((one) => severityOf(one) === 'error')) {
    process.stdout.write(`${report(findings, 'text', { course: folder, from: process.cwd(), colour: paints() })}\n`)
    return 1
  }
  await writeForms(course, { participants: people, groups }, out)
  const counted = `${people.length} ${people.length === 1 ? 'person' : 'people'}, ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}`
  process.stdout.write(`${counted}: ${FILLED_FORMS.map((form) => `${form}.pdf`).join(', ')} in ${shownPath(out)}.\n`)
  if (left === 0) return 0
  process.stderr.write(
    `${left === 1 ? '1 line' : `${left} lines`} of ${shownPath(file)} left out: mend what is named above and run it again.\n`,
  )
  return 1
}

/** The people of the list, and how many of its lines could not be read. */
async function participantsIn(file: string): Promise<{ people: Participant[]; left: number }> {
  const shown = shownPath(file)
  const { participants, bad, missing } = readParticipants(await textOf(file, shown))
  if (missing.length > 0) {
    throw new UsageProblem(
      `${shown}:1: Unexpected first line without ${missing.join(', ')}, expected the columns ${PARTICIPANT_COLUMNS.join(', ')}.`,
    )
  }
  for (const { line, reason } of bad) process.stderr.write(`${shown}:${line}: ${reason}; the line is left out.\n`)
  if (participants.length === 0) throw new UsageProblem(`${shown}: Unexpected list without people, expected a line for each.`)
  if (participants.length > MOST_PEOPLE) {
    throw new UsageProblem(`${shown}: Unexpected list of ${participants.length} people, expected ${MOST_PEOPLE} at most.`)
  }
  return { people: participants, left: bad.length }
}

async function textOf(file: string, shown: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR') {
      throw new UsageProblem(`There is no file ${shown}: name the list of people with --participants.`)
    }
    throw new EnvironmentProblem(`The file ${shown} cannot be read (${error.code}): give yourself permission to read it.`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageProblem(`${shown}: Unexpected bytes that are not UTF-8, expected a file saved as "CSV UTF-8".`)
  }
}

/** As many groups as asked for, which must not be more than people. */
function fitting(split: Split, people: number): Split {
  const groups = 'groups' in split ? split.groups : groupCount(people, split.size)
  if (groups > people) throw new UsageProblem(`Unexpected ${groups} groups for ${people} people, expected ${people} at most.`)
  return { groups }
}

/** Nothing is written before every form is printed. */
async function writeForms(course: Course, event: Event, out: string): Promise<void> {
  const machine = openMachine()
  try {
    const pressing = machine
      .press()
      .then((press) => Promise.all(FILLED_FORMS.map(async (form) => ({ form, ...(await pressEventForm(form, course, press, event)) }))))
    const forms = await unlessStopped(stopSignal(), pressing)
    if (forms.some(({ foreignFonts }) => foreignFonts.length > 0)) {
      process.stderr.write('Some names have signs that our fonts do not hold: look at them before you print.\n')
    }
    for (const { form, pdf } of forms) await writeOutput(join(out, `${form}.pdf`), pdf)
  } finally {
    await machine.close()
  }
}
