/** `fieldkit build` on a small course: what it leaves, that it leaves the same each time, and what `--only` and `--lang` leave alone. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { appendFile, cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn, kindOfFile, type Receipt, type ReceiptOutput } from '../../scripts/receipt.ts'
import { contentsOf, type Ended, leftovers, newFolder, receiptIn, removeFolders, run, smallCourse } from './command-line.ts'

/** All that is made without the site, which has its own tests and takes its own time. */
const MOST = 'slides,handouts,pptx,worksheets,guideline,plan,run-sheets,event-kit,participant,packs'

/** A worksheet's files for those who fill it in. */
const SHEET_FILES = ['html', 'large.pdf', 'letter.pdf', 'pdf']

let course: string
let dist: string
let first: Ended
let receipt: Receipt

beforeAll(async () => {
  course = await smallCourse()
  dist = join(course, 'dist')
  first = await run(['build', '--course', course, '--only', MOST])
  receipt = receiptIn(dist)
})
afterAll(removeFolders)

const sha256 = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex')
const hashes = (outputs: readonly ReceiptOutput[]): [string, string][] => outputs.map(({ path, sha256 }) => [path, sha256])

describe('build', () => {
  it('ends with 0, a line a step and a closing table', () => {
    expect(first.code).toBe(0)
    expect(first.stderr).toBe('')
    for (const step of ['read and check', 'guideline', 'decks en', 'worksheets fr', 'packs'])
      expect(first.stdout).toMatch(new RegExp(`^  ${step} .*\\d s$`, 'm'))
    expect(first.stdout).toMatch(/^guideline en +1 .* cap 30$/m)
    expect(first.stdout).toMatch(/Built into .*dist in \d+\.\d s\./)
    expect(leftovers(course)).toEqual([])
  })

  it('writes the outputs that the design names, with their kinds', () => {
    const inLanguage = (lang: string): [string, string][] => [
      [`${lang}/contingency-plan.pdf`, 'contingency-plan'],
      [`${lang}/guideline.pdf`, 'guideline'],
      [`${lang}/modules/drill.pdf`, 'handout'],
      [`${lang}/participant/`, 'participant-pages'],
      [`${lang}/participant/slides/drill.html`, 'deck'],
      [`${lang}/participant/text/`, 'participant-pages'],
      ...['certificate', 'group-cards', 'materials', 'name-tents', 'room-plan', 'sign-in'].map((form): [string, string] => [
        `${lang}/run-sheets/event-kit/${form}.pdf`,
        'event-kit',
      ]),
      [`${lang}/run-sheets/one-hour.pdf`, 'run-sheet'],
      [`${lang}/slides/drill.html`, 'deck'],
      [`${lang}/slides/drill.lines-3up.pdf`, 'handout'],
      [`${lang}/slides/drill.notes-2up.pdf`, 'handout'],
      [`${lang}/slides/drill.pptx`, 'pptx'],
      ...['w-check', 'w-wardens', 'w-way'].flatMap((id): [string, string][] => [
        [`${lang}/worksheets/${id}.answers.pdf`, 'worksheet-answers'],
        ...SHEET_FILES.map((form): [string, string] => [`${lang}/worksheets/${id}.${form}`, 'worksheet']),
      ]),
    ]
    const packs = ['en', 'fr'].flatMap((lang) =>
      ['facilitator-text', 'facilitator', 'participant-text', 'participant'].map((one): [string, string] => [
        `packs/fire-drill-${lang}-${one}.zip`,
        'pack',
      ]),
    )
    expect(receipt.outputs.map(({ path, kind }) => [path, kind])).toEqual([
      ...inLanguage('en'),
      ...inLanguage('fr'),
      ['index.html', 'landing'],
      ...packs,
    ])
  })

  it('keeps chapters and worksheets for facilitators out of what participants get', () => {
    const worksheets = receipt.outputs.filter(({ path }) => /^en\/worksheets\/[\w-]+\.((answers|large)\.)?pdf$/.test(path))
    expect(worksheets.map(({ path, module, audience }) => [path.slice('en/worksheets/'.length), module, audience])).toEqual([
      ['w-check.answers.pdf', 'annexes', 'facilitator'],
      ['w-check.large.pdf', 'annexes', 'all'],
      ['w-check.pdf', 'annexes', 'all'],
      ['w-wardens.answers.pdf', 'annexes', 'facilitator'],
      ['w-wardens.large.pdf', 'annexes', 'facilitator'],
      ['w-wardens.pdf', 'annexes', 'facilitator'],
      ['w-way.answers.pdf', 'drill', 'facilitator'],
      ['w-way.large.pdf', 'drill', 'all'],
      ['w-way.pdf', 'drill', 'all'],
    ])
    const inPack = (edition: string) => Object.keys(unzipSync(readFileSync(join(dist, `packs/fire-drill-en-${edition}.zip`))))
    expect(inPack('facilitator')).toEqual(
      expect.arrayContaining(['manual/annexes/annex-wardens.html', 'run-sheets/event-kit/sign-in.pdf', 'worksheets/w-wardens.pdf']),
    )
    for (const files of [inPack('participant'), readdirSync(join(dist, 'en/participant'), { recursive: true }).map(String)]) {
      expect(files).toEqual(
        expect.arrayContaining([
          'manual/before/why-drills.html',
          'manual/annexes.html',
          'manual/annexes/annex-check.html',
          'worksheets/w-check.pdf',
          'worksheets/w-check.html',
        ]),
      )
      expect(files.filter((path) => /wardens|answers/.test(path))).toEqual([])
    }
  })

  it('tells the truth in its receipt', async () => {
    expect(receipt.course).toEqual({ id: 'fire-drill', title: 'A fire drill', version: '1.2.0' })
    expect(receipt.languages).toEqual(['en', 'fr'])
    expect(receipt.findings).toEqual({ error: 0, warning: 2, info: 0 })
    for (const { path, bytes, sha256: told } of receipt.outputs) {
      if (path.endsWith('/')) {
        const files = await filesIn(join(dist, path))
        const each = files.map((file) => readFileSync(join(dist, path, file)))
        expect(bytes).toBe(each.reduce((sum, one) => sum + one.length, 0))
        expect(told).toBe(sha256(files.map((file, index) => `${file} ${sha256(each[index] as Uint8Array)}`).join('\n')))
      } else {
        expect([path, (await stat(join(dist, path))).size]).toEqual([path, bytes])
        expect([path, sha256(await readFile(join(dist, path)))]).toEqual([path, told])
      }
    }
  })

  it('leaves no file that its receipt does not know', async () => {
    const known = (file: string): boolean =>
      file === 'build.json' || receipt.outputs.some(({ path }) => path === file || (path.endsWith('/') && file.startsWith(path)))
    expect((await filesIn(dist)).filter((file) => !known(file))).toEqual([])
  })

  it('gives each file the kind of its output', () => {
    for (const { path, kind } of receipt.outputs) if (!path.endsWith('/')) expect([path, kindOfFile(path)]).toEqual([path, kind])
    expect(['site/en/index.html', 'en/participant/index.html', 'en/participant/fonts/a.woff2'].map(kindOfFile)).toEqual([
      'site',
      'participant-pages',
      'participant-pages',
    ])
  })
})

describe('the same sources', () => {
  it('give the same bytes when built again, without what was kept from before', async () => {
    await rm(join(course, '.fieldkit'), { recursive: true })
    const again = await run(['build', '--course', course, '--only', MOST, '--force'])
    expect(again.code).toBe(0)
    expect(hashes(receiptIn(dist).outputs)).toEqual(hashes(receipt.outputs))
  })

  it('give the same bytes in another folder, at another time, in another time zone', async () => {
    const other = join(newFolder(), 'a course elsewhere')
    await cp(join(course, 'modules'), join(other, 'modules'), { recursive: true })
    const built = await run(['build', '--course', other, '--only', MOST], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
      cwd: newFolder(),
    })
    expect(built.code).toBe(0)
    expect(hashes(receiptIn(join(other, 'dist')).outputs)).toEqual(hashes(receipt.outputs))
  })
})

describe('a build with nothing changed', () => {
  it('makes nothing, in a fraction of the time, and says again what was found', async () => {
    const before = await contentsOf(dist)
    const again = await run(['build', '--course', course, '--only', MOST, '--format', 'json'])
    expect(again.code).toBe(0)
    expect(again.stderr).toMatch(/^Nothing changed since the last build: .*dist is as it was \(\d\.\d s\)\.$/m)
    expect(
      JSON.parse(again.stdout).findings.map((one: { rule: string; file: string; line: number; causes: unknown[] }) => [
        one.rule,
        one.line,
        one.causes.length,
      ]),
    ).toEqual([
      ['translation-is-current', 3, 1],
      ['translation-is-current', 12, 1],
    ])
    expect(await contentsOf(dist)).toEqual(before)
  })

  it('makes anew what was changed by hand', async () => {
    const file = join(dist, 'en', 'participant', 'index.html')
    await writeFile(file, (await readFile(file, 'utf8')).replace('e', 'E'))
    const built = await run(['build', '--course', course, '--only', MOST])
    expect(built.stdout).toContain('Built into')
    expect(hashes(receiptIn(dist).outputs)).toEqual(hashes(receipt.outputs))
  })
})

describe('--only and --lang', () => {
  it('replace what they name and leave the rest, with a receipt that is true for both', async () => {
    const folder = newFolder()
    await cp(join(course, 'modules'), join(folder, 'modules'), { recursive: true })
    await cp(dist, join(folder, 'dist'), { recursive: true })
    const block = join(folder, 'modules', '01-drill', '1-way-out.md')
    await writeFile(
      block,
      (await readFile(block, 'utf8')).replaceAll('w-way', 'w-route').replace('- Take the stairs', '- Take the nearest stairs'),
    )

    const built = await run(['build', '--course', folder, '--only', 'worksheets,slides', '--lang', 'en'])
    expect(built.code).toBe(0)
    const now = receiptIn(join(folder, 'dist'))
    const then = new Map(hashes(receipt.outputs))
    const changed = now.outputs.filter(({ path, sha256 }) => then.get(path) !== sha256).map(({ path }) => path)
    const gone = receipt.outputs.map(({ path }) => path).filter((path) => !now.outputs.some((one) => one.path === path))
    expect(gone).toEqual(['answers.pdf', ...SHEET_FILES].map((form) => `en/worksheets/w-way.${form}`))
    expect(changed).toEqual([
      'en/participant/',
      'en/participant/slides/drill.html',
      'en/slides/drill.html',
      // the hash of the sources stands on every sheet
      ...['w-check', 'w-route', 'w-wardens'].flatMap((id) => ['answers.pdf', ...SHEET_FILES].map((form) => `en/worksheets/${id}.${form}`)),
      'index.html',
    ])
    expect(now.languages).toEqual(['en', 'fr'])
    expect(now.guideline).toEqual(receipt.guideline)

    const files = await contentsOf(join(folder, 'dist'))
    for (const { path, sha256 } of now.outputs) if (!path.endsWith('/')) expect([path, files.get(path)]).toEqual([path, sha256])
    expect(files.has('en/participant/index.html')).toBe(true)
    expect(files.has('en/participant/worksheets/w-route.html')).toBe(true)
    expect([...files.keys()].filter((path) => path.startsWith('en/') && path.includes('w-way'))).toEqual([])
    expect(readFileSync(join(folder, 'dist', 'index.html'), 'utf8')).toContain('fr/guideline.pdf')
  })

  it('name only what there is', async () => {
    const unknown = await run(['build', '--course', course, '--lang', 'en,xx'])
    expect([unknown.code, unknown.stderr]).toEqual([2, 'The course has no language "xx": it has en, fr.\n'])
    const kind = await run(['build', '--course', course, '--only', 'slides,poster'])
    expect(kind.code).toBe(2)
    expect(kind.stderr).toContain('Unexpected "poster", expected site, slides, handouts, pptx, worksheets,')
  })
})

describe('a translation that was checked', () => {
  it('is stamped: `check` has nothing more to say about it, and the file is otherwise as it was', async () => {
    const file = join(course, 'modules', '01-drill', 'module.fr.md')
    const before = await readFile(file, 'utf8')
    const stamped = await run(['stamp', '--course', course, file])
    expect([stamped.code, stamped.stdout]).toEqual([
      0,
      expect.stringMatching(/^modules\/01-drill\/module\.fr\.md: \d+ units recorded as translated\.\n$/),
    ])
    const after = await readFile(file, 'utf8')
    expect(after.split('\n').filter((line) => !/^translated:|^ {2}\w[\w.-]*: "?[0-9a-f]+"?,?|^ *[{}]/.test(line))).toEqual(
      before.split('\n'),
    )
    expect((await run(['check', '--course', course])).stdout).toMatch(/^No findings\.\n/)

    const source = join(course, 'modules', '01-drill', 'module.md')
    await appendFile(source, '\nOne sentence more.\n')
    expect((await run(['check', '--course', course])).stdout).toContain('translation-is-current')
  })

  it('is named by a path the course knows', async () => {
    for (const file of ['modules/01-drill/module.md', 'modules/01-drill/nothing.fr.md', '../elsewhere.fr.md', 'modules/course.yml']) {
      const refused = await run(['stamp', '--course', course, file])
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('is not a translation this course can read')])
    }
    await rename(join(course, 'modules', '01-drill', 'module.fr.md'), join(course, 'module.fr.md'))
    expect((await run(['stamp', '--course', course, 'modules/01-drill/module.fr.md'])).code).toBe(2)
  })
})
