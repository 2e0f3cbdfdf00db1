/** When a build cannot go through: one sentence, the right exit code, the last good output as it was, nothing left lying about. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  contentsOf,
  type Ended,
  isPlain,
  leftovers,
  newFolder,
  receiptIn,
  removeFolders,
  root,
  run,
  type Settings,
  sentencesIn,
  smallCourse,
} from './command-line.ts'

const asRoot = process.getuid?.() === 0
/** The user `nobody`: permissions do not hold root back. */
const NOBODY = 65_534

/** A course that was built once; every test works on a copy. */
let built: string
const mounts: string[] = []

beforeAll(async () => {
  built = await smallCourse()
  expect((await run(['build', '--course', built, '--only', 'slides'])).code).toBe(0)
})
afterAll(() => {
  for (const folder of mounts) spawnSync('umount', [folder])
  removeFolders()
})

async function builtCourse(): Promise<string> {
  const folder = newFolder()
  for (const part of ['modules', 'dist']) await cp(join(built, part), join(folder, part), { recursive: true })
  return folder
}

/** Runs a build that is to fail: one sentence, nothing touched, nothing left. */
async function failing(course: string, args: string[], settings: Settings = {}): Promise<Ended & { sentence: string }> {
  const dist = join(course, 'dist')
  const before = await contentsOf(dist)
  const ended = await run(['build', '--course', course, ...args], settings)
  const [sentence = '', ...more] = sentencesIn(ended.stderr)
  expect(more).toEqual([])
  expect(isPlain(ended.stdout + ended.stderr)).toBe(true)
  expect(await contentsOf(dist)).toEqual(before)
  expect(leftovers(course)).toEqual([])
  return { ...ended, sentence }
}

describe('the machine', () => {
  it('has no browser', async () => {
    const course = await builtCourse()
    const { code, sentence } = await failing(course, ['--only', 'guideline'], { env: { FIELDKIT_BROWSER: '/nonexistent' } })
    expect([code, sentence]).toEqual([3, 'FIELDKIT_BROWSER names "/nonexistent", which cannot be run: name a Chrome, Edge or Chromium.'])
    const none = await failing(course, ['--only', 'guideline'], {
      env: { FIELDKIT_BROWSER: '', PATH: dirname(process.execPath), HOME: newFolder(), PLAYWRIGHT_BROWSERS_PATH: newFolder() },
    })
    expect([none.code, none.sentence]).toEqual([
      3,
      'No browser found to print with: run "npm run setup", or install Chrome, Edge or Chromium.',
    ])
  })

  it('has a browser that does not start', async () => {
    const browser = join(newFolder(), 'chromium')
    writeFileSync(browser, '#!/bin/sh\necho "cannot open display" >&2\nexit 1\n')
    chmodSync(browser, 0o755)
    const { code, sentence } = await failing(await builtCourse(), ['--only', 'guideline'], { env: { FIELDKIT_BROWSER: browser } })
    expect(code).toBe(3)
    expect(sentence).toMatch(/^The browser .*chromium did not start \(.*\): update it, or name another in FIELDKIT_BROWSER\.$/)
  })

  // 400 kB hold the cache and a part of the outputs
  it.runIf(mountable())('has a full disk, where the outputs go', async () => {
    const course = await builtCourse()
    const disk = mounted('size=400k')
    const { code, sentence } = await failing(course, ['--only', 'slides,worksheets', '--out', join(disk, 'kit')])
    expect([code, sentence]).toEqual([
      3,
      expect.stringMatching(/^The disk is full: .*kit.* could not be written\. Free some space and run the command again\.$/),
    ])
    expect(readdirSync(disk)).toEqual([])
  })

  it.runIf(mountable())('has a full disk, where the last good outputs lie', async () => {
    const disk = mounted('size=16m')
    const course = join(disk, 'course')
    for (const part of ['modules', 'dist']) await cp(join(built, part), join(course, part), { recursive: true })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'photos'), new Uint8Array(bavail * bsize - 300_000))
    const { code, sentence } = await failing(course, ['--only', 'slides,worksheets', '--force'])
    expect([code, sentence]).toEqual([3, expect.stringMatching(/^The disk is full: /)])
  })

  it.runIf(process.platform !== 'win32')('allows no file of the size of an output', () => {
    // a whole build cannot be held to this: the browser itself needs larger files. A signal that is ignored leaves the error to the program.
    const file = join(newFolder(), 'kit', 'guideline.pdf')
    const program = `import { writeOutput } from ${JSON.stringify(join(root, 'scripts', 'files.ts'))}
      await writeOutput(${JSON.stringify(file)}, new Uint8Array(100_000)).catch((error) => console.log(error.name, error.message))`
    const { stdout } = spawnSync(
      'sh',
      ['-c', 'trap "" XFSZ; ulimit -f 10; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    )
    expect(stdout).toBe(`EnvironmentProblem The system allows no file of this size: ${file} could not be written.\n`)
  })

  it.runIf(mountable())('has a disk that can only be read', async () => {
    const disk = mounted('size=1m')
    mkdirSync(join(disk, 'kit'))
    spawnSync('mount', ['-o', 'remount,ro', disk])
    const { code, sentence } = await failing(await builtCourse(), ['--only', 'slides', '--out', join(disk, 'kit')])
    expect([code, sentence]).toEqual([3, `${join(disk, 'kit')} lies on a disk that can only be read: choose another folder.`])
  })

  it.runIf(mountable())('has a disk of its own for the output folder, which cannot be replaced', async () => {
    const disk = mounted('size=8m')
    const { code, sentence } = await failing(await builtCourse(), ['--only', 'slides', '--out', disk])
    expect([code, sentence]).toEqual([
      3,
      `${disk} is in use, or a disk of its own: close the programs that show its files, or choose a folder inside it.`,
    ])
  })

  it('gives no permission to write beside the outputs', async () => {
    const course = await builtCourse()
    const place = newFolder()
    chmodSync(place, 0o555)
    if (asRoot) spawnSync('chown', ['-R', String(NOBODY), course])
    const { code, sentence } = await failing(
      course,
      ['--only', 'slides', '--out', join(place, 'kit')],
      asRoot ? { user: NOBODY, env: { HOME: course } } : {},
    )
    expect([code, sentence]).toEqual([
      3,
      `There is no permission to write ${join(place, 'kit')}: give yourself permission, or choose another folder.`,
    ])
  })

  it('gives no permission to write in the course', async () => {
    const course = await builtCourse()
    chmodSync(course, 0o555)
    const { code, sentence } = await failing(
      course,
      ['--only', 'slides', '--out', join(newFolder(), 'kit')],
      asRoot ? { user: NOBODY } : {},
    )
    expect([code, sentence]).toEqual([
      3,
      `There is no permission to write ${join(course, '.fieldkit')}: give yourself permission, or choose another folder.`,
    ])
  })

  it('gives no permission to read a source', async () => {
    const course = await builtCourse()
    chmodSync(course, 0o777)
    chmodSync(join(course, 'modules', 'course.yml'), 0o000)
    const { code, sentence } = await failing(course, [], asRoot ? { user: NOBODY } : {})
    expect([code, sentence]).toEqual([3, 'The source modules/course.yml cannot be read (EACCES): give yourself permission to read it.'])
  })
})

describe('the request', () => {
  it('names no course', async () => {
    const folder = newFolder()
    for (const verb of ['build', 'check']) {
      const { code, stderr } = await run([verb, '--course', folder])
      expect([code, stderr]).toEqual([
        2,
        `There is no folder ${folder}/modules: name the folder that holds "modules" with --course, or make a course with "fieldkit init".\n`,
      ])
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('names an output folder that would be lost', async () => {
    const course = await builtCourse()
    const other = newFolder()
    writeFileSync(join(other, 'letter.txt'), 'Dear')
    writeFileSync(join(other, 'build.json'), '{"name": "of another program"}')
    const cases: [out: string, says: string][] = [
      [course, `The output folder ${course} holds the course itself: name another one with --out.`],
      [dirname(course), `The output folder ${dirname(course)} holds the course itself: name another one with --out.`],
      [
        join(course, 'modules', '01-drill', 'dist'),
        `The output folder ${join(course, 'modules', '01-drill', 'dist')} lies among the sources of the course: name another one with --out.`,
      ],
      [join(other, 'letter.txt'), `${join(other, 'letter.txt')} is a file: name a folder with --out.`],
      [other, `The folder ${other} holds files that no build has made and would be replaced: name a new or empty folder with --out.`],
    ]
    for (const [out, says] of cases) {
      const { code, sentence } = await failing(course, ['--out', out])
      expect([code, sentence]).toEqual([2, says])
    }
    expect(readdirSync(other).sort()).toEqual(['build.json', 'letter.txt'])
    const { code, sentence } = await failing(course, ['--out', join(other, 'letter.txt', 'kit')])
    expect([code, sentence]).toEqual([3, expect.stringContaining('because a part of its path is a file')])
  })

  it('is no request', async () => {
    const cases: [args: string[], says: RegExp][] = [
      [['bake'], /^Wrong usage: unknown command 'bake'/],
      [['build', '--colour'], /^Wrong usage: unknown option '--colour'/],
      [['build', 'now'], /^Wrong usage: too many arguments/],
      [['check', '--format', 'xml'], /^Wrong usage: .*Allowed choices are text, json, sarif, github\./],
      [['build', '--lang', ','], /^Wrong usage: .*Expected at least one name\./],
      [['serve', '--port', 'http'], /^Wrong usage: .*Expected a number from 1 to 65535\./],
      [['init'], /^Wrong usage: missing required argument 'folder'/],
      [['stamp'], /^Wrong usage: missing required argument 'files'/],
    ]
    for (const [args, says] of cases) {
      const { code, stderr, stdout } = await run(args)
      expect([args, code, stdout]).toEqual([args, 2, ''])
      expect(stderr).toMatch(says)
      expect(isPlain(stderr)).toBe(true)
    }
    expect((await run([])).code).toBe(2)
    expect((await run(['--help'])).code).toBe(0)
  })
})

describe('the output folder', () => {
  it('stays a link where it is one', async () => {
    const course = await builtCourse()
    const elsewhere = join(newFolder(), 'kit')
    await rename(join(course, 'dist'), elsewhere)
    symlinkSync(elsewhere, join(course, 'dist'))
    expect((await run(['build', '--course', course, '--only', 'slides', '--force'])).code).toBe(0)
    expect(readFileSync(join(course, 'dist', 'build.json'))).toEqual(readFileSync(join(elsewhere, 'build.json')))
    expect(readdirSync(dirname(elsewhere))).toEqual(['kit'])
  })

  it('is not built by two at the same time', async () => {
    const course = await builtCourse()
    const both = await Promise.all([1, 2].map(() => run(['build', '--course', course, '--only', 'slides', '--force'])))
    expect(both.map(({ code }) => code).sort()).toEqual([0, 3])
    expect(both.find(({ code }) => code === 3)?.stderr).toMatch(/^Another build \(process \d+\) is at work on .*: wait for it to end\.\n$/)
    expect(leftovers(course)).toEqual([])
    expect(receiptIn(join(course, 'dist')).outputs.map(({ kind }) => kind)).toContain('deck')
  })
})

describe('findings of severity error', () => {
  it('in the sources leave everything as it was', async () => {
    const course = await builtCourse()
    const block = join(course, 'modules', '01-drill', '1-way-out.md')
    await writeFile(block, (await readFile(block, 'utf8')).replace('src=figures/way.svg', 'src=figures/no-way.svg'))
    const ended = await failing(course, [])
    expect([ended.code, ended.sentence]).toEqual([1, ''])
    expect(ended.stdout).toMatch(/1-way-out\.md:15:56: error Unexpected drawing `figures\/no-way\.svg`/)
    expect(ended.stdout).toMatch(/Not built: the errors above come first, and .*dist is as it was\.\n$/)
  })

  it('in a drawing leave everything as it was', async () => {
    const course = await builtCourse()
    await writeFile(join(course, 'modules', '01-drill', 'figures', 'way.svg'), 'not a drawing')
    const ended = await failing(course, ['--only', 'slides'])
    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('figure-can-be-drawn')
  })

  it('about what was printed leave everything as it was, and what was rejected to be looked at', async () => {
    const course = await threeModules()
    expect((await run(['build', '--course', course, '--only', 'slides'])).code).toBe(0)
    const yaml = join(course, 'modules', 'course.yml')
    const text = (await readFile(yaml, 'utf8')).replace('cap: 30', 'cap: 7')
    await writeFile(yaml, text)
    const ended = await failing(course, ['--only', 'guideline', '--lang', 'en'])
    expect(ended.code).toBe(1)
    expect(ended.stdout).toMatch(/Not built: the errors above come first, .*\. What was made and rejected lies in .*rejected\.\n$/)
    const again = await run(['build', '--course', course, '--only', 'guideline', '--lang', 'en', '--format', 'json'])
    const { findings } = JSON.parse(again.stdout) as { findings: Found[] }
    const errors = findings.filter(({ severity }) => severity === 'error')
    const line = text.split('\n').findIndex((one) => one.startsWith('cap:')) + 1
    expect(errors.map(({ rule, file, line, column }) => [rule, file, line, column])).toEqual([
      ['guideline-fits-page-cap', expect.stringMatching(/modules\/course\.yml$/), line, 6],
    ])
    const printed = /^Unexpected guideline of (\d+) pages \(en\), expected at most 7$/.exec(errors[0]?.reason ?? '')?.[1]
    expect(Number(printed)).toBeGreaterThan(7)
    // the longest modules, the longest first
    expect(errors[0]?.causes.map(({ file }) => /modules\/(\d\d)-/.exec(file)?.[1])).toEqual(['03', '01', '02'])
    const rejected = join(course, '.fieldkit', 'rejected')
    expect(
      readFileSync(join(rejected, 'en', 'guideline.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(readdirSync(rejected).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('that only the press can see come out of `check --full` too, which writes nothing', async () => {
    const course = await builtCourse()
    const yaml = join(course, 'modules', 'course.yml')
    await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('cap: 30', 'cap: 5'))
    const before = await contentsOf(join(course, 'dist'))
    expect((await run(['check', '--course', course])).code).toBe(0)
    const full = await run(['check', '--course', course, '--full', '--format', 'github'])
    expect(full.code).toBe(1)
    expect(full.stdout).toMatch(/^::error .*title=guideline-fits-page-cap::/m)
    expect(full.stderr).toMatch(/^ {2}guideline /m)
    expect(await contentsOf(join(course, 'dist'))).toEqual(before)
    expect(leftovers(course)).toEqual([])
    expect(existsSync(join(course, '.fieldkit', 'built'))).toBe(false)
  })
})

interface Found {
  rule: string
  severity: string
  reason: string
  file: string
  line: number
  column: number
  causes: { file: string }[]
}

/** The small course with two more modules, the third with much to read. */
async function threeModules(): Promise<string> {
  const course = await smallCourse()
  const from = join(course, 'modules', '01-drill')
  for (const [folder, id] of [
    ['02-stairs', 'stair'],
    ['03-doors', 'door'],
  ] as const) {
    const to = join(course, 'modules', folder)
    await mkdir(to)
    const module = await readFile(join(from, 'module.md'), 'utf8')
    const block = await readFile(join(from, '1-way-out.md'), 'utf8')
    await writeFile(join(to, 'module.md'), module.replace('id: drill', `id: ${id}`))
    const longer = id === 'door' ? '\nA paragraph that fills the page with words which say how doors open and close.\n'.repeat(90) : ''
    const renamed = block
      .replaceAll('drill-way-out', `${id}-way-out`)
      .replace(/\{#([\w-]+)/g, `{#${id}-$1`)
      .replace('worksheet=w-way', `worksheet=${id}-w-way`)
      .replace('figures/', '../01-drill/figures/')
    await writeFile(join(to, '1-way-out.md'), renamed.replace('## Why three minutes\n', `## Why three minutes\n${longer}`))
  }
  return course
}

function mountable(): boolean {
  if (!asRoot || process.platform !== 'linux') return false
  const folder = newFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  if (status === 0) spawnSync('umount', [folder])
  return status === 0
}

/** A small disk of its own. */
function mounted(options: string): string {
  const folder = newFolder()
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  mounts.push(folder)
  return folder
}
