/** The course that `fieldkit init` gives: small, complete and on another subject. That it builds is tested in tests/scripts/init-serve.test.ts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import type { Course } from '../../course/course.ts'
import { type Reading, readCourse } from '../../course/read-course.ts'
import { piecesOf } from '../../course/walk.ts'
import { readSources } from '../../scripts/read-sources.ts'

const folder = join(import.meta.dirname, '../../scripts/new-course')
let reading: Reading
let course: Course
beforeAll(async () => {
  reading = await readCourse(await readSources(folder))
  course = [...reading.courses.values()][0] as Course
})

describe('a new course', () => {
  it('has no finding', () => {
    expect(checkCourse(reading).map(String)).toEqual([])
  })

  it('has another subject than the course of this repository', async () => {
    const own = await readFile(join(folder, '../../modules/course.yml'), 'utf8')
    expect(own).not.toContain(`id: ${course.id}\n`)
    const text = JSON.stringify([course.title, course.subtitle, course.modules.map(({ title, summary }) => [title, summary])])
    expect(text).not.toMatch(/skills|mobility|migra/i)
  })

  it('has of everything something', () => {
    expect(course.modules.length).toBeGreaterThanOrEqual(2)
    const blocks = course.modules.flatMap((module) => module.blocks)
    for (const part of ['slides', 'activities', 'worksheets', 'objectives', 'lenses'] as const) {
      expect(blocks.flatMap((block): unknown[] => block[part]).length, part).toBeGreaterThan(1)
    }
    for (const activity of blocks.flatMap((block) => block.activities)) expect(activity.online, activity.id).not.toBeNull()
    const kinds = new Set(
      course.modules.flatMap((module) => [module, ...module.blocks]).flatMap(({ body }) => piecesOf(body).map(({ kind }) => kind)),
    )
    for (const kind of ['answers', 'case', 'key-message', 'figure'] as const) expect(kinds).toContain(kind)
    expect(course.figures.length).toBeGreaterThan(2)
    expect(course.glossary.length).toBeGreaterThan(0)
    expect(course.bibliography.length).toBeGreaterThan(0)
    expect(course.agendas.some((agenda) => agenda.default)).toBe(true)
  })
})
