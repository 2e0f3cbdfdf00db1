import { describe, expect, test } from 'vitest'
import { scanOpening } from '../../course/attributes.ts'
import { jsonMistake, jsonSpans } from '../../course/json.ts'
import { passedLimit } from '../../course/limits.ts'
import { nearest } from '../../course/nearest.ts'
import { objectiveVerbs } from '../../course/objective-verbs.ts'
import { pathWithin } from '../../course/path-within.ts'
import { termFinder } from '../../course/terms.ts'

describe('the nearest word', () => {
  const known = ['activity', 'figure', 'planning-horizon-wall', 'slide', 'o1', 'o2']
  test.each([
    ['activty', 'activity'],
    ['acitvity', 'activity'],
    ['Figure', 'figure'],
    ['fig', 'figure'],
    ['horizon-wall', 'planning-horizon-wall'],
    ['o7', 'o1'],
    ['hovercraft', null],
    ['', null],
    ['x', null],
  ])('of %s is %s', (word, near) => {
    expect(nearest(word, known)).toBe(near)
  })
})

describe('a path named beside a file', () => {
  test.each([
    ['figures/a.svg', 'modules/01-a/figures/a.svg'],
    ['./a.svg', 'modules/01-a/a.svg'],
    ['../02-b/a.svg', 'modules/02-b/a.svg'],
    ['a%20b.svg', 'modules/01-a/a b.svg'],
    ['a\\b.svg', 'modules/01-a/a/b.svg'],
    ['100%.svg', 'modules/01-a/100%.svg'],
    ['../../a.svg', null],
    ['../../../a.svg', null],
    ['../../modules/../a.svg', null],
    ['../../x/../modules/a.svg', null],
    ['/a.svg', null],
    ['\\\\host\\a.svg', null],
    ['//host/a.svg', null],
    ['C:\\a.svg', null],
    ['file:///a.svg', null],
    ['data:image/png;base64,', null],
    ['%2e%2e/%2e%2e/a.svg', null],
    ['a\0.svg', null],
  ])('%s is %s', (relative, path) => {
    expect(pathWithin('modules/01-a/1-b.md', relative)).toBe(path)
  })
})

describe('the opening of a directive', () => {
  const shown = (text: string): string[] => {
    const { name, attributes } = scanOpening(text, 0)
    return [
      text.slice(name.start, name.end),
      ...attributes.map((one) => `${one.name}=${text.slice(one.value.start, one.value.end)} at ${one.start}-${one.end}`),
    ]
  }
  test.each([
    [':::slide[A]{#a b=c}', ['slide', 'id=a at 12-14', 'b=c at 15-18']],
    ['::: slide {b = "c d"  e=\'f\' .g h}', ['slide', 'b=c d at 11-20', 'e=f at 22-27', 'class=g at 28-30', 'h= at 31-32']],
    ['::: {.slide #a b=c}', ['slide', 'id=a at 12-14', 'b=c at 15-18']],
    [':::slide[A [b] \\] {c=d}]{e="f=g}"}', ['slide', 'e=f=g} at 25-33']],
    [':term[a]', ['term']],
    [':::slide', ['slide']],
    [':::slide[A', ['slide']],
    [':::slide{a="b', ['slide', 'a=b at 9-13']],
  ])('%s', (text, parts) => {
    expect(shown(text)).toEqual(parts)
  })
})

describe('JSON with places', () => {
  test.each([
    ['', 0, 'a value'],
    ['[1,]', 3, 'a value'],
    ['{"a": 1,}', 8, 'a name in double quotes'],
    ['{"a" 1}', 5, 'a colon behind the name'],
    ['["a" "b"]', 5, 'a comma or ]'],
    ['{"a": 1 "b": 2}', 8, 'a comma or }'],
    ['["a', 3, 'a double quote that ends the text on its line'],
    ['["a\nb"]', 3, 'a double quote that ends the text on its line'],
    ['["\\x"]', 2, 'an escape such as \\n or \\"'],
    ['[01]', 2, 'a comma or ]'],
    ['{} x', 3, 'the end of the file'],
  ])('%j has its mistake at %i', (text, offset, expected) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonMistake(text)).toEqual({ offset, expected })
  })

  test('what JSON.parse reads has none', () => {
    for (const text of ['{}', '[]', 'null', '-1.5e+3', '"\\u00e9\\n"', '{"a": [1, {"b": "c"}], "d": true}\n'])
      expect(jsonMistake(text)).toBeNull()
  })

  test('every value has its place', () => {
    const text = '{"a": [1, {"b": "c d"}]}'
    const spans = jsonSpans(text)
    const at = (...path: (string | number)[]): string => text.slice(spans(path).start, spans(path).end)
    expect([at('a', 0), at('a', 1), at('a', 1, 'b'), at('a', 1, 'nothing'), at()]).toEqual([
      '1',
      '{"b": "c d"}',
      '"c d"',
      '{"b": "c d"}',
      text,
    ])
  })
})

describe('verbs of objectives', () => {
  test.each([
    ['en', 'Distinguish two needs', 'observable'],
    ['en', 'draw up a plan', 'observable'],
    ['en', 'Understand the market', 'vague'],
    ['en', 'Be aware of it', 'vague'],
    ['en', 'Wash the dishes', 'unknown'],
    ['fr', 'Élaborer un plan', 'observable'],
    ['fr', 'Prendre conscience du marché', 'vague'],
    ['fr-CA', 'S’approprier la méthode', 'vague'],
    ['ar', 'مقارنة خيارين', 'observable'],
    ['ar', 'أن يُحدِّد المشارك', 'observable'],
    ['ar', 'التعرف على السوق', 'vague'],
    ['ar', 'الفهم', 'vague'],
  ])('%s: %s is %s', (language, text, kind) => {
    expect(objectiveVerbs(language)?.judge(text).kind).toBe(kind)
  })

  test('of a language without a list nothing is said', () => {
    expect(objectiveVerbs('sw')).toBeNull()
  })

  test('what is suggested is in the list', () => {
    for (const language of ['en', 'fr', 'ar']) {
      const verbs = objectiveVerbs(language)
      for (const words of Object.values(verbs?.samples ?? {}).flat()) expect(verbs?.judge(words).kind, words).toBe('observable')
    }
  })
})

test('terms are found by id, words, abbreviation, plural and case', () => {
  const place = { path: 'a', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  const term = { id: 'lmis', term: 'labour market information system (LMI system)', definition: '', sources: [], unverified: false, place }
  const find = termFinder([term])
  for (const words of ['lmis', 'LMIS', 'LMI system', 'Labour market information systems', 'labour-market information system'])
    expect(find(words), words).toBe('lmis')
  expect(find('labour')).toBeNull()
})

test('the real course keeps far from the limits', async () => {
  const { readSources } = await import('../../scripts/read-sources.ts')
  for (const [path, content] of await readSources(`${import.meta.dirname}/../..`)) {
    if (path.endsWith('.md')) expect(passedLimit(path, Buffer.from(content).toString('utf8').repeat(4)), path).toBeNull()
  }
})
