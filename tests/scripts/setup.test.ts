/**
 * Set-up and start on a machine that has less than it should. The whole of it on a bare copy of the project takes minutes and the
 * network: FIELDKIT_SLOW_TESTS=1 runs that too.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { contentsOf, isPlain, newFolder, removeFolders, root, sentencesIn } from './command-line.ts'

afterAll(removeFolders)

/** The plain JavaScript that runs before anything is installed, in a folder of its own. */
function bareScripts(): string {
  const folder = newFolder()
  mkdirSync(join(folder, 'scripts', 'node'), { recursive: true })
  for (const file of [
    'scripts/setup.mjs',
    'scripts/launch.mjs',
    'scripts/find-node.mjs',
    'scripts/find-browser.mjs',
    'package.json',
    'package-lock.json',
    'scripts/node/package.json',
    'scripts/node/package-lock.json',
  ]) {
    copyFileSync(join(root, file), join(folder, file))
  }
  return folder
}

/** Runs one of them with an npm that does what `does` says. */
function script(folder: string, name: string, args: string[], env: Record<string, string> = {}, does = 'process.exit(0)') {
  const npm = join(newFolder(), 'npm-cli.js')
  writeFileSync(npm, does)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', name), ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm, ...env },
  })
  expect(isPlain(stdout + stderr)).toBe(true)
  return { status, stdout, stderr, sentences: sentencesIn(stderr) }
}

describe('set-up', () => {
  const installs = "require('fs').mkdirSync('node_modules/unified', { recursive: true })"

  it('installs once, says so, and is silent when everything is there', () => {
    const folder = bareScripts()
    const first = script(folder, 'setup.mjs', ['--no-browser'], {}, installs)
    expect([first.status, first.stdout, first.stderr]).toEqual([0, 'set-up: Installing packages (a few minutes the first time) …\n', ''])
    const second = script(folder, 'setup.mjs', ['--no-browser'], {}, 'process.exit(1)')
    expect([second.status, second.stdout, second.stderr]).toEqual([0, '', ''])
  })

  it('installs again when the lock file has changed or an installation was broken off', () => {
    const folder = bareScripts()
    const broken = script(folder, 'setup.mjs', ['--no-browser'], {}, `${installs}; process.exit(1)`)
    expect(broken.status).toBe(3)
    expect(script(folder, 'setup.mjs', ['--no-browser'], {}, installs).stdout).toContain('Installing')
    writeFileSync(join(folder, 'package-lock.json'), `${readFileSync(join(folder, 'package-lock.json'), 'utf8')} `)
    expect(script(folder, 'setup.mjs', ['--no-browser'], {}, installs).stdout).toContain('Installing')
  })

  it.each([
    [
      'no connection',
      'npm error code ENOTFOUND\nnpm error network request failed, reason: getaddrinfo ENOTFOUND',
      'network request failed, reason: getaddrinfo ENOTFOUND',
      'check the connection',
    ],
    [
      'a full disk',
      'npm error code ENOSPC\nnpm error syscall write\nnpm error ENOSPC: no space left on device, write',
      'ENOSPC: no space left on device, write',
      'free some space on the disk',
    ],
    [
      'no permission',
      'npm error code EACCES\nnpm error syscall mkdir\nnpm error path /x\nnpm error errno -13\nnpm error Your user may not write there: EACCES',
      'Your user may not write there: EACCES',
      'give yourself permission to write this folder',
    ],
  ])('says in one sentence that there is %s', (_, said, reason, advice) => {
    const { status, sentences } = script(bareScripts(), 'setup.mjs', [], {}, `console.error(${JSON.stringify(said)}); process.exit(1)`)
    expect([status, sentences]).toEqual([3, [`The packages could not be installed (${reason}): ${advice} and run the command again.`]])
  })

  it('says in one sentence that the browser named cannot be run', () => {
    const { status, sentences } = script(bareScripts(), 'setup.mjs', [], { FIELDKIT_BROWSER: '/nonexistent' }, installs)
    expect([status, sentences]).toEqual([
      3,
      ['FIELDKIT_BROWSER names "/nonexistent", which cannot be run: name a Chrome, Edge or Chromium.'],
    ])
  })

  it('says in one sentence that the project is not whole', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'scripts'))
    for (const file of ['setup.mjs', 'find-node.mjs', 'find-browser.mjs'])
      copyFileSync(join(root, 'scripts', file), join(folder, 'scripts', file))
    const { status, sentences } = script(folder, 'setup.mjs', [])
    expect([status, sentences]).toEqual([
      3,
      [expect.stringMatching(/^Set-up could not go on \(ENOENT: .*package-lock\.json.*\): mend that and run the command again\.$/)],
    ])
  })
})

describe('the starter', () => {
  it('says in one sentence that nothing is installed', () => {
    const { status, sentences } = script(bareScripts(), 'launch.mjs', ['check'])
    expect([status, sentences]).toEqual([3, ['The packages of Fieldkit are not installed yet: run "npm run setup" first.']])
  })

  it.runIf(process.platform !== 'win32')('says in one sentence that it was ended from outside, as by a machine without memory', () => {
    const folder = bareScripts()
    mkdirSync(join(folder, 'node_modules', 'unified'), { recursive: true })
    writeFileSync(join(folder, 'scripts', 'fieldkit.ts'), "process.kill(process.pid, 'SIGKILL')")
    const { status, sentences } = script(folder, 'launch.mjs', ['build'])
    expect([status, sentences]).toEqual([
      3,
      ['Stopped from outside (SIGKILL), perhaps for want of memory: close some programs and run the command again.'],
    ])
  })

  it('hands on arguments and the exit code as they are', () => {
    const folder = bareScripts()
    mkdirSync(join(folder, 'node_modules', 'unified'), { recursive: true })
    writeFileSync(join(folder, 'scripts', 'fieldkit.ts'), 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 1')
    const { status, stdout } = script(folder, 'launch.mjs', ['build', '--out', 'a folder', '--lang=en'])
    expect([status, JSON.parse(stdout)]).toEqual([1, ['build', '--out', 'a folder', '--lang=en']])
  })
})

describe.runIf(process.env.FIELDKIT_SLOW_TESTS === '1')('a bare copy of the project', () => {
  it('sets itself up, with whatever Node and npm the machine has, and builds', async () => {
    const folder = join(newFolder(), 'bare copy')
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n')
    for (const file of tracked.filter((one) => existsSync(join(root, one)))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      await cp(join(root, file), join(folder, file))
    }
    const before = await contentsOf(join(folder, 'modules'))
    // the Node these tests run on is not the machine's own
    const path = (process.env.PATH ?? '')
      .split(':')
      .filter((part) => part !== dirname(process.execPath) && !part.includes('node_modules'))
      .join(':')
    const npm = (...args: string[]) =>
      spawnSync('npm', args, { cwd: folder, encoding: 'utf8', env: { HOME: process.env.HOME ?? folder, PATH: path } })
    const node = spawnSync('node', ['--version'], { encoding: 'utf8', env: { PATH: path } }).stdout.trim()

    const start = performance.now()
    const built = npm('run', 'build')
    console.log(`set-up and build on a bare copy, Node ${node} on the machine: ${Math.round((performance.now() - start) / 1000)} s`)
    expect([built.status, built.stderr]).toEqual([0, ''])
    expect(built.stdout).toContain('set-up: Installing packages')
    expect(existsSync(join(folder, 'dist', 'build.json'))).toBe(true)
    expect(await contentsOf(join(folder, 'modules'))).toEqual(before)
    expect(npm('run', '--silent', 'build').stdout).toMatch(/^Nothing changed since the last build: dist is as it was/)
    expect(npm('run', '--silent', 'check').status).toBe(0)
  }, 1_200_000)
})
