/**
 * `npm run bench`: the ratios of the design (section 8) that exist so far, each against something plain that is measured in the same run
 * and in turn with it, so that both meet the same machine. Prints a table and writes `bench.json`.
 *
 *   --rounds N   builds measured N times (default 3; the median counts)
 *   --quick      without the rows that build the site
 */
import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import { checkCourse } from '../course/check.ts'
import type { Course, Drawings, Edition } from '../course/course.ts'
import { vocabulary } from '../course/directives.ts'
import { countFences, frontMatterEnd } from '../course/fences.ts'
import { readCourse, type Sources } from '../course/read-course.ts'
import { courseParser } from '../course/syntax.ts'
import { contingencyPlan } from '../manual/contingency-plan.ts'
import { guideline } from '../manual/guideline.ts'
import { runSheet } from '../manual/run-sheet.ts'
import { writeSite } from '../manual/site.ts'
import { deck } from '../slides/deck.ts'
import { interactiveSheet } from '../worksheets/interactive.ts'
import { sheet } from '../worksheets/sheet.ts'
import { openBrowser } from './browser.ts'
import { build } from './build.ts'
import { bareSiteBuild } from './build-site.ts'
import { bundleStaticScripts } from './bundle-static-scripts.ts'
import { openCache } from './cache.ts'
import { drawFigures } from './draw-figures.ts'
import { type Machine, openMachine } from './machine.ts'
import { openPress, type PrintSetting } from './press.ts'
import { pressGuideline } from './press-guideline.ts'
import { embeddedFonts } from './print-fonts.ts'
import { openProgress } from './progress.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { readSources } from './read-sources.ts'
import { OUTPUT_KINDS } from './receipt.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { writeStaticEdition } from './write-packs.ts'

interface Row {
  what: string
  against: string
  /** Medians in milliseconds: of the clock on the wall where other processes work too, else of the processor; for many modules, a module. */
  ours: number
  plain: number
  ratio: number
  goal: number
}

const root = join(import.meta.dirname, '..')
const quick = process.argv.includes('--quick')
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 3
// the site is measured apart; the start page comes with any build
const ALL_BUT_SITE = OUTPUT_KINDS.filter((kind) => kind !== 'site' && kind !== 'landing')

const TRANSLATION = /\.[a-z]{2}\.md$/

// what is bundled once, whatever is written with it
const bundled = bundleStaticScripts()
const deckOptions = new Map<Edition, ReturnType<typeof readDeckOptions>>()

const folder = await temporaryFolder()
const rows: Row[] = []
try {
  const course = join(folder.path, 'course')
  await cp(join(root, 'modules'), join(course, 'modules'), { recursive: true })
  const sources = await readSources(course)
  await withBrowser(async (browser) => {
    const drawings = await drawingsOf(sources, browser)
    note(await htmlAgainstParsing(inOneLanguage(sources), drawings))
    note(await guidelineAgainstPrint(sources, drawings, browser))
    note(await manyModules(inOneLanguage(sources), drawings))
  })
  if (!quick) for (const one of await buildsAgainstBare(course)) note(one)
} finally {
  await folder.remove()
}
process.stdout.write(`${tableOf(rows)}\n`)
await writeFile(
  join(root, 'bench.json'),
  `${JSON.stringify({ node: process.version, cores: availableParallelism(), rounds, rows }, null, 2)}\n`,
)

function note(one: Row): void {
  rows.push(one)
  process.stderr.write(`bench: ${one.what}: ${one.ratio}\n`)
}

// ---- rows -------------------------------------------------------------------------------------------------------

/** In the source language alone: a second language is written again in full, but only its few translated files are parsed. */
async function htmlAgainstParsing(sources: Sources, drawings: Drawings): Promise<Row> {
  const texts = markdownOf(sources)
  const parser = courseParser(vocabulary(['gender']))
  const [ours, plain] = await inTurn(
    7,
    [
      () => allHtml(sources, drawings),
      async () => {
        for (const text of texts) parser.parse(text)
      },
    ],
    { clock: atWork },
  )
  return row('read + check + all HTML writers', 'parsing the same Markdown', ours, plain, 3)
}

async function guidelineAgainstPrint(sources: Sources, drawings: Drawings, browser: Browser): Promise<Row> {
  const course = first(await readCourse(sources))
  const press = await openPress(browser)
  const { pageNumbers } = await pressGuideline(course, drawings, press)
  const { html } = guideline(course, { drawings, pages: pageNumbers, fontFaces: embeddedFonts })
  const context = await browser.newContext()
  const [ours, plain] = await inTurn(5, [() => pressGuideline(course, drawings, press), () => barePrint(html, context)])
  return row('guideline.pdf', 'one bare print of its HTML', ours, plain, 2.5)
}

async function manyModules(sources: Sources, drawings: Drawings): Promise<Row> {
  const few = multiplied(sources, 10)
  const many = multiplied(sources, 80)
  const [ten, eighty] = await inTurn(2, [() => allHtml(few, drawings), () => allHtml(many, drawings)], { clock: atWork })
  return row(
    '80 modules, cost a module',
    '10 modules, cost a module',
    { middle: eighty.middle / 80, all: eighty.all.map((ms) => ms / 80) },
    { middle: ten.middle / 10, all: ten.all.map((ms) => ms / 10) },
    1.15,
  )
}

/** The command line as an author calls it, each time as a process of its own. */
async function buildsAgainstBare(course: string): Promise<Row[]> {
  const prints = await printsOf(course)
  const block = join(course, 'modules', '01-planning', '1-horizons.md')
  const written = await readFile(block, 'utf8')
  const [cold, unchanged, edited, bare] = await inTurn(
    rounds,
    [
      async () => {
        await writeFile(block, written)
        await Promise.all(['.fieldkit', 'dist'].map((name) => rm(join(course, name), { recursive: true, force: true })))
        return commandLine('build', '--course', course)
      },
      () => commandLine('build', '--course', course),
      async () => {
        await writeFile(block, written.replace('\n##', '\nOne sentence more stands here.\n\n##'))
        const most = 'slides,handouts,pptx,worksheets,guideline,plan,run-sheets,event-kit,participant,packs'
        return commandLine('build', '--course', course, '--only', most)
      },
      async () => {
        await bareSiteBuild(join(course, '.fieldkit', 'site'))
        await withBrowser(async (browser) => {
          const context = await browser.newContext()
          for (const html of prints) await barePrint(html, context)
        })
      },
    ],
    { warmUp: false },
  )
  return [
    row('whole cold build', `bare Docusaurus build, then one bare print of each of ${prints.length} PDFs`, cold, bare, 1.25),
    row('build with nothing changed', 'the cold build', unchanged, cold, 0.05),
    row('one block edited, all but the site', 'the cold build', edited, cold, 0.2),
  ]
}

// ---- work that is measured ----------------------------------------------------------------------------------------

async function allHtml(sources: Sources, drawings: Drawings): Promise<void> {
  const reading = await readCourse(sources)
  checkCourse(reading)
  const course = first(reading)
  const scripts = await bundled
  const agenda = course.agendas[0]
  for (const edition of ['facilitator', 'participant'] as Edition[]) {
    writeStaticEdition({ course, edition, drawings, scripts, others: [], paths: new Set() })
    const options = await deckOptionsOnce(edition, course.language, drawings)
    for (const module of course.modules) deck(course, module, edition, options)
    for (const worksheet of course.worksheets) sheet(worksheet, course, edition, { fontCss: '', drawings })
  }
  for (const worksheet of course.worksheets) interactiveSheet(worksheet, course, { fontCss: '', drawings }, { code: '', hash: '' })
  guideline(course, { drawings, pages: new Map(), fontFaces: () => '' })
  contingencyPlan(course, { drawings, pages: new Map(), fontFaces: () => '' })
  if (agenda) runSheet(course, agenda, { pages: new Map(), fontFaces: () => '' })
  writeSite([{ course, drawings, pages: new Map(), fileHref: () => '' }], '/site/')
}

async function deckOptionsOnce(edition: Edition, language: string, drawings: Drawings): ReturnType<typeof readDeckOptions> {
  const known = deckOptions.get(edition) ?? readDeckOptions(edition, language, drawings)
  deckOptions.set(edition, known)
  return { ...(await known), drawings, fontFaces: () => '' }
}

async function barePrint(html: string, context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.setContent(html, { waitUntil: 'load' })
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  await page.close()
}

function commandLine(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'fieldkit.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`fieldkit ${args.join(' ')} ended with ${code}: ${printed}`))))
  })
}

/** The HTML of every PDF of a course, as it is printed last. */
async function printsOf(course: string): Promise<string[]> {
  const last = new Map<string, string>()
  const watched = (): Machine => {
    const machine = openMachine()
    const press: Machine['press'] = async () => {
      const inner = await machine.press()
      return {
        ...inner,
        printAndTell(html, options) {
          last.set(nameOf(html), html)
          return inner.printAndTell(html, options)
        },
        printSettings: (html, work) =>
          inner.printSettings(html, (print) =>
            work((setting) => {
              last.set(`${nameOf(html)} ${setting.root['data-paper'] ?? ''}`, withSetting(html, setting))
              return print(setting)
            }),
          ),
      }
    }
    return { ...machine, press }
  }
  const copy = `${course}-printed`
  await mkdir(copy)
  await cp(join(course, 'modules'), join(copy, 'modules'), { recursive: true })
  const { receipt, findings } = await build({
    course: copy,
    out: join(copy, 'dist'),
    only: ALL_BUT_SITE,
    machine: watched,
    progress: openProgress(devNull()),
  })
  const pdfs = receipt?.outputs.filter(({ path }) => path.endsWith('.pdf')).length
  if (pdfs !== last.size)
    throw new Error(`${last.size} documents were printed for ${pdfs} PDFs: ${findings.map((one) => one.reason).join('; ')}`)
  await rm(copy, { recursive: true })
  return [...last.values()]
}

/** The same for a document that is printed again and again until its page numbers hold or its pages are well filled. */
function nameOf(html: string): string {
  return `${/ lang="[^"]*"/.exec(html)?.[0]} ${/<title>[^<]*/.exec(html)?.[0]}`
}

/** A document as a setting changes it before it is printed. */
function withSetting(html: string, { root, style }: PrintSetting): string {
  const attributes = Object.entries(root).flatMap(([name, value]) => (value === null ? [] : [`${name}="${value}"`]))
  const start = html.indexOf(`<style id="${style.id}">`)
  const end = html.indexOf('</style>', start)
  return `${html.slice(0, start)}<style>${style.css}${html.slice(end)}`.replace('<html ', `<html ${attributes.join(' ')} `)
}

async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await openBrowser()
  try {
    await work(browser)
  } finally {
    await browser.close()
  }
}

async function drawingsOf(sources: Sources, browser: Browser): Promise<Drawings> {
  const press = openPress(browser)
  const { drawings } = await drawFigures(first(await readCourse(sources)), sources, {
    cache: openCache(join(folder.path, 'cache')),
    press: () => press,
  })
  return drawings
}

function first({ courses }: Awaited<ReturnType<typeof readCourse>>): Course {
  const [course] = courses.values()
  if (!course) throw new Error('the course cannot be read')
  return course
}

// ---- sources ------------------------------------------------------------------------------------------------------

function inOneLanguage(sources: Sources): Sources {
  const kept = [...sources].filter(([path]) => !TRANSLATION.test(path))
  return new Map(
    kept.map(([path, contents]) => [
      path,
      path === 'modules/course.yml' ? textOf(contents).replace(/^languages: \[(\w+).*\]/m, 'languages: [$1]') : contents,
    ]),
  )
}

function markdownOf(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => path.endsWith('.md'))
    .map(([, contents]) => {
      const lines = countFences(textOf(contents)).text.split('\n')
      return lines.slice(frontMatterEnd(lines)).join('\n')
    })
}

/** The same modules again and again under new ids, until there are so many. Figures keep their path, so that their drawings serve again. */
function multiplied(sources: Sources, count: number): Sources {
  const folders = [...new Set([...sources.keys()].flatMap((path) => /^modules\/(\d\d-[^/]+)\//.exec(path)?.[1] ?? []))]
  const many = new Map([...sources].filter(([path]) => path.split('/').length === 2 || path.includes('/figures/')))
  for (let index = 0; index < count; index++) {
    const from = folders[index % folders.length] ?? ''
    for (const [path, contents] of sources) {
      if (!path.startsWith(`modules/${from}/`) || !path.endsWith('.md')) continue
      many.set(path.replace(from, `${String(index + 10).padStart(2, '0')}-m${index}`), renamed(textOf(contents), from, index))
    }
  }
  return many
}

function renamed(text: string, from: string, index: number): string {
  return text
    .replace(/^(id: )([a-z])/m, `$1m${index}-$2`)
    .replace(/\{#([a-z])/g, `{#m${index}-$1`)
    .replace(/\]\(#(?!p\d)([a-z])/g, `](#m${index}-$1`)
    .replace(/:page\[([a-z])/g, `:page[m${index}-$1`)
    .replace(/worksheet=(["']?)([a-z])/g, `worksheet=$1m${index}-$2`)
    .replace(/src=(["']?)figures\//g, `src=$1../${from}/figures/`)
}

function textOf(contents: string | Uint8Array): string {
  return typeof contents === 'string' ? contents : Buffer.from(contents).toString('utf8')
}

// ---- numbers ------------------------------------------------------------------------------------------------------

interface Timing {
  middle: number
  all: number[]
}

/** Runs several works in turn, round after round: whatever else the machine does, all of them meet it. */
async function inTurn<Works extends readonly (() => Promise<unknown>)[]>(
  times: number,
  works: readonly [...Works],
  { warmUp = true, clock = onTheWall } = {},
): Promise<{ [Index in keyof Works]: Timing }> {
  const all = works.map((): number[] => [])
  for (let round = warmUp ? 0 : 1; round <= times; round++) {
    for (const [index, work] of works.entries()) {
      const start = clock()
      await work()
      if (round > 0) all[index]?.push(clock() - start)
    }
  }
  return all.map((taken) => ({ middle: median(taken), all: taken })) as { [Index in keyof Works]: Timing }
}

function onTheWall(): number {
  return performance.now()
}

/** Milliseconds of processor time of this process: for work that runs in it alone, whatever else the machine does. */
function atWork(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** The ratio is the median of the ratios of each round: what disturbs one round disturbs both sides of it. */
function row(what: string, against: string, ours: Timing, plain: Timing, goal: number): Row {
  const ratios = ours.all.map((ms, round) => ms / (plain.all[round] ?? plain.middle))
  return { what, against, ours: rounded(ours.middle, 1), plain: rounded(plain.middle, 1), ratio: rounded(median(ratios), 3), goal }
}

function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}

function devNull(): NodeJS.WriteStream {
  return { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream
}

function tableOf(all: Row[]): string {
  const cells = all.map((one) => [
    one.what,
    one.against,
    `${one.ours} ms`,
    `${one.plain} ms`,
    String(one.ratio),
    `<= ${one.goal}`,
    one.ratio <= one.goal ? 'holds' : 'does not hold',
  ])
  const head = ['what', 'against', 'ours', 'plain', 'ratio', 'goal', '']
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)))
  return [head, ...cells]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
