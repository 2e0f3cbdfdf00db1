/** `fieldkit agenda` on the command line: what it prints, the run sheet, the text for course.yml, and what it says to wrong usage. */
import { existsSync, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bareText, pageRuns } from '../manual/pdf-text.ts'
import { type Ended, isPlain, newFolder, removeFolders, root, run, sentencesIn, smallCourse } from './command-line.ts'

afterAll(removeFolders)

const ARABIC = join(root, 'tests', 'courses', 'arabic')
const SMALL = join(root, 'tests', 'courses', 'small')
const agenda = (...args: string[]): Promise<Ended> => run(['agenda', '--start', '2027-03-05T09:00', ...args])

describe('the table', () => {
  it('has every day with its date, the clock, the blocks and their forms, and says what does not fit', async () => {
    const { code, stdout, stderr } = await agenda('--days', '2', '--modules', '9,planning,0')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /^2 days from Friday 5 March 2027\n\nDay 1 {2}Friday 5 March 2027\n {2}09:00–09:10 +Welcome by the host +10 min\n {2}09:10–09:40 +Test before the course +30 min\n {2}09:40–10:20 {2}0\.1 {2}Who is in the room\? +full +40 min\n/,
    )
    expect(stdout).toContain('\nDay 2  Monday 8 March 2027\n  09:00–')
    expect(stdout).toMatch(/\n {2}12:\d\d–13:\d\d +Lunch +60 min\n/)
    expect(stdout).toMatch(/\d\d:\d\d {2}9\.3 {2}The negotiation +short +90 min\n/)
    expect(stdout).toContain('The weekend is skipped: day 2 is Monday 8 March 2027.')
    expect(stdout).toContain('In short form, because the full form is longer than a session of 110 minutes: 9.3; --session 150 makes room.')
    expect(stdout).toMatch(/Leaves out: modules 2, 3, 4, 5, 6, 7, 8; \d+ learning objectives\./)
    expect(stdout).toMatch(/\nLearning objectives that fall out \(\d+\):\n[\s\S]*\n {2}2\.1 {2}Map the stakeholders of one partnership/)
    expect(stdout.indexOf('0.1  ')).toBeLessThan(stdout.indexOf('1.1  '))
    expect(stdout.indexOf('1.1  ')).toBeLessThan(stdout.indexOf('9.1  '))
  })

  it('names the blocks left out, and framework items that nothing covers any more', async () => {
    const { stdout } = await agenda('--days', '1', '--modules', '1,2', '--end', '13:00')
    expect(stdout).toContain('Left out, because not even the short forms of all blocks fit:\n  ')
    expect(stdout).toMatch(/\n {2}1\.4 {2}Plans that survive bad news \(30 min\)\n/)
    expect(stdout).toMatch(/Not covered: Prerequisite 3, .*Prerequisite 8\./)
  })

  it('skips the weekend of the country, and holds blocks alone where asked', async () => {
    const { stdout } = await agenda(
      '--days',
      '2',
      '--modules',
      '0,1',
      '--start',
      '2027-03-04T09:00',
      '--weekend',
      'fri,sat',
      '--no-sessions',
    )
    expect(stdout).toContain('The weekend is skipped: day 2 is Sunday 7 March 2027.')
    expect(stdout).toMatch(/\n {2}09:00–09:40 {2}0\.1 /)
    expect(stdout).not.toContain('Test before the course')
  })

  it('is in the language asked for', async () => {
    const { stdout } = await agenda('--days', '1', '--modules', 'costs', '--lang', 'fr')
    expect(stdout).toMatch(/^1 jour, vendredi 5 mars 2027\n\nJour 1 {2}vendredi 5 mars 2027\n/)
    expect(stdout).toContain('Toutes les séquences de ces modules sont données en version complète.')
    const arabic = await agenda('--days', '2', '--course', ARABIC)
    expect(arabic.stdout).toContain('اليوم 2  الاثنين 8 مارس 2027')
  })

  it('is the same each time', async () => {
    const [one, two] = await Promise.all([agenda('--days', '4'), agenda('--days', '4')])
    expect(one.stdout).toBe(two.stdout)
  })
})

describe('--yaml', () => {
  it('gives what course.yml takes under agendas:, in all its languages, and nothing else on standard output', async () => {
    const course = await smallCourse()
    const { code, stdout, stderr } = await agenda('--course', course, '--days', '1', '--title', 'Before lunch: a drill', '--yaml')
    expect([code, stdout]).toEqual([
      0,
      [
        '  - id: agenda-2027-03-05',
        '    title: "Before lunch: a drill"',
        '    days:',
        '      - title: {en: Friday 5 March 2027, fr: vendredi 5 mars 2027}',
        '        start: "09:00"',
        '        end: "17:00"',
        '        items:',
        '          - {block: drill-way-out}',
        '',
      ].join('\n'),
    ])
    expect(stderr).toContain('09:00–10:00  1.1  Three minutes  full  60 min')
    // the agendas are the last of the small course's course.yml
    await appendFile(join(course, 'modules', 'course.yml'), stdout)
    const checked = await run(['check', '--course', course, '--lang', 'en'])
    expect([checked.code, checked.stdout.split('\n')[0]]).toEqual([0, 'No findings.'])
    expect((await agenda('--course', course, '--days', '1', '--yaml')).stdout).toMatch(/^ {2}- id: agenda-2027-03-05-2\n/)
  })

  it('writes breaks, sessions with their annex, and short forms', async () => {
    const { stdout } = await agenda('--days', '1', '--modules', '0,9', '--yaml')
    expect(stdout).toContain('\n          - {break: {en: Coffee, fr: Café}, minutes: 15}\n')
    expect(stdout).toContain('\n          - {block: agreement-draft, use: short}\n')
    expect(stdout).toContain(
      '\n          - {session: {en: Test before the course, fr: Test avant la formation}, minutes: 30, annex: annex-evaluation}\n',
    )
  })
})

describe('--out', () => {
  it('prints the run sheet of exactly this agenda, with the pages of the guideline', async () => {
    const course = await smallCourse()
    const out = join(newFolder(), 'sheets', 'one hour.pdf')
    const { code, stdout, stderr } = await agenda('--course', course, '--days', '1', '--title', 'A short morning', '--out', out)
    expect([code, stderr]).toEqual([0, ''])
    const pages = (await pageRuns(readFileSync(out))).map(bareText)
    expect(stdout).toContain(`\nRun sheet of ${pages.length} pages in ${out}.\n`)
    expect(pages[0]).toMatch(/Runsheet:Ashortmorning.*Day1Friday5March202709:00–10:00/)
    expect(pages[0]).toMatch(/09:001\.1Threeminutes60p\.\d+/)

    expect((await run(['build', '--course', course, '--only', 'run-sheets', '--lang', 'en'])).code).toBe(0)
    const [built = ''] = (await pageRuns(readFileSync(join(course, 'dist', 'en', 'run-sheets', 'one-hour.pdf')))).map(bareText)
    const pageOf = (text: string): string | undefined => /1\.1Threeminutes60(p\.\d+)/.exec(text)?.[1]
    expect(pageOf(pages[0] ?? '')).toBe(pageOf(built))
    expect((await agenda('--course', course, '--days', '1', '--title', 'A short morning', '--out', `${out}.again.pdf`)).code).toBe(0)
    expect(readFileSync(`${out}.again.pdf`).equals(readFileSync(out))).toBe(true)
  }, 180_000)

  it('writes nothing where the course has errors, and says which', async () => {
    const course = await smallCourse()
    await appendFile(join(course, 'modules', '01-drill', '1-way-out.md'), '\nSee [](#nowhere).\n')
    const out = join(newFolder(), 'sheet.pdf')
    const { code, stdout, stderr } = await agenda('--course', course, '--days', '1', '--out', out)
    expect([code, stderr, existsSync(out)]).toEqual([1, 'Not planned: the errors above come first.\n', false])
    expect(stdout).toContain('Unexpected')
  })
})

describe('wrong usage', () => {
  it.each([
    [['--days', '31'], 'Unexpected --days 31, expected at most 30.'],
    [['--days', '0'], 'Unexpected --days 0, expected at least 1.'],
    [['--days', 'two'], 'Unexpected --days two, expected a whole number from 1 to 30.'],
    [['--days', '1', '--modules', '1,12'], 'Unexpected --modules 12, expected 1.'],
    [['--days', '1', '--modules', 'drlil'], 'Unexpected --modules drlil, expected drill.'],
    [['--days', '1', '--modules', 'pottery'], 'Unexpected --modules pottery, expected a module by its number (1) or its id (drill).'],
    [['--days', '1', '--end', '08:00'], 'Unexpected --end 08:00, expected 10:00 or later: "Three minutes" takes 60 minutes.'],
    [['--days', '1', '--end', '9:59'], 'Unexpected --end 9:59, expected a time such as 09:59.'],
    [['--days', '1', '--session', '45'], 'Unexpected --session 45, expected at least 60: "Three minutes" takes 60 minutes.'],
    [['--days', '1', '--weekend', 'someday'], 'Unexpected --weekend someday, expected days such as sat,sun or fri,sat, or none.'],
    [
      ['--days', '1', '--weekend', 'mon,tue,wed,thu,fri,sat,sun'],
      'Unexpected --weekend mon,tue,wed,thu,fri,sat,sun, expected a day that is none.',
    ],
    [['--days', '1', '--lunch', '95'], 'Unexpected --lunch 95, expected at most 90.'],
    [['--days', '1', '--coffee', '0'], 'Unexpected --coffee 0, expected at least 5.'],
    [['--days', '1', '--out', 'sheet.doc'], 'Unexpected --out sheet.doc, expected sheet.pdf.'],
    [['--days', '1', '--lang', 'de'], 'The course has no language "de": it has en, fr.'],
    [
      ['--days', '1', '--start', '2027-02-30T09:00'],
      'Unexpected --start 2027-02-30T09:00, expected a day of the calendar and a time such as 2027-02-28T09:00.',
    ],
    [['--days', '1', '--start', 'tomorrow'], 'Unexpected --start tomorrow, expected a day and time such as 2027-03-01T09:00.'],
    [
      ['--days', '1', '--start', '2027-03-01T23:30'],
      'Unexpected --start 2027-03-01T23:30, expected 2027-03-01T16:00 or earlier: "Three minutes" takes 60 minutes.',
    ],
  ])('%j is exit 2 and one sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await agenda('--course', SMALL, ...args)
    expect([code, stdout, sentencesIn(stderr)]).toEqual([2, '', [sentence]])
    expect(isPlain(stderr)).toBe(true)
  })

  it.each([
    [['--days', '1'], 'Missing --start, expected the first day and its start such as 2027-03-01T09:00.\n'],
    [['--start', '2027-03-01'], 'Missing --days, expected how many days there are.\n'],
  ])('with %j alone says in one sentence what is missing', async (args, sentence) => {
    const { code, stdout, stderr } = await run(['agenda', ...args])
    expect([code, stdout, stderr]).toEqual([2, '', sentence])
  })

  it('stands in the list of verbs', async () => {
    expect((await run(['--help'])).stdout).toMatch(/agenda \[options\] +a new agenda from blocks, for so many days/)
  })
})
