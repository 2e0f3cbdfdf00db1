import { describe, expect, test } from 'vitest'
import { finding } from '../../course/finding.ts'
import { FORMATS } from '../../scripts/formats.ts'
import { report } from '../../scripts/report.ts'

const place = (path: string, line: number, column: number, width = 4) => ({
  path,
  start: { line, column },
  end: { line, column: column + width },
})
const findings = [
  finding('Unexpected link to `tab`, expected `tap`', {
    rule: 'link-resolves',
    severity: 'error',
    place: place('modules/01-taps/1-washers.md', 7, 5),
    expected: ['tap'],
  }),
  finding('Unexpected second id `a`, expected one that is not given yet', {
    rule: 'id-unique',
    severity: 'error',
    place: place('modules/01-taps/1-washers.md', 9, 3),
    causes: [{ reason: 'It is given here first', place: place('modules/01-taps/module.md', 2, 5) }],
  }),
  finding('Unexpected 50, expected 100 %: a, b', {
    rule: 'block-fits-slot',
    severity: 'warning',
    place: place('modules/é e.md', 3, 1),
    note: 'Cut.\nThen look.',
  }),
  finding('Unexpected HTML, expected Markdown', {
    rule: 'html-is-text',
    severity: 'info',
    place: place('modules/01-taps/1-washers.md', 1, 1),
  }),
]
const options = { course: '/somewhere/course', from: '/somewhere' }

describe('text', () => {
  test('count first, advice once a rule, then the places', () => {
    expect(report(findings, 'text', options)).toMatchInlineSnapshot(`
      "2 errors, 1 warning, 1 note in 2 files

      id-unique
      Every id is given once in the course; a translation repeats the ids of its source.
      Give the second one a name of its own, for example with the id of its block before it.
      course/modules/01-taps/1-washers.md:9:3: error Unexpected second id \`a\`, expected one that is not given yet
          course/modules/01-taps/module.md:2:5: It is given here first

      link-resolves
      Whatever is named by an id or a path exists: links, pages, worksheets, objectives, framework items, blocks of agendas, drawings.
      Correct the id or the path. Inside the course link to ids, as in [these words](#draw-horizon) or [](#draw-horizon); what participants read should not lead to what only facilitators see.
      course/modules/01-taps/1-washers.md:7:5: error Unexpected link to \`tab\`, expected \`tap\`

      block-fits-slot
      What is planned in a block fits into its minutes; without what is cut first, into its short minutes.
      Activities, slides (the minutes in their notes) and discussions count. Shorten or drop something, or give the block more time. What the short form leaves out is marked: slides and steps by :minutes[5]{cut=first}, activities by cut=first. Passing the short minutes is a warning.
      course/modules/é e.md:3:1: warning Unexpected 50, expected 100 %: a, b
          Cut.
          Then look.

      html-is-text
      Raw HTML is not read: it comes out as it was written.
      Use Markdown or a directive. If the text shall stand there with its angle brackets, nothing needs to be done.
      course/modules/01-taps/1-washers.md:1:1: info Unexpected HTML, expected Markdown"
    `)
  })

  test('nothing found', () => {
    expect(report([], 'text', options)).toBe('No findings.')
  })

  test('paths from the course folder where no other is given', () => {
    expect(report(findings, 'text', { course: '/somewhere/course' })).toContain('\nmodules/01-taps/1-washers.md:7:5: error')
  })

  test('colours change nothing but the colour', () => {
    const coloured = report(findings, 'text', { ...options, colour: true })
    expect(coloured).toContain('\u001b[')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(report(findings, 'text', options))
  })

  test('of a thousand places of one rule the first hundred are shown', () => {
    const many = Array.from({ length: 1000 }, (_, line) =>
      finding('Unexpected a, expected b', { rule: 'html-is-text', severity: 'info', place: place('a.md', line + 1, 1) }),
    )
    const text = report(many, 'text', options)
    expect(text.split('\n').filter((line) => line.includes('a.md:'))).toHaveLength(100)
    expect(text).toContain('… and 900 more places of this rule')
  })
})

test('json', () => {
  const read = JSON.parse(report(findings, 'json', options))
  expect(read.counts).toEqual({ error: 2, warning: 1, info: 1 })
  expect(read.findings[1]).toEqual({
    file: 'course/modules/01-taps/1-washers.md',
    line: 9,
    column: 3,
    endLine: 9,
    endColumn: 7,
    rule: 'id-unique',
    severity: 'error',
    reason: 'Unexpected second id `a`, expected one that is not given yet',
    note: null,
    expected: [],
    url: 'docs/rules.md#id-unique',
    causes: [{ file: 'course/modules/01-taps/module.md', line: 2, column: 5, endLine: 2, endColumn: 9, reason: 'It is given here first' }],
  })
})

test('sarif 2.1.0: every result has a rule of the tool, a level and a region; addresses are escaped', () => {
  const log = JSON.parse(report(findings, 'sarif', options))
  expect(log.version).toBe('2.1.0')
  const [run] = log.runs
  const levels = ['error', 'error', 'warning', 'note']
  run.results.forEach((result: Record<string, never>, index: number) => {
    expect(run.tool.driver.rules[result.ruleIndex as unknown as number].id).toBe(findings[index]?.ruleId)
    expect(result.level).toBe(levels[index])
  })
  const uris = run.results.map(
    (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      result.locations[0]?.physicalLocation.artifactLocation.uri,
  )
  expect(uris[2]).toBe('course/modules/%C3%A9%20e.md')
  expect(run.results[1].relatedLocations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 5, endLine: 2, endColumn: 9 })
  expect(new Set(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).size).toBe(run.tool.driver.rules.length)
})

test('github: one command a line, marks escaped', () => {
  expect(report(findings, 'github', options).split('\n')).toMatchInlineSnapshot(`
    [
      "::error file=course/modules/01-taps/1-washers.md,line=7,endLine=7,col=5,endColumn=9,title=link-resolves::Unexpected link to \`tab\`, expected \`tap\`",
      "::error file=course/modules/01-taps/1-washers.md,line=9,endLine=9,col=3,endColumn=7,title=id-unique::Unexpected second id \`a\`, expected one that is not given yet%0Acourse/modules/01-taps/module.md:2:5: It is given here first",
      "::warning file=course/modules/é e.md,line=3,endLine=3,col=1,endColumn=5,title=block-fits-slot::Unexpected 50, expected 100 %25: a, b%0ACut.%0AThen look.",
      "::notice file=course/modules/01-taps/1-washers.md,line=1,endLine=1,col=1,endColumn=5,title=html-is-text::Unexpected HTML, expected Markdown",
    ]
  `)
})

test('every format takes no findings', () => {
  for (const format of FORMATS) expect(() => report([], format, options)).not.toThrow()
})
