/** A worksheet that asks for every quiz question of the course: its fields, their names, its answers. */
import { describe, expect, it } from 'vitest'
import type { Course, Worksheet } from '../../course/course.ts'
import { plainText } from '../../course/plain-text.ts'
import { readCourse } from '../../course/read-course.ts'
import { piecesOf } from '../../course/walk.ts'

const question = (id: number): string => `:::question[Question ${id}?]{#q-${id} objectives="o1"}
- [x] Right ${id}
- [${id % 2 === 0 ? 'x' : ' '}] Also ${id}
- [ ] Wrong ${id}

:::answers
Because.
:::
:::`

const quiz = (module: number): string => `---
id: quiz-${module}
title: Quiz ${module}
minutes: 30
objectives: [{id: o1, text: Name ten things, level: remember}]
---

:::quiz[Ten questions]{#ten-${module}}
${Array.from({ length: 10 }, (_, index) => question(module * 10 + index)).join('\n\n')}
:::
`

const test = `---
id: annex-test
title: Test
audience: all
---

:::worksheet[Before]{#w-before}
::lines[Your ministry]{#ministry rows=1}

::choice[When?]{#when options="Before,After"}

::questions
:::

:::worksheet[After]{#w-after}
::questions
:::
`

const overview = (id: string): string => `---\nid: ${id}\ntitle: ${id}\nsummary: A summary.\n---\n`

async function courseOf(): Promise<Course> {
  const modules = Array.from({ length: 6 }, (_, index): [string, string][] => [
    [`modules/0${index + 1}-m/module.md`, overview(`m${index + 1}`)],
    [`modules/0${index + 1}-m/1-quiz.md`, quiz(index + 1)],
  ]).flat()
  const sources = new Map([
    ['modules/course.yml', 'id: ask\ntitle: Ask\nversion: "1.0.0"\nlanguages: [en]\n'],
    ...modules,
    ['modules/annexes/module.md', overview('annexes')],
    ['modules/annexes/1-test.md', test],
  ])
  return (await readCourse(sources)).courses.get('en') as Course
}

describe('::questions', async () => {
  const course = await courseOf()
  const sheet = (id: string): Worksheet => course.worksheets.find((one) => one.id === id) as Worksheet

  it('asks every question of the course in reading order, each under a name of its own', () => {
    const fields = course.worksheets.flatMap(({ body }) => piecesOf(body)).filter(({ kind }) => kind === 'choice')
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    const asked = piecesOf(sheet('w-after').body).filter(({ kind }) => kind === 'choice')
    expect(asked.map(({ id, title }) => [id, title])).toEqual(
      Array.from({ length: 60 }, (_, index) => [`w-after.q-${index + 10}`, `Question ${index + 10}?`]),
    )
  })

  it('takes several ticks where several options are right', () => {
    const fields = piecesOf(sheet('w-after').body).flatMap((piece) => (piece.kind === 'choice' ? [piece] : []))
    expect(fields.slice(0, 2).map(({ multiple, options }) => [multiple, options])).toEqual([
      [true, ['Right 10', 'Also 10', 'Wrong 10']],
      [false, ['Right 11', 'Also 11', 'Wrong 11']],
    ])
  })

  it('gives facilitators the right options, numbered as the fields of the sheet', () => {
    const listOf = (id: string) => {
      const answers = piecesOf(sheet(id).body).find((piece) => piece.kind === 'answers')
      const list = answers?.kind === 'answers' ? answers.body[0] : undefined
      return {
        audience: answers?.audience,
        start: list?.type === 'list' ? list.start : null,
        lines: list?.type === 'list' ? list.children : [],
      }
    }
    const before = listOf('w-before')
    expect(before).toMatchObject({ audience: 'facilitator', start: 3 })
    expect(before.lines.slice(0, 2).map(({ children }) => plainText(children))).toEqual(['Right 10; Also 10', 'Right 11'])
    expect(listOf('w-after').start).toBe(1)
  })
})
