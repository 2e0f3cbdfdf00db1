/**
 * The pages of the manual: home, one page per chapter of the front, per module and per block (wrap-ups included), per annex, glossary,
 * works cited, lists.
 * The same pages feed the site and the static editions; only addresses and layout differ.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Drawings, Edition, Language, Module, PageNumbers, Part, Place, Target } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { visible } from '../course/visible.ts'
import { everyModule } from '../course/walk.ts'
import { words } from '../course/words.ts'
import { homeBody, type LinkedPage } from './home-page.ts'
import { bibliographyBody, glossaryBody, listsBody, termId, workId } from './list-pages.ts'
import { blockBody, chapterBody, moduleBody, partBody } from './module-pages.ts'
import { headingsOf, levelHeadings, type PageHeading, wrapTables } from './page-headings.ts'
import { type KitFile, type ManualRendering, pieceToHast } from './pieces.ts'

export type { PageHeading } from './page-headings.ts'

export interface ManualPage {
  id: string
  /** An overview has the name of its part: `front`, `module`, `annexes`; `block` and `chapter` are what stands under one. */
  kind: 'home' | Part | 'block' | 'chapter' | 'glossary' | 'bibliography' | 'lists'
  /** Address from the language's folder: '' for home, else with a slash at the end: `planning/planning-horizons/`. */
  path: string
  /** "Module 1", "Block 1.2", "Annex A"; empty where the page has no number. */
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
  const plans = planPages(course, edition)
  const map: PageMap = { course, edition, options, plans, pathOf: new Map(plans.map(({ id, path }) => [id, path])) }
  return plans.map((plan, index) => writePage(plan, plans[index - 1], plans[index + 1], map))
}

/** `ManualPage.path` of every page of an edition, without writing them. */
export function pagePaths(course: Course, edition: Edition): string[] {
  return planPages(course, edition).map(({ path }) => path)
}

/** Glossary, works cited, lists: what belongs to no part of the course. */
export function isList({ kind }: Pick<ManualPage, 'kind'>): boolean {
  return kind === 'glossary' || kind === 'bibliography' || kind === 'lists'
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

function planPages(course: Course, edition: Edition): PagePlan[] {
  const say = words(course.language)
  const plain = { label: '', summary: '', parent: HOME, language: course.language, behind: false, place: null }
  return [
    { ...plain, id: HOME, kind: 'home', path: '', title: course.title, summary: course.subtitle, parent: null },
    ...everyModule(course).flatMap((module) => planPart(module, course, edition)),
    ...(course.glossary.length > 0
      ? [{ ...plain, id: 'glossary', kind: 'glossary' as const, path: 'glossary/', title: say.glossary }]
      : []),
    ...(course.bibliography.length > 0
      ? [{ ...plain, id: 'bibliography', kind: 'bibliography' as const, path: 'works-cited/', title: say.bibliography }]
      : []),
    { ...plain, id: 'lists', kind: 'lists', path: 'lists/', title: say.lists },
  ]
}

/** The overview and what stands under it. The front is its chapters: its overview has a page only where it says something. */
function planPart(module: Module, course: Course, edition: Edition): PagePlan[] {
  const shown = module.blocks.filter((block) => visible(block, edition))
  if (shown.length === 0 && module.blocks.length > 0) return []
  return [
    ...(module.part === 'front' && module.body.length === 0 ? [] : [planModule(module, course)]),
    ...shown.map((block) => planBlock(block, module, course)),
  ]
}

function planModule(module: Module, course: Course): PagePlan {
  return {
    id: module.id,
    kind: module.part,
    path: `${module.id}/`,
    label: labelBeside(module, course),
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
  return {
    id: block.id,
    kind: module.part === 'module' ? 'block' : 'chapter',
    path: `${module.id}/${block.id}/`,
    label: labelBeside(block, course),
    title: block.title,
    summary: '',
    parent: module.part === 'front' ? HOME : module.id,
    language: block.language,
    behind: block.behind.length > 0,
    place: block.place,
    module,
    block,
  }
}

/** "Module 1", "Annex A"; nothing where it would only say the title again. */
function labelBeside({ id, title }: Module | Block, course: Course): string {
  const label = course.targets.get(id)?.label ?? ''
  return label === title ? '' : label
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
  if (plan.block) return plan.kind === 'block' ? blockBody(plan.block, rendering) : chapterBody(plan.block, rendering)
  if (plan.module) return plan.kind === 'module' ? moduleBody(plan.module, rendering) : partBody(plan.module, rendering)
  if (plan.kind === 'glossary') return glossaryBody(rendering)
  if (plan.kind === 'bibliography') return bibliographyBody(rendering)
  if (plan.kind === 'lists') return listsBody(rendering)
  return homeBody(rendering, linkedPages(plan, map))
}

/** Glossary, works cited and lists, as linked from the home page. */
function linkedPages(from: PagePlan, map: PageMap): LinkedPage[] {
  const pageHref = map.options.pageHref ?? defaultHref
  return map.plans.filter(isList).map(({ path, title }) => ({ title, href: pageHref(from.path, path, null) }))
}
