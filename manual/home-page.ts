/** The manual's home page: the course in facts, its files, its modules, its framework, its agendas. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Module } from '../course/course.ts'
import { words } from '../course/words.ts'
import { agendaTable } from './agenda-tables.ts'
import { BLANK_FORMS } from './event-kit/forms.ts'
import { chapterList, slideLinks } from './module-pages.ts'
import { factStrip, hrefOfId, minutesOfModule, paragraphs, seen, sum } from './page-parts.ts'
import { foreign, list } from './piece-parts.ts'
import { frameworkToHast, type KitFile, type ManualRendering } from './pieces.ts'

/** A page that belongs to no module. */
export interface LinkedPage {
  title: string
  href: string
}

/** What stands under the title of the home page; `others` are linked at its end. */
export function homeBody(rendering: ManualRendering, others: readonly LinkedPage[]): ElementContent[] {
  const { course, edition } = rendering
  const say = words(course.language)
  return [
    ...paragraphs(course.subtitle ? [course.subtitle] : [], 'lead'),
    ...paragraphs(course.audience ? [course.audience] : [], 'quiet'),
    factStrip([
      [say.modules, String(course.modules.length)],
      [say.time, say.printed.duration(sum(course.modules.map(minutesOfModule)))],
      [say.languages, course.languages.map((language) => words(language).languageName).join(say.comma)],
      [say.version, `${course.version} (${course.fingerprint})`],
    ]),
    ...(edition === 'facilitator' ? filesOfCourse(rendering) : []),
    ...chaptersOf(course.front, 'home-front', rendering),
    h('h2', { id: 'home-modules' }, say.modules),
    h(
      'ol',
      { className: 'module-list', role: 'list' },
      course.modules.map((module) =>
        h('li', [
          h('span', { className: 'module-number', ariaHidden: 'true' }, String(module.number)),
          h('div', [
            h('a', { href: hrefOfId(module.id, rendering), className: 'module-link', ...foreign(module.language, course) }, module.title),
            ...(module.summary ? [h('p', foreign(module.language, course), module.summary)] : []),
            h('p', { className: 'quiet' }, [
              `${say.blocks}${say.colon}${module.blocks.length} · ${say.printed.duration(minutesOfModule(module))}`,
            ]),
            ...moduleFiles(module, rendering),
          ]),
        ]),
      ),
    ),
    ...(course.framework ? [h('h2', { id: `framework-${course.framework.id}` }, course.framework.title), frameworkToHast(rendering)] : []),
    ...(edition === 'facilitator' ? agendas(rendering) : []),
    ...chaptersOf(course.annexes, 'home-annexes', rendering),
    h('h2', { id: 'home-more' }, say.more),
    h(
      'ul',
      others.map(({ title, href }) => h('li', h('a', { href }, title))),
    ),
    h('h2', { id: 'home-imprint' }, say.imprint),
    ...paragraphs([course.imprint, course.disclaimer, course.licence].filter(Boolean), 'quiet'),
  ]
}

/** The chapters of the front or the annexes under their title; nothing where the edition has none. */
function chaptersOf(part: Module | null, id: string, rendering: ManualRendering): ElementContent[] {
  const chapters = part ? chapterList(part, rendering) : []
  return part === null || chapters.length === 0
    ? []
    : [h('h2', { id, ...foreign(part.language, rendering.course) }, part.title), ...chapters]
}

/** The module's slides and worksheets, on paper and on screen, where the edition brings them. */
function moduleFiles(module: Module, rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  return [
    ...fileLine(say.slides, slideLinks(module, rendering), rendering),
    ...fileLine(say.worksheetPdf, sheetLinks(module, 'a4', rendering), rendering),
    ...fileLine(say.worksheetHtml, sheetLinks(module, 'html', rendering), rendering),
  ]
}

function fileLine(name: string, links: readonly ElementContent[], { course }: ManualRendering): ElementContent[] {
  if (links.length === 0) return []
  const { colon } = words(course.language)
  return [h('p', { className: 'module-files' }, [h('span', { className: 'quiet' }, `${name}${colon}`), ...list(links)])]
}

/** "Worksheet 1.1 · 1.2 · 1.3": the word once, for a screen reader with every number. */
function sheetLinks(module: Module, form: 'a4' | 'html', rendering: ManualRendering): ElementContent[] {
  const { course, edition, file } = rendering
  const sheets = seen(
    module.blocks.flatMap(({ worksheets }) => worksheets),
    edition,
  )
  const word = words(course.language).worksheet
  return sheets
    .flatMap((worksheet) => {
      const href = file?.({ kind: 'worksheet', id: worksheet.id, form })
      return href ? [{ href, title: worksheet.title, label: course.targets.get(worksheet.id)?.label ?? worksheet.title }] : []
    })
    .map(({ href, title, label }, index) =>
      h('a', { href, title, ariaLabel: index === 0 ? undefined : label }, index === 0 ? label : label.replace(word, '').trim()),
    )
}

function filesOfCourse(rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  const files: [KitFile, string][] = [
    [{ kind: 'guideline' }, say.guideline],
    ...rendering.course.agendas.map(({ id, title }): [KitFile, string] => [
      { kind: 'run-sheet', agenda: id },
      `${say.runSheet}${say.colon}${title}`,
    ]),
    [{ kind: 'contingency-plan' }, say.contingencyPlan],
    ...BLANK_FORMS.map((form): [KitFile, string] => [
      { kind: 'event-kit', form },
      `${say.eventKit.title}${say.colon}${say.eventKit.forms[form]}`,
    ]),
  ]
  const links = files.flatMap(([file, name]) => {
    const href = rendering.file?.(file)
    return href ? [h('li', h('a', { href }, `${name} (PDF)`))] : []
  })
  return links.length === 0 ? [] : [h('h2', { id: 'home-files' }, say.filesOfCourse), h('ul', links)]
}

function agendas(rendering: ManualRendering): ElementContent[] {
  const say = words(rendering.course.language)
  return rendering.course.agendas.flatMap((agenda) => [
    h('h2', { id: `agenda-${agenda.id}` }, `${say.agenda}${say.colon}${agenda.title}`),
    ...agendaTable(agenda, rendering),
  ])
}
