/** The same sources give the same bytes: the real course built once more, in another folder, in another time zone. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  expect(first.map(({ path }) => [path, again.get(path)])).toEqual(first.map(({ path, sha256 }) => [path, sha256]))
})
