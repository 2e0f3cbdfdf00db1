/** The print document of one worksheet: black and white, whole pages; with answers it is the facilitators' edition. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Edition, Worksheet } from '../course/course.ts'
import type { Paper } from '../course/papers.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { contentCss } from '../look/content.ts'
import { logoOnPaper } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { tokensCss } from '../look/tokens.ts'
import { fieldAddress } from './acro-form.ts'
import type { Controls } from './field-markup.ts'
import { type FormField, headFields, type Mark } from './form-fields.ts'
import { largePrintCss } from './large-print-styles.ts'
import { foreign, type SheetAssets, sheetBody, sheetFacts, sheetLabel } from './sheet-body.ts'
import { SHEET_PAPERS } from './sheet-papers.ts'
import { ringCss, sheetCss, sheetLogoCss } from './sheet-styles.ts'

/**
 * One worksheet as a self-contained HTML document for the press.
 *
 * Edition `participant` is the sheet to hand out: every place to fill in is covered by an empty link that `addForm`
 * turns into a form field. Edition `facilitator` is the same sheet with the expected answers, marked on every page as
 * not for handing out, and without form fields.
 *
 * It is set for one page of A4; other papers and more pages are a matter of its setting (`sheetSetting`).
 */
export function sheet(worksheet: Worksheet, course: Course, edition: Edition, assets: SheetAssets): string {
  const controls = edition === 'participant' ? fillable : blank
  const look = lookOf(course.look)
  const css = [assets.fontCss, tokensCss(look), contentCss, sheetCss, ringCss(look), largePrintCss, sheetLogoCss(look)].join('\n')
  const { root, css: pageCss } = sheetSetting(worksheet, course, edition)
  const tree = h('html', { lang: course.language, dir: course.direction, dataEdition: edition, ...root }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('title', sheetTitle(worksheet, course, edition)),
      h('style', css.replaceAll('</', '<\\/')),
      h('style', { id: SETTING }, pageCss.replaceAll('</', '<\\/')),
    ]),
    h('body', { className: 'sheet' }, [
      ...(edition === 'facilitator' ? [notice(course)] : []),
      head(worksheet, course, controls),
      h('main', { className: 'flesh', ...foreign(worksheet, course) }, sheetBody(worksheet, course, edition, assets.drawings, controls)),
    ]),
  ])
  return `<!doctype html>${toHtml([tree])}`
}

export interface Room {
  pages: number
  /** Millimetres that cannot be filled, where a field that would be cut goes over to the next page. */
  lost: number
  /** Closer setting and lower rows, to bring a sheet home that spills a little over its last page. */
  tight: boolean
}

const ONE_PAGE: Room = { pages: 1, lost: 0, tight: false }

/** Id of the style element that holds the page rule. */
export const SETTING = 'setting'

/** What differs between the prints of one sheet: attributes of the root element (null takes one away), and the text of the style element `SETTING`. */
export interface SheetSetting {
  root: Record<string, string | null>
  css: string
}

/**
 * The setting of a sheet for a paper. `room` is how much of it the sheet may fill: its writing places grow into it. A first print
 * tells how many pages it needs.
 */
export function sheetSetting(
  worksheet: Worksheet,
  course: Course,
  edition: Edition,
  paper: Paper = 'a4',
  room: Room = ONE_PAGE,
): SheetSetting {
  const tightness = edition === 'participant' ? (room.tight ? 'tight' : null) : room.tight ? 'closer' : 'tight'
  return {
    root: { 'data-paper': paper, 'data-room': tightness, style: `--pages:${room.pages};--lost:${room.lost}mm` },
    css: pageRule(worksheet, course, edition, paper),
  }
}

/** "Worksheet 1.2 – Skills horizon", for the window and the file's metadata. */
export function sheetTitle(worksheet: Worksheet, course: Course, edition: Edition): string {
  const say = words(course.language)
  const title = `${sheetLabel(worksheet, course)} – ${worksheet.title}`
  return edition === 'facilitator' ? `${title} (${say.facilitator})` : title
}

/** Links in place of form fields: empty, over the whole place, drawn by nothing. */
const fillable: Controls = {
  medium: 'print',
  writing: (field) => [place(field)],
  tick: (field, mark) => [h('span', { className: `tick tick-${field.kind}` }, [place(field, mark ?? undefined)])],
}

const blank: Controls = {
  medium: 'print',
  writing: () => [],
  tick: (field) => [h('span', { className: `tick tick-${field.kind}` })],
}

function place(field: FormField, mark?: Mark): ElementContent {
  return h('a', { className: 'place', href: fieldAddress(field, mark) })
}

function notice(course: Course): ElementContent {
  const say = words(course.language)
  return h('p', { className: 'sheet-notice' }, [h('strong', say.facilitator), ' ', say.sheet.doNotHandOut])
}

function head(worksheet: Worksheet, course: Course, controls: Controls): ElementContent {
  const facts = sheetFacts(worksheet, course)
  return h('header', { className: 'sheet-head' }, [
    h('p', { className: 'sheet-line' }, [
      h('span', { className: 'sheet-label' }, sheetLabel(worksheet, course)),
      h('span', { className: 'sheet-course' }, course.title),
    ]),
    ...logoOnPaper(lookOf(course.look).logo),
    h('h1', { ...foreign(worksheet, course) }, worksheet.title),
    ...(facts ? [h('p', { className: 'sheet-facts' }, facts)] : []),
    ...(foreign(worksheet, course) ? [h('p', { className: 'sheet-facts' }, words(course.language).fallback)] : []),
    h(
      'div',
      { className: 'sheet-who' },
      headFields(worksheet, course.language).map((field) =>
        h('div', { className: 'who' }, [
          h('p', { className: 'who-label' }, field.label),
          h('div', { className: 'writing' }, controls.writing(field, 1)),
        ]),
      ),
    ),
  ])
}

/** Foot of every page: version, fingerprint and imprint at the start, sheet and page at the end. */
function pageRule(worksheet: Worksheet, course: Course, edition: Edition, paper: Paper): string {
  const say = words(course.language)
  const [start, end] = course.direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const made = `${course.title} · ${say.version.toLowerCase()} ${course.version} · ${course.fingerprint}`
  const source = [made, course.imprint].filter(Boolean).map(cssString).join(" '\\a' ")
  const pages = `${cssString(`${sheetLabel(worksheet, course)} · `)} ${pageOfPages(course)}`
  const mark = edition === 'facilitator' ? `@top-${end} { content: ${cssString(say.facilitator)}; margin-${end}: 8mm; ${MARK} }` : ''
  const { size, margin } = SHEET_PAPERS[paper]
  const pagesShare = paper === 'large' ? 36 : 26
  const foot = FOOT[paper === 'large' ? 'large' : 'small']
  return `@page { size: ${size}; margin: ${margin.head}mm 9mm ${margin.foot}mm; ${mark}
  @bottom-${start} { content: ${source}; inline-size: ${100 - pagesShare}%; text-align: ${start}; margin-${start}: 8mm; ${foot} }
  @bottom-${end} { content: ${pages}; inline-size: ${pagesShare}%; text-align: ${end}; white-space: nowrap; font-weight: 600; margin-${end}: 8mm; ${foot} } }`
}

const footOf = (size: string) =>
  `font-family: var(--font-display); font-size: ${size}; line-height: 1.3; color: var(--colour-text-soft); vertical-align: top; padding-block-start: 2mm; margin-block-start: 4mm; border-block-start: 0.5pt solid var(--colour-edge); white-space: pre-line`
const FOOT = { small: footOf('7.5pt'), large: footOf('12pt') }
const MARK =
  'font-family: var(--font-display); font-size: 7.5pt; font-weight: 600; color: var(--colour-warning); vertical-align: bottom; padding-block-end: 4mm; white-space: nowrap'

/** "1 of 2" as CSS content, in the words' own order. */
function pageOfPages(course: Course): string {
  const counters: Record<string, string> = { 1: 'counter(page)', 2: 'counter(pages)' }
  const parts = words(course.language)
    .pageOf(1, 2)
    .split(/([12])/)
  return parts
    .filter(Boolean)
    .map((part) => counters[part] ?? cssString(part))
    .join(' ')
}

function cssString(text: string): string {
  return `'${text.replace(/[\\'\n<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}'`
}
