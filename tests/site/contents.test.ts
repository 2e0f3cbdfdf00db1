/** What the site's app is given of the front and the annexes: contents, pages, search. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { type SiteEdition, type SiteEntry, type SitePage, type WrittenSite, writeSite } from '../../manual/site.ts'
import { bilingualCourses, bilingualDrawings } from '../manual/bilingual-course.ts'

let files: Map<string, string>
beforeAll(async () => {
  const courses = [...(await bilingualCourses()).values()]
  files = writeSite(
    courses.map((course: Course) => ({ course, drawings: bilingualDrawings })),
    '/site/',
  )
})

const read = <T>(path: string): T => JSON.parse(files.get(path) ?? '') as T
const page = (language: string, path: string): SitePage => {
  const edition = read<WrittenSite>('site.json').editions.find((one) => one.language === language)
  return read<SitePage>(edition?.pages.find((one) => one.path === path)?.file ?? '')
}
const outline = (entries: readonly SiteEntry[]): unknown[] =>
  entries.map(({ number, path, entries: under }) => (under.length === 0 ? [number, path] : [number, path, outline(under)]))

describe.each(['en', 'fr'])('the site in %s', (language) => {
  it('lists the chapters of the front above the modules, and the annexes below', () => {
    expect(outline(read<SiteEdition>(`${language}.json`).navigation)).toEqual([
      ['', ''],
      ['', 'before/method/'],
      ['', 'before/trainers/'],
      ['1', 'dough/', [['1.1', 'dough/dough-rest/']]],
      [
        '',
        'annexes/',
        [
          ['A', 'annexes/annex-test/'],
          ['B', 'annexes/annex-cards/'],
        ],
      ],
      ['', 'glossary/'],
      ['', 'works-cited/'],
      ['', 'lists/'],
    ])
  })

  it('names an annex by its letter, under the annexes', () => {
    const annex = page(language, 'annexes/annex-cards/')
    expect(annex.label).toBe(language === 'en' ? 'Annex B' : 'Annexe B')
    expect(annex.trail.map(({ path }) => path)).toEqual(['', 'annexes/'])
    expect(page(language, 'before/method/').trail.map(({ path }) => path)).toEqual([''])
  })

  it('finds them in the search', () => {
    const index = files.get(`static/search/${language}.json`)
    for (const address of ['before/method/', 'annexes/annex-cards/', 'annexes/annex-test/#w-test']) expect(index).toContain(`"${address}"`)
  })
})
