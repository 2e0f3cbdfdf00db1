import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { type ManualPage, manualPages, relativeFolder } from '../../manual/pages.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bilingualCourses, bilingualDrawings, secrets, secretsOfFacilitators } from './bilingual-course.ts'

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
    const ids = [
      'home',
      'method',
      'trainers',
      'dough',
      'dough-rest',
      'annexes',
      'annex-test',
      'annex-cards',
      'glossary',
      'bibliography',
      'lists',
    ]
    expect(pages.map(({ id }) => id)).toEqual(ids)
    expect(pages.map(({ path }) => path)).toEqual([
      '',
      'before/method/',
      'before/trainers/',
      'dough/',
      'dough/dough-rest/',
      'annexes/',
      'annexes/annex-test/',
      'annexes/annex-cards/',
      'glossary/',
      'works-cited/',
      'lists/',
    ])
    expect(pages.map(({ previous }) => previous)).toEqual([null, ...ids.slice(0, -1)])
    expect(pages.map(({ next }) => next)).toEqual([...ids.slice(1), null])
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

describe('front and annexes', () => {
  const links = (pages: ManualPage[], id: string): [text: string, href: unknown][] =>
    elements(page(pages, id).content)
      .filter(({ tagName }) => tagName === 'a')
      .map((element) => [toText(element), element.properties.href])

  it('are chapters: under home and under the annexes, with the letter of the annex', () => {
    const pages = write('en', 'facilitator')
    expect(page(pages, 'method')).toMatchObject({ kind: 'chapter', label: '', title: 'How we bake', parent: 'home' })
    expect(page(pages, 'annexes')).toMatchObject({ kind: 'annexes', label: '', title: 'Annexes', parent: 'home' })
    expect(page(pages, 'annex-cards')).toMatchObject({ kind: 'chapter', label: 'Annex B', parent: 'annexes' })
    expect(text(page(pages, 'annexes'))).toMatch(/What is used more than once.*Print what you need.*A\s*What do you know\?.*B\s*Cards/s)
  })

  it('are listed on the home page, each with its chapters that the edition holds', () => {
    const home = text(page(write('en', 'participant'), 'home'))
    expect(home).toMatch(/Before you bake\s+How we bake\s+Modules/)
    expect(home).toMatch(/Annexes\s+A\s*What do you know\?\s+More/)
    expect(text(page(write('en', 'facilitator'), 'home'))).toMatch(/Annexes\s+A\s*What do you know\?\s+B\s*Cards/)
  })

  it('are linked to by "Annex A", cite works and use terms', () => {
    const found = links(write('en', 'facilitator'), 'method')
    expect(found).toContainEqual(['Annex A', '../../annexes/annex-test/'])
    expect(found).toContainEqual(['Annex B', '../../annexes/annex-cards/'])
    expect(found).toContainEqual(['(Miller, 2020)', '../../works-cited/#work-miller-2020'])
    expect(found).toContainEqual(['proving', '../../glossary/#term-proving'])
    expect(links(write('en', 'facilitator'), 'annex-test')).toContainEqual(['How we bake', '../../before/method/'])
  })

  it('number their worksheets by the annex, and ask the questions of the course with the answers for facilitators', () => {
    const facilitator = text(page(write('en', 'facilitator'), 'annex-test'))
    const participant = text(page(write('en', 'participant'), 'annex-test'))
    for (const sign of ['Worksheet A.1', 'When is a dough ready?', 'When the clock says so']) {
      expect(facilitator).toContain(sign)
      expect(participant).toContain(sign)
    }
    expect(facilitator).toContain('Expected answers')
    expect(participant).not.toContain('Expected answers')
    expect(page(write('en', 'facilitator'), 'annex-test').html).toContain('<ol start="2">')
  })

  it('give participants the chapters that are for all, and no link to the others', () => {
    const pages = write('en', 'participant')
    expect(pages.map(({ id }) => id)).toEqual([
      'home',
      'method',
      'dough',
      'dough-rest',
      'annexes',
      'annex-test',
      'glossary',
      'bibliography',
      'lists',
    ])
    expect(links(pages, 'method').map(([name]) => name)).not.toContain('Annex B')
    expect(text(page(pages, 'lists'))).toContain('Worksheet A.1')
    expect(text(page(pages, 'lists'))).not.toMatch(/Worksheet (1\.2|B\.1)/)
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

  it.each(Object.entries(secretsOfFacilitators))('chapters and worksheets that are theirs as a whole: %s', (id, sentences) => {
    const shown = (edition: Edition) =>
      write('en', edition).filter(({ html, title }) => sentences.some((each) => `${title} ${html}`.includes(each)))
    for (const sentence of sentences) {
      const { html, title } = page(write('en', 'facilitator'), id)
      expect(`${title} ${html}`).toContain(sentence)
    }
    expect(shown('participant')).toEqual([])
  })

  it('worksheets of theirs beside those of an activity', () => {
    const sheetsOf = (edition: Edition) =>
      /Worksheets(.*?)Two doughs/s.exec(
        text(page(write('en', edition), 'dough-rest'))
          .split('Activity 1.1')
          .at(-1) ?? '',
      )?.[1]
    expect(sheetsOf('facilitator')).toMatch(/Worksheet 1\.1\s+Worksheet 1\.2/)
    expect(sheetsOf('participant')).toMatch(/Worksheet 1\.1\s*$/)
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
    expect(links).toEqual(['a4', 'letter', 'large', 'html', 'answers'].map((form) => `files/w-dough.${form}`))
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
