/**
 * `npm run bench`: the ratios of the design (section 8) that exist so far, each measured against something plain in the same run, as a
 * table and in `bench.json`. `--quick` leaves out those that build the site.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkCourse } from '../course/check.ts'
import type { Course, Drawings, Edition } from '../course/course.ts'
import { vocabulary } from '../course/directives.ts'
import { countFences, frontMatterEnd } from '../course/fences.ts'
import { readCourse, type Sources } from '../course/read-course.ts'
import { courseParser } from '../course/syntax.ts'
import { guideline } from '../manual/guideline.ts'
import { deck } from '../slides/deck.ts'
import { sheet } from '../worksheets/sheet.ts'
import { openBrowser } from './browser.ts'
import { build } from './build.ts'
import { bareSiteBuild } from './build-site.ts'
import { bundleStaticScripts } from './bundle-static-scripts.ts'
import { openCache } from './cache.ts'
import { drawFigures } from './draw-figures.ts'
import { openPress } from './press.ts'
import { pressGuideline } from './press-guideline.ts'
import { embeddedFonts } from './print-fonts.ts'
import { openProgress } from './progress.ts'
import { readDeckOptions } from './read-deck-options.ts'
import { readSources } from './read-sources.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { writeStaticEdition } from './write-packs.ts'

interface Row {
  what: string
  against: string
  /** Milliseconds, or milliseconds a module. */
  ours: number
  plain: number
  ratio: number
  goal: number
}

const root = join(import.meta.dirname, '..')
const quick = process.argv.includes('--quick')
const rows: Row[] = []
const folder = await temporaryFolder()
const printed: string[] = []
const browser = await openBrowser()
try {
  const course = join(folder.path, 'course')
  await cp(join(root, 'modules'), join(course, 'modules'), { recursive: true })
  const sources = await readSources(course)
  rows.push(await htmlAgainstParsing(sources))
  rows.push(await guidelineAgainstPrint(sources))
  if (!quick) rows.push(...(await buildsAgainstBare(course)))
  rows.push(await manyModules(sources))
} finally {
  await browser.close()
  await folder.remove()
}
process.stdout.write(`${tableOf(rows)}\n`)
await writeFile(join(root, 'bench.json'), `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`)

// ---- rows -------------------------------------------------------------------------------------------------------

async function htmlAgainstParsing(sources: Sources): Promise<Row> {
  const drawings = await drawingsOf(sources)
  const ours = await median(5, () => allHtml(sources, drawings))
  const texts = markdownOf(sources)
  const words = vocabulary(['gender'])
  const plain = await median(5, async () => {
    for (const text of texts) courseParser(words).parse(text)
  })
  return row('read + check + all HTML writers', 'parsing the same Markdown', ours, plain, 3)
}

async function guidelineAgainstPrint(sources: Sources): Promise<Row> {
  const drawings = await drawingsOf(sources)
  const course = first(await readCourse(sources))
  const press = await openPress(browser)
  const { pageNumbers } = await pressGuideline(course, drawings, press)
  const html = guideline(course, { drawings, pages: pageNumbers, fontFaces: embeddedFonts }).html
  const ours = await median(3, () => pressGuideline(course, drawings, press))
  const plain = await median(3, () => barePrint(html))
  return row('guideline.pdf', 'one bare print of its HTML', ours, plain, 2.5)
}

async function buildsAgainstBare(course: string): Promise<Row[]> {
  const out = join(course, 'dist')
  const quiet = openProgress(devNull())
  const timed = async (only?: Parameters<typeof build>[0]['only']): Promise<number> => {
    const start = performance.now()
    const { findings, receipt } = await build({ course, out, progress: quiet, ...(only ? { only } : {}), recordPrints: (html) => printed.push(html) })
    if (!receipt) throw new Error(`the course does not build: ${findings.map((one) => one.reason).join('; ')}`)
    return performance.now() - start
  }
  const cold = await timed()
  const prints = printed.splice(0)
  const unchanged = await timed()
  const block = join(course, 'modules', '01-planning', '1-horizons.md')
  await writeFile(block, (await readFile(block, 'utf8')).replace(/\n##/, '\nOne sentence more stands here.\n\n##'))
  const edited = await timed(['deck', 'worksheet', 'worksheet-answers', 'guideline', 'contingency-plan', 'run-sheet', 'participant-pages', 'pack'])
  const start = performance.now()
  await bareSiteBuild(join(course, '.fieldkit', 'site'))
  for (const html of prints) await barePrint(html)
  const bare = performance.now() - start
  return [
    row('whole cold build', 'bare Docusaurus build + one print of each PDF', cold, bare, 1.25),
    row('build with nothing changed', 'the cold build', unchanged, cold, 0.05),
    row('one block edited, all but the site', 'the cold build', edited, cold, 0.2),
  ]
}

async function manyModules(sources: Sources): Promise<Row> {
  const cost = async (count: number): Promise<number> => {
    const many = multiplied(sources, count)
    const drawings = await drawingsOf(sources)
    return (await median(3, () => allHtml(many, drawings))) / count
  }
  const ten = await cost(10)
  const eighty = await cost(80)
  return row('80 modules, cost a module', '10 modules, cost a module', eighty, ten, 1.15)
}

// ---- work that is measured ----------------------------------------------------------------------------------------

async function allHtml(sources: Sources, drawings: Drawings): Promise<void> {
  const reading = await readCourse(sources)
  checkCourse(reading)
  const course = first(reading)
  const scripts = await scriptsOnce()
  for (const edition of ['facilitator', 'participant'] as Edition[]) {
    writeStaticEdition({ course, edition, drawings, scripts, others: [], paths: new Set() })
    const options = await deckOptionsOnce(edition, course.language, drawings)
    for (const module of course.modules) deck(course, module, edition, options)
    for (const worksheet of course.worksheets) sheet(worksheet, course, edition, { fontCss: '', drawings })
  }
  guideline(course, { drawings, pages: new Map(), fontFaces: () => '' })
}

let bundled: ReturnType<typeof bundleStaticScripts> | null = null
function scriptsOnce(): ReturnType<typeof bundleStaticScripts> {
  return (bundled ??= bundleStaticScripts())
}

const deckOptions = new Map<Edition, ReturnType<typeof readDeckOptions>>()
async function deckOptionsOnce(edition: Edition, language: string, drawings: Drawings): ReturnType<typeof readDeckOptions> {
  const known = deckOptions.get(edition) ?? readDeckOptions(edition, language, drawings)
  deckOptions.set(edition, known)
  return { ...(await known), drawings, fontFaces: () => '' }
}

async function barePrint(html: string): Promise<void> {
  const page = await browser.newPage()
  await page.setContent(html, { waitUntil: 'load' })
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  await page.close()
}

async function drawingsOf(sources: Sources): Promise<Drawings> {
  const press = openPress(browser)
  const { drawings } = await drawFigures(first(await readCourse(sources)), sources, { cache: openCache(join(folder.path, 'cache')), press: () => press })
  return drawings
}

function first({ courses }: Awaited<ReturnType<typeof readCourse>>): Course {
  const [course] = courses.values()
  if (!course) throw new Error('the course cannot be read')
  return course
}

function markdownOf(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => /^modules\/[^/]+\/[^/]+\.md$/.test(path) && !/\.[a-z]{2}\.md$/.test(path))
    .map(([, contents]) => {
      const text = Buffer.from(contents).toString('utf8')
      return countFences(text).text.split('\n').slice(frontMatterEnd(text.split('\n'))).join('\n')
    })
}

/** The same modules again and again under new ids, until there are so many. */
function multiplied(sources: Sources, count: number): Sources {
  const many = new Map<string, string | Uint8Array>()
  const folders = [...new Set([...sources.keys()].flatMap((path) => /^modules\/(\d\d-[^/]+)\//.exec(path)?.[1] ?? []))]
  for (const [path, contents] of sources) if (!path.includes('/figures/') && path.split('/').length === 2) many.set(path, contents)
  for (let index = 0; index < count; index++) {
    const from = folders[index % folders.length] ?? ''
    for (const [path, contents] of sources) {
      if (!path.startsWith(`modules/${from}/`) || /\.[a-z]{2}\.md$/.test(path)) continue
      const text = Buffer.from(contents).toString('utf8')
      const renamed = /\.md$/.test(path) ? renameIds(text, index) : contents
      // figures keep their path, so that their drawings serve again
      many.set(path.includes('/figures/') ? path : path.replace(from, `${String(index + 10).padStart(2, '0')}-m${index}`), renamed)
    }
  }
  return many
}

function renameIds(text: string, index: number): string {
  return text
    .replace(/^(id: )([a-z])/m, `$1m${index}-$2`)
    .replace(/\{#([a-z])/g, `{#m${index}-$1`)
    .replace(/\]\(#(?!p\d)([a-z])/g, `](#m${index}-$1`)
    .replace(/worksheet=(["']?)([a-z])/g, `worksheet=$1m${index}-$2`)
}

// ---- numbers ----------------------------------------------------------------------------------------------------

function row(what: string, against: string, ours: number, plain: number, goal: number): Row {
  return { what, against, ours: Math.round(ours * 10) / 10, plain: Math.round(plain * 10) / 10, ratio: Math.round((ours / plain) * 1000) / 1000, goal }
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let run = 0; run <= times; run++) {
    const start = performance.now()
    await work()
    // the first run warms up
    if (run > 0) taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
}

function devNull(): NodeJS.WriteStream {
  return { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream
}

function tableOf(all: Row[]): string {
  const cells = all.map((one) => [one.what, one.against, `${one.ours} ms`, `${one.plain} ms`, String(one.ratio), `<= ${one.goal}`, one.ratio <= one.goal ? 'holds' : 'does not hold'])
  const head = ['what', 'against', 'ours', 'plain', 'ratio', 'goal', '']
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => line[column]?.length ?? 0)))
  return [head, ...cells].map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
