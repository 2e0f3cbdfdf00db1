/**
 * `fieldkit build`: sources -> courses -> findings -> every output, staged and moved in whole.
 *
 * Order: read and check; draw the figures; print the guideline, since other outputs name its pages; then everything else,
 * the site in a process of its own beside the press; measure and scan what was made; write packs, start page and receipt.
 */
import { join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { checkCourse, checkOutputs } from '../course/check.ts'
import type { Course, Drawings, Language } from '../course/course.ts'
import { compareFindings, severityOf } from '../course/finding.ts'
import type { Measurements } from '../course/measurements.ts'
import { readCourse } from '../course/read-course.ts'
import { openCache } from './cache.ts'
import { chosenCourses } from './chosen-courses.ts'
import { claimFolder } from './claim.ts'
import { closeBuild } from './close-build.ts'
import { drawFigures } from './draw-figures.ts'
import { onDisk } from './files.ts'
import { buildKey, findingsOfLast, rememberBuild } from './last-build.ts'
import { type Machine, openMachine } from './machine.ts'
import { makeLanguage, makePacks, measureOutputs, siteOf, WITH_GUIDELINE } from './outputs.ts'
import { type PressedGuideline, pressGuideline } from './press-guideline.ts'
import { openProgress, type Progress } from './progress.ts'
import { readSources } from './read-sources.ts'
import { isWhole, kindOfFile, OUTPUT_KINDS, type Output, type OutputKind, type Receipt, readReceipt } from './receipt.ts'
import { openStaging, outputFolder } from './staging.ts'

export interface BuildRequest {
  /** Folder that holds `modules/`. */
  course: string
  /** Output folder. */
  out: string
  /** Languages to build; all of the course where left out. */
  languages?: string[]
  /** Kinds to build; the others are taken over from the last build. All where left out. */
  only?: OutputKind[]
  /** Build even where nothing changed. */
  force?: boolean
  /** Make and judge everything and move nothing in: for `check --full`. */
  trial?: boolean
  signal?: AbortSignal
  progress?: Progress
  /** Opens the browser and the press; one of its own where left out. */
  machine?: () => Machine
}

export interface BuildResult {
  /** All findings, sorted. An error among them means that the output folder was left as it was. */
  findings: VFileMessage[]
  /** Null where nothing was moved in. */
  receipt: Receipt | null
  /** True where the last build was made from the same sources by the same program. */
  unchanged: boolean
  /** What was made and rejected lies here; null where nothing was. */
  rejected: string | null
}

/**
 * Builds a course. Throws EnvironmentProblem where the machine is the cause, UsageProblem where the request does not fit the course or the
 * output folder; findings are returned, never thrown. When it ends, however it ends, nothing it started is still at work.
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const progress = request.progress ?? openProgress()
  const end = new AbortController()
  const stop = (): void => end.abort(request.signal?.reason)
  request.signal?.addEventListener('abort', stop)
  const stopped = new Promise<never>((_, reject) => end.signal.addEventListener('abort', () => reject(end.signal.reason as Error)))
  stopped.catch(() => {})
  const closers: (() => void | Promise<void>)[] = []
  const session: Session = {
    progress,
    signal: end.signal,
    tooLate: () => request.signal?.removeEventListener('abort', stop),
    atEnd: (closer) => (end.signal.aborted ? void closer() : void closers.unshift(closer)),
  }
  try {
    request.signal?.throwIfAborted()
    // after a signal nothing waits for the browser to finish its page
    return await Promise.race([buildWith(request, session), stopped])
  } finally {
    request.signal?.removeEventListener('abort', stop)
    end.abort(new Error('Unexpected work after the end of the build'))
    for (const closer of closers) await closer()
    progress.stop()
  }
}

interface Session {
  progress: Progress
  /** Aborted when the build ends, for whatever reason. */
  signal: AbortSignal
  /** From now on a request to stop comes too late. */
  tooLate(): void
  /** What is to be done when the build ends; the last given goes first. */
  atEnd(closer: () => void | Promise<void>): void
}

async function buildWith(request: BuildRequest, session: Session): Promise<BuildResult> {
  const { progress, signal } = session
  const sources = await readSources(request.course)
  const state = join(request.course, '.fieldkit')
  const out = request.trial ? join(state, 'trial') : outputFolder(request.out, request.course)
  const building = await onDisk(state, async () => claimFolder(join(state, 'building'), request.course))
  session.atEnd(building.release)
  const staging = await openStaging(out)
  session.atEnd(staging.discard)
  const last = request.trial ? null : await readReceipt(out)
  const key = await buildKey(sources, [request.languages ?? null, request.only ?? null, relative(request.course, out)])
  if (!request.force && last && !request.trial) {
    const known = await findingsOfLast(state, key)
    if (known && (await isWhole(out, last))) return { findings: known, receipt: last, unchanged: true, rejected: null }
  }

  const machine = (request.machine ?? openMachine)()
  session.atEnd(machine.close)
  // the browser starts while the course is read; whether it could is asked when it is needed
  machine.browser().catch(() => {})
  const { reading, findings } = await progress.step('read and check', sources.size, async () => {
    const reading = await readCourse(sources)
    return { reading, findings: checkCourse(reading) }
  })
  const courses = chosenCourses(reading.courses, request.languages)
  if (courses.size === 0 || hasError(findings)) return { findings, receipt: null, unchanged: false, rejected: null }

  const cache = openCache(join(state, 'cache'))
  const drawn = await progress.step('figures', courses.size, async (tick) => {
    const all = new Map<Language, Drawings>()
    for (const course of courses.values()) {
      const { drawings, findings: undrawn } = await drawFigures(course, sources, { cache, press: machine.press })
      all.set(course.language, drawings)
      findings.push(...undrawn)
      tick()
    }
    return all
  })
  if (hasError(findings)) return { findings: findings.sort(compareFindings), receipt: null, unchanged: false, rejected: null }

  const wanted = new Set<OutputKind>(request.only ?? OUTPUT_KINDS)
  const guidelines = WITH_GUIDELINE.some((kind) => wanted.has(kind))
    ? await pressGuidelines(courses, drawn, machine, progress)
    : new Map<Language, PressedGuideline>()
  const parts = [...courses.values()].map((course) => ({
    course,
    drawings: drawn.get(course.language) ?? new Map(),
    guideline: guidelines.get(course.language) ?? null,
  }))
  const site = wanted.has('site')
    ? progress.step('site', 1, () => siteOf(parts, { folder: join(staging.folder, 'site'), work: join(state, 'site'), signal }))
    : Promise.resolve([] as Output[])
  // a failure of the press must not leave the site's failure unheard, nor the site at work
  site.catch(() => {})
  session.atEnd(() => atMost(SITE_STOPS, site))
  const [press, browser] = await Promise.all([machine.press(), machine.browser()])
  const means = { press, browser, cache, progress, wanted, languages: [...courses.values()] }
  const made = await Promise.all(parts.map((part) => makeLanguage(part, means)))
  const measured = await progress.step('scan', made.length, (tick) =>
    Promise.all(
      made.map(async (one) => {
        const found = await measureOutputs(one)
        tick()
        return found
      }),
    ),
  )
  const outputs: Output[] = []
  for (const one of made) {
    for (const [path, contents] of one.files) {
      if (isListed(path, one.outputs) || (wanted.has(kindOfFile(path)) && isListed(path, last?.outputs ?? [])))
        await staging.write(path, contents)
    }
    outputs.push(...one.outputs)
  }
  if (wanted.has('pack')) {
    const packs = await progress.step('packs', made.length * 2, (tick) => makePacks(made, tick))
    for (const pack of packs) {
      await staging.write(pack.output.path, pack.bytes)
      outputs.push(pack.output)
      measured.push(pack.measured)
    }
  }
  outputs.push(...(await site))
  findings.push(...checkOutputs(reading, together(measured)))
  findings.sort(compareFindings)
  if (hasError(findings)) {
    if (request.trial) return { findings, receipt: null, unchanged: false, rejected: null }
    const rejected = join(state, 'rejected')
    await staging.moveTo(rejected)
    return { findings, receipt: null, unchanged: false, rejected }
  }
  if (request.trial) return { findings, receipt: null, unchanged: false, rejected: null }
  const receipt = await closeBuild({
    staging,
    outputs,
    wanted,
    courses,
    all: reading.courses,
    guidelines,
    findings,
    last,
    timings: progress.timings(),
  })
  signal.throwIfAborted()
  session.tooLate()
  staging.moveIn()
  await rememberBuild(state, key, findings)
  await cache.prune()
  return { findings, receipt, unchanged: false, rejected: null }
}

async function pressGuidelines(
  courses: ReadonlyMap<Language, Course>,
  drawn: ReadonlyMap<Language, Drawings>,
  machine: Machine,
  progress: Progress,
): Promise<Map<Language, PressedGuideline>> {
  return progress.step('guideline', courses.size, async (tick) => {
    const press = await machine.press()
    const pressed = [...courses.values()].map(async (course): Promise<[Language, PressedGuideline]> => {
      const guideline = await pressGuideline(course, drawn.get(course.language) ?? new Map(), press)
      tick()
      return [course.language, guideline]
    })
    return new Map(await Promise.all(pressed))
  })
}

/** Milliseconds that the building of the site may take to stop. */
const SITE_STOPS = 5_000

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, ms)
  await Promise.race([work.catch(() => {}), late.promise])
  clearTimeout(timer)
}

/** Whether a file is an output or lies in one: what was only made for a pack is not shown. */
function isListed(path: string, outputs: readonly Output[]): boolean {
  return outputs.some((output) => output.path === path || (output.path.endsWith('/') && path.startsWith(output.path)))
}

function together(measured: readonly Measurements[]): Measurements {
  return {
    guideline: measured.flatMap((one) => one.guideline ?? []),
    slides: measured.flatMap((one) => one.slides ?? []),
    sheets: measured.flatMap((one) => one.sheets ?? []),
    weights: measured.flatMap((one) => one.weights ?? []),
    leaks: measured.flatMap((one) => one.leaks ?? []),
  }
}

function hasError(findings: readonly VFileMessage[]): boolean {
  return findings.some((one) => severityOf(one) === 'error')
}
