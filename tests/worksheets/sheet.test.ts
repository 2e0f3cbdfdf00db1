import { expect, it } from 'vitest'
import type { Block, Module } from '../../course/course.ts'
import { bundleSheetPlayer } from '../../scripts/bundle-sheet-player.ts'
import { formFields } from '../../worksheets/form-fields.ts'
import { interactiveSheet } from '../../worksheets/interactive.ts'
import { sheet, sheetSetting } from '../../worksheets/sheet.ts'
import { hasAnswers } from '../../worksheets/sheet-body.ts'
import { answers, arabicSheet, courseWith, frenchSheet, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

const bare = { fontCss: '', drawings: new Map() }
const secret = 'A good sheet has at least one occupation in each of the later horizons.'

it('says course, number, title, who fills it in, version and imprint', () => {
  const html = sheet(horizonSheet(), courseWith([horizonSheet()]), 'participant', bare)
  for (const words of [
    'Skills Mobility Partnerships',
    'Worksheet 1.2',
    'Skills needs on three horizons',
    'Names of the group',
    'Group',
    'Date',
  ]) {
    expect(html.includes(words)).toBe(true)
  }
  expect(html.includes('version 1.0 · 3f2a9c01')).toBe(true)
  expect(html.includes('Published by the Training Unit.')).toBe(true)
})

it('holds a place for every form field, and for every mark of a radio field', () => {
  const worksheet = horizonSheet()
  const html = sheet(worksheet, courseWith([worksheet]), 'participant', bare)
  const places = formFields(worksheet, 'en').reduce((sum, { marks }) => sum + Math.max(marks.length, 1), 0)
  expect(html.match(/href="field:/g)).toHaveLength(places)
})

it('keeps answers out of what participants get', async () => {
  const worksheet = horizonSheet()
  const course = courseWith([worksheet])
  expect(sheet(worksheet, course, 'participant', bare).includes(secret)).toBe(false)
  expect(interactiveSheet(worksheet, course, bare, await bundleSheetPlayer()).includes(secret)).toBe(false)
  expect(sheet(worksheet, course, 'facilitator', bare).includes(secret)).toBe(true)
})

it('marks the answers edition, which has nothing to fill in', () => {
  const worksheet = horizonSheet()
  const html = sheet(worksheet, courseWith([worksheet]), 'facilitator', bare)
  expect(html.includes('Do not hand out')).toBe(true)
  expect(html.includes("content: 'For facilitators'")).toBe(true)
  expect(html.includes('href="field:')).toBe(false)
})

it('knows which worksheets have answers', () => {
  expect(hasAnswers(horizonSheet())).toBe(true)
  expect(hasAnswers(frenchSheet())).toBe(false)
})

it('shows facilitators the whole of a sheet of theirs, answers on the answers edition only', async () => {
  const lines = node(piece('lines', 'wants', 'What the first side wants', { rows: 2 }, 'facilitator'))
  const roles = worksheet(
    'w-roles',
    'Role cards',
    [...text('Hide that time is short.'), lines, answers('w-roles-answers', 'They agree.')],
    {
      audience: 'facilitator',
    },
  )
  const course = courseWith([roles])
  const screen = interactiveSheet(roles, course, bare, await bundleSheetPlayer())
  for (const html of [sheet(roles, course, 'participant', bare), screen]) {
    for (const shown of ['For facilitators', 'Hide that time is short.', 'What the first side wants']) expect(html).toContain(shown)
    expect(html).not.toContain('They agree.')
  }
  expect(sheet(roles, course, 'facilitator', bare)).toContain('They agree.')
  expect(hasAnswers(roles)).toBe(true)
  expect(formFields(roles, 'en').map(({ name }) => name)).toContain('w-roles.wants')
})

it('gives a long run of questions a frame of its own', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, index) => node(piece('choice', `q-${index}`, 'Which?', { options: ['A', 'B'], multiple: false })))
  const framed = (sheetOf: ReturnType<typeof worksheet>) =>
    sheet(sheetOf, courseWith([sheetOf]), 'participant', bare).includes('class="test"')
  expect(framed(worksheet('w-short', 'Three questions', questions(3)))).toBe(false)
  expect(framed(worksheet('w-long', 'A test', [...text('Answer alone.'), ...questions(60)]))).toBe(true)
})

it('writes right to left for Arabic, with its own words', () => {
  const worksheet = arabicSheet()
  const html = sheet(worksheet, courseWith([worksheet], { language: 'ar' }), 'participant', bare)
  expect(html.includes('<html lang="ar" dir="rtl"')).toBe(true)
  expect(html.includes('المجموعة')).toBe(true)
  expect(html.includes('@bottom-right { content:')).toBe(true)
})

it('lets no text of the course out of its place', () => {
  const nasty = `</style><script>alert(1)</script>' } </textarea>`
  const lines = node(piece('lines', 'lines', nasty, { rows: 2 }))
  const held = worksheet('w', nasty, [lines])
  const course = courseWith([held], { title: nasty, imprint: nasty })
  const documents: [html: string, styles: number][] = [
    [sheet(held, course, 'participant', bare), 2],
    [interactiveSheet(held, course, bare, { code: '', hash: '' }), 1],
  ]
  for (const [html, styles] of documents) {
    const outside = html.replaceAll(/"[^"]*"/g, '""')
    expect(outside.includes('<script>alert')).toBe(false)
    expect(outside.match(/<\/style>/g)).toHaveLength(styles)
  }
})

it('runs no code but the player, and may reach nothing outside', async () => {
  const worksheet = horizonSheet()
  const player = await bundleSheetPlayer()
  const html = interactiveSheet(worksheet, courseWith([worksheet]), bare, player)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain(`script-src '${player.hash}';`)
  expect(html.match(/<[^>]* on[a-z]+="/g)).toBeNull()
  expect(html.match(/https?:\/\//g)).toBeNull()
})

it('marks a sheet that is not translated, in its own language and direction', () => {
  const worksheet = horizonSheet()
  const block = { id: 'planning-horizons', language: 'en', worksheets: [worksheet] } as unknown as Block
  const modules = [{ id: 'planning', blocks: [block] } as unknown as Module]
  const course = courseWith([worksheet], { language: 'ar', modules })
  for (const html of [sheet(worksheet, course, 'participant', bare), interactiveSheet(worksheet, course, bare, { code: '', hash: '' })]) {
    expect(html.includes('<h1 lang="en" dir="ltr">')).toBe(true)
    expect(html.includes('class="flesh" lang="en" dir="ltr"')).toBe(true)
    expect(html.includes('هذا الجزء لم يُترجم بعد')).toBe(true)
  }
})

it('gives columns the widths their author wrote, and else room for given labels', () => {
  const columnsOf = (widths: number[], labels: string[]): string[] => {
    const table = piece('table', 'w.steps', 'Steps', { columns: ['Step', 'Sign', 'Evidence'], rows: 2, labels, widths })
    const html = sheet(worksheet('w', 'Sheet', [node(table)]), courseWith([]), 'participant', bare)
    return [...html.matchAll(/<col style="inline-size:([^"]*)">/g)].map(([, width = '']) => width)
  }
  expect(columnsOf([3, 1, 4], [])).toEqual(['37.5%', '12.5%', '50%'])
  expect(columnsOf([3, 1, 4], ['One', 'Two'])).toEqual(['37.5%', '12.5%', '50%'])
  expect(columnsOf([], ['One', 'Two'])).toHaveLength(1)
  expect(columnsOf([], [])).toEqual([])
})

it('sets answers that spill over closer, and only those', () => {
  const course = courseWith([horizonSheet()])
  expect(sheet(horizonSheet(), course, 'facilitator', bare)).toContain('data-room="tight"')
  expect(sheetSetting(horizonSheet(), course, 'facilitator', 'a4', { pages: 1, lost: 0, tight: true }).root['data-room']).toBe('closer')
  expect(sheet(horizonSheet(), course, 'participant', bare)).not.toContain('data-room="')
})
