/** Sheets on a black and white printer: every word and every edge of a place to write is seen, and no tint is needed to tell things apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../../course/course.ts'
import { PAPERS, type Paper } from '../../course/papers.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { sheet, sheetSetting } from '../../worksheets/sheet.ts'
import { arabicSheet, courseWith, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press?.close())

type Colour = [red: number, green: number, blue: number]

interface Seen {
  words: { text: string; ink: Colour; ground: Colour }[]
  edges: { place: string; ink: Colour; ground: Colour }[]
}

const cases: [string, Edition, Paper][] = [
  ...PAPERS.flatMap((paper): [string, Edition, Paper][] => [
    ['en', 'participant', paper],
    ['ar', 'participant', paper],
  ]),
  ['en', 'facilitator', 'a4'],
]

describe.each(cases)('in grey: %s, %s, %s', (language, edition, paper) => {
  let seen: Seen
  beforeAll(async () => {
    const map = piece('box', 'map', 'Map', { height: 60, zones: ['Now', 'Later'], axes: [{ from: 'few', to: 'many' }], grid: true })
    const shown = language === 'ar' ? arabicSheet() : horizonSheet()
    const held = worksheet('w-horizon', shown.title, [...text('See [the law](https://example.org).'), ...shown.body, node(map)])
    const course = courseWith([held], { language })
    const html = sheet(held, course, edition, { fontCss: '', drawings: new Map() })
    const { root } = sheetSetting(held, course, edition, paper)
    seen = await press.measure(html.replace(/data-paper="\w+"/, `data-paper="${root['data-paper']}"`), look, null, { media: 'print' })
  })

  it('every word reads at 4.5:1 on its ground', () => {
    expect(seen.words.length).toBeGreaterThan(20)
    const faint = seen.words.filter(({ ink, ground }) => contrast(ink, ground) < 4.5)
    expect(faint.map(({ text: words }) => words)).toEqual([])
  })

  it('every edge of a place to write or tick is seen at 3:1', () => {
    expect(seen.edges.length).toBeGreaterThan(10)
    expect(seen.edges.filter(({ ink, ground }) => contrast(ink, ground) < 3).map(({ place }) => place)).toEqual([])
  })

  it('inks are dark and white is white: no middle tint that could be meant as a mark', () => {
    const tints = seen.words.flatMap(({ ink, ground }) => [grey(ink), grey(ground)])
    expect(tints.filter((value) => value > 110 && value < 238)).toEqual([])
  })
})

/** Runs in the page. */
function look(): Seen {
  const parse = (colour: string): [number, number, number, number] => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const groundOf = (element: Element | null): [number, number, number] => {
    if (!element) return [255, 255, 255]
    const [red, green, blue, alpha] = parse(getComputedStyle(element).backgroundColor)
    return alpha === 0 ? groundOf(element.parentElement) : [red, green, blue]
  }
  const rgb = (colour: string): [number, number, number] => {
    const [red, green, blue] = parse(colour)
    return [red, green, blue]
  }
  const words: Seen['words'] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const said = walker.currentNode.textContent?.trim() ?? ''
    if (!parent || said === '' || parent.getClientRects().length === 0) continue
    words.push({ text: said, ink: rgb(getComputedStyle(parent).color), ground: groundOf(parent) })
  }
  const edges: Seen['edges'] = []
  for (const place of document.querySelectorAll('.rule, .writing-box, .tick-checkbox, .who .writing, .grid tbody td, .zone')) {
    if (place.getClientRects().length === 0) continue
    const style = getComputedStyle(place)
    const drawn = ['borderBlockEnd', 'borderInlineStart', 'outline'] as const
    for (const side of drawn) {
      if (Number.parseFloat(style[`${side}Width`]) === 0 || style[`${side}Style`] === 'none') continue
      edges.push({ place: `${place.className} ${side}`, ink: rgb(style[`${side}Color`]), ground: groundOf(place) })
    }
  }
  return { words, edges }
}

/** What a printer without colours makes of one (ITU-R BT.601), 0 to 255. */
function grey([red, green, blue]: Colour): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

function contrast(ink: Colour, ground: Colour): number {
  const luminance = (colour: Colour): number => {
    const share = grey(colour) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
