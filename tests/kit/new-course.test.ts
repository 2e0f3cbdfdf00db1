/** `fieldkit init`, then `fieldkit build`: a small complete course on another subject, in two commands. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCourse } from '../../course/check.ts'
import { severityOf } from '../../course/finding.ts'
import { readCourse, type Reading } from '../../course/read-course.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { filesIn, OUTPUT_KINDS, type Receipt } from '../../scripts/receipt.ts'
import { BUILD_TAKES, fieldkit } from './kit.ts'

let folder: string
let demo: string
let said: string
let reading: Reading
let receipt: Receipt

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-new-'))
  demo = join(folder, 'demo')
  said = await fieldkit('init', demo)
  await fieldkit('build', '--course', demo)
  reading = await readCourse(await readSources(demo))
  receipt = await receiptOf(demo)
}, BUILD_TAKES)
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

const receiptOf = async (course: string): Promise<Receipt> => JSON.parse(await readFile(join(course, 'dist/build.json'), 'utf8')) as Receipt

describe('a new course', () => {
  it('says how to build it', () => {
    expect(said).toMatch(/build --course \S*demo/)
  })

  it('reads without a finding', () => {
    expect(checkCourse(reading).map((one) => `${one.file}:${one.line} ${severityOf(one)} ${one.reason}`)).toEqual([])
    expect(receipt.findings).toEqual({ error: 0, warning: 0, info: 0 })
  })

  it('has another subject, and of everything something', () => {
    const [course] = reading.courses.values()
    expect(`${course?.id} ${course?.title}`).not.toMatch(/smp|skills mobility/i)
    expect(course?.modules.length).toBeGreaterThanOrEqual(2)
    const blocks = course?.modules.flatMap((module) => module.blocks) ?? []
    for (const part of ['slides', 'activities', 'worksheets', 'objectives', 'lenses'] as const) {
      expect(blocks.flatMap((block): unknown[] => block[part]).length, part).toBeGreaterThan(1)
    }
    expect(course?.figures.length).toBeGreaterThan(2)
    expect(course?.glossary.length).toBeGreaterThan(0)
    expect(course?.bibliography.length).toBeGreaterThan(0)
  })

  it('becomes every kind of output, and nothing that the receipt does not list', async () => {
    expect([...new Set(receipt.outputs.map(({ kind }) => kind))].sort()).toEqual([...OUTPUT_KINDS].sort())
    const files = await filesIn(join(demo, 'dist'))
    const paths = receipt.outputs.map(({ path }) => path)
    for (const path of paths) expect(files.some((file) => file === path || (path.endsWith('/') && file.startsWith(path))), path).toBe(true)
    expect(files.filter((file) => !paths.some((path) => file === path || (path.endsWith('/') && file.startsWith(path))))).toEqual(['build.json'])
    for (const { bytes } of receipt.outputs) expect(bytes).toBeGreaterThan(1000)
  })

  it('leaves nothing beside modules and dist but its working folder', async () => {
    expect((await readdir(demo)).sort()).toEqual(['.fieldkit', 'dist', 'modules'])
  })

  it('gives the same bytes in another folder, the site excepted', async () => {
    const other = join(folder, 'elsewhere', 'a course with blanks')
    await cp(join(demo, 'modules'), join(other, 'modules'), { recursive: true })
    await fieldkit('build', '--course', other, '--only', 'slides,worksheets,guideline,plan,run-sheets,participant,packs')
    const made = new Map((await receiptOf(other)).outputs.map(({ path, sha256 }) => [path, sha256]))
    const same = receipt.outputs.filter(({ kind }) => kind !== 'site' && kind !== 'landing')
    expect(same.map(({ path }) => [path, made.get(path)])).toEqual(same.map(({ path, sha256 }) => [path, sha256]))
  }, BUILD_TAKES)

  it('is not written over a folder that holds something', async () => {
    await expect(fieldkit('init', demo)).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/is not empty/) })
  })
})
