import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { lookOf } from '../../look/look.ts'
import { type Built, type BuiltOutput, landingPage } from '../../manual/landing.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { fontFaceCss } from '../../scripts/read-fonts.ts'
import { axe } from '../axe.ts'
import { bilingualCourses } from './bilingual-course.ts'
import { pageLinks } from './links.ts'

let courses: Map<string, Course>
let html: string

beforeAll(async () => {
  courses = await bilingualCourses()
  html = landingPage(built, courses, fontFaceCss(lookOf(null), ['en', 'fr'], 'embed', '', 'Baking bread Faire du pain'))
})

const output = (kind: string, lang: string | null, path: string, own: Partial<BuiltOutput> = {}): BuiltOutput => ({
  id: path,
  kind,
  lang,
  module: null,
  audience: 'facilitator',
  path,
  bytes: 1_234_567,
  pages: null,
  ...own,
})

const built: Built = {
  outputs: [
    output('site', null, 'site'),
    ...['en', 'fr'].flatMap((lang) => [
      output('guideline', lang, `${lang}/guideline.pdf`, { pages: 88 }),
      output('contingency-plan', lang, `${lang}/contingency-plan.pdf`, { pages: 6 }),
      output('run-sheet', lang, `${lang}/run-sheets/one-day.pdf`, { pages: 1 }),
      output('event-kit', lang, `${lang}/run-sheets/event-kit/sign-in.pdf`, { pages: 2 }),
      output('deck', lang, `${lang}/slides/dough.html`, { module: 'dough' }),
      output('deck', lang, `${lang}/participant/slides/dough.html`, { module: 'dough', audience: 'participant' }),
      output('handout', lang, `${lang}/slides/dough.lines-3up.pdf`, { module: 'dough', audience: 'participant', pages: 7 }),
      output('handout', lang, `${lang}/slides/dough.notes-2up.pdf`, { module: 'dough', pages: 9 }),
      output('handout', lang, `${lang}/modules/dough.pdf`, { module: 'dough', pages: 31 }),
      output('pptx', lang, `${lang}/slides/dough.pptx`, { module: 'dough' }),
      output('worksheet', lang, `${lang}/worksheets/w-dough.pdf`, { module: 'dough', audience: 'all', pages: 1 }),
      output('worksheet', lang, `${lang}/worksheets/w-dough.large.pdf`, { module: 'dough', audience: 'all', pages: 3 }),
      output('worksheet', lang, `${lang}/worksheets/w-dough.letter.pdf`, { module: 'dough', audience: 'all', pages: 1 }),
      output('worksheet', lang, `${lang}/worksheets/w-dough.html`, { module: 'dough', audience: 'all' }),
      output('worksheet-answers', lang, `${lang}/worksheets/w-dough.answers.pdf`, { module: 'dough', pages: 1 }),
      output('worksheet', lang, `${lang}/worksheets/w-roles.pdf`, { module: 'dough', pages: 1 }),
      output('worksheet', lang, `${lang}/worksheets/w-test.pdf`, { module: 'annexes', audience: 'all', pages: 4 }),
      output('worksheet', lang, `${lang}/worksheets/w-cards.html`, { module: 'annexes' }),
      output('participant-pages', lang, `${lang}/participant`, { audience: 'participant' }),
      output('participant-pages', lang, `${lang}/participant/text`, { audience: 'participant' }),
      output('pack', lang, `packs/bread-${lang}-facilitator-text.zip`),
      output('pack', lang, `packs/bread-${lang}-facilitator.zip`),
      output('pack', lang, `packs/bread-${lang}-participant-text.zip`, { audience: 'participant' }),
      output('pack', lang, `packs/bread-${lang}-participant.zip`, { audience: 'participant' }),
    ]),
  ],
  guideline: { en: { pages: 88, cap: 150 }, fr: { pages: 88, cap: 150 } },
}

it('links to every output that opens from disk, and to nothing else', () => {
  const links = new Set(
    pageLinks(html)
      .map(({ address }) => address)
      .filter((address) => !address.startsWith('#')),
  )
  const expected = built.outputs
    .filter(({ kind }) => kind !== 'site')
    // the participants' decks are reached from their pages
    .filter(({ kind, audience }) => !(kind === 'deck' && audience === 'participant'))
    .map(({ kind, path }) => (kind === 'participant-pages' ? `${path}/index.html` : path))
  expect([...links].sort()).toEqual(expected.sort())
})

it('says what needs a web server, how long the guideline is, and how large files are', () => {
  expect(html).toContain('npm run serve')
  expect(html).toContain('88 of at most 150 pages')
  expect(html).toContain('88 pages sur 150 au plus')
  expect(html).toContain('1.2 MB')
  expect(html).toContain('>Sign-in sheet</a>')
  expect(html).toContain('>Feuille de présence</a>')
  for (const name of ['Facilitator pack', 'Participant pack', 'Participant edition']) {
    expect(html).toContain(`>${name}</a>`)
    expect(html).toContain(`>${name}: Text only</a>`)
  }
  expect(html.match(/no pictures, fonts or scripts/g)).toHaveLength(3)
})

it('lists the worksheets of annexes below those of the modules, and says which are for facilitators', () => {
  const rows = [...html.matchAll(/<th scope="row[^>]*>(.*?)<\/th>/gs)].map(([, row = '']) => row.replace(/<[^>]*>/g, ''))
  expect(rows.slice(0, 6)).toEqual([
    '1 The dough Open the slides Slides to edit (PPTX) Slides and notes (PDF) Slides with lines to write on (PDF) The module in print (PDF)',
    'Worksheet 1.1 My dough',
    'Worksheet 1.2 Two bakers, two tempers For facilitators',
    'Annexes',
    'Worksheet A.1 Before and after',
    'Worksheet B.1 Cards for trainers For facilitators',
  ])
})

it('puts the other papers of a worksheet behind its PDF, each by its name', () => {
  const cell = /<td data-form="PDF to print or fill in">(.*?)<\/td>/s.exec(html)?.[1] ?? ''
  const links = [...cell.matchAll(/href="([^"]*)"[^>]*aria-label="([^"]*)"[^>]*>([^<]*)</g)].map(([, ...link]) => link)
  expect(links.map(([href, , word]) => [href, word])).toEqual([
    ['en/worksheets/w-dough.pdf', 'PDF'],
    ['en/worksheets/w-dough.letter.pdf', 'US Letter'],
    ['en/worksheets/w-dough.large.pdf', 'large print'],
  ])
  expect(links[2]?.[1]).toBe('large print: Worksheet 1.1 My dough, PDF to print or fill in')
})

it('leaves out what was not built', () => {
  const few = landingPage(
    { outputs: built.outputs.filter(({ lang, kind }) => lang === 'en' && kind === 'guideline'), guideline: built.guideline },
    courses,
    '',
  )
  expect(
    pageLinks(few)
      .map(({ address }) => address)
      .filter((address) => !address.startsWith('#')),
  ).toEqual(['en/guideline.pdf'])
  for (const absent of ['npm run serve', 'Event kit', 'For participants', 'Slides and worksheets']) expect(few).not.toContain(absent)
})

it('opens from disk without a request, and axe finds nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkit-landing-'))
  writeFileSync(join(folder, 'index.html'), html)
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().slice(0, 5)))
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.goto(pathToFileURL(join(folder, 'index.html')).href)
      const { violations } = await axe(page).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${width} ${colorScheme}`,
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    expect(asked.filter((scheme) => scheme !== 'file:' && scheme !== 'data:')).toEqual([])
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
