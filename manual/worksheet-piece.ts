/** The markup of a worksheet in the manual: its facts, links to its files, and its fields as a preview. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { zoneColumns } from '../course/canvas.ts'
import type { BoxField, Field, Worksheet } from '../course/course.ts'
import { fleshToHast } from '../course/flesh-to-hast.ts'
import type { Paper } from '../course/papers.ts'
import { type Words, words } from '../course/words.ts'
import { attributes, type Fact, facts, foreign, lines, section, times, title } from './piece-parts.ts'
import type { KitFile, ManualRendering } from './rendering.ts'

export function worksheet(piece: Worksheet, rendering: ManualRendering): Element {
  const say = words(rendering.course.language)
  return section(piece, rendering, [
    facts([
      piece.minutes === null ? null : [say.time, [say.minutes(piece.minutes)]],
      [say.worksheet, [piece.group ? say.sheet.oneSheetPerGroup : say.oneSheetPerPerson]],
      fileFact(piece, rendering),
    ]),
    h('div', { className: ['piece-body', 'worksheet-preview'] }, fleshToHast(piece.body, rendering)),
  ])
}

function fileFact(piece: Worksheet, rendering: ManualRendering): Fact {
  const say = words(rendering.course.language)
  const link = (form: Form, label: string, name?: string): Element[] => {
    const href = rendering.file?.({ kind: 'worksheet', id: piece.id, form })
    return href ? [h('a', { href, ...(name ? { ariaLabel: name } : {}) }, label)] : []
  }
  const otherPaper = (paper: Paper, label: string) => link(paper, label, `${say.worksheetPdf}${say.comma}${label}`)
  const others = [...otherPaper('letter', say.worksheetLetter), ...otherPaper('large', say.worksheetLarge)]
  const links = [
    ...link('a4', say.worksheetPdf).map((sheet) => h('span', [sheet, ...otherPapers(others, say)])),
    ...link('html', say.worksheetHtml),
    ...(rendering.edition === 'facilitator' ? link('answers', say.worksheetAnswers) : []),
  ]
  return links.length === 0 ? null : [say.files, lines(links)]
}

type Form = Extract<KitFile, { kind: 'worksheet' }>['form']

/** Other papers of a sheet, in small type behind the link that most people want. */
function otherPapers(links: readonly Element[], say: Words): ElementContent[] {
  if (links.length === 0) return []
  const [first, ...rest] = links
  return [{ type: 'text', value: ' ' }, h('span', { className: 'fact-more' }, [first, ...rest.flatMap((link) => [say.comma, link])])]
}

export function field(piece: Field, rendering: ManualRendering): Element {
  const label = h('p', { className: 'field-label', ...foreign(rendering.language, rendering.course) }, title(piece, rendering))
  return h(
    'div',
    { ...attributes(piece), ...foreign(rendering.language, rendering.course), className: ['field', `field-kind-${piece.kind}`] },
    [label, ...fieldPreview(piece)],
  )
}

function fieldPreview(piece: Field): ElementContent[] {
  switch (piece.kind) {
    case 'lines':
      return times(piece.rows, () => h('div', { className: 'field-line' }))
    case 'box':
      if (piece.zones.length > 0) return [zones(piece)]
      return [
        ...axes(piece),
        h('svg', { className: 'field-box', viewBox: `0 0 170 ${piece.height}`, ariaHidden: 'true', focusable: 'false' }),
      ]
    case 'choice':
      return [
        h(
          'ul',
          { className: 'field-options', role: 'list' },
          piece.options.map((option) => h('li', [tickBox(piece.multiple), h('span', option)])),
        ),
      ]
    case 'table':
      return [
        h('div', { className: 'table-frame', tabIndex: 0, role: 'group', ariaLabel: piece.title }, [
          h('table', { className: 'field-table' }, [
            h('thead', [
              h(
                'tr',
                piece.columns.map((column) => h('th', { scope: 'col' }, column)),
              ),
            ]),
            h('tbody', tableRows(piece.columns.length, piece.rows, piece.labels)),
          ]),
        ]),
      ]
    case 'scale':
      return piece.statements.length === 0
        ? [scale(piece)]
        : piece.statements.flatMap((statement) => [h('p', { className: 'field-statement' }, statement), scale(piece)])
  }
}

/** The parts of a canvas, as they lie on the sheet. */
function zones({ zones: names, axes: sides }: BoxField): Element {
  return h('div', [
    ...axes({ axes: sides }),
    h(
      'div',
      { className: 'field-zones', style: `--columns:${zoneColumns(names.length)}` },
      names.map((name) => h('p', name)),
    ),
  ])
}

function axes({ axes: sides }: Pick<BoxField, 'axes'>): Element[] {
  return sides.map(({ from, to }) => h('p', { className: 'field-axis' }, `${from} – ${to}`))
}

function scale({ min, max, low, high }: { min: number; max: number; low: string; high: string }): Element {
  return h('div', { className: 'field-scale' }, [
    h('span', low),
    h(
      'ul',
      { className: 'field-scale-points', role: 'list' },
      times(Math.max(max - min + 1, 0), (index) => h('li', [h('span', String(min + index)), tickBox(false)])),
    ),
    h('span', high),
  ])
}

function tableRows(columns: number, rows: number, labels: readonly string[]): Element[] {
  if (labels.length === 0)
    return times(rows, () =>
      h(
        'tr',
        times(columns, () => h('td')),
      ),
    )
  return labels.map((label) => h('tr', [h('th', { scope: 'row' }, label), ...times(columns - 1, () => h('td'))]))
}

function tickBox(square: boolean): Element {
  return h('span', { className: square ? ['tick-box'] : ['tick-box', 'tick-round'], ariaHidden: 'true' })
}
