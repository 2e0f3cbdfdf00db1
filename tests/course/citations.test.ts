/** Institutions by their short names: in text, in the list of works, in its order and in the letters behind years. */
import { expect, test } from 'vitest'
import { abbreviationsIn, formatCitations } from '../../course/citations.ts'
import type { CitationNode } from '../../course/course.ts'

const references = [
  {
    id: 'a',
    type: 'report',
    title: 'Zebra',
    author: [{ literal: 'World Tap League (WTL)' }],
    publisher: 'World Tap League (WTL)',
    issued: { 'date-parts': [[2023]] },
  },
  { id: 'b', type: 'report', title: 'Ant', author: [{ literal: 'World Tap League (WTL)' }], issued: { 'date-parts': [[2023]] } },
  {
    id: 'c',
    type: 'book',
    title: 'Bee',
    publisher: 'Zinc Council',
    author: [{ family: 'Young', given: 'Zoe' }],
    issued: { 'date-parts': [[2020]] },
  },
  {
    id: 'd',
    type: 'report',
    title: 'Cat',
    author: [{ literal: 'Zinc Council' }, { literal: 'World Tap League (WTL)' }],
    issued: { 'date-parts': [[2021]] },
  },
  { id: 'e', type: 'webpage', title: 'Dog', author: [{ literal: 'Zinc Council' }], accessed: { 'date-parts': [[2026]] } },
]
const abbreviations = new Map([
  ['Zinc Council', 'ABC'],
  ['World Tap League (WTL)', 'WTL'],
  ['Nobody', 'N'],
])
const cite = (key: string, locator = ''): CitationNode => ({ type: 'citation', items: [{ key, locator }], text: '' })

test('in text and in the list, with letters behind years and in the order of the short names', async () => {
  const nodes = [cite('a', 'p. 4'), cite('b'), cite('c'), cite('d'), cite('e')]
  const works = await formatCitations(nodes, references, 'en', abbreviations)
  expect(nodes.map(({ text }) => text)).toEqual([
    '(WTL, 2023b, p. 4)',
    '(WTL, 2023a)',
    '(Young, 2020)',
    '(ABC and WTL, 2021)',
    '(ABC, n.d.)',
  ])
  expect(works.map(({ key, html }) => [key, html.split(')')[0]])).toEqual([
    ['e', 'ABC (n.d.'],
    ['d', 'ABC and WTL (2021'],
    ['b', 'WTL (2023a'],
    ['a', 'WTL (2023b'],
    ['c', 'Young, Zoe (2020'],
  ])
})

test('a publisher that is the author is named once, another by its short name', async () => {
  const works = await formatCitations([cite('a'), cite('c')], references, 'en', abbreviations)
  expect(works.map(({ html }) => html)).toEqual(['WTL (2023). <i>Zebra</i>.', 'Young, Zoe (2020). <i>Bee</i>. ABC.'])
})

test('only those of cited works are listed', () => {
  expect([...abbreviationsIn([cite('c'), cite('a')], references, abbreviations)]).toEqual([['World Tap League (WTL)', 'WTL']])
})
