/**
 * A module in one print, for a trainer who teaches nothing else: its chapter as in the guideline, behind it pages that stay empty here.
 * The ring lays finished pages (worksheets, the handout) on them; they carry the heading, destination and number of what they will show.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Course, Drawings, Module, PageNumbers } from '../course/course.ts'
import { words } from '../course/words.ts'
import { logoOnPaper } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { guidelineRendering, moduleLabel, moduleSection } from './guideline.ts'
import { bibliography, row } from './guideline-lists.ts'
import { guidelineCss } from './guideline-styles.ts'
import { type FontFaces, printHtml } from './print-document.ts'
import { destinationLinks, idsIn, keysCited, pagesAfterReferences, unlinkMissing } from './print-links.ts'

/** Something finished that stands behind the chapter. */
export interface AddedPart {
  id: string
  /** "Worksheet 1.2"; empty for what has none. */
  label: string
  title: string
  pages: number
}

export interface ModulePrintMeans {
  drawings: Drawings
  fontFaces: FontFaces
  /** Page of each id in the last print; empty for the first. */
  pages: PageNumbers
  /** In the order of the print. */
  added: readonly AddedPart[]
}

/** Course, module and page numbers -> its print as HTML. Pure. */
export function modulePrint(course: Course, module: Module, means: ModulePrintMeans): string {
  const { drawings, fontFaces, pages } = means
  const rendering = guidelineRendering(course, { drawings, fontFaces, pages })
  const chapter = [moduleSection(module, { ...rendering, termHref: () => null })]
  const works = worksCited(course, module, chapter)
  const body = [cover(course, module, means, works !== null), ...chapter, ...(works ? [works] : [])]
  const papers = addedPages(course, module, means)
  unlinkMissing(body, idsIn([...body, ...papers]))
  pagesAfterReferences([...chapter, ...(works ? [works] : [])], course, pages)
  const say = words(course.language)
  return printHtml({
    title: modulePrintTitle(course, module),
    language: course.language,
    direction: course.direction,
    look: lookOf(course.look),
    fontFaces,
    styles: `${guidelineCss}.module-${module.id} { page: module-${module.id} }\n${modulePrintCss}`,
    pages: [
      { name: 'cover', margin: '0' },
      { name: 'added', margin: '5mm 16mm 0' },
      {
        name: `module-${module.id}`,
        head: { start: `${moduleLabel(course, module.id)}  ${module.title}`, end: course.title },
        foot: `${course.title} · ${say.modulePrint.title} · ${say.version} ${course.version}`,
      },
    ],
    body: [...body, ...papers, destinationLinks(body, course)],
  })
}

/** "Skills Mobility Partnerships: Module 1 Long- and mid-term planning" */
export function modulePrintTitle(course: Course, module: Module): string {
  return `${course.title}${words(course.language).colon}${moduleLabel(course, module.id)} ${module.title}`
}

/** The module on ink, below it what the file holds. */
function cover(course: Course, module: Module, means: ModulePrintMeans, cites: boolean): Element {
  const say = words(course.language)
  return h('section', { id: 'cover', className: 'cover' }, [
    h('div', { className: 'cover-ink' }, [
      h('p', { className: 'cover-publisher' }, course.title),
      h('p', { className: 'cover-title' }, [h('span', { className: 'cover-label' }, moduleLabel(course, module.id)), ' ', module.title]),
      h('p', { className: 'cover-kind' }, say.modulePrint.title),
    ]),
    h('div', { className: 'cover-paper' }, [
      h('p', { className: 'cover-lead' }, say.modulePrint.lead),
      contents(course, module, means, cites),
      h('p', { className: 'cover-foot' }, [
        ...logoOnPaper(lookOf(course.look).logo),
        h('span', `${say.version} ${course.version}`),
        h('span', course.publisher),
      ]),
    ]),
  ])
}

function contents(course: Course, module: Module, { pages, added }: ModulePrintMeans, cites: boolean): Element {
  const say = words(course.language)
  const line = (id: string, number: string, title: string) => h('li', [row(`#${id}`, number, title, pages.get(id))])
  return h('ol', { className: 'toc' }, [
    h('li', { className: 'toc-module' }, [
      row(`#${module.id}`, String(module.number), module.title, pages.get(module.id)),
      h('ol', [
        ...module.blocks.map((block) => line(block.id, block.wrapUp ? '' : block.number, block.title)),
        ...(cites ? [line('bibliography', '', say.bibliography)] : []),
      ]),
    ]),
    ...added.map(({ id, label, title }) =>
      h('li', { className: 'toc-part' }, [row(`#${id}`, '', label === '' ? title : `${label} ${title}`, pages.get(id))]),
    ),
  ])
}

/** The works that the chapter cites; null where it cites none. */
function worksCited(course: Course, { id }: Module, chapter: readonly Element[]): Element | null {
  const { keys, text } = keysCited(chapter)
  const section = bibliography({
    ...course,
    bibliography: course.bibliography.filter(({ key }) => keys.has(key)),
    abbreviations: new Map([...course.abbreviations].filter(([, short]) => text.includes(short))),
  })
  if (section) section.properties.className = ['matter', 'matter-flow', `module-${id}`]
  return section
}

/** One empty page for each page that is added, with what it belongs to and its number in one line at its head. */
function addedPages(course: Course, module: Module, { pages, added }: ModulePrintMeans): Element[] {
  const say = words(course.language)
  const all = added.reduce((sum, part) => sum + part.pages, 0)
  const last = (pages.get(added[0]?.id ?? '') ?? 1) - 1 + all
  return added.flatMap((part) => {
    const first = pages.get(part.id) ?? 0
    const name = part.label === '' ? part.title : `${part.label} ${part.title}`
    return Array.from({ length: part.pages }, (_, index) =>
      h('section', { ...(index === 0 ? { id: part.id } : {}), className: 'added' }, [
        index === 0 ? h('h1', name) : h('p', name),
        h('p', `${moduleLabel(course, module.id)} · ${say.printed.pageOfPages(String(first + index), String(last))}`),
      ]),
    )
  })
}

const modulePrintCss = `
/* what is laid below an added page must show through */
html, body { background: none; }
.cover { block-size: 296.5mm; }
.cover .cover-title { font-size: 38pt; line-height: 1.06; }
.cover-label { display: block; font-family: var(--font-display); font-size: 15pt; line-height: 1.3; letter-spacing: 0; margin-block-end: 3mm; }
.cover-lead { font-size: 10.5pt; line-height: 1.4; max-inline-size: 142mm; margin: 0 0 6mm; }
.cover .toc { columns: 2; column-gap: 8mm; font-size: 9pt; line-height: 1.28; margin-block-end: 9mm; color: var(--colour-text); }
.cover .toc-module { break-inside: avoid; padding-block: 0.5mm 2mm; }
.cover .toc-module > .toc-row { font-size: 10pt; }
.cover .toc-part .toc-row { grid-template-columns: 1fr auto; padding-block: 0.75mm; }
.cover .toc-part .toc-number { display: none; }
.module { break-before: auto; }
.short-names { break-after: avoid; }
.works > li { font-size: 7.3pt; line-height: 1.22; margin-block-end: 1mm; }
.added { page: added; break-before: page; block-size: 250mm; overflow: hidden; display: flex; justify-content: space-between; gap: 10mm; font-family: var(--font-display); font-size: 6.5pt; line-height: 1.2; color: var(--colour-text-soft); }
.added > * { font: inherit; color: inherit; margin: 0; white-space: nowrap; }
`
