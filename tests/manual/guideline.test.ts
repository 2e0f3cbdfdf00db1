/** The guideline of the real course, printed once and asked for everything it promises. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Course, Drawings } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { everyModule, partsOf, walkNodes } from '../../course/walk.ts'
import { words } from '../../course/words.ts'
import { guideline, guidelineTitle } from '../../manual/guideline.ts'
import { openCache } from '../../scripts/cache.ts'
import { drawFigures } from '../../scripts/draw-figures.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { type PressedGuideline, pressGuideline } from '../../scripts/press-guideline.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bare, bareText, pageRuns, type TextRun } from './pdf-text.ts'

const MM = 72 / 25.4
const folder = mkdtempSync(join(tmpdir(), 'guideline-'))
let press: Press
let course: Course
let drawings: Drawings
let printed: PressedGuideline
let pages: TextRun[][]
let html: Element[]

beforeAll(async () => {
  press = await openPress()
  const sources = await readSources(join(import.meta.dirname, '../..'))
  course = (await readCourse(sources)).courses.get('en') as Course
  drawings = (await drawFigures(course, sources, { cache: openCache(join(folder, 'cache')), press: async () => press })).drawings
  printed = await pressGuideline(course, drawings, press)
  pages = await pageRuns(printed.pdf)
  const draft = guideline(course, { drawings, pages: printed.pageNumbers, fontFaces: () => '' })
  html = fromHtml(draft.html).children.filter((node): node is Element => node.type === 'element')
}, 240_000)

afterAll(async () => {
  await press?.close()
  rmSync(folder, { recursive: true, force: true })
})

const hasQpdf = (() => {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

it.skipIf(!hasQpdf)('is a clean PDF (qpdf --check)', () => {
  const file = join(folder, 'guideline.pdf')
  writeFileSync(file, printed.pdf)
  expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
})

it('is tagged, titled and in its language', () => {
  const { reading } = printed
  expect(reading).toMatchObject({ tagged: true, language: 'en', title: guidelineTitle(course) })
  expect(reading.xmp).toContain(`<rdf:li xml:lang="en">${guidelineTitle(course)}</rdf:li>`)
  expect(reading.xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>')
})

it('embeds every font, and only ours', () => {
  expect(printed.reading.fonts.length).toBeGreaterThan(4)
  expect(printed.reading.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  expect(printed.foreignFonts).toEqual([])
})

it('sets running text in 9.8 points: nothing wider than the page shrinks it', () => {
  expect(printed.tooWide).toEqual([])
  const first = printed.pageNumbers.get(course.modules[0]?.blocks[0]?.id ?? '') ?? 0
  // the size of most letters on the page after the opener
  const letters = new Map<number, number>()
  for (const { size, text } of pages[first] ?? []) {
    const rounded = Math.round(size * 10) / 10
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  expect([...letters].sort(([, a], [, b]) => b - a)[0]?.[0]).toBe(9.8)
})

it('has an outline that is its headings, in order and depth', () => {
  const headings: { title: string; level: number }[] = []
  const open: number[] = []
  each('h1,h2,h3,h4,h5,h6', (heading) => {
    const depth = Number(heading.tagName.slice(1))
    while ((open.at(-1) ?? 0) >= depth) open.pop()
    open.push(depth)
    headings.push({
      title: (heading.children.length > 0 ? toText(heading, { whitespace: 'nowrap' }) : '').replace(/\s+/g, ' ').trim(),
      level: open.length,
    })
  })
  expect(printed.reading.outline.map(({ title, level }) => ({ title, level }))).toEqual(headings)
  expect(headings.length).toBeGreaterThan(100)
})

it('leads from the contents and every list to the page where the thing really is', () => {
  const rows: { id: string; title: string; page: number }[] = []
  each('a', (link) => {
    if (!classes(link).includes('toc-row')) return
    const part = (name: string) => toText(link.children.find((child) => child.type === 'element' && classes(child).includes(name)) ?? link)
    rows.push({ id: String(link.properties.href).slice(1), title: part('toc-title'), page: Number(part('toc-page')) })
  })
  const figures = course.figures.length
  expect(rows.length).toBeGreaterThan(course.targets.size > 0 ? figures + course.worksheets.length + 20 : 0)
  for (const { id, title, page } of rows) {
    expect(printed.pageNumbers.get(id), id).toBe(page)
    expect(bareText(pages[page - 1] ?? []), `${title} on page ${page}`).toContain(bare(title))
  }
})

it('says true pages after cross references and in the index', () => {
  let references = 0
  each('span', (span) => {
    if (!classes(span).includes('reference-page')) return
    references += 1
    expect(toText(span)).toMatch(/^\s?\(p\. [1-9]\d*\)$/)
  })
  expect(references).toBeGreaterThan(50)
  each('ul', (list) => {
    if (!classes(list).includes('index')) return
    visit({ type: 'root', children: [list] }, 'element', (link) => {
      if (link.tagName === 'a') expect(Number(toText(link))).toBe(printed.pageNumbers.get(String(link.properties.href).slice(1)))
    })
  })
})

it('has a running head with the module and "page x of y" on every page but the cover', () => {
  const foot = words('en').printed.pageOfPages
  pages.forEach((runs, index) => {
    if (index === 0) return
    expect(bareText(runs), `page ${index + 1}`).toContain(bare(foot(String(index + 1), String(printed.pages))))
  })
  let start = 1
  for (const part of printed.parts) {
    const module = course.modules.find(({ id }) => id === part.id)
    for (let page = start; module && page < start + part.pages; page += 1) {
      const head = pages[page - 1]?.filter(({ y }) => y > (297 - 18) * MM) ?? []
      expect(bareText(head), `head of page ${page}`).toContain(bare(`${course.targets.get(module.id)?.label} ${module.title}`))
    }
    start += part.pages
  }
  expect(start - 1).toBe(printed.pages)
})

it('has no empty page', () => {
  const bodies = pages.map((runs) => bareText(runs.filter(({ y }) => y > 16 * MM && y < (297 - 18) * MM)).length)
  expect(bodies.flatMap((length, index) => (length < 60 ? [index + 1] : []))).toEqual([])
})

it('leaves no heading at the foot of a page', () => {
  const lonely = printed.reading.outline.filter(({ page, top, title }) => {
    if (page === null || top === null) return true
    const below = (pages[page - 1] ?? []).filter(({ text, y }) => y < top + 2 && y > 16 * MM && !bare(title).includes(bare(text)))
    return below.length === 0
  })
  expect(lonely.map(({ title, page }) => `${title} (page ${page})`)).toEqual([])
})

it('keeps figures with their captions and shows every figure and worksheet field', () => {
  for (const figure of course.figures) {
    const page = printed.pageNumbers.get(figure.id)
    if (page === undefined) continue
    expect(bareText(pages[page - 1] ?? []), figure.id).toContain(bare(`${figure.number}. ${figure.title}`))
  }
  const all = pages.map(bareText).join('')
  for (const worksheet of course.worksheets) {
    walkNodes(worksheet.body, (node) => {
      if (node.type === 'piece' && ['lines', 'table', 'choice', 'scale', 'box'].includes(node.piece.kind)) {
        expect(all).toContain(bare(node.piece.title))
      }
    })
  }
})

it('lists all works cited in the course and only those', () => {
  const cited = new Set<string>()
  for (const module of everyModule(course)) {
    for (const part of partsOf(module)) {
      walkNodes(part.body, (node) => {
        if (node.type === 'citation') for (const { key } of node.items) cited.add(key)
      })
    }
  }
  for (const { sources } of course.glossary) for (const key of sources) cited.add(key)
  const listed = new Set<string>()
  each('li', (item) => {
    const id = String(item.properties.id ?? '')
    if (id.startsWith('ref-')) listed.add(id.slice('ref-'.length))
  })
  expect([...listed].sort()).toEqual([...cited].sort())
  expect(listed.size).toBeGreaterThan(50)
})

it('describes every link and leads to no file of this machine', () => {
  const { links } = printed.reading
  expect(links.length).toBeGreaterThan(200)
  expect(links.filter(({ contents }) => contents.trim() === '')).toEqual([])
  expect(links.filter(({ uri }) => uri !== null && !/^(https?|mailto|tel):/.test(uri))).toEqual([])
  expect(links.filter(({ uri, destination }) => uri === null && (destination === null || !printed.pageNumbers.has(destination)))).toEqual(
    [],
  )
})

it('counts the pages of every part with its budget', () => {
  expect(printed.parts.map(({ id }) => id)).toEqual([
    'front',
    ...course.modules.map(({ id }) => id),
    'annexes',
    'to-validate',
    'glossary',
    'bibliography',
    'index',
  ])
  expect(printed.parts.every(({ pages: count }) => count > 0)).toBe(true)
  for (const { id, budget } of printed.parts) expect(budget).toBe(course.limits.pages[id] ?? null)
})

it('has the same bytes when printed again', async () => {
  const again = await pressGuideline(course, drawings, press, printed.pageNumbers)
  expect(Buffer.from(again.pdf).equals(Buffer.from(printed.pdf))).toBe(true)
}, 120_000)

function each(tags: string, look: (element: Element) => void): void {
  const wanted = new Set(tags.split(','))
  for (const root of html) {
    visit(root, 'element', (element) => {
      if (wanted.has(element.tagName)) look(element)
    })
  }
}

function classes(element: Element): string[] {
  return (element.properties.className as string[] | undefined) ?? []
}
