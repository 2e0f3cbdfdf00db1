/** Nothing for facilitators only in what participants get: judged a second way, and the build's own scan judged with planted leaks. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOutputs } from '../../course/check.ts'
import type { Course } from '../../course/course.ts'
import { type Reading, readCourse } from '../../course/read-course.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { embeddedFonts } from '../../scripts/print-fonts.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { leaksInFiles } from '../../scripts/scan-outputs.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'
import { isRead, overhearIn, type Secrets, secretsOf, wordsOf } from './overheard.ts'

let kit: Kit
let reading: Reading
let press: Press
const secrets = new Map<string, Secrets>()
beforeAll(async () => {
  kit = await theKit()
  reading = await readCourse(await readSources(kit.folder))
  press = await openPress()
  for (const course of kit.courses.values()) secrets.set(course.language, secretsOf(course))
}, BUILD_TAKES)
afterAll(() => press?.close())

const LANGUAGES = ['en', 'fr']
const course = (language: string): Course => kit.courses.get(language) as Course
const secretsIn = (language: string): Secrets => secrets.get(language) as Secrets

describe.each(LANGUAGES)('what participants get (%s)', (language) => {
  it('is compared with what facilitators have: thousands of runs of six words', async () => {
    expect(secretsIn(language).runs.size).toBeGreaterThan(5000)
    const facilitator = await overhearIn('deck.html', await kit.read(`${language}/slides/planning.html`), secretsIn(language))
    expect(facilitator.length).toBeGreaterThan(0)
    const guideline = await overhearIn('guideline.pdf', await kit.read(`${language}/guideline.pdf`), secretsIn(language))
    expect(guideline.length).toBeGreaterThan(0)
  })

  it('holds no six words of it: pages, search index, decks, worksheets', async () => {
    const files = kit.files.filter((path) => path.startsWith(`${language}/participant/`))
    expect(files.filter((path) => /\.(html|pdf|js)$/.test(path)).length).toBeGreaterThan(60)
    const heard: [string, string][] = []
    for (const path of files) heard.push(...(await overhearIn(path, await kit.read(path), secretsIn(language))))
    expect(heard).toEqual([])
  })

  it.each(['participant', 'participant-text'])('holds no six words of it: every file in the pack (%s)', async (name) => {
    const path = `packs/${course(language).id}-${language}-${name}.zip`
    expect(await overhearIn(path, await kit.read(path), secretsIn(language))).toEqual([])
    const inside = Object.keys(unzipSync(await kit.read(path)))
    expect(inside.filter((file) => /answers|guideline|contingency|run-sheet|event-kit|notes-\dup/.test(file))).toEqual([])
    // each is of a kind whose text was read, or a font
    expect(inside.filter((file) => !isRead(file) && !file.endsWith('.woff2'))).toEqual([])
  })

  it('is compared with the text edition of facilitators, which does hold it', async () => {
    const path = `packs/${course(language).id}-${language}-facilitator-text.zip`
    expect((await overhearIn(path, await kit.read(path), secretsIn(language))).length).toBeGreaterThan(50)
  })
})

/** A sentence for facilitators with an apostrophe in it, and the ways it may get out. */
function secret(language: string): string {
  const found = secretsIn(language)
    .texts.flatMap((text) => text.split(/(?<=[.!?])\s+/))
    .find(
      (text) =>
        /\p{L}[’']\p{L}/u.test(text) && wordsOf(text).length >= 10 && wordsOf(text).length <= 30 && /^\p{Lu}[^:()"]*\.$/u.test(text),
    )
  expect(found, 'a sentence to plant').toBeDefined()
  return found as string
}

const escaped = (text: string): string => text.replaceAll('’', '&#x2019;').replaceAll("'", '&#39;')
const marked = (text: string): string => text.replace(/ (\S+) (\S+) /, ' <em>$1</em> <a href="x.html#y" class="reference">$2</a> ')
const inBody = (page: string, html: string): string => page.replace(/<\/main>/, `${html}</main>`)

type Plant = (language: string, text: string) => Promise<[path: string, contents: Uint8Array]>
const edited =
  (path: string, edit: (contents: string, text: string) => string): Plant =>
  async (language, text) => {
    const before = Buffer.from(await kit.read(`${language}/participant/${path}`)).toString('utf8')
    const after = edit(before, text)
    expect(after).not.toBe(before)
    return [`${language}/participant/${path}`, strToU8(after)]
  }

const PAGE = 'manual/planning/planning-horizons.html'
const PLANTS: Record<string, Plant> = {
  'a page': edited(PAGE, (page, text) => inBody(page, `<p>${text}</p>`)),
  'a page, with markup and escapes': edited(PAGE, (page, text) => inBody(page, `<p>${marked(escaped(text))}</p>`)),
  'a hidden part of a page': edited(PAGE, (page, text) => inBody(page, `<template><p>${text}</p></template>`)),
  'an attribute of a page': edited(PAGE, (page, text) => inBody(page, `<img alt="${escaped(text)}" src="data:,">`)),
  'a comment in a page': edited(PAGE, (page, text) => inBody(page, `<!-- ${text} -->`)),
  'the search index': edited('assets/search-index.js', (index, text) =>
    index.replace(/(\\"text\\":\\")/, (start) => `${start}${JSON.stringify(JSON.stringify(`“${text}”`)).slice(3, -3)} `),
  ),
  'a slide of a deck': edited('slides/planning.html', (deck, text) =>
    inBody(deck, `<section><div class="slide"><p>${marked(text)}</p></div></section>`),
  ),
  'the data of a deck': edited('slides/planning.html', (deck, text) =>
    deck.replace('</body>', `<script>var notes=${JSON.stringify({ notes: [text] })}</script></body>`),
  ),
  'an interactive worksheet': edited('worksheets/w-planning-horizons.html', (page, text) =>
    page.replace('</form>', `<p>${text}</p></form>`),
  ),
  'a PDF': async (language, text) => {
    // narrow, so that the sentence runs over several lines
    const body = `<div lang="${language}" style="width: 60mm; font-family: 'Source Serif 4'; hyphens: auto"><h1>Worksheet</h1><p>${text}</p></div>`
    const page = `<!doctype html><html lang="${language}"><title>Worksheet</title><style>${embeddedFonts(body)}</style>${body}`
    return [`${language}/participant/worksheets/w-planning-horizons.pdf`, await press.print(page)]
  },
  'the text edition as one file': async (language, text) => {
    const path = `packs/${course(language).id}-${language}-participant-text.zip`
    const files = unzipSync(await kit.read(path))
    const whole = `${course(language).id}-${language}-participant-text.html`
    const page = inBody(new TextDecoder().decode(files[whole]), `<p>${text}</p>`)
    return [path, zipSync({ ...files, [whole]: strToU8(page) }, { level: 0 })]
  },
  'a page in a pack': async (language, text) => {
    const path = `packs/${course(language).id}-${language}-participant.zip`
    const files = unzipSync(await kit.read(path))
    const page = inBody(new TextDecoder().decode(files[PAGE]), `<p>${text}</p>`)
    return [path, zipSync({ ...files, [PAGE]: strToU8(page) }, { level: 0 })]
  },
}

describe.each(LANGUAGES)('a leak (%s)', (language) => {
  it.each(Object.entries(PLANTS))('planted in %s is found by the build’s scan, and the build fails on it', async (_, plant) => {
    const text = secret(language)
    const [path, contents] = await plant(language, text)
    expect((await overhearIn(path, contents, secretsIn(language))).length, 'found by the second way').toBeGreaterThan(0)
    const leaks = await leaksInFiles(course(language), new Map([[path, contents]]))
    expect(leaks.map((leak) => wordsOf(leak.sentence).join(' '))).toEqual([wordsOf(text).join(' ')])
    const [finding, ...more] = checkOutputs(reading, { leaks })
    expect(more).toEqual([])
    expect(finding?.ruleId).toBe('participant-edition-is-clean')
    expect(finding?.fatal).toBe(true)
    expect(finding?.reason).toMatch(/^Unexpected .*, expected /)
    const source = Buffer.from(await kit.read(`../${finding?.file}`))
      .toString('utf8')
      .split('\n')
    const line = source.slice((finding?.line ?? 1) - 1, (finding?.line ?? 1) + 8).join(' ')
    expect(wordsOf(line).join(' ')).toContain(wordsOf(text).slice(0, 3).join(' '))
  })
})
