/** The printed guideline in every language as it lies in `dist/`, read page by page; and what holds for every PDF of the kit. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { type PdfReading, readPdf } from '../../scripts/read-pdf.ts'
import { filesIn } from '../../scripts/receipt.ts'
import { bare } from '../manual/pdf-text.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'
import { type PdfPage, readPages } from './pdf-pages.ts'

interface Guideline {
  course: Course
  reading: PdfReading
  pages: PdfPage[]
}

let kit: Kit
const guidelines = new Map<string, Guideline>()

beforeAll(async () => {
  kit = await theKit()
  for (const course of kit.courses.values()) {
    const pdf = await kit.read(`${course.language}/guideline.pdf`)
    guidelines.set(course.language, { course, reading: await readPdf(pdf), pages: await readPages(pdf) })
  }
}, BUILD_TAKES)

const LANGUAGES = ['en', 'fr']
const guideline = (language: string): Guideline => guidelines.get(language) as Guideline

it('is as long in English as the terms of reference leave room for, a longer language included', () => {
  expect(guideline('en').pages.length).toBeGreaterThanOrEqual(120)
  expect(guideline('en').pages.length).toBeLessThanOrEqual(138)
})

describe.each(LANGUAGES)('the guideline (%s)', (language) => {
  it('is tagged, titled, in its language and within its cap', () => {
    const { course, reading, pages } = guideline(language)
    expect(reading).toMatchObject({ tagged: true, language, pages: pages.length })
    expect(reading.title).toContain(course.title)
    expect(reading.xmp).toContain(`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`)
    expect(pages.length).toBeLessThanOrEqual(course.limits.cap)
  })

  it('keeps every part within its budget', () => {
    const parts = kit.receipt.guideline[language]?.parts ?? []
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.filter(({ pages, budget }) => budget === null || pages > budget)).toEqual([])
  })

  it('has an outline that is its headings in order, on their pages', () => {
    const { course, reading, pages } = guideline(language)
    const open: number[] = []
    const headings = pages.flatMap((page, index) =>
      page.headings.map(({ depth, text }) => {
        while ((open.at(-1) ?? 0) >= depth) open.pop()
        open.push(depth)
        return { title: bare(text), level: open.length, page: index + 1 }
      }),
    )
    expect(reading.outline.map(({ title, level, page }) => ({ title: bare(title), level, page }))).toEqual(headings)
    const top = reading.outline.filter(({ level }) => level === 1).map(({ title }) => bare(title))
    for (const module of course.modules) {
      expect(top.filter((title) => title.includes(bare(module.title)))).toHaveLength(1)
      const blocks = reading.outline
        .map(({ title }) => bare(title))
        .filter((title) => module.blocks.some((block) => title.endsWith(bare(block.title))))
      expect(blocks.length).toBeGreaterThanOrEqual(module.blocks.length)
    }
  })

  it('leads from every number in contents, lists and index to the page where the thing is', () => {
    const { course, reading, pages } = guideline(language)
    let followed = 0
    for (const { page, link, title, number } of numberedLinks(guideline(language))) {
      followed += 1
      const at = `"${link.text}" on page ${page}`
      expect(reading.destinations.get(link.destination ?? '')?.page, at).toBe(number)
      const [, ordinal, name] = /^(\d+(?:\.\d+)? )?(.*)$/.exec(title) ?? []
      expect(pages[number - 1]?.body, at).toContain(bare(name ?? ''))
      const target = course.targets.get(link.destination ?? '')
      if (ordinal && target) expect(pages[number - 1]?.body, at).toContain(bare(target.label.replace(/^\D+(?=\d)/, '')))
      // parts, modules and blocks are headings there; the rest has its title in a side head or a caption
      if (!target || target.kind === 'module' || target.kind === 'block') {
        if (name) expect(pages[number - 1]?.headings.map(({ text }) => bare(text)).join(' '), at).toContain(bare(name))
      }
    }
    expect(followed).toBeGreaterThan(150)
    // everything that a reader looks up is in contents or lists
    const listed = new Set(numberedLinks(guideline(language)).map(({ link }) => link.destination))
    const blocks = course.modules.flatMap((module) => module.blocks)
    for (const { id } of [...course.modules, ...blocks]) expect(listed).toContain(id)
    for (const part of ['lists', 'outline', 'glossary', 'bibliography', 'index']) expect(listed).toContain(part)
  })

  it('lists every activity, worksheet, figure and table, with number and title', () => {
    const { course, pages } = guideline(language)
    const say = words(language)
    const blocks = course.modules.flatMap((module) => module.blocks)
    const rows = new Map(
      numberedLinks(guideline(language)).flatMap(({ link, title }) => (title === '' ? [] : [[link.destination, bare(title)]])),
    )
    for (const thing of blocks.flatMap((block) => [...block.activities, ...block.worksheets])) {
      expect(rows.get(thing.id), thing.id).toBe(bare(`${thing.number} ${thing.title}`))
    }
    const all = pages.map(({ body }) => body).join('')
    // a figure may be on a slide only; what has a caption in the book is in the list
    const captioned = course.figures.filter(({ number, title, numbered }) => all.includes(bare(`${say[numbered]} ${number}. ${title}`)))
    expect(captioned.length).toBeGreaterThan(course.figures.length / 2)
    for (const figure of captioned) expect(rows.get(figure.id), figure.id).toBe(bare(`${figure.number} ${figure.title}`))
    expect(course.figures.filter(({ id }) => rows.has(id)).map(({ id }) => id)).toEqual(captioned.map(({ id }) => id))
  })

  it('says true pages after cross references', () => {
    const { course, reading, pages } = guideline(language)
    const text = pages.map(({ body }) => body).join('\n')
    let told = 0
    for (const target of course.targets.values()) {
      for (const [, number] of text.matchAll(new RegExp(`${escaped(bare(target.label))}\\(p\\.(\\d+)\\)`, 'g'))) {
        // modules of one title, or a worksheet named as another thing, would share a label
        const pagesOfLabel = [...course.targets.values()]
          .filter(({ label }) => bare(label).endsWith(bare(target.label)))
          .map(({ id }) => reading.destinations.get(id)?.page)
        told += 1
        expect(pagesOfLabel, `${target.label} (p. ${number})`).toContain(Number(number))
      }
    }
    expect(told).toBeGreaterThan(50)
  })

  it('has "page x of y" on every page but the cover, and from the contents on a running head', () => {
    const { course, pages } = guideline(language)
    const say = words(language)
    const contents = pages.findIndex(({ headings }) => headings.some(({ text }) => text === say.contents))
    expect(contents).toBeGreaterThan(0)
    pages.slice(1).forEach(({ foot }, index) => {
      expect(foot).toContain(bare(say.printed.pageOfPages(String(index + 2), String(pages.length))))
    })
    for (const { head } of pages.slice(contents)) expect(head).toContain(bare(course.title))
    let start = 1
    for (const { id, pages: count } of kit.receipt.guideline[language]?.parts ?? []) {
      const module = course.modules.find((one) => one.id === id)
      for (const page of module ? pages.slice(start - 1, start - 1 + count) : []) expect(page.head).toContain(bare(module?.title ?? ''))
      start += count
    }
  })

  it('has no empty page', () => {
    const empty = guideline(language).pages.flatMap(({ body }, index) => (body.length < 60 ? [index + 1] : []))
    expect(empty).toEqual([])
  })

  it('lists in its bibliography the works that the sources cite, and only those', async () => {
    const { course, pages } = guideline(language)
    const cited = await citedIn(language)
    expect(course.bibliography.map(({ key }) => key).sort()).toEqual([...cited].sort())
    const parts = kit.receipt.guideline[language]?.parts ?? []
    const at = parts.findIndex(({ id }) => id === 'bibliography')
    const start = parts.slice(0, at).reduce((sum, part) => sum + part.pages, 0)
    const printed = pages
      .slice(start)
      .map(({ body }) => body)
      .join('')
    const entries = course.bibliography.map(({ html }) => bare(toText(fromHtml(html, { fragment: true }), { whitespace: 'pre-wrap' })))
    expect(entries.length).toBeGreaterThan(50)
    let rest = printed
    for (const entry of [...entries].sort((a, b) => b.length - a.length)) {
      expect(rest).toContain(entry)
      rest = rest.replace(entry, '')
    }
    // what is left is the heading, the short names and the index, which follows on the last page
    expect(rest.startsWith(bare(words(language).bibliography))).toBe(true)
    expect(rest).toContain(bare(words(language).index))
    expect(rest).not.toContain('http')
  })
})

describe('every PDF of the kit', () => {
  const hasQpdf = (() => {
    try {
      return execFileSync('qpdf', ['--version']).length > 0
    } catch {
      return false
    }
  })()
  const pdfs = (): string[] => kit.receipt.outputs.map(({ path }) => path).filter((path) => path.endsWith('.pdf'))

  it.skipIf(!hasQpdf)(
    'is clean (qpdf --check)',
    () => {
      expect(pdfs().length).toBeGreaterThan(50)
      // exit code 2 means errors, 3 warnings: both throw
      for (const path of pdfs()) execFileSync('qpdf', ['--check', join(kit.dist, path)], { stdio: 'pipe' })
    },
    300_000,
  )

  it('is tagged and says title and language, embeds its fonts and only ours, and leads to no file of the machine', async () => {
    for (const path of pdfs()) {
      const reading = await readPdf(await kit.read(path))
      expect([path, reading.tagged, reading.language, reading.title.length > 5]).toEqual([path, true, path.slice(0, 2), true])
      expect(reading.fonts.length, path).toBeGreaterThan(0)
      expect(
        reading.fonts.filter(({ name, embedded }) => !embedded || !/^(SourceSans3|SourceSerif4|NotoSans|NotoNaskh|Type3)/.test(name)),
        path,
      ).toEqual([])
      expect(
        reading.links.filter(({ uri }) => uri !== null && !/^(https?|mailto|tel):/.test(uri)),
        path,
      ).toEqual([])
    }
  })
})

/** Links that are rows of contents, lists and module openings, or numbers of the index: their text ends in a page number. */
function numberedLinks({ course, pages }: Guideline): { page: number; link: PdfPage['links'][number]; title: string; number: number }[] {
  const parts = kit.receipt.guideline[course.language]?.parts ?? []
  const front = parts[0]?.pages ?? 0
  const index = pages.length - (parts.at(-1)?.pages ?? 0)
  return pages.flatMap(({ links }, at) =>
    links.flatMap((link) => {
      // a block in the opening of its module: "0.1 Who is in the room? 75 min p. 9"
      const row = at < front ? /^(.*) (\d+)$/ : at < index ? /^(.*) \d+ min p\. (\d+)$/ : /^()(\d+)$/
      const [, title, number] = row.exec(link.text) ?? []
      if (link.destination === null || title === undefined) return []
      // "Module 1" in the text is a name, not a page
      if (course.targets.get(link.destination)?.label === link.text) return []
      return [{ page: at + 1, link, title, number: Number(number) }]
    }),
  )
}

/** Keys that the sources cite, read without the course's reader: `[@key, p. 3; @other]` in Markdown, `sources` in the glossary. */
async function citedIn(language: string): Promise<Set<string>> {
  const modules = join(kit.folder, 'modules')
  const paths = (await filesIn(modules)).filter((path) => path.endsWith('.md'))
  const keys = new Set<string>()
  for (const path of paths) {
    const own = /\.([a-z]{2})\.md$/.exec(path)?.[1]
    const translated = paths.includes(path.replace(/\.md$/, `.${language}.md`))
    if (own === undefined ? translated : own !== language) continue
    const text = Buffer.from(await kit.read(`../modules/${path}`)).toString('utf8')
    for (const [cluster] of text.matchAll(/\[[^\]]*@[^\]]+\]/g)) {
      for (const [, key] of cluster.matchAll(/(?:^\[|; ?)[^;@]*@([\w-]+)/g)) keys.add(key as string)
    }
  }
  const glossary = Buffer.from(await kit.read('../modules/glossary.yml')).toString('utf8')
  for (const [, list] of glossary.matchAll(/sources: \[([^\]]*)\]/g))
    for (const key of (list ?? '').split(',')) if (key.trim() !== '') keys.add(key.trim())
  return keys
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
