/** "Activity 1.2", "Worksheet 5.1", "Figure 4": the number of a thing is the same wherever it is named, in every output and language. */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { bare } from '../manual/pdf-text.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'
import { readPages } from './pdf-pages.ts'

let kit: Kit
beforeAll(async () => {
  kit = await theKit()
}, BUILD_TAKES)

interface Thing {
  label: string
  title: string
}

const LANGUAGES = ['en', 'fr']
const course = (language: string): Course => kit.courses.get(language) as Course

/** Labels counted afresh from the order of the course: activities and worksheets within their module, figures and tables through the course. */
function numbered(language: string): Map<string, Thing> {
  const say = words(language)
  const things = new Map<string, Thing>()
  for (const module of course(language).modules) {
    for (const [kind, all] of [
      ['activity', module.blocks.flatMap(({ activities }) => activities)],
      ['worksheet', module.blocks.flatMap(({ worksheets }) => worksheets)],
    ] as const) {
      all.forEach(({ id, title }, index) => {
        things.set(id, { label: `${say[kind]} ${module.number}.${index + 1}`, title })
      })
    }
  }
  for (const { number, worksheets } of course(language).annexes?.blocks ?? []) {
    worksheets.forEach(({ id, title }, index) => {
      things.set(id, { label: `${say.worksheet} ${number}.${index + 1}`, title })
    })
  }
  for (const kind of ['figure', 'table'] as const) {
    course(language)
      .figures.filter((figure) => figure.numbered === kind)
      .forEach(({ id, title }, index) => {
        things.set(id, { label: `${say[kind]} ${index + 1}`, title })
      })
  }
  return things
}

/** Every label that a page gives to a thing, on the thing itself and in references to it: `[id, label]`. */
function labelsOn(tree: Root): [string, string][] {
  const found: [string, string][] = []
  const text = (element: Element): string => toText(element).replace(/\s+/g, ' ').trim()
  visit(tree, 'element', (element) => {
    const { id, href, dataLabel } = element.properties
    if (typeof id === 'string' && typeof dataLabel === 'string') found.push([id, dataLabel])
    if (typeof id === 'string') {
      for (const name of ['piece-label', 'figure-number']) {
        const own = firstOf(element, name)
        if (own) found.push([id, text(own).replace(/\.$/, '')])
      }
    }
    if (typeof href === 'string' && classes(element).includes('reference'))
      found.push([decodeURIComponent(href.replace(/^[^#]*#\/?/, '')), text(element)])
  })
  return found
}

/** The first element of a class that belongs to this element and not to a thing inside it. */
function firstOf(element: Element, name: string): Element | null {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    if (classes(child).includes(name)) return child
    if (child.properties.id !== undefined || child.properties.dataSource !== undefined) continue
    const found = firstOf(child, name)
    if (found) return found
  }
  return null
}

function classes(element: Element): string[] {
  return [element.properties.className ?? []].flat().map(String)
}

describe.each(LANGUAGES)('numbers (%s)', (language) => {
  const inLanguage: Record<string, (path: string) => boolean> = {
    'the site': (path) => (language === 'en' ? /^site\/(?!fr\/)/ : /^site\/fr\//).test(path),
    'the participants’ pages': (path) => path.startsWith(`${language}/participant/`) && !/\/(slides|worksheets)\//.test(path),
    'the decks': (path) => path.startsWith(`${language}/slides/`) || path.startsWith(`${language}/participant/slides/`),
  }

  it.each(Object.entries(inLanguage))('are the same on every page of %s', async (name, wanted) => {
    const things = numbered(language)
    const named = new Set<string>()
    for (const path of kit.files.filter((file) => file.endsWith('.html') && wanted(file))) {
      for (const [id, label] of labelsOn(fromHtml(Buffer.from(await kit.read(path)).toString('utf8')))) {
        const thing = things.get(id)
        if (!thing) continue
        expect([path, id, label]).toEqual([path, id, thing.label])
        named.add(id)
      }
    }
    const activities = course(language).modules.flatMap((module) => module.blocks.flatMap((block) => block.activities))
    const wants = name === 'the decks' ? activities.map(({ id }) => id) : [...things.keys()]
    const { targets } = course(language)
    const hidden = (id: string): boolean => name !== 'the site' && targets.get(id)?.audience === 'facilitator'
    expect(wants.filter((id) => hidden(id) && named.has(id) && name === 'the participants’ pages')).toEqual([])
    // a figure may stand on a slide alone
    expect(wants.filter((id) => !named.has(id) && !hidden(id) && targets.get(id)?.kind !== 'figure')).toEqual([])
    expect(named.size).toBeGreaterThan(30)
  })

  it('are the same on every worksheet, printed and in the browser', async () => {
    const things = numbered(language)
    for (const { id } of course(language).worksheets) {
      const { label, title } = things.get(id) as Thing
      const [first] = await readPages(await kit.read(`${language}/worksheets/${id}.pdf`))
      const printed = bare(first?.runs.map(({ text }) => text).join('') ?? '')
      expect(printed).toContain(bare(label))
      expect(printed).toContain(bare(title))
      const page = Buffer.from(await kit.read(`${language}/worksheets/${id}.html`)).toString('utf8')
      const [own, course] = /<p class="sheet-line">.*?<\/p>/.exec(page)?.[0]?.split('</span>') ?? []
      expect([own?.replace(/<[^>]*>/g, ''), course !== undefined]).toEqual([label, true])
    }
  })

  it('are the same in the guideline, where the thing stands', async () => {
    const pdf = await kit.read(`${language}/guideline.pdf`)
    const { destinations } = await readPdf(pdf)
    const pages = await readPages(pdf)
    let found = 0
    for (const [id, { label, title }] of numbered(language)) {
      const page = destinations.get(id)?.page
      if (page === undefined) continue
      found += 1
      // the label of a thing at the foot may stand a page before its first line, never after
      expect(pages[page - 1]?.body, id).toContain(bare(label))
      expect(pages[page - 1]?.body, id).toContain(bare(title))
    }
    expect(found).toBeGreaterThan(60)
  })

  it('are the same in run sheet, contingency plan and start page', async () => {
    const things = numbered(language)
    const text = async (path: string): Promise<string> =>
      (await readPages(await kit.read(path))).map(({ runs }) => bare(runs.map((run) => run.text).join(''))).join('')
    const [sheet] = kit.outputs('run-sheet', language)
    const runSheet = await text(sheet?.path ?? '')
    const plan = await text(`${language}/contingency-plan.pdf`)
    const start = toText(fromHtml(Buffer.from(await kit.read('index.html')).toString('utf8'))).replace(/\s+/g, ' ')
    const planned = new Set(
      course(language).agendas.flatMap(({ days }) =>
        days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'block' ? [item.block] : []))),
      ),
    )
    for (const module of course(language).modules) {
      for (const block of module.blocks) {
        for (const { id } of block.activities) {
          const { label, title } = things.get(id) as Thing
          if (planned.has(block.id)) expect(runSheet, id).toContain(bare(label + title))
          expect(plan, id).toContain(bare(label))
        }
        for (const { id } of block.worksheets) {
          const { label, title } = things.get(id) as Thing
          expect(start).toContain(`${label} ${title}`)
        }
      }
    }
  })

  it('are found by the search of the participants’ edition', async () => {
    const index = Buffer.from(await kit.read(`${language}/participant/assets/search-index.js`)).toString('utf8')
    for (const [id, { label }] of numbered(language)) {
      if (course(language).targets.get(id)?.kind === 'activity') expect(index, id).toContain(label)
    }
  })
})
