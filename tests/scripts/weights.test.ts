/** Weights: what is counted of a deck, and what a build says and leaves when something is too heavy. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { USUAL_WEIGHTS } from '../../course/measurements.ts'
import { bytesWithoutPhotographs } from '../../scripts/weigh-files.ts'
import { receiptIn, removeFolders, run, smallCourse } from './command-line.ts'

afterAll(removeFolders)

const PACKS = ['build', '--lang', 'en', '--only', 'slides,participant,packs', '--course']

async function courseWith(weights: string): Promise<string> {
  const course = await smallCourse()
  const file = join(course, 'modules/course.yml')
  const before = await readFile(file, 'utf8')
  expect(before).toContain('  weights: {}')
  await writeFile(file, before.replace('  weights: {}', `  weights: ${weights}`))
  return course
}

it('of a deck are counted without its photographs, drawings included', () => {
  const photograph = randomBytes(3000).toString('base64')
  const page = (image: string): Uint8Array => strToU8(`<!doctype html><p>Taps</p><img src="${image}">`)
  const bare = page('').length
  for (const type of ['png', 'jpeg', 'webp']) expect(bytesWithoutPhotographs(page(`data:image/${type};base64,${photograph}`))).toBe(bare)
  const drawing = page(`data:image/svg+xml;base64,${photograph}`)
  expect(bytesWithoutPhotographs(drawing)).toBe(drawing.length)
})

it('over their budgets are errors for decks and packs, warnings for pages, and nothing is moved in', async () => {
  const course = await courseWith(
    '{deck: 1000, facilitator-pack: 1001, participant-pack: 1002, text-pack: 1003, text-page: 1004, participant-page: 1005}',
  )
  const { code, stdout } = await run([...PACKS, course])
  expect(code).toBe(1)
  expect(existsSync(join(course, 'dist/index.html'))).toBe(false)
  const said = (path: string, budget: number): string =>
    new RegExp(`\\d+:\\d+: (\\w+) Unexpected weight of \\d+ bytes of ${path}, expected at most ${budget}\\b`).exec(stdout)?.[1] ?? 'nothing'
  expect(said('en/slides/drill.html', 1000)).toBe('error')
  expect(said('en/participant/slides/drill.html', 1000)).toBe('error')
  expect(said('packs/fire-drill-en-facilitator.zip', 1001)).toBe('error')
  expect(said('packs/fire-drill-en-participant.zip', 1002)).toBe('error')
  expect(said('packs/fire-drill-en-participant-text.zip', 1003)).toBe('error')
  expect(said('packs/fire-drill-en-facilitator-text.zip', 1003)).toBe('error')
  expect(said('en/participant/text/drill.html', 1004)).toBe('warning')
  expect(said('packs/fire-drill-en-facilitator-text.zip: drill.html', 1004)).toBe('warning')
  expect(said('en/participant/manual/drill.html', 1005)).toBe('warning')
  // the text as one file is as heavy as all its pages
  expect(stdout).not.toMatch(/Unexpected weight of \d+ bytes of \S*-text\.html/)
})

it('have limits where course.yml says nothing, and a photograph does not count against a deck', async () => {
  const course = await courseWith('{}')
  const block = join(course, 'modules/01-drill/1-way-out.md')
  const slide = ':::slide[The yard]{#s-yard}\n::figure[The yard]{#yard src=figures/yard.png alt="The yard behind the house"}\n:::'
  await writeFile(join(course, 'modules/01-drill/figures/yard.png'), photograph(1_200_000))
  await writeFile(block, (await readFile(block, 'utf8')).replace('\n:::slide[Three', `\n${slide}\n\n:::slide[Three`))
  const built = await run([...PACKS, course])
  expect(built.stdout).not.toMatch(/Unexpected weight/)
  expect([built.code, built.stdout.match(/error .*/g)]).toEqual([0, null])
  const dist = join(course, 'dist')
  const deck = receiptIn(dist).outputs.find(({ path }) => path === 'en/slides/drill.html')
  expect(deck?.bytes).toBeGreaterThan(USUAL_WEIGHTS.deck ?? 0)
  const pack = unzipSync(await readFile(join(dist, 'packs/fire-drill-en-participant-text.zip')))
  expect(Math.max(...Object.values(pack).map(({ length }) => length))).toBeLessThan(USUAL_WEIGHTS['text-page'] ?? 0)
})

/** A PNG of noise that no zip makes smaller, of about this many bytes. */
function photograph(bytes: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const side = Math.ceil(Math.sqrt(bytes / 3))
  const rows = Buffer.concat(Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side * 3)])))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
