/** What the course of this repository promises, held against its sources. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import type { Block, BoxPiece, Course } from '../../course/course.ts'
import { type Coverage, coverage, uncovered } from '../../course/coverage.ts'
import { readCourse } from '../../course/read-course.ts'
import type { Reading } from '../../course/reading.ts'
import { leftOutOf, planBlock, schedule } from '../../course/schedule.ts'
import { piecesOf } from '../../course/walk.ts'
import { readSources } from '../../scripts/read-sources.ts'

const root = join(import.meta.dirname, '..', '..')
let reading: Reading
let course: Course
let found: Coverage
let blocks: Block[]

beforeAll(async () => {
  reading = await readCourse(await readSources(root), { citations: 'unformatted' })
  course = reading.courses.get('en') as Course
  found = coverage(course)
  blocks = course.modules.flatMap((module) => module.blocks)
})

describe('the course', () => {
  it('has nothing that a rule finds wrong', () => {
    expect(checkCourse(reading).map(String)).toEqual([])
  })

  it('leaves nothing uncovered: prerequisites, objectives, lenses, cases, partners', () => {
    expect(Object.entries(uncovered(found)).filter(([, missing]) => missing.length > 0)).toEqual([])
    expect(found.cases.length).toBe(25)
    expect(found.stakeholders.length).toBe(7)
  })

  it('has ten modules of three or four thematic blocks and a wrap-up', () => {
    expect(course.modules.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const module of course.modules) {
      const thematic = module.blocks.filter(({ wrapUp }) => !wrapUp).length
      expect([3, 4], module.id).toContain(thematic)
      expect(module.blocks.length, module.id).toBe(thematic + 1)
    }
  })

  it('has enough to work with', () => {
    expect(found.counts.worksheets).toBeGreaterThanOrEqual(35)
    expect(found.counts.slides).toBeGreaterThanOrEqual(200)
    expect(found.counts.figures).toBeGreaterThanOrEqual(30)
    expect(found.minutes.methods.length).toBeGreaterThanOrEqual(24)
    expect(found.minutes.share).toBeLessThanOrEqual(1 / 3)
    expect(found.reading.median).toBeLessThan(20)
  })

  it('gives every thematic block what a facilitator needs', () => {
    for (const block of blocks.filter(({ wrapUp }) => !wrapUp)) {
      expect(block.slides.length, block.id).toBeGreaterThanOrEqual(4)
      expect(block.slides.length, block.id).toBeLessThanOrEqual(8)
      expect(block.worksheets.length, block.id).toBeGreaterThan(0)
      expect(block.lenses.length, block.id).toBeGreaterThan(0)
      expect(block.objectives.length, block.id).toBeGreaterThan(0)
      const pieces = piecesOf(block.body)
      expect(
        pieces.some(({ kind }) => kind === 'figure'),
        `figure in ${block.id}`,
      ).toBe(true)
      for (const activity of block.activities) {
        expect(activity.steps.length, activity.id).toBeGreaterThanOrEqual(3)
        expect(activity.materials.length, activity.id).toBeGreaterThan(0)
        expect(activity.online?.lowBandwidth?.length, activity.id).toBeGreaterThan(0)
        expect(
          piecesOf(activity.debrief).some(({ kind }) => kind === 'answers'),
          activity.id,
        ).toBe(true)
      }
    }
  })

  it('tells every declared case as situation, choice, result and question', () => {
    const told = blocks
      .flatMap(({ body }) => piecesOf(body))
      .filter((piece): piece is BoxPiece => piece.kind === 'case' && piece.tells !== null)
    expect(told.length).toBe(25)
    for (const { id, body } of told) {
      const heads = body.flatMap((node) => {
        const first = node.type === 'paragraph' ? node.children[0] : undefined
        return first?.type === 'strong' && first.children[0]?.type === 'text' ? [first.children[0].value] : []
      })
      expect(heads, id).toEqual(['Situation.', 'Choice.', 'Result.', 'Question.'])
    }
  })
})

describe('its agendas', () => {
  const agenda = (id: string) => course.agendas.find((one) => one.id === id) as Course['agendas'][number]

  it('fit their days, with the minutes of the blocks', () => {
    expect(course.agendas.map(({ id }) => id)).toEqual(['five-days', 'three-days', 'taster', 'train-the-trainers', 'online'])
    for (const one of course.agendas) {
      for (const day of schedule(one, course)) {
        expect(day.over, `${one.id}: ${day.title}`).toBe(0)
        let clock = day.start
        for (const { start, end } of day.items) {
          expect(start).toBe(clock)
          clock = end
        }
        expect(clock).toBe(day.finish)
      }
    }
    expect(agenda('online').days.length).toBe(10)
  })

  it('hold the whole course in five days, about 28 hours of it', () => {
    const planned = agenda('five-days').days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'block' ? [item] : [])))
    expect(planned.map(({ block }) => block)).toEqual(blocks.map(({ id }) => id))
    expect(planned.every(({ use }) => use === 'full')).toBe(true)
    const minutes = blocks.reduce((sum, { minutes: own }) => sum + (own?.full ?? 0), 0)
    expect(minutes / 60).toBeGreaterThan(27)
    expect(minutes / 60).toBeLessThan(29)
  })

  it('reach every prerequisite in three days, and name what they leave out', () => {
    const missing = leftOutOf(agenda('three-days'), course)
    expect(missing.framework).toEqual([])
    expect(missing.modules).toEqual([])
    expect(missing.blocks.length).toBeGreaterThan(0)
    expect(missing.objectives.length).toBeGreaterThan(0)
  })

  it('have blocks whose short form fits its minutes', () => {
    for (const block of blocks) {
      const plan = planBlock(block, 'short')
      expect(plan.planned, block.id).toBeLessThanOrEqual(plan.minutes ?? 0)
    }
  })
})
