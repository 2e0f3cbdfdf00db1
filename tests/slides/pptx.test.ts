/** Slides to edit: every slide of the deck as real text, tables and pictures in the placeholders of our layouts, in a package that PowerPoint opens. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, zipSync } from 'fflate'
import type { ElementContent } from 'hast'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { tokens } from '../../look/tokens.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { openCache } from '../../scripts/cache.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressPptx } from '../../scripts/press-pptx.ts'
import { leaksInFiles } from '../../scripts/scan-outputs.ts'
import { textsOfFile } from '../../scripts/text-of-file.ts'
import { drawSlides } from '../../slides/drawn-slides.ts'
import { hasClass } from '../../slides/markup.ts'
import { slidesOf } from '../../slides/slide-list.ts'
import { bare, bareText, pageRuns } from '../manual/pdf-text.ts'
import {
  crowdingIn,
  leftOf,
  notesIn,
  type Parts,
  partsOf,
  relationsOf,
  type Shape,
  shapesOf,
  slidesIn,
  textOf,
  troubleIn,
} from './pptx-package.ts'
import { drawings, moduleOf, sampleCourse, sampleFile, secretNote } from './sample-course.ts'

vi.setConfig({ testTimeout: 60_000 })

const PATH = 'modules/01-water/1-path.md'

let browser: Browser
let press: Press
let folder: string
let english: Made
let arabic: Made
beforeAll(async () => {
  browser = await openBrowser()
  press = await openPress(browser)
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-pptx-'))
  english = await made(await sampleCourse('en'))
  arabic = await made(await sampleCourse('ar'))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

interface Made {
  course: Course
  bytes: Uint8Array
  parts: Parts
  /** Shapes of every slide. */
  slides: Shape[][]
  notes: string[]
}

async function made(course: Course): Promise<Made> {
  const means = { drawings, press, browser, cache: openCache(join(folder, 'cache')) }
  const bytes = await pressPptx(course, moduleOf(course), means)
  const parts = partsOf(bytes)
  return { course, bytes, parts, slides: slidesIn(parts).map(shapesOf), notes: notesIn(parts) }
}

async function changed(from: string, to: string): Promise<Made> {
  expect(sampleFile(PATH)).toContain(from)
  return made(await sampleCourse('en', { [PATH]: sampleFile(PATH).replace(from, () => to) }))
}

const idsOf = ({ course }: Made): string[] => slidesOf(moduleOf(course), 'facilitator').map(({ id }) => id)
const slideOf = (of: Made, id: string): Shape[] => of.slides[idsOf(of).indexOf(id)] as Shape[]
const shape = (of: Made, id: string, name: string): Shape => {
  const found = slideOf(of, id).find((one) => one.name === name)
  expect(found, `${name} on ${id}`).toBeDefined()
  return found as Shape
}
const noteOf = (of: Made, id: string): string => of.notes[idsOf(of).indexOf(id)] as string

/** Texts of a drawn slide: what the deck shows, without drawings and what only screen readers hear. */
function shownTexts(node: ElementContent): string[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node.value]
  if (node.type !== 'element' || node.tagName === 'svg' || hasClass(node, 'visually-hidden')) return []
  return (node.children as ElementContent[]).flatMap(shownTexts)
}

/** For every slide the texts that the deck shows of it, without white space. */
function deckTexts({ course }: Made): string[][] {
  const drawn = drawSlides(course, moduleOf(course), 'facilitator', {
    drawings,
    slideHref: (id) => id,
    worksheetHref: () => null,
    deckHref: () => null,
  })
  return drawn.map(({ section }) => shownTexts(section.children[0] as ElementContent).map(bare))
}

describe.each(['en', 'ar'])('the slides (%s)', (language) => {
  const of = (): Made => (language === 'en' ? english : arabic)

  it('are those of the deck, in its order', () => {
    expect(of().slides).toHaveLength(idsOf(of()).length)
    expect(of().slides.length).toBeGreaterThan(10)
    const titles = drawSlides(of().course, moduleOf(of().course), 'facilitator', {
      drawings,
      slideHref: (id) => id,
      worksheetHref: () => null,
      deckHref: () => null,
    })
    expect(of().slides.map((shapes) => shapes.find(({ placeholder }) => placeholder?.type === 'title')?.text)).toEqual(
      titles.map(({ section }) => section.properties.dataTitle),
    )
  })

  it('hold every text that the deck shows, as text', () => {
    deckTexts(of()).forEach((texts, index) => {
      const all = bare((of().slides[index] ?? []).map(({ text }) => text).join(''))
      expect(texts.length).toBeGreaterThan(1)
      expect(
        texts.filter((text) => !all.includes(text)),
        idsOf(of())[index],
      ).toEqual([])
    })
  })

  it('hold nothing that PowerPoint would repair', () => {
    expect(troubleIn(of().parts)).toEqual([])
  })

  it('are read in the order in which they are understood: title, text, sources, foot, number', () => {
    const rank = (name: string): number => ['Title', 'Over', 'Text', 'Steps', 'Sources', 'Foot', 'Slide number'].indexOf(name)
    for (const shapes of of().slides) {
      const order = shapes.map(({ name }) => rank(name)).filter((place) => place >= 0)
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
    expect(slideOf(of(), 's-places').map(({ name }) => name)).toEqual(['Title', 'Text', 'Sources', 'Foot', 'Slide number'])
  })

  it('keep inside the slide, and nothing stands on anything else', () => {
    expect(crowdingIn(of().parts)).toEqual([])
  })

  it('have slide numbers that count, and a section a block', () => {
    of().slides.forEach((shapes, index) => {
      const number = shapes.find(({ placeholder }) => placeholder?.type === 'sldNum')
      if (index > 0) expect(number?.xml).toMatch(new RegExp(`type="slidenum">.*<a:t>${index + 1}</a:t>`))
    })
    const names = [...(of().parts.get('ppt/presentation.xml') ?? '').matchAll(/<p14:section name="([^"]*)"/g)].map(([, name]) => name)
    const say = words(language)
    expect(names[0]).toBe(`${say.module} 1`)
    expect(names).toContain(`1.1 ${moduleOf(of().course).blocks[0]?.title}`)
    expect(names.at(-1)).toBe(say.imprint)
  })

  it('have the same bytes from build to build', async () => {
    const again = await made(await sampleCourse(language as 'en' | 'ar'))
    expect(Buffer.compare(again.bytes, of().bytes)).toBe(0)
    expect(again.parts.get('docProps/core.xml')).not.toContain(String(new Date().getFullYear()))
  })
})

describe('text', () => {
  it('is set in runs: bold, numbers of sources above the line, links', async () => {
    const { xml } = shape(english, 's-places', 'Text')
    expect(xml).toMatch(/<a:rPr[^>]* b="1"[^>]*>(?:(?!<a:t>).)*<a:t>source<\/a:t>/)
    expect(xml).toMatch(/<a:rPr[^>]* baseline="30000"[^>]*>(?:(?!<a:t>).)*<a:t>1<\/a:t>/)
    const linked = await changed('- needs fuel', '- needs _fuel_, see [the handbook](https://example.org/a?b=1&c=2) and [](#s-promise)')
    const column = shape(linked, 's-columns', 'Text')
    expect(column.xml).toMatch(/<a:rPr[^>]* i="1"[^>]*>(?:(?!<a:t>).)*<a:t>fuel<\/a:t>/)
    const links = [...column.xml.matchAll(/<a:hlinkClick r:id="([^"]*)"/g)].map(([, id]) => id)
    const name = `ppt/slides/slide${idsOf(linked).indexOf('s-columns') + 1}.xml`
    const relations = links.map((id) => relationsOf(linked.parts, name).find((one) => one.id === id))
    expect(relations.map((one) => one?.part)).toEqual([null, `ppt/slides/slide${idsOf(linked).indexOf('s-promise') + 1}.xml`])
    expect(linked.parts.get(name.replace('slides/', 'slides/_rels/').concat('.rels'))).toContain(
      'Target="https://example.org/a?b=1&amp;c=2"',
    )
    expect(troubleIn(linked.parts)).toEqual([])
  })

  it('has real bullets and numbers, in levels', async () => {
    const nested = await changed('- On the way: open containers [@sphere-2018]', '- On the way:\n  1. open containers\n  2. dirty ropes')
    const paragraphs = [...shape(nested, 's-places', 'Text').xml.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([paragraph]) => [
      textOf(paragraph),
      /<a:bu(Char|AutoNum)/.exec(paragraph)?.[1],
      / lvl="(\d)"/.exec(paragraph)?.[1] ?? '0',
    ])
    expect(paragraphs).toEqual([
      ['At the source: open wells', 'Char', '0'],
      ['On the way:', 'Char', '0'],
      ['open containers', 'AutoNum', '1'],
      ['dirty ropes', 'AutoNum', '1'],
      ['At home: hands and cups', 'Char', '0'],
    ])
    expect(shape(english, 'water-basics-objectives', 'Text').xml.match(/<a:buAutoNum type="arabicPlain"/g)).toHaveLength(2)
  })

  it('is never smaller than the last row can read, and long text is set smaller than short text', async () => {
    const sizes = (of: Made): number[] =>
      of.slides.flatMap((shapes) => shapes.flatMap(({ xml }) => [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size) / 100)))
    expect(Math.min(...sizes(english))).toBeGreaterThanOrEqual(14)
    const long = await changed(
      '- At home: hands and cups',
      Array.from({ length: 9 }, (_, i) => `- At home ${i}: hands, cups, lids, ropes and jars`).join('\n'),
    )
    const largest = (of: Made): number =>
      Math.max(...[...shape(of, 's-places', 'Text').xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size)))
    expect(largest(long)).toBeLessThan(largest(english))
  })

  it('says what it cites at the foot, in author-date form', () => {
    expect(shape(english, 's-places', 'Sources').text).toMatch(
      /^Sources 1.?World Health Organization, 2017, p. 4 2.?Sphere Association, 2018$/,
    )
    expect(shape(english, 's-statement', 'Sources').text).toBe('Source World Health Organization, 2017')
  })
})

describe('what is not running text', () => {
  it('tables are tables, with a head', () => {
    const table = shape(english, 's-table', 'Table')
    expect(table.kind).toBe('graphicFrame')
    expect(table.xml).toContain('<a:tblPr firstRow="1"/>')
    const rows = [...table.xml.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<a:tc>.*?<\/a:tc>/gs)].map(([cell]) => textOf(cell)),
    )
    expect(rows).toEqual([
      ['Use', 'Litres a day'],
      ['Drinking', '3'],
      ['Cooking', '6'],
    ])
  })

  it('drawings are pictures at twice their size, with what they show in words, each in the package once', () => {
    const picture = shape(english, 's-figure', 'Picture')
    expect(picture.kind).toBe('pic')
    expect(picture.placeholder?.type).toBe('pic')
    expect(picture.xml).toContain('descr="Water goes from the well to the kitchen."')
    expect(shape(english, 's-figure', 'Caption').text).toMatch(/^Figure 1\. From well to kitchen/)
    const media = [...english.parts].filter(([name]) => name.startsWith('ppt/media/'))
    expect(media.length).toBeGreaterThan(0)
    for (const [, png] of media) {
      expect(png.slice(1, 4)).toBe('PNG')
      const view = new DataView(strToU8(png, true).buffer)
      expect(view.getUint32(16) / view.getUint32(20)).toBeCloseTo(720 / 300, 1)
    }
    const [, width] = /<a:ext cx="(\d+)"/.exec(picture.xml) ?? []
    const largest = Math.max(...media.map(([, png]) => new DataView(strToU8(png, true).buffer).getUint32(16)))
    expect(largest / (Number(width) / 9525)).toBeGreaterThanOrEqual(1.95)
  })

  it('an activity has its minutes, groups and worksheet, and its steps in a table', () => {
    expect(shape(english, 'draw-path', 'Label').text).toBe('Activity 1.1')
    expect(shape(english, 'draw-path', 'Minutes').text).toBe('20 min')
    expect(shape(english, 'draw-path', 'Facts').text.split('\n')).toEqual([
      'Method',
      'Group work',
      'Group size',
      'Groups of 4',
      'Worksheet 1.1',
      'Path of water',
      'Worksheet 1.2',
      'Roles at the well',
    ])
    const steps = shape(english, 'draw-path', 'Steps')
    expect(steps.placeholder?.type).toBe('tbl')
    expect(steps.text.split('\n').slice(0, 3)).toEqual(['1', 'Choose a household that you know well.', '5 min'])
  })
})

describe('notes', () => {
  it('are the facilitator’s, as paragraphs, with planned minutes', () => {
    expect(noteOf(english, 's-places')).toBe(`3 min\n${secretNote} Ask who carries water.`)
    expect(noteOf(english, 'draw-path').split('\n')).toEqual([
      '20 min',
      'Materials',
      '– paper and two pens a group',
      'Debrief',
      '– Where did groups disagree about the danger?',
      expect.stringContaining('Expected answers'),
      'Most groups forget the storage jar in the kitchen corner.',
    ])
    expect(noteOf(english, 'water-path')).toBe('60 min · short form 40 min')
    expect(noteOf(english, 's-promise')).toBe('')
    expect(noteOf(arabic, 's-places')).toContain('اسألوا: من يحمل المياه في بيوتكم؟')
  })

  it('say what the short form leaves out', async () => {
    const cut = await changed('Ask who carries water. :minutes[3]', 'Ask who carries water. :minutes[3]{cut=first}')
    expect(noteOf(cut, 's-places').split('\n')[0]).toBe(`3 min · ${words('en').schedule.leftOutInShort}`)
  })
})

describe('the look', () => {
  it('is in the theme: the palette as theme colours, faces that every Office has', () => {
    const theme = english.parts.get('ppt/theme/theme1.xml') ?? ''
    const { light } = tokens.colour
    const slot = (name: string): string => new RegExp(`<a:${name}><a:srgbClr val="(\\w+)"`).exec(theme)?.[1] ?? ''
    expect(['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent3', 'hlink'].map((name) => `#${slot(name).toLowerCase()}`)).toEqual([
      light.text,
      light.page,
      light.brand,
      light.panel,
      light.accent,
      light.mark,
      light.accent,
    ])
    expect(theme).toContain('<a:latin typeface="Arial"/>')
    // nothing on a slide has a colour of its own that changing the theme would not reach
    expect(slidesIn(english.parts).join('')).not.toContain('srgbClr')
  })

  it('is in named layouts with placeholders', () => {
    const layouts = [...english.parts].filter(([name]) => /^ppt\/slideLayouts\/\w+\.xml$/.test(name))
    const names = layouts.map(([, text]) => /<p:cSld name="([^"]*)"/.exec(text)?.[1])
    const say = words('en').powerPoint
    expect(names.sort()).toEqual(
      [
        say.title,
        say.section,
        say.content,
        say.twoColumns,
        say.statement,
        say.question,
        say.figure,
        say.activity,
        say.part,
        say.imprint,
      ].sort(),
    )
    const layoutOf = (id: string): string => {
      const name = `ppt/slides/slide${idsOf(english).indexOf(id) + 1}.xml`
      const part = relationsOf(english.parts, name).find(({ type }) => type.endsWith('/slideLayout'))?.part ?? ''
      return /<p:cSld name="([^"]*)"/.exec(english.parts.get(part) ?? '')?.[1] ?? ''
    }
    expect(
      [
        'water-basics',
        'water-path',
        's-places',
        's-columns',
        's-statement',
        's-question',
        's-figure',
        'draw-path',
        's-section',
        'water-basics-imprint',
      ].map(layoutOf),
    ).toEqual([
      say.title,
      say.section,
      say.content,
      say.twoColumns,
      say.statement,
      say.question,
      say.figure,
      say.activity,
      say.part,
      say.imprint,
    ])
    // text follows its layout wherever nothing has to differ
    expect(shape(english, 's-statement', 'Title').xml).not.toMatch(/ sz=|solidFill|<a:off/)
  })

  it('is mirrored in Arabic, whose paragraphs run from the right', () => {
    for (const shapes of arabic.slides)
      for (const { xml, name } of shapes.filter(({ kind, placeholder }) => kind === 'sp' && placeholder?.type !== 'sldNum'))
        for (const [paragraph] of xml.matchAll(/<a:p>.*?<\/a:p>/gs)) expect(paragraph, name).toMatch(/^<a:p><a:pPr[^>]* rtl="1"/)
    expect(slidesIn(arabic.parts).join('')).toContain('<a:tblPr rtl="1"')
    expect(arabic.parts.get('ppt/presentation.xml')).toContain('rtl="1"')
    const side = (of: Made, id: string): number => leftOf(shape(of, id, 'Label'), of.parts, idsOf(of).indexOf(id) + 1)
    expect(side(english, 'draw-path')).toBeLessThan(1_000_000)
    expect(side(arabic, 'draw-path')).toBeGreaterThan(9_000_000)
    expect(arabic.notes.join('')).toContain('دقائق')
  })
})

describe('the scan of what participants get', () => {
  it('reads slides to edit: text parted by markup, notes, words of pictures, also inside a pack', async () => {
    const texts = await textsOfFile('a.pptx', english.bytes)
    const slide = String(texts.get(`a.pptx: ppt/slides/slide${idsOf(english).indexOf('s-places') + 1}.xml`))
    expect(slide).toContain('At the source: open wells1\n')
    expect([...texts.values()].join('\n')).toContain('Water goes from the well to the kitchen.')
    const path = 'en/participant/slides/water-basics.pptx'
    const line =
      sampleFile(PATH)
        .split('\n')
        .findIndex((text) => text.startsWith(secretNote)) + 1
    const planted = await leaksInFiles(english.course, new Map([[path, english.bytes]]))
    expect(planted.map(({ sentence, place }) => [sentence, `${place.path}:${place.start.line}`])).toContainEqual([
      secretNote,
      `${PATH}:${line}`,
    ])
    const pack = zipSync({ 'slides/water-basics.pptx': english.bytes }, { level: 0 })
    const packed = await leaksInFiles(english.course, new Map([['packs/water-en-participant.zip', pack]]))
    expect(packed.map(({ sentence }) => sentence)).toContain(secretNote)
    expect(packed[0]?.path).toMatch(/^packs\/water-en-participant\.zip: slides\/water-basics\.pptx: ppt\/notesSlides\//)
  })

  it('finds a sentence whose words are set differently', async () => {
    const [first = '', ...rest] = secretNote.split(' ')
    const runs = [first, ' ', ...rest.join(' ').split(/( )/)]
      .map((word) => `<a:r><a:rPr lang="en-GB" b="1"/><a:t>${word}</a:t></a:r>`)
      .join('')
    const name = `ppt/slides/slide${idsOf(english).indexOf('s-statement') + 1}.xml`
    const parts = Object.fromEntries([...english.parts].map(([part, text]) => [part, strToU8(text, !/\.(xml|rels)$/.test(part))]))
    const slide = strFromU8(parts[name] as Uint8Array).replace('</a:p></p:txBody>', `</a:p><a:p>${runs}</a:p></p:txBody>`)
    const without = Object.fromEntries(Object.entries(parts).filter(([part]) => !part.startsWith('ppt/notesSlides/')))
    const leaks = await leaksInFiles(english.course, new Map([['a.pptx', zipSync({ ...without, [name]: strToU8(slide) })]]))
    expect(leaks.map(({ sentence, path }) => [sentence, path])).toContainEqual([secretNote, `a.pptx: ${name}`])
  })
})

const office = spawnSync('soffice', ['--version']).status === 0

describe.runIf(office)('in LibreOffice', () => {
  /** The file as another program writes it. */
  function converted({ bytes }: Made, name: string, to: 'pdf' | 'pptx'): Uint8Array {
    const own = mkdtempSync(join(folder, 'office-'))
    writeFileSync(join(own, `${name}.pptx`), bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'office-profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', join(own, 'out'), join(own, `${name}.pptx`)], {
      stdio: 'pipe',
    })
    return new Uint8Array(readFileSync(join(own, 'out', `${name}.${to}`)))
  }

  it.each(['en', 'ar'])(
    'they print as many pages as there are slides, each with its text (%s)',
    async (language) => {
      const of = language === 'en' ? english : arabic
      const pages = (await pageRuns(converted(of, language, 'pdf'))).map(bareText)
      expect(pages).toHaveLength(of.slides.length)
      // Arabic letters come back from a PDF in shapes and order of their own
      if (language === 'en')
        deckTexts(of).forEach((texts, index) => {
          expect(
            texts.filter((text) => !pages[index]?.includes(text)),
            idsOf(of)[index],
          ).toEqual([])
        })
    },
    120_000,
  )

  it.each(['en', 'ar'])(
    'they are opened and saved without loss: text, notes, tables, pictures, links (%s)',
    async (language) => {
      const of = language === 'en' ? english : arabic
      const parts = partsOf(converted(of, language, 'pptx'))
      const slides = slidesIn(parts).map(shapesOf)
      expect(slides).toHaveLength(of.slides.length)
      deckTexts(of).forEach((texts, index) => {
        const all = bare((slides[index] ?? []).map(({ text }) => text).join(''))
        expect(
          texts.filter((text) => !all.includes(text)),
          idsOf(of)[index],
        ).toEqual([])
      })
      const notes = notesIn(parts).map(bare)
      of.notes.forEach((note, index) => {
        for (const paragraph of note.split('\n')) expect(notes[index]).toContain(bare(paragraph))
      })
      const count = (all: Shape[][], kind: Shape['kind']): number[] => all.map((shapes) => shapes.filter((one) => one.kind === kind).length)
      expect(count(slides, 'pic')).toEqual(count(of.slides, 'pic'))
      expect(count(slides, 'graphicFrame')).toEqual(count(of.slides, 'graphicFrame'))
    },
    120_000,
  )
})
