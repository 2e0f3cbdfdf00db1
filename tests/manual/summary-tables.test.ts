/** Tables made from the course, as every writer of the manual prints them. */
import type { Element } from 'hast'
import { toText } from 'hast-util-to-text'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition, Language, Summary, SummaryOf } from '../../course/course.ts'
import { SUMMARIES } from '../../course/directives.ts'
import { readCourse } from '../../course/read-course.ts'
import { toHtml } from '../../course/to-html.ts'
import { pieceToHast } from '../../manual/pieces.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bilingualCourses, bilingualDrawings } from './bilingual-course.ts'

let courses: Map<Language, Course>
beforeAll(async () => {
  const arabic = await readCourse(await readSources('tests/courses/arabic'))
  courses = new Map([...(await bilingualCourses()), ...arabic.courses])
})

function tables(of: SummaryOf, language = 'en', edition: Edition = 'facilitator', medium: 'screen' | 'print' = 'screen') {
  const course = courses.get(language) as Course
  const place = { path: 'a.md', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const piece: Summary = { kind: 'summary', of, id: 's', named: false, title: '', label: [], audience: 'all', place }
  return pieceToHast(piece, {
    course,
    edition,
    medium,
    drawings: bilingualDrawings,
    href: ({ id }) => `#${id}`,
    piece: pieceToHast,
    headingShift: 0,
  })
}

/** Rows as text, cells parted by a bar. */
function rows(of: SummaryOf, ...more: [Language?, Edition?]): string[] {
  const found: string[] = []
  const visit = (node: Element): void => {
    if (node.tagName === 'tr')
      found.push(
        node.children
          .map((cell) =>
            toText(cell as Element)
              .trim()
              .replace(/\s+/g, ' '),
          )
          .join(' | '),
      )
    else for (const child of node.children) if (child.type === 'element') visit(child)
  }
  for (const node of tables(of, ...more)) visit(node as Element)
  return found
}

describe('tables made from the course', () => {
  it('of the framework: modules, blocks and the cases that illustrate an item', () => {
    expect(rows('framework')).toEqual([
      'Pillar | Modules | Blocks | Cases',
      '1 Good flour | 1 | 1.1 | 1.1',
      '2 Enough time name to be confirmed | 1 | 1.1 | none',
    ])
  })

  it('of objectives: what is practised and tested, and what is not', () => {
    const [head, ...all] = rows('objectives')
    expect(head).toBe('Block | Learning objective | Activities | Quiz')
    // an objective of a module is the sum of its blocks'
    expect(all.filter((row) => row.includes('Bake one loaf'))).toEqual([])
    expect(all.find((row) => row.includes('Compare two doughs'))).toMatch(/^1\.1 \| Compare two doughs \| 1\.1 \| \d/)
  })

  it('of a theme: a row a module', () => expect(rows('themes')).toEqual(['Module | Night work', 'Module 1 The dough | 1.1']))

  it('of minutes: the talk in a sentence, the forms, the methods', () => {
    const text = tables('minutes')
      .map((node) => toText(node as Element))
      .join('')
    expect(text).toMatch(/One person talks to the room in \d+% of the \d+ planned minutes\./)
    expect(rows('minutes')).toContain('Method | Form | Activities | Minutes')
  })

  it('of methods: with the activities that use them', () => {
    expect(rows('methods')[1]).toMatch(/^Group work \| Groups \| .*\| 1\.1/)
  })

  it('of materials: for facilitators, by module', () => {
    expect(rows('materials').slice(0, 2)).toEqual(['Activity | Materials', 'Module 1 The dough'])
    expect(tables('materials', 'en', 'participant')).toEqual([])
  })

  it('of what the course does not declare: nothing', () => {
    expect(tables('cases')).toEqual([])
    expect(tables('stakeholders')).toEqual([])
  })

  it.each(SUMMARIES)('of %s: has no id of its own but the piece’s, so that it can stand on a page with what it lists', (of) => {
    const html = toHtml(tables(of))
    expect([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id).filter((id) => id !== 's')).toEqual([])
  })

  it.each(['fr', 'ar'])('in %s: in its own words', (language) => {
    expect(rows('framework', language)[0] ?? '').not.toContain('Modules | Blocks')
    for (const of of SUMMARIES) expect(() => tables(of, language, 'participant', 'print')).not.toThrow()
  })
})
