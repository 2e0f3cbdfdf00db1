/** A build that is stopped or killed at the worst moments: the last good output stays, nothing is left at work, the next run cleans up. */
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimFolder } from '../../scripts/claim.ts'
import { EnvironmentProblem } from '../../scripts/environment-problem.ts'
import { contentsOf, leftovers, newFolder, type Running, removeFolders, root, run, smallCourse, start } from './command-line.ts'

let built: string
let course: string
let before: Map<string, string>

beforeAll(async () => {
  built = await smallCourse()
  expect((await run(['build', '--course', built, '--only', 'slides'])).code).toBe(0)
  before = await contentsOf(join(built, 'dist'))
})
beforeEach(async () => {
  course = newFolder()
  for (const part of ['modules', 'dist']) await cp(join(built, part), join(course, part), { recursive: true })
})
afterAll(removeFolders)

const STOPPED = 'Stopped: the last good output is as it was.'

function building(...args: string[]): Running {
  return start(['build', '--course', course, '--force', ...args])
}

/** Waits until something happens, which it does within seconds on any machine. */
async function until(what: string, happens: () => boolean): Promise<void> {
  for (let waited = 0; !happens(); waited += 20) {
    if (waited > 60_000) throw new Error(`it never came to this: ${what}`)
    await sleep(20)
  }
}

async function everythingIsAsItWas(running: Running): Promise<void> {
  // browsers take a moment to go
  await until('nothing at work', () => running.atWork().length === 0)
  expect(await contentsOf(join(course, 'dist'))).toEqual(before)
  expect(leftovers(course)).toEqual([])
}

describe('a build that is asked to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s while the press works says one sentence and ends with 3', async (signal) => {
    const running = building('--only', 'guideline,worksheets')
    await running.says('figures')
    running.child.kill(signal)
    const { code, killedBy, stderr } = await running.ended
    expect([code, killedBy, stderr.trim()]).toEqual([3, null, STOPPED])
    await everythingIsAsItWas(running)
  })

  it('by Ctrl+C, which comes twice, from the terminal and from the process above, says it once', async () => {
    const running = building('--only', 'guideline,worksheets')
    await running.says('figures')
    running.child.kill('SIGINT')
    await sleep(50)
    running.child.kill('SIGINT')
    const { code, stderr } = await running.ended
    expect([code, stderr.trim()]).toEqual([3, STOPPED])
    await everythingIsAsItWas(running)
  })

  it('while it reads', async () => {
    const running = building()
    await until('it has begun', () => existsSync(join(course, '.fieldkit', 'building')))
    running.child.kill('SIGTERM')
    const { code, stderr } = await running.ended
    expect([code, stderr.trim()]).toEqual([3, STOPPED])
    await everythingIsAsItWas(running)
  })

  it('while the site is built leaves nobody building it', async () => {
    const running = building('--only', 'site')
    await until(
      'Docusaurus works',
      () =>
        existsSync(join(course, '.fieldkit', 'site', 'generated')) || running.atWork().some(({ command }) => /docusaurus/.test(command)),
    )
    running.child.kill('SIGTERM')
    const { code, stderr } = await running.ended
    expect([code, stderr.trim()]).toEqual([3, STOPPED])
    await everythingIsAsItWas(running)
  })

  it('through the starter passes it on', async () => {
    const running = start(['build', '--course', course, '--force', '--only', 'guideline'], { file: join(root, 'scripts', 'launch.mjs') })
    await running.says('figures')
    running.child.kill('SIGTERM')
    const { code, stderr } = await running.ended
    expect([code, stderr.trim()]).toEqual([3, STOPPED])
    await everythingIsAsItWas(running)
  })

  it('in its first moments, again and again, never leaves half an output', async () => {
    for (const after of [150, 400, 700, 1_000]) {
      const running = building('--only', 'slides')
      await sleep(after)
      running.child.kill('SIGINT')
      const { code, killedBy } = await running.ended
      // before the command line has begun to listen, the signal itself is the end
      expect([3, null, 0]).toContain(code)
      if (code === 0) continue
      expect([killedBy === null, code === null]).not.toEqual([true, true])
      await everythingIsAsItWas(running)
    }
  })
})

describe('a build that is killed', () => {
  it('leaves the last good output; the next run cleans up and builds', async () => {
    const running = building('--only', 'guideline,worksheets')
    await running.says('figures')
    running.child.kill('SIGKILL')
    expect((await running.ended).killedBy).toBe('SIGKILL')
    expect(await contentsOf(join(course, 'dist'))).toEqual(before)
    expect(existsSync(join(course, 'dist.staging'))).toBe(true)
    await until('the browser has gone too', () => running.atWork().length === 0)

    const next = await run(['build', '--course', course, '--only', 'slides', '--force'])
    expect(next.code).toBe(0)
    expect(leftovers(course)).toEqual([])
    expect(await contentsOf(join(course, 'dist', 'en'))).toEqual(await contentsOf(join(built, 'dist', 'en')))
  })

  it('while the site is built takes Docusaurus with it', async () => {
    const running = building('--only', 'site')
    await until('Docusaurus works', () => running.atWork().some(({ command }) => /docusaurus/.test(command)))
    running.child.kill('SIGKILL')
    await running.ended
    await until('nobody builds on', () => running.atWork().length === 0)
    expect(await contentsOf(join(course, 'dist'))).toEqual(before)
  })

  it('between its two renames leaves the last good output under another name; the next run puts it back, whatever comes of that run', async () => {
    renameSync(join(course, 'dist'), join(course, 'dist.previous'))
    mkdirSync(join(course, 'dist.staging'))
    writeFileSync(join(course, 'dist.staging', 'build.json'), '{}')
    const failed = await run(['build', '--course', course, '--only', 'slides', '--force'], { env: { FIELDKIT_BROWSER: '/nonexistent' } })
    expect(failed.code).toBe(3)
    expect(await contentsOf(join(course, 'dist'))).toEqual(before)
    expect(leftovers(course)).toEqual([])
  })

  it('after its renames leaves the one before; the next run removes it', async () => {
    await cp(join(course, 'dist'), join(course, 'dist.previous'), { recursive: true })
    expect((await run(['build', '--course', course, '--only', 'slides'])).code).toBe(0)
    expect(leftovers(course)).toEqual([])
  })
})

describe('a claim', () => {
  const owner = (folder: string): string => join(folder, '.builder')

  it('is one at a time, and free again after its release', () => {
    const folder = join(newFolder(), 'made', 'place')
    const claim = claimFolder(folder, 'the place')
    expect(() => claimFolder(folder, 'the place')).toThrow(
      new EnvironmentProblem(`Another build (process ${process.pid}) is at work on the place: wait for it to end.`),
    )
    claim.release()
    claim.release()
    expect(existsSync(folder)).toBe(false)
    claimFolder(folder, 'the place').release()
    expect(readdirSync(join(folder, '..'))).toEqual([])
  })

  it('of a process that is no more does not count, nor one with the number of this process from another day', async () => {
    const gone = start(['--version'])
    await gone.ended
    for (const pid of [gone.child.pid, process.pid]) {
      const folder = join(newFolder(), 'place')
      mkdirSync(folder)
      writeFileSync(owner(folder), `${pid} ${hostname()}\n`)
      claimFolder(folder, 'the place').release()
    }
  })

  it('of another machine counts as long as it gives signs of life', async () => {
    const folder = join(newFolder(), 'place')
    mkdirSync(folder)
    writeFileSync(owner(folder), '1 another-machine\n')
    expect(() => claimFolder(folder, 'the place')).toThrow(EnvironmentProblem)
    const { utimes } = await import('node:fs/promises')
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(owner(folder), longAgo, longAgo)
    claimFolder(folder, 'the place').release()
  })

  it('is given to one only of many that ask at the same moment', async () => {
    const folder = join(newFolder(), 'place')
    const file = join(import.meta.dirname, 'claim-once.ts')
    const all = await Promise.all(Array.from({ length: 6 }, () => run([folder], { file })))
    expect(all.map(({ stdout }) => stdout.trim()).sort()).toEqual(['claimed', ...Array.from({ length: 5 }, () => 'refused')])
    await rm(folder, { recursive: true, force: true })
  })
})
