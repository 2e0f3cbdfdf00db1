/**
 * `fieldkit build`: sources -> courses -> findings -> every output, staged and moved in whole.
 *
 * Order: read and check; draw the figures; print the guideline, since other outputs name its pages; then everything else,
 * the site in a process of its own beside the press; measure and scan what was made; write packs, start page and receipt.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Browser } from 'playwright'
import type { VFileMessage } from 'vfile-message'
import { checkCourse, checkOutputs } from '../course/check.ts'
import type { Course, Drawings, Language } from '../course/course.ts'
import { compareFindings, severityOf } from '../course/finding.ts'
import type { Measurements } from '../course/measurements.ts'
import { readCourse } from '../course/read-course.ts'
import { openCache } from './cache.ts'
import { drawFigures } from './draw-figures.ts'
import { EnvironmentProblem } from './environment-problem.ts'
import { findChromium, openBrowser } from './browser.ts'
import { landingFile, type LanguageBuild, makeLanguage, makePacks, measureOutputs, siteOf } from './outputs.ts'
import { openPress, type Press } from './press.ts'
import { openProgress, type Progress } from './progress.ts'
import { pressGuideline, type PressedGuideline } from './press-guideline.ts'
import { readSources } from './read-sources.ts'
import { filesIn, isWhole, type Output, OUTPUT_KINDS, type OutputKind, readReceipt, type Receipt, weigh } from './receipt.ts'
import { openStaging, type Staging } from './staging.ts'

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
  signal?: AbortSignal
  progress?: Progress
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

/** Builds a course. Throws EnvironmentProblem where the machine is the cause; findings are returned, never thrown. */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const progress = request.progress ?? openProgress()
  try {
    return await buildWith(request, progress)
  } finally {
    progress.stop()
  }
}

async function buildWith(request: BuildRequest, progress: Progress): Promise<BuildResult> {
  const sources = await readSources(request.course)
  const key = await buildKey(request, sources)
  const last = await readReceipt(request.out)
  const state = join(request.course, '.fieldkit')
  if (!request.force && last && (await readFile(join(state, 'built'), 'utf8').catch(() => '')) === key && (await isWhole(request.out, last))) {
    return { findings: [], receipt: last, unchanged: true, rejected: null }
  }

  const { reading, findings } = await progress.step('read and check', sources.size, async () => {
    const reading = await readCourse(sources)
    return { reading, findings: checkCourse(reading) }
  })
  const courses = chosenCourses(reading.courses, request.languages)
  if (courses.size === 0 || hasError(findings)) return { findings, receipt: null, unchanged: false, rejected: null }

  const cache = openCache(join(state, 'cache'))
  const machine = openMachine()
  const staging = await openStaging(request.out)
  const stop = (): void => staging.discard()
  request.signal?.addEventListener('abort', stop)
  try {
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

    const guidelines = await progress.step('guideline', courses.size, async (tick) => {
      const open = await machine.press()
      const printed = await Promise.all(
        [...courses.values()].map(async (course): Promise<[Language, PressedGuideline]> => {
          const guideline = await pressGuideline(course, drawn.get(course.language) ?? new Map(), open)
          tick()
          return [course.language, guideline]
        }),
      )
      return new Map(printed)
    })

    const wanted = new Set<OutputKind>(request.only ?? OUTPUT_KINDS)
    const parts = [...courses.values()].map((course) => ({
      course,
      drawings: drawn.get(course.language) ?? new Map(),
      guideline: guidelines.get(course.language) as PressedGuideline,
    }))
    const site = wanted.has('site')
      ? progress.step('site', 1, () => siteOf(parts, { folder: join(staging.folder, 'site'), work: join(state, 'site'), ...(request.signal ? { signal: request.signal } : {}) }))
      : Promise.resolve([] as Output[])
    // a failure of the press must not leave the site's failure unheard
    site.catch(() => {})
    const made: LanguageBuild[] = []
    for (const part of parts) made.push(await makeLanguage(part, { press: await machine.press(), progress, wanted, languages: [...courses.values()] }))
    const measured = await progress.step('measure and scan', made.length, async (tick) => {
      const all: Measurements[] = []
      for (const one of made) {
        all.push(await measureOutputs(one, { browser: await machine.browser(), cache }))
        tick()
      }
      return all
    })
    const outputs: Output[] = await site
    for (const one of made) {
      for (const [path, contents] of one.files) if (isListed(path, one.outputs)) await staging.write(path, contents)
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
    findings.push(...checkOutputs(reading, together(measured)))
    findings.sort(compareFindings)
    if (hasError(findings)) {
      const rejected = await setAside(staging, join(state, 'rejected'))
      return { findings, receipt: null, unchanged: false, rejected }
    }
    request.signal?.throwIfAborted()
    const receipt = await writeReceipt({ request, staging, outputs, findings, courses, guidelines, last, progress })
    request.signal?.throwIfAborted()
    await staging.moveIn()
    await mkdir(state, { recursive: true })
    await writeFile(join(state, 'built'), key)
    return { findings, receipt, unchanged: false, rejected: null }
  } finally {
    request.signal?.removeEventListener('abort', stop)
    staging.discard()
    await machine.close()
  }
}

/** One browser and one press over it, opened when first asked for. */
interface Machine {
  browser(): Promise<Browser>
  press(): Promise<Press>
  close(): Promise<void>
}

function openMachine(): Machine {
  const parts: { browser?: Promise<Browser>; press?: Promise<Press> } = {}
  const browser = (): Promise<Browser> => (parts.browser ??= openBrowser())
  return {
    browser,
    press: () => (parts.press ??= browser().then((one) => openPress(one))),
    async close() {
      const one = await parts.browser?.catch(() => null)
      await one?.close()
    },
  }
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

function chosenCourses(courses: Map<Language, Course>, languages: string[] | undefined): Map<Language, Course> {
  return languages ? new Map([...courses].filter(([language]) => languages.includes(language))) : courses
}

function hasError(findings: readonly VFileMessage[]): boolean {
  return findings.some((one) => severityOf(one) === 'error')
}

/** Everything a build depends on: sources, request, our own code and packages, the browser. */
async function buildKey(request: BuildRequest, sources: ReadonlyMap<string, string | Uint8Array>): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const hash = createHash('sha256')
  for (const [path, contents] of sources) hash.update(path).update('\0').update(contents)
  for (const folder of ['course', 'look', 'manual', 'slides', 'worksheets', 'scripts', 'site']) {
    for (const file of await filesIn(join(root, folder))) {
      if (/node_modules|new-course/.test(file)) continue
      hash.update(file).update(await readFile(join(root, folder, file)))
    }
  }
  hash.update(await readFile(join(root, 'package-lock.json')))
  hash.update(JSON.stringify([request.languages ?? null, request.only ?? null, relative(request.course, request.out), process.version, findChromium()]))
  return hash.digest('hex')
}

async function setAside(staging: Staging, rejected: string): Promise<string> {
  await rm(rejected, { recursive: true, force: true })
  await mkdir(join(rejected, '..'), { recursive: true })
  await rename(staging.folder, rejected)
  await rm(join(rejected, '.builder'), { force: true })
  return rejected
}

interface Closing {
  request: BuildRequest
  staging: Staging
  outputs: Output[]
  findings: VFileMessage[]
  courses: Map<Language, Course>
  guidelines: Map<Language, PressedGuideline>
  last: Receipt | null
  progress: Progress
}

/** Writes start page and receipt; what was not built again is taken over from the last build. */
async function writeReceipt(closing: Closing): Promise<Receipt> {
  const { request, staging, courses, guidelines, findings, last } = closing
  const [first] = courses.values()
  if (!first) throw new EnvironmentProblem('There is no language to build: see "languages" in modules/course.yml.')
  const weighed = await weigh(staging.folder, closing.outputs)
  const kept = request.only || request.languages ? (last?.outputs ?? []).filter((old) => old.kind !== 'landing' && !weighed.some((one) => one.path === old.path)) : []
  for (const old of kept) await staging.takeOver(old.path)
  const outputs = [...weighed, ...kept]
  const guideline = {
    ...(kept.length > 0 ? last?.guideline : {}),
    ...Object.fromEntries([...guidelines].map(([language, { pages, parts }]) => [language, { pages, cap: first.limits.cap, parts }])),
  }
  const landing = await landingFile({ outputs, guideline }, courses)
  await staging.write(landing.output.path, landing.html)
  outputs.push(...(await weigh(staging.folder, [landing.output])))
  outputs.sort((a, b) => (a.path < b.path ? -1 : 1))
  const count = (severity: string): number => findings.filter((one) => severityOf(one) === severity).length
  const receipt: Receipt = {
    course: { id: first.id, title: first.title, version: first.version },
    languages: [...new Set([...courses.keys(), ...kept.flatMap((old) => (old.lang ? [old.lang] : []))])],
    outputs,
    guideline,
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
    timings: closing.progress.timings(),
  }
  await staging.write('build.json', `${JSON.stringify(receipt, null, 2)}\n`)
  return receipt
}
