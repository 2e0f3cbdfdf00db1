/** Slides to edit of every deck of the kit: as many slides as the deck, whole packages, and for facilitators only. */
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { crowdingIn, notesIn, type Parts, partsOf, shapesOf, slidesIn, troubleIn } from '../slides/pptx-package.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'

vi.setConfig({ testTimeout: 120_000 })

let kit: Kit
const files = new Map<string, Parts>()
beforeAll(async () => {
  kit = await theKit()
  for (const { path } of kit.outputs('pptx')) files.set(path, partsOf(await kit.read(path)))
}, BUILD_TAKES)

/** Ids, titles and notes of a deck's slides, as its page holds them. */
async function deckOf(path: string): Promise<{ title: string; noted: boolean }[]> {
  const html = Buffer.from(await kit.read(path.replace(/\.pptx$/, '.html'))).toString('utf8')
  const sections = html.split('<div class="slides">')[1]?.split('<section ').slice(1) ?? []
  return sections.map((section) => ({
    title: unescaped(/data-title="([^"]*)"/.exec(section)?.[1] ?? ''),
    noted: section.includes('<div class="notes"'),
  }))
}

function unescaped(text: string): string {
  return text.replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

describe('slides to edit', () => {
  it('are there for every facilitators’ deck, and for no other', () => {
    const decks = kit.outputs('deck').filter(({ audience }) => audience === 'facilitator')
    expect([...files.keys()].sort()).toEqual(decks.map(({ path }) => path.replace(/\.html$/, '.pptx')).sort())
    expect(files.size).toBeGreaterThan(10)
    expect(kit.outputs('pptx').every(({ audience, pages }) => audience === 'facilitator' && pages === null)).toBe(true)
  })

  it('are the slides of the deck, with notes where it has them', async () => {
    for (const [path, parts] of files) {
      const deck = await deckOf(path)
      const slides = slidesIn(parts).map(shapesOf)
      expect(slides.length, path).toBe(deck.length)
      const titles = slides.map((shapes) => shapes.find(({ placeholder }) => placeholder?.type === 'title')?.text ?? '')
      const plain = (text: string): string => text.replace(/\s+/g, '')
      expect(titles.map(plain), path).toEqual(deck.map(({ title }) => plain(title)))
      const notes = notesIn(parts)
      expect(
        deck.flatMap(({ noted }, index) => (noted && notes[index] === '' ? [titles[index]] : [])),
        path,
      ).toEqual([])
    }
  })

  it('are packages that hold together', () => {
    for (const [path, parts] of files) expect(troubleIn(parts), path).toEqual([])
  })

  it('keep inside the slide, and nothing stands on anything else', () => {
    for (const [path, parts] of files) expect(crowdingIn(parts), path).toEqual([])
  })

  it('have drawings as pictures, with words for those who cannot see them', () => {
    for (const [path, parts] of files) {
      const pictures = slidesIn(parts).flatMap((xml) => shapesOf(xml).filter(({ kind }) => kind === 'pic'))
      expect(pictures.length, path).toBeGreaterThan(0)
      for (const { xml } of pictures) expect(xml, path).toMatch(/ descr="[^"]{20,}"/)
    }
  })

  it('go with the facilitators’ pack and are linked in it; participants have none', async () => {
    expect(kit.files.filter((path) => /^[^/]+\/participant\//.test(path) && path.endsWith('.pptx'))).toEqual([])
    for (const { path, audience, lang } of kit.outputs('pack').filter((output) => !output.path.endsWith('-text.zip'))) {
      const pack = unzipSync(await kit.read(path))
      const held = Object.keys(pack).filter((name) => name.endsWith('.pptx'))
      const mine = kit.outputs('pptx', lang ?? '').map((output) => output.path.slice(3))
      expect(held.sort(), path).toEqual(audience === 'facilitator' ? mine.sort() : [])
      const pages = Object.entries(pack).filter(([name]) => name.endsWith('.html') && name.startsWith('manual/'))
      const linking = pages.filter(([, page]) => /href="[^"]*slides\/\w+\.pptx"/.test(Buffer.from(page).toString('utf8')))
      expect(linking.length > 0, path).toBe(audience === 'facilitator')
    }
  })
})
