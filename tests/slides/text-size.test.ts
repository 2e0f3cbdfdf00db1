import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, it } from 'vitest'
import type { Flesh } from '../../course/course.ts'
import { rowsFor, stepsSizeFor } from '../../slides/text-size.ts'

const flesh = (markdown: string): Flesh => fromMarkdown(markdown).children as Flesh

it('gives a short list the largest size and rows as high as there is room for, within bounds', () => {
  expect(rowsFor(flesh('- one\n- two\n- three'), 1100, 470)).toEqual({ size: 40, space: 34 })
  const seven = rowsFor(flesh(Array.from({ length: 7 }, () => '- a question').join('\n')), 1100, 470)
  expect(seven.space).toBeGreaterThanOrEqual(10)
  expect(seven.space).toBeLessThan(34)
  expect(rowsFor(flesh(Array.from({ length: 7 }, () => `- ${'long '.repeat(40)}`).join('\n')), 1100, 470)).toEqual({ size: 22, space: 10 })
})

it('sets the steps of an activity smaller the more they say', () => {
  const sizeOf = (length: number) =>
    stepsSizeFor(
      flesh('Why.'),
      Array.from({ length: 5 }, () => flesh('word '.repeat(length))),
      540,
      31,
    )
  expect(sizeOf(4)).toBe(31)
  expect(sizeOf(20)).toBeLessThan(31)
  expect(sizeOf(100)).toBe(22)
})
