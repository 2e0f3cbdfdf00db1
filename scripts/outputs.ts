/** What a course becomes in one language: every output kind, made from the course by its writer and the press. */

import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import type { Course, Drawings, Edition, Language, PageNumbers, Worksheet } from '../course/course.ts'
import { BUILT_HANDOUT, handoutName } from '../course/handouts.ts'
import type { Measurements, SheetMeasure, SlideMeasure } from '../course/measurements.ts'
import { lookOf } from '../look/look.ts'
import { BLANK_FORMS } from '../manual/event-kit/forms.ts'
import { landingPage } from '../manual/landing.ts'
import type { KitFile } from '../manual/pieces.ts'
import type { SiteSource } from '../manual/site.ts'
import { kitFilePath, staticEditionFiles } from '../manual/static-edition.ts'
import { type TextEdition, textEdition } from '../manual/text-edition.ts'
import { deck } from '../slides/deck.ts'
import { hasAnswers } from '../worksheets/sheet-body.ts'
import { buildSite } from './build-site.ts'
import { bundleStaticScripts } from './bundle-static-scripts.ts'
import type { Cache } from './cache.ts'
import { measureSlides } from './measure-slides.ts'
import type { Press } from './press.ts'
import { pressContingencyPlan } from './press-contingency-plan.ts'
import { pressEventForm } from './press-event-kit.ts'
import type { PressedGuideline } from './press-guideline.ts'
import { pressHandout } from './press-handout.ts'
import { pressModule } from './press-module.ts'
import { pressPptx } from './press-pptx.ts'
import { pressRunSheet } from './press-run-sheet.ts'
import { pressSheet, pressWorksheets } from './press-worksheets.ts'
import type { Progress } from './progress.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { fontFaceCss } from './read-fonts.ts'
import type { Output, OutputKind, ReceiptOutput } from './receipt.ts'
import { leaksInFiles } from './scan-outputs.ts'
import { inEditionFolder, START_OF_EDITION, START_OF_KIT } from './start-page.ts'
import { weighFiles, weighPack } from './weigh-files.ts'
import { type Pack, textFolder, writePack, writeStaticEdition, writeTextPack } from './write-packs.ts'

/** A course with what was made before its other outputs. */
export interface LanguageParts {
  course: Course
  drawings: Drawings
  /** Null where nothing that is made needs it. */
  guideline: PressedGuideline | null
}

/** What names pages of the guideline, and the guideline itself: everything else can be made without printing it. */
export const WITH_GUIDELINE: readonly OutputKind[] = ['guideline', 'contingency-plan', 'run-sheet', 'participant-pages', 'site', 'pack']

/** Everything made of a course in one language. */
export interface LanguageBuild extends LanguageParts {
  /** Path from `dist/` to contents. */
  files: Map<string, Uint8Array>
  /** Contents of some of them where fonts lie in a folder beside: in the participants' folder and in packs. */
  linked: Map<string, Uint8Array>
  outputs: Output[]
  /** What did not fit on the slides. */
  slides: readonly SlideMeasure[]
  /** What did not fit on the sheets. */
  sheets: readonly SheetMeasure[]
  scripts: { page: string; search: string }
  /** The text edition, for those it is made for. */
  texts: ReadonlyMap<Edition, TextEdition>
}

interface Means {
  press: Press
  browser: Browser
  cache: Cache
  progress: Progress
  wanted: ReadonlySet<OutputKind>
  /** The courses in all languages built. */
  languages: readonly Course[]
}

const EDITIONS: readonly Edition[] = ['facilitator', 'participant']

/** Makes the outputs of one language that are wanted (a pack wants what it packs). */
export async function makeLanguage(parts: LanguageParts, means: Means): Promise<LanguageBuild> {
  const { course } = parts
  const packed = means.wanted.has('pack')
  const wants = (...kinds: OutputKind[]): boolean => packed || kinds.some((kind) => means.wanted.has(kind))
  const read = EDITIONS.filter((edition) => packed || (edition === 'participant' && wants('participant-pages')))
  const texts = new Map(read.map((edition) => [edition, textEdition(course, edition, pagesIn(parts))]))
  const build: LanguageBuild = {
    ...parts,
    files: new Map(),
    linked: new Map(),
    outputs: [],
    slides: [],
    sheets: [],
    scripts: await bundleStaticScripts(),
    texts,
  }
  const lang = course.language
  const { guideline } = parts
  if (guideline) {
    const { pages, pdf } = guideline
    add(build, { id: `guideline-${lang}`, kind: 'guideline', module: null, audience: 'facilitator', path: 'guideline.pdf', pages }, pdf)
  }
  const jobs: Promise<void>[] = []
  if (wants('deck', 'participant-pages')) jobs.push(makeDecks(build, means))
  const handouts = wants('handout', 'participant-pages') ? makeHandouts(build, means, wants('handout') ? EDITIONS : ['participant']) : null
  if (handouts) jobs.push(handouts)
  if (wants('pptx')) jobs.push(makePptx(build, means))
  const worksheets = wants('worksheet', 'worksheet-answers', 'participant-pages') ? makeWorksheets(build, means) : null
  if (worksheets) jobs.push(worksheets)
  if (wants('handout')) jobs.push(Promise.all([handouts, worksheets]).then(() => makeModulePrints(build, means)))
  if (wants('contingency-plan', 'run-sheet')) jobs.push(makePlans(build, means))
  if (wants('event-kit')) jobs.push(makeEventKit(build, means))
  await Promise.all(jobs)
  if (wants('participant-pages')) makeParticipantPages(build, means)
  keepWanted(build, means.wanted)
  return build
}

/** Pages of everything the guideline holds; none where it was not needed. */
function pagesIn({ guideline }: LanguageParts): PageNumbers {
  return guideline?.pageNumbers ?? new Map()
}

function add(build: LanguageBuild, output: Omit<Output, 'lang'>, contents: Uint8Array | string): void {
  const lang = build.course.language
  const path = `${lang}/${output.path}`
  build.files.set(path, typeof contents === 'string' ? new TextEncoder().encode(contents) : contents)
  build.outputs.push({ ...output, lang, path })
}

// A pack asked for alone needs the others made, not shown again in the receipt.
function keepWanted(build: LanguageBuild, wanted: ReadonlySet<OutputKind>): void {
  build.outputs = build.outputs.filter((output) => wanted.has(output.kind))
}

async function makeDecks(build: LanguageBuild, { browser, cache, progress }: Means): Promise<void> {
  const { course, drawings } = build
  const slides: SlideMeasure[] = []
  await progress.step(`decks ${course.language}`, course.modules.length * 2, async (tick) => {
    for (const edition of EDITIONS) {
      // a deck lies in slides/ with those of the other modules, its edition's worksheets beside that folder
      const hrefs = { worksheetHref: (id: string) => `../worksheets/${id}.html`, deckHref: (id: string) => `${id}.html` }
      const carried = await readDeckOptions(edition, course.language, drawings, hrefs)
      const options = { ...carried, startHref: edition === 'facilitator' ? START_OF_KIT : START_OF_EDITION }
      for (const module of course.modules) {
        const folder = edition === 'facilitator' ? '' : 'participant/'
        const html = deck(course, module, edition, options)
        const id = `deck-${course.language}-${module.id}-${edition}`
        add(build, { id, kind: 'deck', module: module.id, audience: edition, path: `${folder}slides/${module.id}.html`, pages: null }, html)
        // a facilitator's deck holds every slide, the participants' one the same without notes
        if (edition === 'facilitator') slides.push(...(await measuredSlides(html, { browser, cache, course, module: module.id })))
        tick()
      }
    }
  })
  build.slides = slides
}

interface Measuring {
  browser: Browser
  cache: Cache
  course: Course
  module: string
}

async function measuredSlides(html: string, { browser, cache, course, module }: Measuring): Promise<SlideMeasure[]> {
  // measured without the hash of the sources, which changes with every edit anywhere: only decks whose own text changed are measured again
  const steady = html.replaceAll(course.fingerprint, '0'.repeat(course.fingerprint.length))
  const measures = await cache.keep('slides', [await measuringCode(), browser.version(), steady], async () =>
    Buffer.from(JSON.stringify(await measureSlides(browser, steady))),
  )
  const found = JSON.parse(Buffer.from(measures).toString('utf8')) as Omit<SlideMeasure, 'language' | 'module'>[]
  return found.map((one) => ({ language: course.language, module, ...one }))
}

async function makeHandouts(build: LanguageBuild, { press, progress }: Means, editions: readonly Edition[]): Promise<void> {
  const { course, drawings } = build
  const jobs = editions.flatMap((edition) => course.modules.map((module) => ({ edition, module })))
  await progress.step(`handouts ${course.language}`, jobs.length, async (tick) => {
    await Promise.all(
      jobs.map(async ({ edition, module }) => {
        const size = BUILT_HANDOUT[edition]
        const { pdf, pages } = await pressHandout(course, module, { edition, size }, { drawings, press })
        const path = `slides/${handoutName(module.id, edition, size)}`
        const id = `handout-${course.language}-${module.id}-${edition}`
        add(build, { id, kind: 'handout', module: module.id, audience: edition, path, pages }, pdf)
        if (edition === 'participant') build.files.set(`${course.language}/participant/${path}`, pdf)
        tick()
      }),
    )
  })
}

/** Each module as one file to teach from, of what was printed before; worksheets that this build does not make are printed for it alone. */
async function makeModulePrints(build: LanguageBuild, { press, progress }: Means): Promise<void> {
  const { course, drawings, files } = build
  const { language } = course
  const sheet = async (worksheet: Worksheet): Promise<[string, Uint8Array]> => [
    worksheet.id,
    files.get(`${language}/${kitFilePath({ kind: 'worksheet', id: worksheet.id, form: 'a4' })}`) ??
      (await pressSheet(worksheet, course, 'participant', drawings, press)).pdf,
  ]
  await progress.step(`modules ${language}`, course.modules.length, async (tick) => {
    await Promise.all(
      course.modules.map(async (module) => {
        const sheets = new Map(await Promise.all(module.blocks.flatMap(({ worksheets }) => worksheets.map(sheet))))
        const notes = kitFilePath({ kind: 'handout', module: module.id, edition: 'facilitator' })
        const handout = files.get(`${language}/${notes}`)
        if (!handout) throw new Error(`Unexpected print of module ${module.id} before its handout, expected ${notes}`)
        const { pdf, pages } = await pressModule(course, module, { sheets, handout }, { drawings, press })
        const path = kitFilePath({ kind: 'module-print', module: module.id })
        add(build, { id: `module-${language}-${module.id}`, kind: 'handout', module: module.id, audience: 'facilitator', path, pages }, pdf)
        tick()
      }),
    )
  })
}

async function makePptx(build: LanguageBuild, means: Means): Promise<void> {
  const { course, drawings } = build
  await means.progress.step(`pptx ${course.language}`, course.modules.length, async (tick) => {
    await Promise.all(
      course.modules.map(async (module) => {
        const id = `pptx-${course.language}-${module.id}`
        const pptx = await pressPptx(course, module, { drawings, ...means })
        add(build, { id, kind: 'pptx', module: module.id, audience: 'facilitator', path: `slides/${module.id}.pptx`, pages: null }, pptx)
        tick()
      }),
    )
  })
}

async function makeWorksheets(build: LanguageBuild, { press, progress }: Means): Promise<void> {
  const { course, drawings } = build
  await progress.step(`worksheets ${course.language}`, course.worksheets.length, async (tick) => {
    const { files, measures } = await pressWorksheets(course, drawings, press, tick)
    build.sheets = measures
    for (const file of files) {
      const { name, kind, audience, module, pages } = file
      add(build, { id: `worksheet-${course.language}-${name}`, kind, module, audience, path: `worksheets/${name}`, pages }, file.bytes)
      if (file.linked) build.linked.set(`${course.language}/worksheets/${name}`, file.linked)
      if (kind !== 'worksheet' || audience !== 'all') continue
      const path = `${course.language}/participant/worksheets/${name}`
      build.files.set(path, inEditionFolder(path, file.linked ?? file.bytes))
    }
  })
}

async function makePlans(build: LanguageBuild, { press, progress }: Means): Promise<void> {
  const { course, drawings } = build
  await progress.step(`plans ${course.language}`, 1 + course.agendas.length, async (tick) => {
    const plan = await pressContingencyPlan(course, drawings, press, pagesIn(build))
    add(
      build,
      {
        id: `contingency-plan-${course.language}`,
        kind: 'contingency-plan',
        module: null,
        audience: 'facilitator',
        path: 'contingency-plan.pdf',
        pages: plan.pages,
      },
      plan.pdf,
    )
    tick()
    for (const agenda of course.agendas) {
      const sheet = await pressRunSheet(course, agenda, press, pagesIn(build))
      add(
        build,
        {
          id: `run-sheet-${course.language}-${agenda.id}`,
          kind: 'run-sheet',
          module: null,
          audience: 'facilitator',
          path: `run-sheets/${agenda.id}.pdf`,
          pages: sheet.pages,
        },
        sheet.pdf,
      )
      tick()
    }
  })
}

async function makeEventKit(build: LanguageBuild, { press, progress }: Means): Promise<void> {
  const { course } = build
  await progress.step(`event kit ${course.language}`, BLANK_FORMS.length, async (tick) => {
    for (const form of BLANK_FORMS) {
      const { pdf, pages } = await pressEventForm(form, course, press)
      const id = `event-kit-${course.language}-${form}`
      add(build, { id, kind: 'event-kit', module: null, audience: 'facilitator', path: `run-sheets/event-kit/${form}.pdf`, pages }, pdf)
      tick()
    }
  })
}

function makeParticipantPages(build: LanguageBuild, { languages }: Means): void {
  const { course, drawings, scripts, texts } = build
  const folder = `${course.language}/participant/`
  const text = texts.get('participant')
  for (const [path, contents] of text ? textFolder(text) : []) build.files.set(folder + path, bytesOf(contents))
  const paths = new Set([...build.files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length)))
  const others = languages
    .filter((other) => other.language !== course.language)
    .map((other) => ({
      language: other.language,
      folder: `../../${other.language}/participant/`,
      files: staticEditionFiles(other, 'participant'),
    }))
  const pages = writeStaticEdition({ course, edition: 'participant', drawings, pages: pagesIn(build), scripts, others, paths })
  for (const [path, contents] of pages) build.files.set(`${folder}${path}`, bytesOf(contents))
  const { language: lang } = course
  const output = { kind: 'participant-pages', lang, module: null, audience: 'participant', pages: null } as const
  build.outputs.push({ ...output, id: `participant-pages-${lang}`, path: folder })
  build.outputs.push({ ...output, id: `participant-text-${lang}`, path: `${folder}text/` })
}

/** Builds the site of all languages; the one output of it. */
export async function siteOf(
  parts: readonly LanguageParts[],
  job: { folder: string; work: string; signal?: AbortSignal },
): Promise<Output[]> {
  const sources = parts.map(({ course, drawings, guideline }): SiteSource => {
    // the files are being made meanwhile; what there will be, the course tells
    const answered = new Set(course.worksheets.filter(hasAnswers).map(({ id }) => id))
    const exists = (file: KitFile): boolean => file.kind !== 'worksheet' || file.form !== 'answers' || answered.has(file.id)
    return {
      course,
      drawings,
      pages: guideline?.pageNumbers ?? new Map(),
      fileHref: (file) => (exists(file) ? `../${course.language}/${kitFilePath(file)}` : null),
    }
  })
  await buildSite({ sources, ...job })
  return [{ id: 'site', kind: 'site', lang: null, module: null, audience: 'facilitator', path: 'site/', pages: null }]
}

/** What the rules about outputs judge: slides in their frame, sentences where they must not be, weights, pages. */
export async function measureOutputs(build: LanguageBuild): Promise<Measurements> {
  const { course, guideline, slides, sheets } = build
  return {
    guideline: guideline
      ? [
          {
            language: course.language,
            pages: guideline.pages,
            parts: guideline.parts,
            tooWide: guideline.tooWide,
            foreignFonts: guideline.foreignFonts,
          },
        ]
      : [],
    slides,
    sheets,
    leaks: await leaksInFiles(course, participantFiles(build)),
    weights: weighFiles(course, build.files),
  }
}

let code: Promise<string> | null = null
function measuringCode(): Promise<string> {
  code ??= readFile(new URL('./measure-slides.ts', import.meta.url), 'utf8')
  return code
}

function participantFiles(build: LanguageBuild): Map<string, Uint8Array> {
  const folder = `${build.course.language}/participant/`
  return new Map([...build.files].filter(([path]) => path.startsWith(folder)))
}

export interface MadePack {
  output: Output
  bytes: Uint8Array
  measured: Measurements
}

/** The packs of every language: each edition with its files, and its text alone. */
export async function makePacks(builds: readonly LanguageBuild[], tick: () => void): Promise<MadePack[]> {
  const editions = builds.flatMap((build) => EDITIONS.map((edition) => ({ build, edition })))
  const packs = await Promise.all(
    editions.map(async ({ build, edition }): Promise<MadePack[]> => {
      const { course, drawings, scripts, texts } = build
      const text = texts.get(edition)
      const full = writePack({ course, edition, drawings, pages: pagesIn(build), files: packedFiles(build, edition), scripts })
      const made = [await madePack(full, course, edition, null)]
      if (text) made.push(await madePack(writeTextPack(course, edition, text), course, edition, text))
      tick()
      return made
    }),
  )
  return packs.flat()
}

/** `text` is what a text pack holds; null for a pack with everything. */
async function madePack(pack: Pack, course: Course, edition: Edition, text: TextEdition | null): Promise<MadePack> {
  const { language } = course
  const path = `packs/${pack.name}`
  const leaks = edition === 'participant' ? await leaksInFiles(course, new Map([[path, pack.bytes]])) : []
  const id = `${text ? 'text-pack' : 'pack'}-${language}-${edition}`
  const pages = edition === 'facilitator' ? text : null
  return {
    output: { id, kind: 'pack', lang: language, module: null, audience: edition, path, pages: null },
    bytes: pack.bytes,
    measured: { leaks, weights: weighPack(course, path, pack.bytes, text ? 'text-pack' : `${edition}-pack`, pages) },
  }
}

function packedFiles(build: LanguageBuild, edition: Edition): Map<string, Uint8Array> {
  const folder = `${build.course.language}/`
  const participant = `${folder}participant/`
  const from = edition === 'participant' ? participant : folder
  const packed = [...build.files].filter(([path]) =>
    edition === 'participant'
      ? /^(slides|worksheets)\//.test(path.slice(from.length)) && path.startsWith(from)
      : path.startsWith(folder) && !path.startsWith(participant),
  )
  const text = build.texts.get(edition)
  return new Map([
    ...packed.map(([path, contents]): [string, Uint8Array] => [
      path.slice(from.length),
      inEditionFolder(path, build.linked.get(path) ?? contents),
    ]),
    ...[...(text ? textFolder(text) : [])].map(([path, contents]): [string, Uint8Array] => [path, bytesOf(contents)]),
  ])
}

/** The start page of the kit. */
export async function landingFile(
  built: { outputs: readonly ReceiptOutput[]; guideline: Readonly<Record<Language, { pages: number; cap: number }>> },
  courses: ReadonlyMap<Language, Course>,
): Promise<{ output: Output; html: string }> {
  const text = landingPage(built, courses, '')
  const look = lookOf(courses.values().next().value?.look ?? null)
  const html = landingPage(built, courses, fontFaceCss(look, [...courses.keys()], 'embed', '', text))
  return { output: { id: 'landing', kind: 'landing', lang: null, module: null, audience: 'all', path: 'index.html', pages: null }, html }
}

function bytesOf(contents: string | Uint8Array): Uint8Array {
  return typeof contents === 'string' ? new TextEncoder().encode(contents) : contents
}
