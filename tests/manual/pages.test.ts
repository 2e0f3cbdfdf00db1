import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { type ManualPage, manualPages, relativeFolder } from '../../manual/pages.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bilingualCourses, bilingualDrawings, secrets } from './bilingual-course.ts'

let courses: Map<string, Course>
const write = (language: string, edition: Edition): ManualPage[] =>
  manualPages(courses.get(language) as Course, edition, {
    drawings: bilingualDrawings,
    fileHref: (_, file) => (file.kind === 'worksheet' ? `files/${file.id}.${file.form}` : null),
  })
const page = (pages: ManualPage[], id: string): ManualPage => pages.find((each) => each.id === id) as ManualPage

beforeAll(async () => {
  const arabic = await readCourse(await readSources('tests/courses/arabic'))
  courses = new Map([...(await bilingualCourses()), ...arabic.courses])
})

describe('the pages', () => {
  it('stand in reading order, each knowing its neighbours and the page above', () => {
    const pages = write('en', 'facilitator')
    expect(pages.map(({ id }) => id)).toEqual(['home', 'dough', 'dough-rest', 'glossary', 'bibliography', 'lists'])
    expect(pages.map(({ path }) => path)).toEqual(['', 'dough/', 'dough/dough-rest/', 'glossary/', 'works-cited/', 'lists/'])
    expect(pages.map(({ previous }) => previous)).toEqual([null, 'home', 'dough', 'dough-rest', 'glossary', 'bibliography'])
    expect(pages.map(({ next }) => next)).toEqual(['dough', 'dough-rest', 'glossary', 'bibliography', 'lists', null])
    expect(page(pages, 'dough-rest')).toMatchObject({ label: 'Block 1.1', title: 'Why dough rests', parent: 'dough' })
  })

  it('are the same every time', () => {
    expect(write('ar', 'facilitator').map(({ html }) => html)).toEqual(write('ar', 'facilitator').map(({ html }) => html))
  })

  it('list their headings with the ids they can be reached at', () => {
    const { headings, html } = page(write('en', 'participant'), 'dough-rest')
    expect(headings.map(({ label, text }) => [label, text].filter(Boolean).join(' '))).toEqual([
      'Learning objectives',
      'Rest is work',
      'Case A mill in the north',
      'Night work Who bakes at three?',
      'Caution Hot oven',
      'Local context In Suravia',
      'Activity 1.1 Knead and wait',
      'Discussion Is waiting work?',
      'Quiz Two questions',
      'Worksheet 1.1 My dough',
    ])
    for (const { id } of headings) expect(html).toContain(` id="${id}"`)
  })
})

describe.each(['en', 'fr', 'ar'])('in %s', (language) => {
  describe.each(['facilitator', 'participant'] as const)('the %s edition', (edition) => {
    it('has every id once a page, and headings that step down one level at a time', () => {
      for (const { id, content } of write(language, edition)) {
        const ids = elements(content).flatMap(({ properties }) => (properties.id ? [String(properties.id)] : []))
        expect(
          ids.filter((each, index) => ids.indexOf(each) !== index),
          id,
        ).toEqual([])
        let depth = 1
        for (const { tagName } of elements(content)) {
          if (!/^h\d$/.test(tagName)) continue
          expect(Number(tagName[1]), `${id}: ${tagName} after h${depth}`).toBeLessThanOrEqual(depth + 1)
          depth = Number(tagName[1])
        }
      }
    })

    it('links only to pages and places that are there', () => {
      const pages = write(language, edition)
      const places = new Map(
        pages.map(({ path, content }) => [path, new Set(elements(content).map(({ properties }) => String(properties.id)))]),
      )
      for (const { path, content } of pages) {
        for (const { tagName, properties } of elements(content)) {
          if (tagName !== 'a') continue
          const href = String(properties.href)
          if (/^(https?:|files\/)/.test(href)) continue
          const url = new URL(href, `https://manual/${path}`)
          expect([...places.keys()], `${href} on ${path}`).toContain(url.pathname.slice(1))
          if (url.hash)
            expect(places.get(url.pathname.slice(1))?.has(decodeURIComponent(url.hash.slice(1))), `${href} on ${path}`).toBe(true)
        }
      }
    })
  })
})

describe('what facilitators alone may see', () => {
  it.each(Object.entries(secrets))('%s: in their edition, in no other', (_, sentence) => {
    const inside = (edition: Edition) =>
      write('en', edition)
        .filter(({ html }) => html.includes(sentence))
        .map(({ id }) => id)
    expect(inside('facilitator')).toContain('dough-rest')
    expect(inside('participant')).toEqual([])
  })

  it('run, short form, right answers, slides and the list for validators too', () => {
    const facilitator = text(page(write('en', 'facilitator'), 'dough-rest'))
    const participant = text(page(write('en', 'participant'), 'dough-rest'))
    for (const sign of ['Run of the block', 'Short form', 'Right answer', 'Rest makes bread', 'Cut first when late', 'PDF with answers']) {
      expect(facilitator).toContain(sign)
      expect(participant).not.toContain(sign)
    }
    expect(text(page(write('en', 'facilitator'), 'lists'))).toContain('To be validated')
    expect(text(page(write('en', 'participant'), 'lists'))).not.toContain('To be validated')
  })

  it('is marked as such, so that it is seen in print as well', () => {
    const marked = elements(page(write('en', 'facilitator'), 'dough-rest').content).filter(
      ({ properties }) => properties.dataAudience === 'facilitator',
    )
    const words = marked.map((element) => toText(element)).join(' ')
    for (const sentence of Object.values(secrets)) expect(words).toContain(sentence)
  })
})

describe('the block page', () => {
  it('shows an activity with its facts and timed steps', () => {
    const { html } = page(write('en', 'participant'), 'dough-rest')
    expect(html).toContain('<p class="piece-label">Activity 1.1</p>')
    const activity = toText(byId(page(write('en', 'participant'), 'dough-rest').content, 'knead'))
    expect(activity).toMatch(/Time\s+30 min\s+Method\s+Group work\s+Group size\s+Groups of 4\s+Worksheets\s+Worksheet 1\.1/)
    expect(activity).toMatch(/Knead both doughs\.\s+10 min\s+Wait and watch\.\s+20 min/)
  })

  it('cuts the time strip in proportion to the steps', () => {
    const bars = elements(page(write('en', 'participant'), 'dough-rest').content).filter(({ tagName }) => tagName === 'rect')
    const [first, second] = bars.map(({ properties }) => Number(properties.width))
    expect((first ?? 0) + 4).toBeCloseTo(1000 / 3, 0)
    expect(second).toBeCloseTo(2000 / 3, 0)
  })

  it('sets the run of the block as a time table that adds up to the block', () => {
    const run = elements(page(write('en', 'facilitator'), 'dough-rest').content).find(({ properties }) =>
      String(properties.className).includes('run'),
    )
    const rows = elements([run as Element])
      .filter(({ tagName }) => tagName === 'tr')
      .slice(1)
      .map((row) => toText(row).replace(/\s+/g, ' ').trim())
    expect(rows).toEqual([
      '0:00 Slides: Rest makes bread All together 4 min',
      '0:04 Activity 1.1 Knead and wait Group work, Groups of 4 · Cut first when late 30 min',
      '0:34 Discussion: Is waiting work? All together 10 min',
      '0:44 Time in hand 16 min',
    ])
  })

  it('folds the slides with their notes', () => {
    const fold = elements(page(write('en', 'facilitator'), 'dough-rest').content).find(({ tagName }) => tagName === 'details') as Element
    expect(toText(fold)).toMatch(/Show the slide and its notes[\s\S]*Gluten relaxes[\s\S]*Speaker notes say/)
  })

  it('previews every field of a worksheet and links its files', () => {
    const sheet = byId(page(write('en', 'facilitator'), 'dough-rest').content, 'w-dough')
    const fields = elements([sheet]).flatMap(({ properties }) => String(properties.className ?? '').match(/field-kind-(\w+)/)?.[1] ?? [])
    expect(fields).toEqual(['lines', 'table', 'choice', 'scale', 'box'])
    const links = elements([sheet])
      .filter(({ tagName }) => tagName === 'a')
      .map(({ properties }) => properties.href)
    expect(links).toEqual(['files/w-dough.pdf', 'files/w-dough.html', 'files/w-dough.answers'])
  })

  it('names the source line of what can be pointed at', () => {
    const { content } = page(write('en', 'participant'), 'dough-rest')
    for (const id of ['knead', 'case-mill', 'w-dough', 'fig-rest', 'knead-step-2', 'q-ready', 'w-dough.see']) {
      expect(byId(content, id).properties.dataSource, id).toMatch(/^modules\/01-dough\/1-rest\.md:\d+$/)
    }
  })
})

describe('translations', () => {
  it('mark a page in another language, and set its language', () => {
    const module = page(write('fr', 'participant'), 'dough')
    expect(module).toMatchObject({ fallback: true, language: 'en' })
    expect(module.html).toContain('n’est pas encore traduite')
    expect(module.html).toMatch(/<p[^>]* lang="en"[^>]*>What a dough needs/)
  })

  it('mark a page behind its source', () => {
    const block = page(write('fr', 'participant'), 'dough-rest')
    expect(block).toMatchObject({ fallback: false, behind: true })
    expect(block.html).toContain('traduite d’une version antérieure')
    expect(page(write('en', 'participant'), 'dough-rest').behind).toBe(false)
  })
})

it('the home page says which framework names are not confirmed', () => {
  const home = text(page(write('en', 'participant'), 'home'))
  expect(home).toContain('The second name is a working title.')
  expect(home).toContain('Enough time name to be confirmed')
  expect(home).not.toContain('Good flour name to be confirmed')
})

it('the glossary says to facilitators what is not verified, and names its sources', () => {
  expect(text(page(write('en', 'facilitator'), 'glossary'))).toMatch(/proving\s+definition to be validated/)
  expect(text(page(write('en', 'participant'), 'glossary'))).not.toContain('to be validated')
  expect(text(page(write('en', 'participant'), 'glossary'))).toMatch(/Source: Miller, Anna \(2020\)/)
})

it('a folder is found from any other', () => {
  expect(relativeFolder('', '')).toBe('./')
  expect(relativeFolder('a/b/', '')).toBe('../../')
  expect(relativeFolder('a/b/', 'a/c/')).toBe('../c/')
  expect(relativeFolder('', 'a/b/')).toBe('a/b/')
})

function elements(content: readonly ElementContent[]): Element[] {
  return content.flatMap((node) => (node.type === 'element' ? [node, ...elements(node.children)] : []))
}

function byId(content: readonly ElementContent[], id: string): Element {
  const found = elements(content).find(({ properties }) => properties.id === id)
  if (!found) throw new Error(`Nothing has the id ${id}`)
  return found
}

function text({ html }: ManualPage): string {
  return toText(fromHtml(html, { fragment: true })).replace(/[ \t]+/g, ' ')
}
