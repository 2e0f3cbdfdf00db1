/** What covers what, as text for a terminal: a compact table a kind, then what nothing covers. Pure: coverage in, a string out. */
import { styleText } from 'node:util'
import type { Course } from '../course/course.ts'
import { type Coverage, type Told, uncovered } from '../course/coverage.ts'
import { everyModule } from '../course/walk.ts'

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

/** The tables of a course; without an end of line at the end. */
export function coverageReport(coverage: Coverage, course: Course, colour: boolean): string {
  const paint: Paint = colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
  const number = numbersOf(course)
  const told = (all: readonly Told[]): string => all.map(({ part }) => number(part)).join(' ')
  const list = (ids: readonly string[]): string => ids.map(number).join(' ')
  const parts = [
    tableText(
      `${course.framework?.title ?? ''}: modules, blocks, cases`,
      coverage.framework.map((one) => [one.item, list(one.modules), list(one.blocks), told(one.cases)]),
      paint,
    ),
    tableText('Objectives: activities, questions', objectiveRows(coverage, number), paint),
    ...course.themes.map((theme) => tableText(`${theme.title}: blocks with a lens`, themeRows(theme.id, coverage, course, number), paint)),
    tableText(
      'Cases: told in',
      coverage.cases.map((one) => [one.case, told(one.told)]),
      paint,
    ),
    tableText(
      'Stakeholder groups: cases, activities',
      coverage.stakeholders.map((one) => [one.group, told(one.cases), list(one.activities)]),
      paint,
    ),
    minutesText(coverage, paint),
    countsText(coverage, paint),
    uncoveredText(coverage, paint),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Short numbers by id: "1" a module, "1.2" a block or an activity; the id where there is none. */
function numbersOf(course: Course): (id: string) => string {
  const numbers = new Map<string, string>()
  for (const module of everyModule(course)) {
    if (module.part === 'module') numbers.set(module.id, String(module.number))
    for (const block of module.blocks) {
      numbers.set(block.id, block.wrapUp ? `${module.number}w` : block.number || block.id)
      for (const { id, number } of block.activities) numbers.set(id, number ?? id)
    }
  }
  return (id) => numbers.get(id) ?? id
}

/** A line a block: each objective with its activities and, in brackets, how many questions test it. */
function objectiveRows({ objectives }: Coverage, number: (id: string) => string): string[][] {
  return [...Map.groupBy(objectives, ({ part }) => part)].map(([part, own]) => [
    number(part),
    ...own.map(({ objective, activities, questions }) => {
      const name = objective.slice(part.length + 1)
      return `${name}: ${activities.map(number).join(' ') || '-'}${questions.length > 0 ? ` (${questions.length})` : ''}`
    }),
  ])
}

function themeRows(theme: string, { themes }: Coverage, course: Course, number: (id: string) => string): string[][] {
  return course.modules.map((module) => {
    const own = themes.filter((one) => one.theme === theme && one.lenses.length > 0 && module.blocks.some(({ id }) => id === one.block))
    return [module.id, own.map(({ block }) => number(block)).join(' ')]
  })
}

function minutesText({ minutes }: Coverage, paint: Paint): string {
  if (minutes.share === null) return ''
  const percent = (part: number): string => `${Math.round((100 * part) / minutes.planned)} %`
  const forms = minutes.forms.filter((form) => form.minutes > 0).map((form) => [form.form, String(form.minutes), percent(form.minutes)])
  const methods = minutes.methods.map(({ method, activities, minutes: own }) => `${method} ${own} (${activities.length})`)
  return [
    tableText(`Minutes: ${minutes.planned} planned, ${percent(minutes.talk)} talk`, forms, paint),
    tableText(`Methods: ${minutes.methods.length} different, with minutes (activities)`, [[methods.join(', ')]], paint),
  ].join('\n\n')
}

function countsText({ counts, reading }: Coverage, paint: Paint): string {
  const { sentences, median, long, passive } = reading
  const words = median === null ? '' : `, ${median} words in the middle`
  const over = long === null ? '' : `, ${long} over the goal`
  const voice = passive === null ? '' : `, ${Math.round(passive * 100)} % with a passive verb`
  return tableText(
    'Counts',
    [
      [
        Object.entries(counts)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(', '),
      ],
      [`${sentences} sentences${words}${over}${voice}`],
    ],
    paint,
  )
}

function uncoveredText(coverage: Coverage, paint: Paint): string {
  const missing = uncovered(coverage)
  const lines: [string, string[]][] = [
    ['Framework items without a module', missing.framework],
    ['Objectives without an activity', missing.objectivesWithoutActivity],
    ['Objectives without a question', missing.objectivesWithoutQuestion],
    ['Blocks without a theme that is wanted there', missing.themes.map(({ theme, block }) => `${block} (${theme})`)],
    ['Cases nobody tells', missing.cases],
    ['Stakeholder groups without a case', missing.stakeholdersWithoutCase],
    ['Stakeholder groups without an activity', missing.stakeholdersWithoutActivity],
  ]
  const found = lines.filter(([, ids]) => ids.length > 0)
  if (found.length === 0) return paint('green', 'Nothing uncovered.')
  return [
    paint('bold', 'Uncovered'),
    ...found.map(([what, ids]) => `  ${paint('yellow', `${what} (${ids.length})`)}: ${ids.join(', ')}`),
  ].join('\n')
}

/** A title and rows whose cells stand below one another; nothing without rows. */
function tableText(title: string, rows: readonly (readonly string[])[], paint: Paint): string {
  if (rows.length === 0) return ''
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row.map((cell, column) => (column < row.length - 1 ? (cell || '-').padEnd(widths[column] ?? 0) : cell || '-')).join('  '),
  )
  return [paint('bold', title), ...lines.map((line) => `  ${line}`)].join('\n')
}
