/** The pages of a module, a block, a chapter of the front or an annex, and the overview above such chapters. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Edition, Flesh, Module, Objective, Piece } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import { visible } from '../course/visible.ts'
import { words } from '../course/words.ts'
import { factStrip, hrefOfId, linkOf, minutesOfModule, piecesIn, type StripFact, seen, sum } from './page-parts.ts'
import { cutWords, foreign, list } from './piece-parts.ts'
import { slidesToHast } from './pieces.ts'
import type { ManualRendering } from './rendering.ts'

/** What stands under the title of a module's page. */
export function moduleBody(module: Module, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const slides = slideLinks(module, rendering)
  return [
    ...lead(module, rendering),
    factStrip([
      [say.time, say.printed.duration(minutesOfModule(module))],
      [say.blocks, String(module.blocks.length)],
      [say.activities, String(sum(module.blocks.map(({ activities }) => activities.length)))],
      [say.worksheets, String(sum(module.blocks.map(({ worksheets }) => seen(worksheets, rendering.edition).length)))],
      module.covers.length === 0 ? null : [rendering.course.framework?.title ?? '', list(module.covers.map((id) => linkOf(id, rendering)))],
      slides.length > 0 ? [say.slides, list(slides)] : null,
    ]),
    ...objectives(module.objectives, module.id, say.afterModule, rendering),
    ...fleshToHast(module.body, rendering),
    h('h2', { id: `${module.id}-blocks` }, say.blocks),
    h(
      'ol',
      { className: 'block-list', role: 'list' },
      module.blocks.map((block) =>
        h('li', [
          h('span', { className: 'block-number' }, block.wrapUp ? '' : block.number),
          h('a', { href: hrefOfId(block.id, rendering), ...foreign(block.language, rendering.course) }, block.title),
          h('span', { className: 'block-minutes' }, block.minutes ? say.minutes(block.minutes.full) : ''),
        ]),
      ),
    ),
    ...slidesFold(module.body, module.id, rendering),
  ]
}

/**
 * The deck of a module, its slides to edit, its handouts and the module in print, as far as the edition brings them; facilitators print the
 * handouts of participants too.
 */
export function slideLinks({ id }: Module, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const deck = rendering.file?.({ kind: 'deck', module: id })
  const forWhom: readonly Edition[] = rendering.edition === 'facilitator' ? ['facilitator', 'participant'] : ['participant']
  const handouts = forWhom.flatMap((edition) => {
    const href = rendering.file?.({ kind: 'handout', module: id, edition })
    return href ? [h('a', { href }, `${say.handout[edition]} (PDF)`)] : []
  })
  const pptx = rendering.edition === 'facilitator' ? rendering.file?.({ kind: 'pptx', module: id }) : null
  const print = rendering.edition === 'facilitator' ? rendering.file?.({ kind: 'module-print', module: id }) : null
  return [
    ...(deck ? [h('a', { href: deck }, say.openSlides)] : []),
    ...(pptx ? [h('a', { href: pptx }, `${say.powerPoint.edit} (PPTX)`)] : []),
    ...handouts,
    ...(print ? [h('a', { href: print }, `${say.modulePrint.title} (PDF)`)] : []),
  ]
}

/** What stands under the title of the overview of the front or the annexes: its text, then its chapters. */
export function partBody(part: Module, rendering: ManualRendering): ElementContent[] {
  return [...lead(part, rendering), ...fleshToHast(part.body, rendering), ...chapterList(part, rendering)]
}

/** What stands under the title of a chapter of the front or an annex. */
export function chapterBody(chapter: Block, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const facts = [linksTo(chapter.activities, say.activities, rendering), linksTo(chapter.worksheets, say.worksheets, rendering)]
  return [
    ...(facts.some((fact) => fact !== null) ? [factStrip(facts)] : []),
    ...objectives(chapter.objectives, chapter.id, say.afterBlock, rendering),
    ...fleshToHast(chapter.body, rendering),
    ...slidesFold(chapter.body, chapter.id, rendering),
  ]
}

/** The chapters of the front or the annexes that the edition holds, each a link. */
export function chapterList(part: Module, rendering: ManualRendering): ElementContent[] {
  const chapters = part.blocks.filter((chapter) => visible(chapter, rendering.edition))
  if (chapters.length === 0) return []
  return [
    h(
      'ul',
      { className: 'block-list', role: 'list' },
      chapters.map((chapter) =>
        h('li', [
          h('span', { className: 'block-number' }, chapter.number),
          h('a', { href: hrefOfId(chapter.id, rendering), ...foreign(chapter.language, rendering.course) }, chapter.title),
        ]),
      ),
    ),
  ]
}

function lead({ summary, language }: Module, { course }: ManualRendering): ElementContent[] {
  return summary ? [h('p', { className: 'lead', ...foreign(language, course) }, summary)] : []
}

/** Names and links of the pieces that the edition shows; null where there are none. */
function linksTo(pieces: readonly Piece[], name: string, rendering: ManualRendering): StripFact {
  const shown = seen(pieces, rendering.edition)
  return shown.length === 0 ? null : [name, list(shown.map(({ id }) => linkOf(id, rendering)))]
}

/** What stands under the title of a block's page; for facilitators with the run of the block and its slides. */
export function blockBody(block: Block, rendering: ManualRendering): ElementContent[] {
  const { edition } = rendering
  const say = words(rendering.course.language)
  return [
    factStrip([
      block.minutes ? [say.time, say.minutes(block.minutes.full)] : null,
      block.minutes && edition === 'facilitator' && block.minutes.short !== block.minutes.full
        ? [say.shortForm, say.minutes(block.minutes.short)]
        : null,
      linksTo(block.activities, say.activities, rendering),
      linksTo(block.worksheets, say.worksheets, rendering),
    ]),
    ...objectives(block.objectives, block.id, say.afterBlock, rendering),
    ...(edition === 'facilitator' ? runOfBlock(block, rendering) : []),
    ...fleshToHast(block.body, rendering),
    ...slidesFold(block.body, block.id, rendering),
  ]
}

function objectives(all: readonly Objective[], owner: string, lead: string, rendering: ManualRendering): ElementContent[] {
  if (all.length === 0) return []
  const say = words(rendering.course.language)
  return [
    h('section', { className: 'objectives' }, [
      h('h2', { id: `${owner}-objectives` }, say.objectives),
      h('p', lead),
      h(
        'ul',
        foreign(rendering.language ?? rendering.course.language, rendering.course),
        all.map((objective) => h('li', { id: objective.id }, objective.text)),
      ),
    ]),
  ]
}

interface RunLine {
  what: (ElementContent | string)[]
  how: string
  minutes: number | null
  cut: string
}

/** The block as a time table: minutes from its start, what happens, how, how long. For facilitators. */
function runOfBlock(block: Block, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const lines = runLines(block.body, rendering)
  if (lines.length === 0) return []
  const planned = sum(lines.map(({ minutes }) => minutes ?? 0))
  const left = block.minutes ? block.minutes.full - planned : 0
  if (left > 0) lines.push({ what: [say.timeInHand], how: '', minutes: left, cut: '' })
  let at = 0
  const rows = lines.map((line) => {
    const row = h('tr', [
      h('td', { className: 'run-from' }, elapsed(at)),
      h('td', [...line.what, ...howLine(line)]),
      h('td', { className: 'run-minutes' }, line.minutes === null ? '' : say.minutes(line.minutes)),
    ])
    at += line.minutes ?? 0
    return row
  })
  return [
    h('section', { className: 'run', dataAudience: 'facilitator' }, [
      h('h2', { id: `${block.id}-run` }, say.runOfBlock),
      h('table', [
        h('thead', [
          h(
            'tr',
            [say.fromStart, say.content, say.time].map((name) => h('th', { scope: 'col' }, name)),
          ),
        ]),
        h('tbody', rows),
      ]),
    ]),
  ]
}

/** Under what happens: method, group size, and whether it goes when time is short. */
function howLine({ how, cut }: RunLine): ElementContent[] {
  if (!how && !cut) return []
  return [h('div', { className: 'run-how' }, [how, how && cut ? ' · ' : '', ...(cut ? [h('span', { className: 'run-cut' }, cut)] : [])])]
}

function runLines(body: Flesh, rendering: ManualRendering): RunLine[] {
  const { course, edition } = rendering
  const say = words(course.language)
  const lines: RunLine[] = []
  let slides: { title: string; minutes: number | null }[] = []
  const closeSlides = (): void => {
    if (slides.length === 0) return
    const minutes = slides.some((slide) => slide.minutes !== null) ? sum(slides.map((slide) => slide.minutes ?? 0)) : null
    const titles = slides.map(({ title }) => title).filter(Boolean)
    lines.push({ what: [`${say.slides}${say.colon}${titles.join(' · ')}`], how: say.methods.plenary ?? '', minutes, cut: '' })
    slides = []
  }
  for (const piece of piecesIn(body)) {
    if (!visible(piece, edition)) continue
    if (piece.kind === 'slide') slides.push(piece)
    if (piece.kind === 'activity') {
      closeSlides()
      const method = course.methods.find(({ id }) => id === piece.method)?.title ?? ''
      const size = piece.size === null ? '' : say.groupOf(piece.size)
      lines.push({
        what: [linkOf(piece.id, rendering), ` ${piece.title}`],
        how: [method, size].filter(Boolean).join(say.comma),
        minutes: piece.minutes,
        cut: piece.cut === null ? '' : cutWords(piece.cut, say),
      })
    }
    if (piece.kind === 'discussion' && piece.minutes !== null) {
      closeSlides()
      lines.push({ what: [`${say.discussion}${say.colon}${piece.title}`], how: say.methods.plenary ?? '', minutes: piece.minutes, cut: '' })
    }
  }
  closeSlides()
  return lines
}

function slidesFold(body: Flesh, owner: string, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const slides = piecesIn(body).filter((piece) => piece.kind === 'slide')
  const shown = slidesToHast(slides, rendering)
  if (shown.length === 0) return []
  return [
    h('section', { dataAudience: 'facilitator' }, [
      h('h2', { id: `${owner}-slides` }, say.slidesAndNotes),
      h('details', { className: 'fold' }, [h('summary', say.showSlides(shown.length)), ...shown]),
    ]),
  ]
}

/** Minutes as hours and minutes from a start: 75 -> `1:15`. */
function elapsed(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
