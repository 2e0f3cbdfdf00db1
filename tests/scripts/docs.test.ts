import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import { DIRECTIVES } from '../../course/directives.ts'
import { readCourse } from '../../course/read-course.ts'
import { RULES } from '../../course/rules.ts'
import { GROUPS } from '../../scripts/language-guide.ts'
import { docsFiles } from '../../scripts/write-docs.ts'
import { layered, listed } from '../course/cases.ts'

const root = join(import.meta.dirname, '../..')
const base = join(root, 'tests/course/rules/base')
const files = await docsFiles()

describe('docs/ is what the vocabulary, the rules and the schemas say ("npm run docs" writes it)', () => {
  test.each([...files.keys()])('%s', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(files.get(path))
  })
})

test('every rule has its section and, but for what is found in drawings, an example', () => {
  const sections = (files.get('docs/rules.md') ?? '').split(/^## /m).slice(1)
  expect(sections.map((section) => section.split('\n')[0])).toEqual(RULES.map((rule) => rule.id).sort())
  expect(sections.filter((section) => !section.includes('\n> Unexpected ')).map((section) => section.split('\n')[0])).toEqual([
    'figure-can-be-drawn',
  ])
})

test('every word stands in one group of the guide', () => {
  const told = GROUPS.flatMap((group) => group.words)
  const inLine = Object.entries(DIRECTIVES).filter(([, spec]) => spec.form === 'text')
  expect([...told, ...inLine.map(([name]) => name)].sort()).toEqual(Object.keys(DIRECTIVES).sort())
})

describe('the examples of the guide are in order', () => {
  test.each(GROUPS.map((group) => [group.title, group.sample]))('%s', async (_, sample) => {
    const sources = new Map(layered(base, base))
    sources.set('modules/01-taps/1-washers.md', `---\nid: taps-washers\ntitle: Why a tap drips\n---\n${sample}\n`)
    const findings = checkCourse(await readCourse(sources, { citations: 'unformatted' }))
    // what an example names by id stands elsewhere in its course
    expect(listed(findings.filter((message) => message.ruleId !== 'link-resolves'))).toBe('')
  })
})
