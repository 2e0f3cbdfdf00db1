/** `fieldkit init` gives a course that is complete and builds at once; `fieldkit serve` shows it, and nothing beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OUTPUT_KINDS } from '../../scripts/receipt.ts'
import { type Ended, newFolder, receiptIn, removeFolders, run, start } from './command-line.ts'

const desk = newFolder()
const demo = join(desk, 'demo')
let initiated: Ended
let built: Ended

beforeAll(async () => {
  initiated = await run(['init', 'demo'], { cwd: desk })
  built = await run(['build', '--course', 'demo'], { cwd: desk })
}, 300_000)
afterAll(removeFolders)

describe('init', () => {
  it('makes a course and says how to build it', () => {
    expect([initiated.code, initiated.stdout]).toEqual([
      0,
      'A small course lies in demo. Build it with: npm run fieldkit -- build --course demo\n',
    ])
  })

  it('makes one that has no findings', async () => {
    expect((await run(['check', '--course', demo])).stdout).toMatch(/^No findings\.\n\n/)
  })

  it('makes one that becomes every kind of output, and only what its receipt names', () => {
    expect([built.code, built.stderr]).toEqual([0, ''])
    const { outputs, course, findings } = receiptIn(join(demo, 'dist'))
    expect(course.id).toBe('safe-water-at-home')
    expect(findings).toEqual({ error: 0, warning: 0, info: 0 })
    expect([...new Set(outputs.map(({ kind }) => kind))].sort()).toEqual([...OUTPUT_KINDS].sort())
    expect(readdirSync(join(demo, 'dist')).sort()).toEqual(['build.json', 'en', 'index.html', 'packs', 'site'])
    expect(readdirSync(demo).sort()).toEqual(['.fieldkit', 'dist', 'modules'])
  })

  it('takes a new or empty folder only', async () => {
    const again = await run(['init', 'demo'], { cwd: desk })
    expect([again.code, again.stderr]).toEqual([2, 'The folder demo is not empty: name a new one, nothing was written.\n'])
    writeFileSync(join(desk, 'letter.txt'), 'Dear')
    const file = await run(['init', 'letter.txt'], { cwd: desk })
    expect([file.code, file.stderr]).toEqual([2, 'letter.txt is a file: name a new folder.\n'])
    await mkdir(join(desk, 'empty'))
    expect((await run(['init', 'empty'], { cwd: desk })).code).toBe(0)
    const blocked = await run(['init', 'letter.txt/demo'], { cwd: desk })
    expect([blocked.code, blocked.stderr]).toMatchObject([2, expect.stringMatching(/is a file: name a new folder\.\n$/)])
  })
})

describe('serve', () => {
  it('shows the kit on this machine, refuses what lies outside, and ends with 0 when it is stopped', async () => {
    const running = start(['serve', '--course', demo, '--port', '47310'])
    try {
      await running.says('until you press Ctrl+C')
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(running.printed())?.[0] ?? ''
      for (const { path } of receiptIn(join(demo, 'dist')).outputs) {
        const answer = await fetch(`${address}/${path}`)
        const page = path.endsWith('/') ? 'index.html' : ''
        expect([path, answer.status]).toEqual([path, 200])
        expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(join(demo, 'dist', path, page)))).toBe(true)
      }
      for (const path of [
        '/../modules/course.yml',
        '/%2e%2e/modules/course.yml',
        '/..%2fmodules%2fcourse.yml',
        '/en/../../modules/course.yml',
        '/....//modules/course.yml',
        '/%5c..%5cmodules/course.yml',
      ]) {
        expect([path, await statusOf(address, path)]).toEqual([path, 404])
      }
      expect(await statusOf(address, '/%00')).toBe(400)
      expect((await fetch(`${address}/`, { method: 'POST' })).status).toBe(405)
    } finally {
      running.child.kill('SIGINT')
    }
    const { code, stderr } = await running.ended
    expect([code, stderr]).toEqual([0, ''])
  })

  it('has something to show', async () => {
    const { code, stderr } = await run(['serve', '--course', newFolder()])
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^There is nothing to show in .*dist: build first, with "npm run build"\.\n$/),
    ])
  })
})

/** The path goes out as it is written; `fetch` would tidy it. */
function statusOf(address: string, path: string): Promise<number> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
