/**
 * The training guideline as one print document. Page numbers come from outside: the press prints, reads the page of
 * every named destination and asks again (scripts/press-guideline.ts).
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Drawings, FrameworkItem, Module, PageNumbers } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import { everyModule } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { logoOnPaper } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { inColumns } from './guideline-columns.ts'
import { bibliography, contents, glossary, howToUse, lists, outline, termIndex, toValidate } from './guideline-lists.ts'
import { guidelinePiece, slideList } from './guideline-pieces.ts'
import { guidelineCss } from './guideline-styles.ts'
import { type FontFaces, type PageKind, printHtml } from './print-document.ts'
import { destinationLinks, idsIn, markTermUses, pagesAfterReferences, type TermUses, unlinkMissing } from './print-links.ts'

/** A part of the guideline with its own budget of pages: the front, a module, a list at the back. */
export interface GuidelinePart {
  /** Module id, or `front`, `annexes`, `to-validate`, `glossary`, `bibliography`, `index`. */
  id: string
  title: string
  /** Id of the first element, whose page is the first of the part; the front begins on page 1. */
  start: string
}

export interface GuidelineDraft {
  html: string
  parts: GuidelinePart[]
}

/** What stands on the pages that is not in the course: drawings, fonts, and the numbers of the last print. */
export interface GuidelineMeans {
  drawings: Drawings
  fontFaces: FontFaces
  /** Page of each id in the last print; empty for the first. */
  pages: PageNumbers
}

/** Course, drawings and page numbers -> the guideline as HTML and its parts in order. Pure. */
export function guideline(course: Course, means: GuidelineMeans): GuidelineDraft {
  const rendering = guidelineRendering(course, means)
  const modules = course.modules.map((module) => moduleSection(module, rendering))
  const chapters = course.front ? course.front.blocks.map((chapter) => chapterSection(chapter, rendering)) : []
  const annexes = course.annexes ? [annexSection(course.annexes, rendering)] : []
  const uses = markTermUses([...chapters, ...modules, ...annexes], course)
  const back = backParts(course, rendering, means.pages, uses)
  const front = [...frontParts(course, means.pages, idsIn([...modules, ...annexes])), ...chapters]
  const body: Element[] = [...front, ...modules, ...annexes, ...back.map(({ section }) => section)]
  unlinkMissing(body, idsIn(body))
  pagesAfterReferences(body, course, means.pages)
  const parts = [
    { id: 'front', title: words(course.language).printed.front, start: 'cover' },
    ...course.modules.map(({ id, title }) => ({ id, title: `${moduleLabel(course, id)} ${title}`, start: id })),
    ...(course.annexes ? [{ id: 'annexes', title: course.annexes.title, start: course.annexes.id }] : []),
    ...back.map(({ id, title }) => ({ id, title, start: id })),
  ]
  return {
    parts,
    html: printHtml({
      title: guidelineTitle(course),
      language: course.language,
      direction: course.direction,
      look: lookOf(course.look),
      fontFaces: means.fontFaces,
      styles:
        guidelineCss +
        everyModule(course)
          .map(({ id }) => `.module-${id} { page: module-${id} }`)
          .join('\n'),
      pages: pageKinds(course),
      body: [...body, destinationLinks(body, course)],
    }),
  }
}

/** "Skills Mobility Partnerships: training guideline" */
export function guidelineTitle(course: Course): string {
  return words(course.language).printed.fullTitle(course.title)
}

/** How the text of the guideline is set; links lead to places in the same document. */
export function guidelineRendering(course: Course, { drawings, pages }: GuidelineMeans): Rendering {
  return {
    course,
    edition: 'facilitator',
    medium: 'print',
    drawings,
    pages,
    href: ({ id }) => `#${id}`,
    termHref: ({ id }) => `#term-${id}`,
    citationHref: (key) => `#ref-${key}`,
    piece: guidelinePiece,
    headingShift: 1,
  }
}

// ---- pages --------------------------------------------------------------------------------------------------------

function pageKinds(course: Course): PageKind[] {
  const say = words(course.language)
  const foot = `${course.title} · ${say.guideline} ${course.version}`
  const kind = (name: string, start: string, end = course.title): PageKind => ({ name, head: { start, end }, foot })
  return [
    kind('', say.guideline),
    { name: 'cover', margin: '0' },
    { name: 'imprint', foot },
    ...course.modules.map(({ id, title }) => kind(`module-${id}`, `${moduleLabel(course, id)}  ${title}`)),
    ...(course.annexes ? [kind(`module-${course.annexes.id}`, course.annexes.title)] : []),
  ]
}

/** "Module 1" */
export function moduleLabel(course: Course, id: string): string {
  return course.targets.get(id)?.label ?? ''
}

// ---- front --------------------------------------------------------------------------------------------------------

function frontParts(course: Course, pages: PageNumbers, printed: ReadonlySet<string>): Element[] {
  return [cover(course), imprint(course), contents(course, pages), howToUse(course), lists(course, pages, printed), outline(course, pages)]
}

/** Typographic: the title on ink, the modules as its subtitle, the facts of the edition at the foot. */
function cover(course: Course): Element {
  const say = words(course.language)
  return h('section', { id: 'cover', className: 'cover' }, [
    h('div', { className: 'cover-ink' }, [
      h('p', { className: 'cover-publisher' }, course.publisher),
      h('p', { className: 'cover-title' }, course.title),
      ...(course.subtitle ? [h('p', { className: 'cover-subtitle' }, course.subtitle)] : []),
      h('p', { className: 'cover-kind' }, say.guideline),
    ]),
    h('div', { className: 'cover-paper' }, [
      h(
        'ol',
        { className: 'cover-modules' },
        course.modules.map(({ number, title }) => h('li', [h('b', String(number)), ` ${title}`])),
      ),
      h('p', { className: 'cover-foot' }, [
        ...logoOnPaper(lookOf(course.look).logo),
        h('span', `${say.version} ${course.version}`),
        h('span', course.audience),
      ]),
    ]),
  ])
}

function imprint(course: Course): Element {
  const say = words(course.language)
  const line = (name: string, text: string) => (text ? [h('dt', name), h('dd', text)] : [])
  return h('section', { id: 'imprint', className: 'imprint' }, [
    h('h1', say.imprint),
    h('p', { className: 'imprint-title' }, guidelineTitle(course)),
    h('dl', [
      ...line(say.publisher, course.publisher),
      ...line(say.version, `${course.version} (${course.fingerprint})`),
      ...line(say.licence, course.licence),
      ...line(say.typefaces, typefaces(course)),
      ...line(say.printed.forWhom, course.audience),
    ]),
    ...paragraphs(course.imprint),
    ...paragraphs(course.disclaimer),
  ])
}

/** Fonts of the course and the terms under which they may be used: "Calluna (SIL Open Font Licence)". */
function typefaces({ look, language }: Course): string {
  const named = [look?.fonts.text, look?.fonts.display].flatMap((font) => (font?.licence ? [`${font.name} (${font.licence})`] : []))
  return [...new Set(named)].join(words(language).comma)
}

function paragraphs(text: string): Element[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => h('p', paragraph.trim()))
}

// ---- modules ------------------------------------------------------------------------------------------------------

/** The chapter of a module: its opener, its own text and its blocks. */
export function moduleSection(module: Module, rendering: Rendering): Element {
  return h('article', { className: ['module', `module-${module.id}`], lang: languageOf(module, rendering.course) }, [
    opener(module, rendering),
    ...translationNote(module, rendering.course),
    h('div', { className: ['flesh', 'overview'] }, inColumns(fleshToHast(module.body, rendering))),
    ...module.blocks.map((block) => blockSection(block, rendering)),
  ])
}

function opener(module: Module, { course, pages }: Rendering): Element {
  const say = words(course.language)
  const minutes = module.blocks.reduce((sum, block) => sum + (block.minutes?.full ?? 0), 0)
  const covered = course.framework?.items.filter(({ id }) => module.covers.includes(id)) ?? []
  return h('header', { id: module.id, className: 'opener' }, [
    h('div', { className: 'opener-ink' }, [
      h('p', { className: 'opener-number', ariaHidden: 'true' }, String(module.number)),
      h('h1', [h('span', { className: 'opener-label' }, moduleLabel(course, module.id)), ' ', module.title]),
      h('p', { className: 'opener-summary' }, module.summary),
    ]),
    h('div', { className: 'opener-paper' }, [
      h('div', { className: 'opener-objectives' }, [
        h('p', { className: 'part' }, say.printed.afterwards),
        h(
          'ul',
          module.objectives.map(({ text }) => h('li', text)),
        ),
        ...(covered.length === 0
          ? []
          : [
              h('p', { className: 'part' }, course.framework?.title ?? ''),
              h(
                'ul',
                coveredLines(covered, course).map((line) => h('li', line)),
              ),
            ]),
      ]),
      h('div', { className: 'opener-blocks' }, [
        h('p', { className: 'part' }, minutes > 0 ? say.printed.blocksIn(say.printed.duration(minutes)) : say.block),
        h(
          'ol',
          module.blocks.map((block) => openerBlock(block, course, pages)),
        ),
      ]),
    ]),
  ])
}

/** One line an item; the numbers alone in one line where a module covers many. */
function coveredLines(covered: readonly FrameworkItem[], course: Course): string[] {
  const items = course.framework?.items ?? []
  if (covered.length <= MANY_COVERED) return covered.map((item) => `${course.targets.get(item.id)?.label ?? ''}: ${item.title}`)
  return [`${course.framework?.item ?? ''} ${covered.map((item) => items.indexOf(item) + 1).join(words(course.language).comma)}`]
}

const MANY_COVERED = 3

function openerBlock(block: Block, course: Course, pages: PageNumbers | undefined): Element {
  const say = words(course.language)
  return h('li', [
    h('a', { href: `#${block.id}` }, [
      h('b', block.wrapUp ? '' : block.number),
      h('span', block.title),
      h('span', { className: 'soft' }, block.minutes ? say.minutes(block.minutes.full) : ''),
      h('span', { className: 'soft' }, say.pageShort(pages?.get(block.id) ?? 0)),
    ]),
  ])
}

function blockSection(block: Block, rendering: Rendering): Element {
  const { course } = rendering
  const say = words(course.language)
  const minutes = block.minutes
  const times = minutes
    ? [say.minutes(minutes.full), ...(minutes.short === minutes.full ? [] : [say.printed.shortForm(minutes.short)])]
    : []
  return h('section', { id: block.id, className: ['block', ...(block.wrapUp ? ['block-wrap-up'] : [])], lang: languageOf(block, course) }, [
    h('header', { className: 'block-head' }, [
      h('div', [
        h('h2', [...(block.wrapUp ? [] : [h('span', { className: 'block-number' }, block.number), ' ']), block.title]),
        h(
          'p',
          { className: 'facts' },
          times.map((time) => h('span', time)),
        ),
      ]),
      h('div', { className: 'block-objectives' }, [
        h('p', { className: 'part' }, say.objectives),
        h(
          'ul',
          block.objectives.map(({ text }) => h('li', text)),
        ),
      ]),
    ]),
    ...translationNote(block, course),
    h('div', { className: 'flesh' }, inColumns(fleshToHast(block.body, rendering))),
    ...slideList(block, course),
  ])
}

// ---- front and annexes --------------------------------------------------------------------------------------------

/** A chapter of the front, such as the methodology. */
function chapterSection(chapter: Block, rendering: Rendering): Element {
  return h('section', { id: chapter.id, className: 'matter', lang: languageOf(chapter, rendering.course) }, [
    h('h1', { className: 'part-title' }, chapter.title),
    ...translationNote(chapter, rendering.course),
    h('div', { className: 'flesh' }, inColumns(fleshToHast(chapter.body, rendering))),
  ])
}

/** The annexes one after the other; the first page carries what the author says of them all. */
function annexSection(annexes: Module, rendering: Rendering): Element {
  const { course } = rendering
  return h('article', { id: annexes.id, className: ['annexes', `module-${annexes.id}`], lang: languageOf(annexes, course) }, [
    h('h1', { className: 'part-title' }, annexes.title),
    h('div', { className: ['flesh', 'overview'] }, inColumns(fleshToHast(annexes.body, rendering))),
    ...annexes.blocks.map((annex) =>
      h('section', { id: annex.id, className: 'annex', lang: languageOf(annex, course) }, [
        h('h2', [h('span', { className: 'annex-label' }, course.targets.get(annex.id)?.label ?? ''), ' ', annex.title]),
        ...translationNote(annex, course),
        h('div', { className: 'flesh' }, inColumns(fleshToHast(annex.body, rendering))),
      ]),
    ),
  ])
}

/** Says where a text is not translated, or where its translation is older than its source. */
function translationNote(written: { language: string; behind: string[] }, course: Course): Element[] {
  const say = words(course.language)
  const note = written.language !== course.language ? say.fallback : written.behind.length > 0 ? say.behind : ''
  return note === '' ? [] : [h('p', { className: 'edition-note', lang: course.language, dir: course.direction }, note)]
}

function languageOf(written: { language: string }, course: Course): string | undefined {
  return written.language === course.language ? undefined : written.language
}

// ---- back ---------------------------------------------------------------------------------------------------------

function backParts(course: Course, rendering: Rendering, pages: PageNumbers, uses: TermUses) {
  const say = words(course.language)
  return [
    { id: 'to-validate', title: say.toValidate, section: toValidate(course, rendering) },
    { id: 'glossary', title: say.glossary, section: glossary(course, rendering) },
    { id: 'bibliography', title: say.bibliography, section: bibliography(course) },
    { id: 'index', title: say.index, section: termIndex(course, pages, uses) },
  ].flatMap(({ id, title, section }) => (section ? [{ id, title, section }] : []))
}
