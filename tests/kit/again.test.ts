/** The same sources give the same bytes: the real course built once more, in another folder, in another time zone. */
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Receipt } from '../../scripts/receipt.ts'
import { BUILD_TAKES, fieldkit, type Kit, theKit } from './kit.ts'

/** Everything but the site, which makes no such promise; it is built last and beside the others, so they do not depend on it. */
const MOST = 'slides,handouts,pptx,worksheets,guideline,plan,run-sheets,event-kit,participant,packs'

let kit: Kit
let elsewhere: string
beforeAll(async () => {
  kit = await theKit()
  elsewhere = await mkdtemp(join(tmpdir(), 'fieldkit again '))
  await cp(join(kit.folder, 'modules'), join(elsewhere, 'modules'), { recursive: true })
  await fieldkit(['build', '--course', elsewhere, '--only', MOST], { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' })
}, BUILD_TAKES)
afterAll(() => rm(elsewhere, { recursive: true, force: true, maxRetries: 3 }))

it('gives the same sha256 for every output but the site, and the start page that links to it', async () => {
  const receipt = JSON.parse(await readFile(join(elsewhere, 'dist/build.json'), 'utf8')) as Receipt
  const again = new Map(receipt.outputs.map(({ path, sha256 }) => [path, sha256]))
  const first = kit.receipt.outputs.filter(({ kind }) => kind !== 'site' && kind !== 'landing')
  expect(first.length).toBeGreaterThan(100)
  expect(first.map(({ path }) => path)).toEqual(first.filter(({ path }) => again.has(path)).map(({ path }) => path))
  const differing = first.filter(({ path, sha256 }) => again.get(path) !== sha256).map(({ path }) => path)
  expect(differing.filter((path) => !/\.(pptx|zip)$/.test(path))).toEqual([])
  for (const path of differing)
    expect(partsOf(await readFile(join(elsewhere, 'dist', path))), path).toEqual(partsOf(Buffer.from(await kit.read(path))))
})

/** The parts of a zip with their hashes. Chromium draws a handful of pixels of a picture in PPTX another way now and then: there only the name counts. */
function partsOf(bytes: Uint8Array): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => {
      if (name.endsWith('.pptx')) return [name, partsOf(part)]
      return [name, /^ppt\/media\/[^/]+\.png$/.test(name) ? 'picture' : createHash('sha256').update(part).digest('hex')]
    }),
  )
}
