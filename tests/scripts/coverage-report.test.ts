/** What `fieldkit check` prints after the findings: what covers what, and what nothing covers. */
import { beforeAll, expect, test } from 'vitest'
import type { Course } from '../../course/course.ts'
import { coverage } from '../../course/coverage.ts'
import { coverageReport } from '../../scripts/coverage-report.ts'
import { report } from '../../scripts/report.ts'
import { bilingualCourses } from '../manual/bilingual-course.ts'

let course: Course
beforeAll(async () => {
  course = (await bilingualCourses()).get('en') as Course
})

test('a table a kind, then what is uncovered', () => {
  const found = coverage(course)
  const objectives = found.objectives.map((one, index) => (index === 0 ? { ...one, activities: [] } : one))
  const text = coverageReport({ ...found, objectives }, course, false)
  const titles = text.split('\n').filter((line) => /^\S/.test(line))
  expect(titles).toEqual([
    'Two pillars: modules, blocks, cases',
    'Objectives: activities, questions',
    'Night work: blocks with a lens',
    expect.stringMatching(/^Minutes: \d+ planned, \d+ % talk$/),
    expect.stringMatching(/^Methods: 1 different, with minutes \(activities\)$/),
    'Counts',
    'Uncovered',
  ])
  expect(text).toMatch(/^ {2}p1 {2}1 {2}1\.1 {2}1\.1$/m)
  expect(text).toMatch(/^ {2}dough {2}1\.1$/m)
  expect(text).toContain(`  Objectives without an activity (1): ${objectives[0]?.objective}`)
})

test('says where nothing is uncovered', () => {
  const none = { ...coverage(course), objectives: [], framework: [] }
  expect(coverageReport(none, course, false)).toMatch(/\n\nNothing uncovered\.$/)
})

test('stands below the findings in text, and beside them in JSON', () => {
  const options = { course: '/somewhere', covered: { course, coverage: coverage(course) } }
  expect(report([], 'text', options)).toMatch(/^No findings\.\n\nTwo pillars/)
  expect(report([], 'text', { ...options, colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(report([], 'text', options))
  const { findings, coverage: told } = JSON.parse(report([], 'json', options))
  expect(findings).toEqual([])
  expect(told).toMatchObject({ minutes: { planned: expect.any(Number) }, uncovered: { objectivesWithoutActivity: [] } })
  expect(report([], 'github', options)).toBe('')
})
