import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCourse, checkOutputs } from '../../course/check.ts'
import { severityOf } from '../../course/finding.ts'
import type { Measurements } from '../../course/measurements.ts'
import { readCourse } from '../../course/read-course.ts'
import { RULES } from '../../course/rules.ts'
import { expected, foldersIn, layered, listed } from './cases.ts'

const folder = join(import.meta.dirname, 'rules')
const base = join(folder, 'base')
const cases = foldersIn(folder).filter((name) => name !== 'base')
const DRAWN_ELSEWHERE = 'figure-can-be-drawn'

async function findingsOf(path: string) {
  const reading = await readCourse(layered(base, path), { citations: 'unformatted' })
  const measured = join(path, 'measured.json')
  return existsSync(measured) ? checkOutputs(reading, JSON.parse(readFileSync(measured, 'utf8')) as Measurements) : checkCourse(reading)
}

test('the base course has no findings', async () => {
  expect(listed(await findingsOf(base))).toBe('')
})

describe.each(cases)('%s', (rule) => {
  const own = foldersIn(join(folder, rule))

  test.each(own)('%s', async (name) => {
    const path = join(folder, rule, name)
    const actual = listed(await findingsOf(path))
    expect(actual).toBe(expected(join(path, 'expected.txt'), actual))
  })

  test('fails at a place and passes', () => {
    const results = own.map((name) => readFileSync(join(folder, rule, name, 'expected.txt'), 'utf8'))
    expect(results.some((text) => text.split('\n').some((line) => line.includes(` ${rule} Unexpected `)))).toBe(true)
    expect(results.some((text) => !text.includes(` ${rule} `))).toBe(true)
  })
})

test('every rule has cases, and every case a rule', () => {
  const ids = RULES.map((rule) => rule.id).filter((id) => id !== DRAWN_ELSEWHERE)
  expect(cases).toEqual([...ids].sort())
})

test('every file of rules/ is in the list, under the name of its rule', () => {
  const files = readdirSync(join(import.meta.dirname, '../../course/rules')).map((name) => name.replace(/\.ts$/, ''))
  expect(RULES.filter((rule) => rule.needs !== 'reader').map((rule) => rule.id)).toEqual(files.sort())
})

test('findings read "Unexpected X, expected Y", have an end, a source and a page, and no trace', async () => {
  for (const rule of cases) {
    for (const name of foldersIn(join(folder, rule))) {
      for (const message of await findingsOf(join(folder, rule, name))) {
        expect(message.reason).toMatch(/^Unexpected .+, expected .+/)
        expect(message.reason).not.toMatch(/[.\n]$/)
        expect(message.source).toBe('fieldkit')
        expect(message.url).toBe(`docs/rules.md#${message.ruleId}`)
        expect(message.stack).toBe('')
        expect(['error', 'warning', 'info']).toContain(severityOf(message))
        expect(message.place).toHaveProperty('end')
      }
    }
  }
})
