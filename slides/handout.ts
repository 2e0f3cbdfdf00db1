/** A deck on paper as one print document: each slide drawn small, beside or above its notes (facilitators) or lines to write on (participants). */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Edition, Module } from '../course/course.ts'
import type { HandoutSize } from '../course/handouts.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { lookOf } from '../look/look.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { type DrawnSlide, drawSlides, minutesOf } from './drawn-slides.ts'
import { handoutCss, handoutLayouts, handoutPage } from './handout-styles.ts'
import { hasClass, textOf } from './markup.ts'
import { ownSlideCss, slideCss } from './slide-styles.ts'

export interface HandoutOptions {
  drawings: Drawings
  /** `@font-face` rules of a look with embedded fonts for the characters of `text`. */
  fontFaces(text: string, look: Look): string
}

/** For whom a handout is and how many slides stand on a page of it. */
export interface HandoutForm {
  edition: Edition
  size: HandoutSize
}

/**
 * The handout of a module's deck, as HTML to print. `size` slides stand on a page; where notes need more room there are fewer, and
 * nothing is cut. The participants' file holds no notes. Same course and options, same bytes.
 */
export function handout(course: Course, module: Module, form: HandoutForm, { drawings, fontFaces }: HandoutOptions): string {
  const { edition, size } = form
  const slides = drawSlides(course, module, edition, {
    drawings,
    slideHref: (id) => `#${id}`,
    deckHref: () => null,
    worksheetHref: () => null,
  })
  const entries = slides.map((drawn) => entry(drawn, { course, module, form }))
  const { across } = handoutLayouts[size]
  const rows = Array.from({ length: Math.ceil(entries.length / across) }, (_, row) =>
    h('div.row', entries.slice(row * across, (row + 1) * across)),
  )
  const body = toHtml(rows)
  const margins = marginsOf(course, module, form)
  const look = lookOf(course.look)
  const css = [
    fontFaces([body, ...Object.values(margins)].join(' '), look),
    tokensCss(look),
    slideCss,
    ownSlideCss(course),
    handoutCss(form),
    handoutPage(course.direction, margins, words(course.language).printed.pageOfPages),
  ].join('\n')
  const head = toHtml([
    h('meta', { charSet: 'utf-8' }),
    h('title', handoutTitle(course, module, form)),
    h('style', css.replaceAll('</', '<\\/')),
  ])
  return `<!doctype html><html lang="${course.language}" dir="${course.direction}"><head>${head}</head><body class="up-${size}">${body}</body></html>`
}

/** "Module 1: Planning – slides and notes, 2 a page" */
export function handoutTitle(course: Course, module: Module, { edition, size }: HandoutForm): string {
  const say = words(course.language)
  return `${moduleName(course, module)} – ${say.handout[edition]}${say.comma}${say.handout.aPage(size)}`
}

function marginsOf(course: Course, module: Module, { edition, size }: HandoutForm): Record<'course' | 'module' | 'foot', string> {
  const say = words(course.language)
  const audience = edition === 'facilitator' ? [say.facilitator] : []
  return {
    course: course.title,
    module: moduleName(course, module),
    foot: [
      ...audience,
      `${say.handout[edition]}${say.comma}${say.handout.aPage(size)}`,
      `${say.version} ${course.version}`,
      course.fingerprint,
    ].join(' · '),
  }
}

function moduleName(course: Course, module: Module): string {
  const say = words(course.language)
  return `${say.module} ${module.number}${say.colon}${module.title}`
}

// ---- one slide ----------------------------------------------------------------------------------------------------

interface Context {
  course: Course
  module: Module
  form: HandoutForm
}

function entry(drawn: DrawnSlide, context: Context): Element {
  const { section, position } = drawn
  const [picture, notes] = section.children.filter((child) => child.type === 'element')
  const said = notes ? withoutHeadings(notes.children) : []
  const marks = said.filter((child) => hasClass(child, 'cut-mark'))
  const rest = said.filter((child) => !hasClass(child, 'cut-mark'))
  const language = { lang: section.properties.lang, dir: section.properties.dir }
  return h('div.entry', { id: drawn.slide.id, dataSource: section.properties.dataSource }, [
    h('div.entry-head', [
      h('p.entry-number', String(position)),
      h(`h${levelOf(drawn)}.entry-title`, language, titleOf(drawn, context)),
      ...minutesOf(drawn, context.course, context.form.edition).map((fact) => h('p.entry-fact', fact)),
      ...marks,
    ]),
    h('div.drawn', language, picture ? withoutHeadings([picture]) : []),
    context.form.edition === 'facilitator' ? noted(rest, language) : ruled(handoutLayouts[context.form.size].lines),
  ])
}

/** The module, its blocks, their slides: the outline of the file. */
function levelOf({ slide }: DrawnSlide): 1 | 2 | 3 {
  if (slide.kind === 'title') return 1
  return slide.block === null || slide.kind === 'section' ? 2 : 3
}

function titleOf({ slide, section, position }: DrawnSlide, { course, module }: Context): string {
  const say = words(course.language)
  const title = String(section.properties.dataTitle ?? '')
  switch (slide.kind) {
    case 'title':
      return moduleName(course, module)
    case 'section':
      return slide.block.wrapUp ? `${say.wrapUp}${say.colon}${title}` : `${slide.block.number} ${title}`
    case 'activity': {
      const { part, parts } = slide.stretch
      return `${say.activity} ${slide.activity.number}${say.colon}${title}${parts > 1 ? ` (${part}/${parts})` : ''}`
    }
    default:
      return title || `${say.slide} ${position}`
  }
}

/** Notes of more lines than this are set smaller and, two a page, over the whole width in two columns. */
const LONG = 9
/** Columns of more lines than this together might not fit on a page, and Chromium loses lines of columns that a page parts: these notes stand in one. */
const ENDLESS = 64
/** Signs in a line of notes, two a page: under the slide, and in a column. */
const LINE = { whole: 85, column: 55 }

function noted(children: ElementContent[], language: Properties): Element {
  const long = linesIn(children, LINE.whole) > LONG
  const endless = linesIn(children, LINE.column) > ENDLESS || children.some(isTall)
  const length = [...(long ? ['entry-notes-long'] : []), ...(endless ? ['entry-notes-endless'] : [])]
  return h('div', { className: ['entry-notes', ...length], ...language }, children)
}

/** Drawings and tables have heights that no signs tell. */
function isTall(node: ElementContent): boolean {
  return node.type === 'element' && (/^(svg|img|table)$/.test(node.tagName) || node.children.some(isTall))
}

/** Lines that notes take, by estimate: each paragraph and each item begins one, and there is a third of a line after it. */
function linesIn(nodes: readonly ElementContent[], signs: number): number {
  return nodes.reduce((sum, node) => {
    if (node.type !== 'element') return sum
    const own = node.children.filter((child) => !isBlock(child)).map(textOf)
    const length = own.join('').trim().length
    return sum + linesIn(node.children.filter(isBlock), signs) + (length > 0 ? Math.ceil(length / signs) + 1 / 3 : 0)
  }, 0)
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && /^(p|ul|ol|li|div|blockquote|figure|table|thead|tbody|tr|td|th)$/.test(node.tagName)
}

function ruled(lines: number): Element {
  return h(
    'div.lines',
    { ariaHidden: 'true' },
    Array.from({ length: lines }, () => h('div.line')),
  )
}

/** The outline is the handout's own: a heading inside a slide or its notes is set as one and is none. */
function withoutHeadings(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const children = withoutHeadings(node.children)
    if (!/^h[1-6]$/.test(node.tagName)) return { ...node, children }
    const className = [node.properties.className ?? []].flat().filter((name) => typeof name === 'string')
    return { ...node, tagName: 'p', properties: { ...node.properties, className: [...className, 'inner-heading'] }, children }
  })
}
