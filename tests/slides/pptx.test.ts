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
import { readCourse } from '../../course/read-course.ts'
import { words } from '../../course/words.ts'
import { tokens } from '../../look/tokens.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { openCache } from '../../scripts/cache.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressPptx } from '../../scripts/press-pptx.ts'
import { readSources } from '../../scripts/read-sources.ts'
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
import { drawings, moduleOf, moreLayouts, sampleCourse, sampleFile, secretNote } from './sample-course.ts'

vi.setConfig({ testTimeout: 60_000 })

const PATH = 'modules/01-water/1-path.md'

let browser: Browser
let press: Press
let folder: string
let english: Made
let arabic: Made
let branded: Course
beforeAll(async () => {
  browser = await openBrowser()
  press = await openPress(browser)
  folder = mkdtempSync(join(tmpdir(), 'fieldkit-pptx-'))
  english = await made(await sampleCourse('en', moreLayouts('en')))
  arabic = await made(await sampleCourse('ar', moreLayouts('ar')))
  const { courses } = await readCourse(await readSources(join(import.meta.dirname, '../courses/branded')))
  branded = courses.get('en') as Course
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

async function made(course: Course, module = moduleOf(course)): Promise<Made> {
  const means = { drawings, press, browser, cache: openCache(join(folder, 'cache')) }
  const bytes = await pressPptx(course, module, means)
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
    const again = await made(await sampleCourse(language as 'en' | 'ar', moreLayouts(language as 'en' | 'ar')))
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
    // LibreOffice would break the name inside a word, were it the link
    const facts = [...shape(english, 'draw-path', 'Facts').xml.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([paragraph]) => paragraph)
    expect(facts.filter((paragraph) => paragraph.includes('hlinkClick')).map(textOf)).toEqual(['Worksheet 1.1', 'Worksheet 1.2'])
    const steps = shape(english, 'draw-path', 'Steps')
    expect(steps.placeholder?.type).toBe('tbl')
    expect(steps.text.split('\n').slice(0, 3)).toEqual(['1', 'Choose a household that you know well.', '5 min'])
  })
})

describe('a case, data and a process', () => {
  const named = (of: Made, id: string): string[] => slideOf(of, id).map(({ name }) => name)
  const paragraphs = ({ text }: Shape): string[] => text.split('\n')
  const left = (of: Made, id: string, name: string): number => leftOf(shape(of, id, name), of.parts, idsOf(of).indexOf(id) + 1)
  const size = ({ xml }: Shape): number => Math.max(...[...xml.matchAll(/ sz="(\d+)"/g)].map(([, hundredths]) => Number(hundredths) / 100))

  it('a case is read as who and where, what was done, what came of it, each in a placeholder', () => {
    expect(named(english, 's-case')).toEqual([
      'Title',
      'Over',
      'Who',
      'First label',
      'Text',
      'Arrow',
      'Second label',
      'Second text',
      'Foot',
      'Slide number',
    ])
    expect(shape(english, 's-case', 'Over').text).toBe(words('en').case)
    expect(shape(english, 's-case', 'Who').text).toBe('Village of Kora, 400 people')
    expect(shape(english, 's-case', 'First label').text).toBe(words('en').caseDone)
    expect(paragraphs(shape(english, 's-case', 'Text'))).toEqual(['The committee built a lid and a step', 'Two women keep the key'])
    expect(shape(english, 's-case', 'Second label').text).toBe(words('en').caseResult)
    expect(paragraphs(shape(english, 's-case', 'Second text'))[0]).toBe('Cases of diarrhoea fell by half in a year')
    for (const one of slideOf(english, 's-case')) if (one.name !== 'Arrow') expect(one.placeholder, one.name).not.toBeNull()
    expect(left(english, 's-case', 'Text')).toBeLessThan(left(english, 's-case', 'Second text'))
  })

  it('a case without who and where leaves no gap for it, one with more than a line of it is a list', async () => {
    const without = await changed('Three places where water is spoiled]{#s-places}\n', 'Well]{#s-places layout=case}\nDug\n\n---\n\n')
    expect(named(without, 's-places')).not.toContain('Who')
    expect(shape(without, 's-places', 'Text').text).toBe('Dug')
    const bottom = ({ xml }: Shape): number => {
      const [, y, height] = /<a:off x="\d+" y="(\d+)"\/>\s*<a:ext cx="\d+" cy="(\d+)"/.exec(xml) ?? []
      return Number(y) + Number(height)
    }
    expect(bottom(shape(without, 's-places', 'Title'))).toBeGreaterThan(1_400_000)
    const who = 'Village of Kora and its neighbours, '.repeat(8)
    const long = await changed(
      'Three places where water is spoiled]{#s-places}\n',
      `W]{#s-places layout=case}\n${who}\n\n---\n\nDug\n\n---\n\n`,
    )
    expect(shape(long, 's-places', 'Text').text).toContain(words('en').caseDone)
    expect([...crowdingIn(without.parts), ...crowdingIn(long.parts)]).toEqual([])
  })

  it('one number is as large as the slide allows, several share a size, each with what it counts', () => {
    expect(shape(english, 's-number', 'Number').text).toBe('15 litres')
    expect(shape(english, 's-number', 'Text').text).toMatch(/^a day for one person, to drink, cook and wash/)
    expect(size(shape(english, 's-number', 'Text'))).toBeLessThanOrEqual(30)
    const inLayout = 190 * 0.75
    expect(shape(english, 's-number', 'Number').xml).not.toContain(' sz=')
    const layout = [...english.parts.values()].find((text) => text.includes(`<p:cSld name="${words('en').powerPoint.data}"`))
    expect(layout).toContain(` sz="${inLayout * 100}"`)
    expect(
      ['Number 1', 'Text 1', 'Number 2', 'Text 2', 'Number 3', 'Text 3'].map((name) => shape(english, 's-numbers', name).text),
    ).toEqual(['62', 'samples in May', '9 in 10', 'clean after boiling', '3', 'found with a broken lid'])
    const sizes = ['Number 1', 'Number 2', 'Number 3'].map((name) => size(shape(english, 's-numbers', name)))
    expect(new Set(sizes).size).toBe(1)
    expect(sizes[0]).toBeGreaterThan(2 * size(shape(english, 's-numbers', 'Text 1')))
    expect(shape(english, 's-numbers', 'Lead').text).toBe('In one village (invented):')
  })

  it('a table of data is a table in the placeholder of its layout', async () => {
    const data = await changed('{#s-table}', '{#s-table layout=data}')
    const table = shape(data, 's-table', 'Table')
    expect([table.kind, table.placeholder?.type]).toEqual(['graphicFrame', 'tbl'])
    expect(paragraphs(table)).toEqual(['Use', 'Litres a day', 'Drinking', '3', 'Cooking', '6'])
    expect(troubleIn(data.parts)).toEqual([])
  })

  it('a process is numbered steps in the direction of reading, with an arrow from each to the next', () => {
    expect(named(english, 's-process').slice(1, 6)).toEqual(['Number 1', 'Step 1', 'Arrow', 'Number 2', 'Step 2'])
    expect(named(english, 's-process').filter((name) => name === 'Arrow')).toHaveLength(3)
    expect(['Number 4', 'Step 4'].map((name) => shape(english, 's-process', name).text)).toEqual(['4', 'Pour without a hand in the jar'])
    expect(shape(english, 's-process', 'Step 4').placeholder?.type).toBe('body')
    expect(shape(english, 's-process', 'After').text).toBe('Wash hands before each.')
    const lefts = (of: Made, id: string, count: number): number[] =>
      Array.from({ length: count }, (_, index) => left(of, id, `Step ${index + 1}`))
    const [first = 0, second = 0, third = 0] = lefts(english, 's-process', 4)
    expect(first < second && second < third).toBe(true)
    expect(shape(english, 's-process', 'Arrow').xml).toContain('prst="rightArrow"')
    const mirrored = lefts(arabic, 's-process', 3)
    expect(mirrored).toEqual([...mirrored].sort((a, b) => b - a))
    expect(shape(arabic, 's-process', 'Arrow').xml).toContain('prst="leftArrow"')
    // seven go on in a second row, under the first
    const seven = lefts(english, 's-process-seven', 7)
    expect(seven.slice(4)).toEqual(seven.slice(0, 3))
  })

  it('marks of sources stay in the line of their step', async () => {
    const cited = await changed(
      'Three places where water is spoiled]{#s-places}\n- At',
      'Well]{#s-places layout=process}\n1. Dig [@sphere-2018]\n2. Line\n3. Test\n\nAt',
    )
    expect(paragraphs(shape(cited, 's-places', 'Step 1'))).toEqual(['Dig1'])
  })
})

describe('the logo of a course', () => {
  const picture = (of: Made, slide: number): Shape => of.slides.at(slide)?.find(({ name }) => name === 'Logo') as Shape
  const frameOf = ({ xml }: Shape): number[] =>
    (/<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [])
      .slice(1)
      .map((value) => Math.round(Number(value) / 9525))

  it('stands on the title slide and on the imprint, as a picture with its words', async () => {
    const of = await made(
      branded,
      branded.modules.find(({ id }) => id === 'drill'),
    )
    expect(of.slides.map((shapes) => shapes.filter(({ name }) => name === 'Logo').length)).toEqual([1, 0, 0, 0, 0, 1])
    const { ratio = 0 } = branded.look?.logo ?? {}
    for (const slide of [0, -1]) {
      expect(picture(of, slide).kind).toBe('pic')
      expect(picture(of, slide).xml).toContain('descr="Campus for Safety"')
      const [x = 0, , width = 0, height = 1] = frameOf(picture(of, slide))
      expect(x + width).toBeCloseTo(1200, -1)
      expect(width / height).toBeCloseTo(ratio, 1)
    }
    const media = [...of.parts].filter(([name]) => name.startsWith('ppt/media/'))
    // the one for dark grounds, the other, both PNG
    expect(media.map(([, bytes]) => bytes.slice(1, 4))).toEqual(['PNG', 'PNG'])
    expect([...of.parts.keys()].some((name) => name.endsWith('.svg'))).toBe(false)
    expect(of.slides[0]?.map(({ name }) => name)).not.toContain('Bar')
    expect([...troubleIn(of.parts), ...crowdingIn(of.parts)]).toEqual([])
  })

  it('stands on white where there is none for dark grounds', async () => {
    const logo = branded.look?.logo
    if (!branded.look || !logo) throw new Error('The branded course has no logo')
    const plain = { ...branded, look: { ...branded.look, logo: { ...logo, onDark: null } } }
    const of = await made(
      plain,
      plain.modules.find(({ id }) => id === 'drill'),
    )
    const names = of.slides[0]?.map(({ name }) => name) ?? []
    expect(names.slice(names.indexOf('Bar'))).toEqual(['Bar', 'Logo'])
    expect(crowdingIn(of.parts)).toEqual([])
  })

  it('is on no slide of a course without one', () => {
    expect(english.slides.flat().some(({ name }) => name === 'Logo')).toBe(false)
  })

  it('leaves the imprint its facts, a line each', () => {
    expect(shape(english, 'water-basics-imprint', 'Text').text.split('\n')).toContain('Licence\u2003CC BY 4.0')
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
        say.case,
        say.data,
        say.numbers,
        say.table,
        say.process,
        say.processRows,
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
        's-case',
        's-number',
        's-numbers',
        's-process',
        's-process-seven',
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
      say.case,
      say.data,
      say.numbers,
      say.process,
      say.processRows,
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

  it('a worksheet’s name that takes two lines is broken between words', async () => {
    const of = await changed(':::worksheet[Path of water]', ':::worksheet[Data audit of one decision]')
    const page = (await pageRuns(converted(of, 'en', 'pdf')))[idsOf(of).indexOf('draw-path')] ?? []
    const [label, ...name] = page.slice(page.findIndex(({ text }) => text.includes('Worksheet 1.1')))
    expect(label?.text).toBe('Worksheet 1.1')
    expect(name.slice(0, 2).map(({ text }) => text.trim())).toEqual(['Data audit of one', 'decision'])
  }, 120_000)

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
