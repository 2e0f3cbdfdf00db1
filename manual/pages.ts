/**
 * The pages of the manual: home, one page per module and per block (wrap-ups included), glossary, works cited, lists.
 * The same pages feed the site and the static editions; only addresses and layout differ.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Drawings, Edition, Language, Module, PageNumbers, Place, Target } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { homeBody, type LinkedPage } from './home-page.ts'
import { bibliographyBody, glossaryBody, listsBody, termId, workId } from './list-pages.ts'
import { blockBody, moduleBody } from './module-pages.ts'
import { headingsOf, levelHeadings, type PageHeading, wrapTables } from './page-headings.ts'
import { type KitFile, type ManualRendering, pieceToHast } from './pieces.ts'

export type { PageHeading } from './page-headings.ts'

export interface ManualPage {
  id: string
  kind: 'home' | 'module' | 'block' | 'glossary' | 'bibliography' | 'lists'
  /** Address from the language's folder: '' for home, else with a slash at the end: `planning/planning-horizons/`. */
  path: string
  /** "Module 1", "Block 1.2"; empty where the page has no number. */
  label: string
  title: string
  /** One sentence about the page, empty where there is none. */
  summary: string
  /** Ids of pages: the one above, the one before and after in reading order. */
  parent: string | null
  previous: string | null
  next: string | null
  edition: Edition
  /** Language the text is really in; `fallback` where that is not the language of the edition. */
  language: Language
  direction: 'ltr' | 'rtl'
  fallback: boolean
  /** Some of the page's text was translated from an older source. */
  behind: boolean
  place: Place | null
  headings: PageHeading[]
  /** What stands under the h1 (which the layout writes from `label` and `title`). */
  content: ElementContent[]
  /** The same as HTML. */
  html: string
}

export interface PageOptions {
  drawings: Drawings
  /** Pages of the guideline, for `:page[]`. */
  pages?: PageNumbers
  /** Address of a place on page `to` as seen from page `from` (both `ManualPage.path`); relative folders by default. */
  pageHref?(from: string, to: string, anchor: string | null): string
  /** Address of a file of the kit as seen from page `from`; null where this edition does not bring it. */
  fileHref?(from: string, file: KitFile): string | null
}

/** All pages of an edition in reading order. A participant edition holds nothing that only facilitators may see. */
export function manualPages(course: Course, edition: Edition, options: PageOptions): ManualPage[] {
  const plans = planPages(course)
  const map: PageMap = { course, edition, options, plans, pathOf: new Map(plans.map(({ id, path }) => [id, path])) }
  return plans.map((plan, index) => writePage(plan, plans[index - 1], plans[index + 1], map))
}

/** `ManualPage.path` of every page of a course, without writing them. */
export function pagePaths(course: Course): string[] {
  return planPages(course).map(({ path }) => path)
}

/** Address of one folder as seen from another, both relative to the same root: `planning/x/`, `glossary/` -> `../../glossary/`. */
export function relativeFolder(from: string, to: string): string {
  const source = from.split('/').filter(Boolean)
  const target = to.split('/').filter(Boolean)
  let common = 0
  while (common < source.length && source[common] === target[common]) common++
  const steps = [...source.slice(common).map(() => '..'), ...target.slice(common)]
  return steps.length === 0 ? './' : `${steps.join('/')}/`
}

// ---- plan ---------------------------------------------------------------------------------------------------------

interface PagePlan {
  id: string
  kind: ManualPage['kind']
  path: string
  label: string
  title: string
  summary: string
  parent: string | null
  language: Language
  behind: boolean
  place: Place | null
  module?: Module
  block?: Block
}

interface PageMap {
  course: Course
  edition: Edition
  options: PageOptions
  plans: readonly PagePlan[]
  /** Path by page id. */
  pathOf: Map<string, string>
}

const HOME = 'home'

function planPages(course: Course): PagePlan[] {
  const say = words(course.language)
  const plain = { label: '', summary: '', parent: HOME, language: course.language, behind: false, place: null }
  return [
    { ...plain, id: HOME, kind: 'home', path: '', title: course.title, summary: course.subtitle, parent: null },
    ...course.modules.flatMap((module) => [planModule(module, course), ...module.blocks.map((block) => planBlock(block, module, course))]),
    ...(course.glossary.length > 0
      ? [{ ...plain, id: 'glossary', kind: 'glossary' as const, path: 'glossary/', title: say.glossary }]
      : []),
    ...(course.bibliography.length > 0
      ? [{ ...plain, id: 'bibliography', kind: 'bibliography' as const, path: 'works-cited/', title: say.bibliography }]
      : []),
    { ...plain, id: 'lists', kind: 'lists', path: 'lists/', title: say.lists },
  ]
}

function planModule(module: Module, course: Course): PagePlan {
  return {
    id: module.id,
    kind: 'module',
    path: `${module.id}/`,
    label: course.targets.get(module.id)?.label ?? '',
    title: module.title,
    summary: module.summary,
    parent: HOME,
    language: module.language,
    behind: module.behind.length > 0,
    place: module.place,
    module,
  }
}

function planBlock(block: Block, module: Module, course: Course): PagePlan {
  const label = course.targets.get(block.id)?.label ?? ''
  return {
    id: block.id,
    kind: 'block',
    path: `${module.id}/${block.id}/`,
    label: label === block.title ? '' : label,
    title: block.title,
    summary: '',
    parent: module.id,
    language: block.language,
    behind: block.behind.length > 0,
    place: block.place,
    module,
    block,
  }
}

// ---- one page -----------------------------------------------------------------------------------------------------

function writePage(plan: PagePlan, before: PagePlan | undefined, after: PagePlan | undefined, map: PageMap): ManualPage {
  const { course, edition } = map
  const rendering = renderingFor(plan, map)
  const fallback = plan.language !== course.language
  const content = [...notesAboutText(plan, fallback, course), ...body(plan, rendering, map)]
  levelHeadings(content)
  wrapTables(content, words(course.language).table)
  return {
    id: plan.id,
    kind: plan.kind,
    path: plan.path,
    label: plan.label,
    title: plan.title,
    summary: plan.summary,
    parent: plan.parent,
    previous: before?.id ?? null,
    next: after?.id ?? null,
    edition,
    language: plan.language,
    direction: course.direction,
    fallback,
    behind: plan.behind,
    place: plan.place,
    headings: headingsOf(content),
    content,
    html: toHtml(content),
  }
}

function renderingFor(plan: PagePlan, map: PageMap): ManualRendering {
  const { course, edition, options } = map
  const pageHref = options.pageHref ?? defaultHref
  const to = (page: string, anchor: string | null): string | null => {
    if (page === plan.id) return anchor ? `#${anchor}` : '#'
    const path = map.pathOf.get(page)
    return path === undefined ? null : pageHref(plan.path, path, anchor)
  }
  return {
    course,
    edition,
    medium: 'screen',
    drawings: options.drawings,
    ...(options.pages ? { pages: options.pages } : {}),
    headingShift: 0,
    href: (target) => hrefOf(target, edition, to),
    termHref: (term) => to('glossary', termId(term.id)),
    citationHref: (key) => to('bibliography', workId(key)),
    piece: pieceToHast,
    file: (file) => options.fileHref?.(plan.path, file) ?? null,
    language: plan.language,
  }
}

function hrefOf(target: Target, edition: Edition, to: (page: string, anchor: string | null) => string | null): string | null {
  if (target.audience === 'facilitator' && edition !== 'facilitator') return null
  const page = target.block ?? target.module
  if (target.kind === 'framework' || page === null) return to(HOME, target.id)
  if (target.kind === 'slide' && edition !== 'facilitator') return null
  return to(page, target.id === page ? null : target.id)
}

function defaultHref(from: string, to: string, anchor: string | null): string {
  return `${relativeFolder(from, to)}${anchor ? `#${anchor}` : ''}`
}

function notesAboutText(plan: PagePlan, fallback: boolean, course: Course): ElementContent[] {
  const say = words(course.language)
  return [
    ...(fallback ? [h('p', { className: ['edition-note', 'fallback-note'] }, say.fallback)] : []),
    ...(plan.behind ? [h('p', { className: ['edition-note', 'behind-note'] }, say.behindPage)] : []),
  ]
}

function body(plan: PagePlan, rendering: ManualRendering, map: PageMap): ElementContent[] {
  if (plan.block) return blockBody(plan.block, rendering)
  if (plan.module) return moduleBody(plan.module, rendering)
  if (plan.kind === 'glossary') return glossaryBody(rendering)
  if (plan.kind === 'bibliography') return bibliographyBody(rendering)
  if (plan.kind === 'lists') return listsBody(rendering)
  return homeBody(rendering, linkedPages(plan, map))
}

/** Glossary, works cited and lists, as linked from the home page. */
function linkedPages(from: PagePlan, map: PageMap): LinkedPage[] {
  const pageHref = map.options.pageHref ?? defaultHref
  return map.plans
    .filter(({ kind }) => kind === 'glossary' || kind === 'bibliography' || kind === 'lists')
    .map(({ path, title }) => ({ title, href: pageHref(from.path, path, null) }))
}
