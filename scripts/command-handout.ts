/** `fieldkit handout`: the handouts that are asked for, printed into a folder of their own; `dist/` stays as it is. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { checkCourse, checkOutputs } from '../course/check.ts'
import type { Course, Drawings, Edition, Module } from '../course/course.ts'
import { compareFindings, severityOf } from '../course/finding.ts'
import { HANDOUT_SIZES, type HandoutSize, handoutName } from '../course/handouts.ts'
import { readCourse } from '../course/read-course.ts'
import { openCache } from './cache.ts'
import { chosenCourses } from './chosen-courses.ts'
import { drawFigures } from './draw-figures.ts'
import { onDisk, replaceFile } from './files.ts'
import type { Format } from './formats.ts'
import { type Machine, openMachine } from './machine.ts'
import { pressHandout } from './press-handout.ts'
import { readSources } from './read-sources.ts'
import { report } from './report.ts'
import { leaksInFiles } from './scan-outputs.ts'
import { shownPath } from './shown-path.ts'
import { stopSignal, unlessStopped } from './signals.ts'
import { paints } from './terminal.ts'
import { UsageProblem } from './usage-problem.ts'

export interface HandoutCommand {
  course: string
  /** Folder to write into. */
  out: string
  languages: string[] | undefined
  /** Numbers or ids of modules; all where left out. */
  modules: string[] | undefined
  sizes: HandoutSize[] | undefined
  edition: Edition | undefined
  format: Format
}

/** Prints the handouts asked for and names them; the exit code is 1, and nothing is written, where a finding is an error. */
export async function runHandout(command: HandoutCommand): Promise<number> {
  const machine = openMachine()
  try {
    return await unlessStopped(stopSignal(), printHandouts(command, machine))
  } finally {
    await machine.close()
  }
}

async function printHandouts(command: HandoutCommand, machine: Machine): Promise<number> {
  const sources = await readSources(command.course)
  const reading = await readCourse(sources)
  const findings = checkCourse(reading)
  const courses = chosenCourses(reading.courses, command.languages)
  for (const course of courses.values()) chosenModules(course, command.modules)
  const cache = openCache(join(command.course, '.fieldkit', 'cache'))
  const files = new Map<string, Handout>()
  for (const course of hasError(findings) ? [] : courses.values()) {
    const { drawings, findings: undrawn } = await drawFigures(course, sources, { cache, press: machine.press })
    findings.push(...undrawn)
    for (const [path, made] of await handoutsOf(course, drawings, command, machine)) files.set(path, made)
    const leaks = await leaksInFiles(course, forParticipants(files, course))
    findings.push(...checkOutputs(reading, { leaks }))
  }
  findings.sort(compareFindings)
  if (!hasError(findings)) await writeAll(files, command.out)
  tell(findings, files, command)
  return hasError(findings) ? 1 : 0
}

interface Handout {
  pdf: Uint8Array
  pages: number
  edition: Edition
  language: string
}

async function handoutsOf(course: Course, drawings: Drawings, command: HandoutCommand, machine: Machine): Promise<[string, Handout][]> {
  const press = await machine.press()
  const editions: Edition[] = command.edition ? [command.edition] : ['facilitator', 'participant']
  const jobs = chosenModules(course, command.modules).flatMap((module) =>
    editions.flatMap((edition) => (command.sizes ?? HANDOUT_SIZES).map((size) => ({ module, edition, size }))),
  )
  return Promise.all(
    jobs.map(async ({ module, edition, size }): Promise<[string, Handout]> => {
      const made = await pressHandout(course, module, { edition, size }, { drawings, press })
      return [`${course.language}/${handoutName(module.id, edition, size)}`, { ...made, edition, language: course.language }]
    }),
  )
}

/** The modules named by number or id. Throws UsageProblem for one the course does not have. */
function chosenModules({ modules }: Course, names: string[] | undefined): Module[] {
  if (!names) return modules
  return names.map((name) => {
    const found = modules.find(({ id, number }) => id === name || String(number) === name)
    if (!found) {
      const known = modules.map(({ id, number }) => `${number} (${id})`).join(', ')
      throw new UsageProblem(`The course has no module "${name}": it has ${known}.`)
    }
    return found
  })
}

function forParticipants(files: ReadonlyMap<string, Handout>, { language }: Course): Map<string, Uint8Array> {
  const theirs = [...files].filter(([, made]) => made.edition === 'participant' && made.language === language)
  return new Map(theirs.map(([path, { pdf }]) => [path, pdf]))
}

async function writeAll(files: ReadonlyMap<string, Handout>, out: string): Promise<void> {
  for (const [path, { pdf }] of files) {
    const file = join(out, path)
    await onDisk(file, () => mkdir(dirname(file), { recursive: true }))
    await replaceFile(file, pdf)
  }
}

function tell(findings: VFileMessage[], files: ReadonlyMap<string, Handout>, { course, out, format }: HandoutCommand): void {
  if (findings.length > 0 || format !== 'text') {
    process.stdout.write(`${report(findings, format, { course, from: process.cwd(), colour: paints() })}\n`)
  }
  // a format for machines has standard output to itself
  const screen = format === 'text' ? process.stdout : process.stderr
  if (hasError(findings)) screen.write('Not printed: the errors above come first.\n')
  else for (const [path, { pages }] of files) screen.write(`${shownPath(join(out, path))}  ${pages} ${pages === 1 ? 'page' : 'pages'}\n`)
}

function hasError(findings: readonly VFileMessage[]): boolean {
  return findings.some((one) => severityOf(one) === 'error')
}
