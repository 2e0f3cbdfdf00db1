import { fromHtml } from 'hast-util-from-html'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Course, Edition, Slide } from '../../course/course.ts'
import { readDeckOptions } from '../../scripts/read-deck-options.ts'
import { deck } from '../../slides/deck.ts'
import { slidesOf } from '../../slides/slide-list.ts'
import { citeAtFoot } from '../../slides/sources-line.ts'
import { textSizeFor } from '../../slides/text-size.ts'
import { drawings, longActivity, moduleOf, sampleCourse, sampleFile, secretNote } from './sample-course.ts'

let course: Course
const written = {} as Record<Edition, string>
/** The slides alone: a failing test need not print fonts. */
const slidesAlone = {} as Record<Edition, string>

async function write(of: Course, edition: Edition): Promise<string> {
  return deck(
    of,
    moduleOf(of),
    edition,
    await readDeckOptions(edition, of.language, drawings, { worksheetHref: (id) => `../worksheets/${id}.html` }),
  )
}

beforeAll(async () => {
  course = await sampleCourse('en')
  for (const edition of ['facilitator', 'participant'] as const) {
    written[edition] = await write(course, edition)
    slidesAlone[edition] = /<main[\s\S]*<\/main>/.exec(written[edition])?.[0] ?? ''
  }
})

describe('slides of a deck', () => {
  it('stand in the order of the course', () => {
    const kinds = slidesOf(moduleOf(course), 'facilitator').map(({ kind, id }) => `${kind} ${id}`)
    expect(kinds).toEqual([
      'title water-basics',
      'objectives water-basics-objectives',
      'section water-path',
      'slide s-places',
      'slide s-statement',
      'slide s-columns',
      'slide s-figure',
      'slide s-figure-words',
      'slide s-question',
      'slide s-section',
      'slide s-table',
      'slide s-lens',
      'activity draw-path',
      'section water-wrap-up',
      'slide s-promise',
      'imprint water-basics-imprint',
    ])
  })

  it('show an activity of many steps on several slides, each with the minutes of its steps', async () => {
    const path = 'modules/01-water/1-path.md'
    const last = '3. Mark the stop where it is spoiled most easily. :minutes[5]'
    const more = Array.from({ length: 9 }, (_, index) => `${index + 4}. Draw stop ${index + 4}. :minutes[2]`)
    const changed = await sampleCourse('en', { [path]: sampleFile(path).replace(last, [last, ...more].join('\n')) })
    const slides = slidesOf(moduleOf(changed), 'participant').filter(({ kind }) => kind === 'activity')
    expect(slides.map(({ id }) => id)).toEqual(['draw-path', 'draw-path-2'])
    const html = /<main[\s\S]*<\/main>/.exec(await write(changed, 'participant'))?.[0] ?? ''
    const second = html.slice(html.indexOf('id="draw-path-2"'))
    expect(second).toContain('<ol class="steps" start="7"')
    expect(second.slice(0, second.indexOf('>'))).toContain('data-activity-minutes="12"')
    expect(html.split('class="step"').length - 1).toBe(12)
  })

  it('are the same for participants but what is for facilitators', async () => {
    const path = 'modules/01-water/1-path.md'
    const changed = await sampleCourse('en', {
      [path]: sampleFile(path).replace(':::slide[Part two]{#s-section', ':::slide[Part two]{#s-section audience=facilitator'),
    })
    const [all, theirs] = (['facilitator', 'participant'] as const).map((edition) =>
      slidesOf(moduleOf(changed), edition).map(({ id }) => id),
    )
    expect(all?.filter((id) => !theirs?.includes(id))).toEqual(['s-section'])
    expect((await write(changed, 'participant')).includes('From the kitchen to the cup')).toBe(false)
  })
})

describe('deck', () => {
  it('has the same bytes every time', async () => {
    expect((await write(await sampleCourse('en'), 'facilitator')) === written.facilitator).toBe(true)
  })

  it('weighs less than 1.5 MB, in Arabic too', async () => {
    expect(Buffer.byteLength(written.facilitator)).toBeLessThan(1_500_000)
    expect(Buffer.byteLength(await write(await sampleCourse('ar'), 'facilitator'))).toBeLessThan(1_500_000)
  })

  it('points at nothing outside itself but worksheets', () => {
    const markup = written.facilitator.replace(/<script>[\s\S]*?<\/script>/g, '')
    const addresses = [...markup.matchAll(/(?:src|href|url)(?:="|\()([^")]+)/g)].map(([, address]) => address ?? '')
    expect(addresses.filter((address) => !/^(data:|#|\.\.\/worksheets\/w-(path|roles)\.html$)/.test(address))).toEqual([])
  })

  it('names worksheets for facilitators to facilitators only', () => {
    expect(written.facilitator).toContain('../worksheets/w-roles.html')
    expect(written.participant).toContain('../worksheets/w-path.html')
    expect(written.participant).not.toMatch(/w-roles|Roles at the well/)
  })

  it('has each id once, and no section inside a slide', () => {
    const ids = [...written.facilitator.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(sectionDepth(fromHtml(written.facilitator))).toBe(1)
  })

  it('keeps notes, plans, cut marks and countdowns out of the participants’ file', async () => {
    const long = await sampleCourse('en', longActivity())
    expect(slidesAlone.facilitator).toContain(secretNote)
    expect(slidesAlone.facilitator).toContain('data-planned="3"')
    expect(slidesAlone.facilitator).toContain('Most groups forget the storage jar in the kitchen corner.')
    for (const trace of [
      secretNote,
      'storage jar',
      'Where did groups disagree',
      'paper and two pens',
      'data-planned',
      'data-cut',
      'data-step',
      'cut-mark',
      'class="notes"',
      'speaker-current',
    ]) {
      expect(written.participant.includes(trace), trace).toBe(false)
    }
    const cuts = (edition: Edition) => write(long, edition).then((html) => html.match(/data-cut="\w+"/g))
    expect(await cuts('facilitator')).toEqual(['data-cut="first"', 'data-cut="never"', 'data-cut="first"', 'data-cut="never"'])
    expect(await cuts('participant')).toBeNull()
    expect(slidesAlone.participant).toContain('Mark the stop where it is spoiled most easily.')
  })

  it('names version and fingerprint', () => {
    for (const html of Object.values(slidesAlone)) expect(html).toContain(`Version 1.2.0 · ${course.fingerprint}`)
  })

  it('writes no script that its policy does not name, and refuses the network', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(written.facilitator)?.[1] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+';/)
    expect(written.facilitator.match(/<script/g)).toHaveLength(3)
  })
})

describe('citations on a slide', () => {
  it('become numbers and one line at the foot', () => {
    const slide = slideIn(course, 's-places')
    expect(citeAtFoot([slide.body]).sources).toEqual(['World Health Organization, 2017, p. 4', 'Sphere Association, 2018'])
    expect(slidesAlone.facilitator).toMatch(/open wells<span class="citation" data-keys="who-2017">1<\/span>/)
  })

  it('need no number where there is one source', () => {
    expect(slidesAlone.facilitator).toContain('One hand in the jar is enough.')
    expect(slidesAlone.facilitator).toMatch(/slide-sources-label">Source<\/span> <bdi>World Health Organization, 2017</)
  })

  it('go to the foot whole where a paragraph holds nothing else', async () => {
    const path = 'modules/01-water/1-path.md'
    const changed = await sampleCourse('en', { [path]: sampleFile(path).replace('- kills germs', '- kills germs\n\nSource: [@who-2017]') })
    const slide = slideIn(changed, 's-columns')
    const { flesh, sources } = citeAtFoot([slide.body])
    expect(sources).toEqual(['World Health Organization, 2017'])
    expect(JSON.stringify(flesh)).not.toContain('Source')
  })
})

describe('size of text', () => {
  const list = (items: number, length: number) => [
    {
      type: 'list' as const,
      children: Array.from({ length: items }, () => ({
        type: 'listItem' as const,
        children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'x'.repeat(length) }] }],
      })),
    },
  ]

  it('falls as text grows, never below 22 px', () => {
    expect(textSizeFor(list(3, 40), 1100, 430)).toBe(40)
    expect(textSizeFor(list(8, 60), 1100, 430)).toBeLessThan(40)
    expect(textSizeFor(list(40, 400), 1100, 430)).toBe(22)
  })
})

function slideIn(of: Course, id: string): Slide {
  const slide = moduleOf(of).blocks[0]?.slides.find((one) => one.id === id)
  if (!slide) throw new Error(`The sample course has no slide ${id}`)
  return slide
}

function sectionDepth(node: { tagName?: string; children?: unknown[] }): number {
  const inside = Math.max(0, ...(node.children ?? []).map((child) => sectionDepth(child as { tagName?: string })))
  return inside + (node.tagName === 'section' ? 1 : 0)
}
