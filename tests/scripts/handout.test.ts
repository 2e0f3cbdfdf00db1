/** `fieldkit handout` as a person meets it, and handouts as a part of a build. */
import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { readPdf } from '../../scripts/read-pdf.ts'
import { partsOf, shapesOf, slidesIn, troubleIn } from '../slides/pptx-package.ts'
import { contentsOf, isPlain, leftovers, newFolder, receiptIn, removeFolders, run, smallCourse, start } from './command-line.ts'
import { peakMemory } from './process-memory.ts'

vi.setConfig({ testTimeout: 180_000 })
afterAll(removeFolders)

const filesOf = async (folder: string): Promise<string[]> => [...(await contentsOf(folder)).keys()].sort()

describe('fieldkit handout', () => {
  it('prints what is asked for into a folder of its own, and says where', async () => {
    const course = await smallCourse()
    const asked = ['handout', '--course', course, '--module', '1', '--up', '6', '--edition', 'facilitator', '--lang', 'en']
    const { code, stdout, stderr } = await run(asked)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^.*handouts\/en\/drill\.notes-6up\.pdf {2}\d pages?$/m)
    expect(await filesOf(join(course, 'handouts'))).toEqual(['en/drill.notes-6up.pdf'])
    const reading = await readPdf(await readFile(join(course, 'handouts/en/drill.notes-6up.pdf')))
    expect(reading).toMatchObject({ language: 'en', tagged: true })
    expect(reading.title).toContain('6 a page')
    expect(leftovers(course)).toEqual(['handouts'])
  })

  it('prints every size, edition and language where nothing is named, and each with the same bytes again', async () => {
    const course = await smallCourse()
    const [one, again] = [newFolder(), newFolder()]
    expect((await run(['handout', '--course', course, '--out', one])).code).toBe(0)
    expect((await run(['handout', '--course', course, '--out', again, '--module', 'drill'])).code).toBe(0)
    expect(await filesOf(one)).toEqual(
      ['en', 'fr'].flatMap((lang) => ['lines', 'notes'].flatMap((form) => [2, 3, 6].map((size) => `${lang}/drill.${form}-${size}up.pdf`))),
    )
    expect(await contentsOf(again)).toEqual(await contentsOf(one))
  })

  it('says in a sentence what there is not', async () => {
    const course = await smallCourse()
    const refused = async (...args: string[]) => {
      const { code, stderr } = await run(['handout', '--course', course, ...args])
      expect(isPlain(stderr)).toBe(true)
      return [code, stderr.split('\n')[0]]
    }
    expect(await refused('--module', '7')).toEqual([2, 'The course has no module "7": it has 1 (drill).'])
    expect(await refused('--up', '4')).toEqual([2, expect.stringContaining('Unexpected "4", expected 2, 3, 6.')])
    expect(await refused('--lang', 'xx')).toEqual([2, 'The course has no language "xx": it has en, fr.'])
    expect(await refused('--edition', 'cook')).toEqual([2, expect.stringContaining('facilitator, participant')])
    expect(leftovers(course)).toEqual([])
  })

  it('writes nothing where the sources have errors', async () => {
    const course = await smallCourse()
    await appendFile(join(course, 'modules/01-drill/1-way-out.md'), '\n:::poster[No such thing]\n:::\n')
    const { code, stdout } = await run(['handout', '--course', course])
    expect(code).toBe(1)
    expect(stdout).toContain('directive-known')
    expect(stdout).toContain('Not printed: the errors above come first.')
    expect(leftovers(course)).toEqual([])
  })
})

describe('a build of slides to edit', () => {
  it('makes one a deck, for facilitators, linked from the start page, and keeps the rest', async () => {
    const course = await smallCourse()
    expect((await run(['build', '--course', course, '--only', 'slides,pptx', '--lang', 'en'])).code).toBe(0)
    const { outputs } = receiptIn(join(course, 'dist'))
    expect(
      outputs.filter(({ kind }) => kind === 'pptx').map(({ id, path, module, audience, pages }) => [id, path, module, audience, pages]),
    ).toEqual([['pptx-en-drill', 'en/slides/drill.pptx', 'drill', 'facilitator', null]])
    expect(outputs.filter(({ kind }) => kind === 'deck')).toHaveLength(2)
    const parts = partsOf(new Uint8Array(await readFile(join(course, 'dist/en/slides/drill.pptx'))))
    const deck = await readFile(join(course, 'dist/en/slides/drill.html'), 'utf8')
    expect(slidesIn(parts)).toHaveLength(deck.match(/<div class="slide /g)?.length ?? 0)
    expect(troubleIn(parts)).toEqual([])
    expect(await readFile(join(course, 'dist/index.html'), 'utf8')).toContain('href="en/slides/drill.pptx"')
  })
})

describe('a build of handouts', () => {
  it('makes the three that every build makes, the participants’ one in their folder too, and keeps the rest', async () => {
    const course = await smallCourse()
    expect((await run(['build', '--course', course, '--only', 'participant', '--lang', 'en'])).code).toBe(0)
    const before = receiptIn(join(course, 'dist')).outputs
    expect(before.map(({ kind }) => kind)).not.toContain('handout')
    expect(await filesOf(join(course, 'dist/en/participant/slides'))).toEqual(['drill.html', 'drill.lines-3up.pdf'])
    const page = await readFile(join(course, 'dist/en/participant/manual/drill.html'), 'utf8')
    expect(page).toContain('href="../slides/drill.lines-3up.pdf"')

    expect((await run(['build', '--course', course, '--only', 'handouts', '--lang', 'en'])).code).toBe(0)
    const { outputs } = receiptIn(join(course, 'dist'))
    const handouts = outputs.filter(({ kind }) => kind === 'handout')
    expect(handouts.map(({ id, path, module, audience }) => [id, path, module, audience])).toEqual([
      ['module-en-drill', 'en/modules/drill.pdf', 'drill', 'facilitator'],
      ['handout-en-drill-participant', 'en/slides/drill.lines-3up.pdf', 'drill', 'participant'],
      ['handout-en-drill-facilitator', 'en/slides/drill.notes-2up.pdf', 'drill', 'facilitator'],
    ])
    for (const { path, pages } of handouts) expect((await readPdf(await readFile(join(course, 'dist', path)))).pages).toBe(pages)
    expect(await filesOf(join(course, 'dist/en/participant/slides'))).toEqual(['drill.html', 'drill.lines-3up.pdf'])
    expect(outputs.find(({ kind }) => kind === 'participant-pages')?.sha256).toBe(
      before.find(({ kind }) => kind === 'participant-pages')?.sha256,
    )
    expect(existsSync(join(course, 'dist/en/participant/modules'))).toBe(false)
    for (const path of ['slides/drill.notes-2up.pdf', 'modules/drill.pdf'])
      expect(await readFile(join(course, 'dist/index.html'), 'utf8')).toContain(`href="en/${path}"`)
  })
})

/** A course of one module with this many written slides in blocks of thirty, a drawing on every tenth. */
async function longCourse(slides: number): Promise<string> {
  const folder = await smallCourse()
  for (let from = 0; from < slides; from += 30) {
    const block = ['---', `id: many-${from}`, `title: Slides from ${from}`, 'minutes: 60', 'objectives: []', '---', '']
    const each = Array.from({ length: Math.min(30, slides - from) }, (_, index) => longSlide(from + index))
    await writeFile(join(folder, `modules/01-drill/${2 + from / 30}-many.md`), [...block, ...each].join('\n'))
  }
  return folder
}

function longSlide(number: number): string {
  const drawing = `::figure[The way ${number}]{#f-${number} src=figures/way.svg alt="The way out of room ${number}."}`
  const list = Array.from({ length: 5 }, (_, item) => `- Room ${number}, door ${item}: walk, do not run`).join('\n')
  const said = Array.from({ length: 12 }, (_, item) => `Say sentence ${item} of slide ${number} to the whole room.`).join(' ')
  const body = number % 10 === 0 ? drawing : list
  return `:::slide[Slide ${number} of many]{#s-many-${number}}\n${body}\n\n:::notes\n${said} :minutes[1]\n:::\n:::\n`
}

describe.runIf(process.env.FIELDKIT_SLOW_TESTS === '1' && process.platform === 'linux')('a deck of 300 slides', () => {
  it.each(['facilitator', 'participant'])('prints in one document, in less than 1.5 GB of all processes (%s)', async (edition) => {
    const course = await longCourse(300)
    const running = start(['handout', '--course', course, '--lang', 'en', '--up', '2', '--edition', edition])
    const peak = await peakMemory(running.child.pid ?? 0, running.ended)
    const { code, stdout } = await running.ended
    expect([code, stdout]).toEqual([0, expect.stringContaining('drill.')])
    const form = edition === 'facilitator' ? 'notes' : 'lines'
    const reading = await readPdf(await readFile(join(course, `handouts/en/drill.${form}-2up.pdf`)))
    expect(reading.tagged).toBe(true)
    expect(reading.outline.filter(({ title }) => / of many$/.test(title))).toHaveLength(300)
    const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
    process.stdout.write(
      `300 slides, ${edition}: ${reading.pages} pages, browser ${megabytes(peak.children)}, all processes ${megabytes(peak.all)}\n`,
    )
    for (const bytes of [peak.children, peak.all]) {
      expect(bytes).toBeGreaterThan(200e6)
      expect(bytes).toBeLessThan(1.5e9)
    }
  })

  it('becomes one file of slides to edit, in less than 1.5 GB of all processes', async () => {
    const course = await longCourse(300)
    const running = start(['build', '--course', course, '--lang', 'en', '--only', 'pptx'])
    const peak = await peakMemory(running.child.pid ?? 0, running.ended)
    expect((await running.ended).code).toBe(0)
    const slides = slidesIn(partsOf(new Uint8Array(await readFile(join(course, 'dist/en/slides/drill.pptx')))))
    expect(slides.filter((xml) => shapesOf(xml).some(({ text }) => / of many$/.test(text)))).toHaveLength(300)
    process.stdout.write(`300 slides to edit: all processes ${Math.round(peak.all / 1e6)} MB\n`)
    expect(peak.all).toBeGreaterThan(100e6)
    expect(peak.all).toBeLessThan(1.5e9)
  })
})
