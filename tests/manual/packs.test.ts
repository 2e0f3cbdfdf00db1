import { strFromU8, strToU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition } from '../../course/course.ts'
import { bundleStaticScripts } from '../../scripts/bundle-static-scripts.ts'
import { type Pack, writePack, zip } from '../../scripts/write-packs.ts'
import { bilingualCourses, bilingualDrawings, secrets, secretsOfFacilitators } from './bilingual-course.ts'
import { brokenLinks, pageLinks } from './links.ts'

let course: Course
let scripts: { page: string; search: string }

beforeAll(async () => {
  course = (await bilingualCourses()).get('en') as Course
  scripts = await bundleStaticScripts()
})

const files = (edition: Edition) =>
  new Map([
    ['slides/dough.html', strToU8('<!doctype html><title>Deck</title>')],
    ['worksheets/w-dough.pdf', strToU8('%PDF-1.7')],
    ['worksheets/w-dough.html', strToU8('<!doctype html><title>Sheet</title>')],
    ...(edition === 'facilitator'
      ? ([
          ['worksheets/w-dough.answers.pdf', strToU8('%PDF-1.7')],
          ['modules/dough.pdf', strToU8('%PDF-1.7')],
          ['guideline.pdf', strToU8('%PDF-1.7')],
          ['contingency-plan.pdf', strToU8('%PDF-1.7')],
          ['run-sheets/one-day.pdf', strToU8('%PDF-1.7')],
          ['run-sheets/event-kit/sign-in.pdf', strToU8('%PDF-1.7')],
        ] as const)
      : []),
  ])

const pack = (edition: Edition): Pack => writePack({ course, edition, drawings: bilingualDrawings, files: files(edition), scripts })

describe.each(['facilitator', 'participant'] as const)('the %s pack', (edition) => {
  it('is named by course, language and edition', () => {
    expect(pack(edition).name).toBe(`bread-en-${edition}.zip`)
  })

  it('opens at index.html, from where every file it carries is linked', () => {
    const inside = unzipped(pack(edition))
    expect(Object.keys(inside)).toEqual(pack(edition).paths)
    const followed = new Set(pageLinks(inside['index.html'] ?? '').map(({ address }) => address))
    for (const path of files(edition).keys()) {
      // The answers and the sheet to fill in on screen stand on the block's page.
      if (!/\.answers\.pdf|w-dough\.html/.test(path)) expect([...followed], path).toContain(path)
    }
    expect(followed).toContain('manual/dough.html')
  })

  it('has no link that leads out of it', () => {
    const inside = new Map(Object.entries(unzipped(pack(edition))))
    for (const path of inside.keys()) expect(brokenLinks(path, inside), path).toEqual([])
  })

  it('has the same bytes every time, whatever the order of its files', () => {
    const first = pack(edition)
    const turned = writePack({ course, edition, drawings: bilingualDrawings, files: new Map([...files(edition)].reverse()), scripts })
    expect(Buffer.from(turned.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })
})

it('nothing for facilitators is in the participant pack', () => {
  const inside = Object.values(unzipped(pack('participant'))).join('\n')
  const forFacilitators = Object.values(unzipped(pack('facilitator'))).join('\n')
  for (const sentence of [...Object.values(secrets), ...Object.values(secretsOfFacilitators).flat()]) {
    expect(forFacilitators).toContain(sentence)
    expect(inside).not.toContain(sentence)
  }
  expect(pack('participant').paths.filter((path) => /answers|guideline|run-sheet|contingency/.test(path))).toEqual([])
})

it('a zip carries the first date a zip can name, in every time zone', () => {
  const bytes = zip(new Map([['a.txt', 'a']]))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(view.getUint32(0, true)).toBe(0x04034b50)
  expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0b0000000_0001_00001])
})

function unzipped({ bytes }: Pack): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, contents]) => [path, strFromU8(contents)]))
}
