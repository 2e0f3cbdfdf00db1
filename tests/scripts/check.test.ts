/** `fieldkit check` on the command line: what it prints in each format, how it ends, and that nobody waits for it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, removeFolders, root, run, smallCourse, start } from './command-line.ts'

let course: string
beforeAll(async () => {
  course = await smallCourse()
  const block = join(course, 'modules', '01-drill', '1-way-out.md')
  // an error, and two warnings that are there already (the French module)
  await writeFile(block, (await readFile(block, 'utf8')).replace('worksheet=w-way', 'worksheet=w-weg'))
})
afterAll(removeFolders)

const check = (...args: string[]): Promise<Ended> => run(['check', '--course', course, ...args])

describe('check', () => {
  it('prints findings by rule, errors first, each at its place, and ends with 1', async () => {
    const { code, stdout, stderr } = await run(['check', '--course', '.'], { cwd: course })
    expect([code, stderr]).toEqual([1, ''])
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('1 error, 2 warnings in 2 files')
    expect(lines.filter((line) => /^\S+:\d+:\d+: /.test(line)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'modules/01-drill/1-way-out.md:66:100: error',
      'modules/01-drill/module.fr.md:3:8: warning',
      'modules/01-drill/module.fr.md:12:1: warning',
    ])
    expect(stdout).toContain('Unexpected worksheet `w-weg`, expected the id of a worksheet')
    expect(existsSync(join(course, '.fieldkit'))).toBe(false)
  })

  it('names files from the folder it was called in', async () => {
    const { stdout } = await run(['check', '--course', '..'], { cwd: join(course, 'modules') })
    expect(stdout).toMatch(/^01-drill\/1-way-out\.md:66:100: error /m)
  })

  it('prints the same each time', async () => {
    const [one, two] = await Promise.all([check('--format', 'json'), check('--format', 'json')])
    expect(one.stdout).toBe(two.stdout)
  })

  it('gives JSON with counts and places', async () => {
    const { code, stdout } = await check('--format', 'json')
    const { counts, findings } = JSON.parse(stdout)
    expect([code, counts]).toEqual([1, { error: 1, warning: 2, info: 0 }])
    expect(findings.find((one: { severity: string }) => one.severity === 'error')).toMatchObject({
      rule: 'link-resolves',
      line: 66,
      column: 100,
      endLine: 66,
      endColumn: 105,
      file: expect.stringMatching(/modules\/01-drill\/1-way-out\.md$/),
      causes: [],
    })
  })

  it('gives SARIF 2.1.0 with every rule it can name', async () => {
    const log = JSON.parse((await check('--format', 'sarif')).stdout)
    expect(log.version).toBe('2.1.0')
    const [{ tool, results }] = log.runs
    expect(results.map((one: { level: string }) => one.level).sort()).toEqual(['error', 'warning', 'warning'])
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    }
  })

  it('gives workflow commands, one a line', async () => {
    const { stdout } = await check('--format', 'github')
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::warning'])
    expect(lines[0]).toMatch(/file=.*1-way-out\.md,line=66,endLine=66,col=100,endColumn=105,title=link-resolves::Unexpected/)
  })

  it('leaves out translations into languages that were not asked for', async () => {
    expect((await check('--lang', 'en')).stdout).toMatch(/^1 error in 1 file\n/)
    expect((await check('--lang', 'fr')).stdout).toMatch(/^1 error, 2 warnings in 2 files\n/)
    const unknown = await check('--lang', 'xx')
    expect([unknown.code, unknown.stderr]).toEqual([2, 'The course has no language "xx": it has en, fr.\n'])
  })

  it('keeps quiet when its reader leaves', async () => {
    const running = start(['check', '--course', course])
    running.child.stdout?.destroy()
    const { code, stderr } = await running.ended
    expect([code, stderr]).toEqual([1, ''])
  })

  it('does not follow links out of the course', async () => {
    const other = await smallCourse()
    await rename(join(other, 'modules', '01-drill'), join(other, 'away'))
    await symlink(join(other, 'away'), join(other, 'modules', '01-drill'))
    await mkdir(join(other, 'modules', '02-here'))
    const { stdout } = await run(['check', '--course', other, '--format', 'json'])
    expect(stdout).not.toContain('01-drill/')
  })
})

describe('check of the real course', () => {
  it('is mostly the parsing of its Markdown: less than twice the work of that alone', async () => {
    const checking = [join(root, 'scripts', 'fieldkit.ts'), 'check', '--course', root]
    const parsing = [join(import.meta.dirname, 'parse-only.ts'), root]
    // the first run of each fills Node's cache of compiled code, as the first command after set-up does
    const runs = Array.from({ length: 4 }, () => ({ check: workOf(checking), parse: workOf(parsing), nothing: workOf(['-e', '0']) })).slice(
      1,
    )
    const [, { check, parse, nothing, ratio }] = runs
      .map((one) => ({ ...one, ratio: one.check / one.parse }))
      .sort((a, b) => a.ratio - b.ratio) as [object, (typeof runs)[0] & { ratio: number }]
    console.log(
      `check of the real course: ${check} ms of processor time; parsing alone ${parse} ms; Node's start ${nothing} ms; ratio ${ratio.toFixed(2)}`,
    )
    expect(ratio).toBeLessThan(2)
  })
})

/** Milliseconds of processor time that Node needs for a command: other work on the machine does not count in. */
function workOf(command: string[]): number {
  const { stdout } = spawnSync('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', process.execPath, ...command], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node') },
  })
  // second line: user and system time of the shell's children, such as 0m0.030s 0m0.010s
  const [user = 0, system = 0] = [...(stdout.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1_000,
  )
  return Math.round(user + system)
}
