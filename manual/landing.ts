/**
 * The start page of the kit, `dist/index.html`: everything the build made, by language and purpose. One file that opens
 * from disk; it is written from the receipt alone, so that it can link to nothing that is not there.
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Language, Module } from '../course/course.ts'
import { PAPERS, type Paper } from '../course/papers.ts'
import { toHtml } from '../course/to-html.ts'
import { everyModule } from '../course/walk.ts'
import { direction, type Words, words } from '../course/words.ts'
import { contentCss } from '../look/content.ts'
import { logoCss, logoOnCover } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { tokensCss } from '../look/tokens.ts'
import { BLANK_FORMS } from './event-kit/forms.ts'

/** An entry of `build.json`, as far as the start page reads it. */
export interface BuiltOutput {
  id: string
  kind: string
  lang: Language | null
  module: string | null
  audience: string
  /** From `dist/`. */
  path: string
  bytes: number
  pages: number | null
}

export interface Built {
  outputs: readonly BuiltOutput[]
  /** Guideline pages and cap by language. */
  guideline: Readonly<Record<Language, { pages: number; cap: number }>>
}

/**
 * The page as HTML. `courses` holds the course in each language, the source language first; `fontCss` its fonts,
 * embedded.
 */
export function landingPage(built: Built, courses: ReadonlyMap<Language, Course>, fontCss: string): string {
  const [first] = courses.values()
  if (!first) throw new Error('A start page needs a course in at least one language')
  const look = lookOf(first.look)
  const document = h('html', { lang: first.language, dir: first.direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', first.title),
      h(
        'style',
        [fontCss, tokensCss(look), contentCss, landingCss, look.logo ? coverLogoCss : '', logoCss(look.logo)].filter(Boolean).join('\n'),
      ),
    ]),
    h('body', [
      h('a', { className: 'skip', href: '#kit' }, words(first.language).skipToContent),
      cover(first, courses),
      h('main', { id: 'kit', tabIndex: -1 }, [
        ...siteSection(built, first),
        ...[...courses.values()].map((course) => languageSection(course, built, courses.size > 1)),
      ]),
      foot(first),
    ]),
  ])
  return `<!doctype html>\n${toHtml(document)}\n`
}

function cover(course: Course, courses: ReadonlyMap<Language, Course>): Element {
  const say = words(course.language)
  return h('header', { className: 'cover' }, [
    h('div', { className: 'cover-inner' }, [
      ...logoOnCover(lookOf(course.look)),
      h('p', { className: 'cover-kit' }, say.courseKit),
      h('h1', course.title),
      ...(course.subtitle ? [h('p', { className: 'cover-subtitle' }, course.subtitle)] : []),
      h('p', { className: 'cover-facts' }, [course.publisher, `${say.version} ${course.version}`].filter(Boolean).join(' · ')),
      ...(courses.size > 1
        ? [
            h('nav', { ariaLabel: say.languages }, [
              h(
                'ul',
                { role: 'list', className: 'cover-languages' },
                [...courses.keys()].map((language) =>
                  h('li', [h('a', { href: `#${language}`, lang: language, dir: 'auto' }, words(language).languageName)]),
                ),
              ),
            ]),
          ]
        : []),
    ]),
  ])
}

function siteSection(built: Built, course: Course): ElementContent[] {
  const site = built.outputs.find(({ kind }) => kind === 'site')
  if (!site) return []
  const say = words(course.language)
  return [
    h('section', { className: 'kit-site' }, [
      h('h2', say.manualSite),
      h('p', [say.manualSiteNeedsServer, ' ', h('code', 'npm run serve')]),
    ]),
  ]
}

function languageSection(course: Course, built: Built, several: boolean): Element {
  const say = words(course.language)
  const outputs = built.outputs.filter(({ lang }) => lang === course.language)
  const of = (kind: string, audience?: string) =>
    outputs.filter((output) => output.kind === kind && (audience === undefined || output.audience === audience))
  return h('section', { id: course.language, lang: course.language, dir: course.direction, className: 'kit-language' }, [
    ...(several ? [h('h2', { className: 'kit-language-name' }, say.languageName)] : []),
    h('div', { className: 'kit-columns' }, [
      ...group(several, say.facilitator, [
        ...of('guideline').map((output) => entry(output, say.guideline, guidelinePages(course, built, output, say), say)),
        ...of('run-sheet').map((output) =>
          entry(output, `${say.runSheet}${titleOfAgenda(output, course, say)}`, pagesOf(output, say), say),
        ),
        ...of('contingency-plan').map((output) => entry(output, say.contingencyPlan, pagesOf(output, say), say)),
        ...of('pack', 'facilitator').map((output) => packEntry(output, say.facilitatorPack, say)),
      ]),
      ...group(
        several,
        say.eventKit.title,
        of('event-kit').map((output) => entry(output, formName(output, say), pagesOf(output, say), say)),
      ),
      ...group(several, say.participant, [
        ...of('participant-pages').map((output) => pagesEntry(output, say)),
        ...of('pack', 'participant').map((output) => packEntry(output, say.participantPack, say)),
      ]),
    ]),
    ...moduleTable(course, outputs, several),
  ])
}

function group(deeper: boolean, name: string, entries: ElementContent[]): ElementContent[] {
  if (entries.length === 0) return []
  return [h('section', [h(deeper ? 'h3' : 'h2', name), h('ul', { role: 'list', className: 'kit-entries' }, entries)])]
}

function packEntry(output: BuiltOutput, name: string, say: Words): Element {
  const isText = output.path.endsWith('-text.zip')
  return entry(output, isText ? `${name}${say.colon}${say.text.edition}` : name, isText ? say.text.advice : say.packAdvice, say)
}

function pagesEntry(output: BuiltOutput, say: Words): Element {
  const folder = output.path.replace(/\/$/, '')
  const isText = folder.endsWith('/text')
  const name = isText ? `${say.participantEdition}${say.colon}${say.text.edition}` : say.participantEdition
  return entry({ ...output, path: `${folder}/index.html` }, name, isText ? say.text.advice : '', say)
}

function entry(output: BuiltOutput, name: string, remark: string, say: Words): Element {
  return h('li', [
    h('a', { href: output.path }, name),
    h('span', { className: 'kit-remark' }, [formOf(output), remark, say.bytes(output.bytes)].filter(Boolean).join(' · ')),
  ])
}

/** Slides and worksheets: a group of rows a module (the annexes are one), a row a worksheet, a column a form of it. */
function moduleTable(course: Course, outputs: readonly BuiltOutput[], deeper: boolean): ElementContent[] {
  const say = words(course.language)
  const groups = everyModule(course).flatMap((module) => moduleRows(module, course, outputs))
  if (groups.length === 0) return []
  return [
    h('section', [
      h(deeper ? 'h3' : 'h2', say.slidesAndWorksheets),
      h('div', { className: ['flesh', 'table-frame'], tabIndex: 0, role: 'group', ariaLabel: say.slidesAndWorksheets }, [
        h('table', { className: 'kit-sheets' }, [
          h('thead', [
            h(
              'tr',
              [say.worksheets, ...FORMS.map((form) => say[form])].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ]),
          ...groups,
        ]),
      ]),
    ]),
  ]
}

const FORMS = ['worksheetPdf', 'worksheetHtml', 'worksheetAnswers'] as const

function moduleRows(module: Module, course: Course, outputs: readonly BuiltOutput[]): Element[] {
  const say = words(course.language)
  const mine = outputs.filter((output) => output.module === module.id)
  const deck = mine.find(({ kind, audience }) => kind === 'deck' && audience !== 'participant')
  const sheets = module.blocks
    .flatMap(({ worksheets, language }) => worksheets.map((sheet) => ({ sheet, language })))
    .map(({ sheet, language }) => ({
      sheet,
      language,
      files: mine.filter(({ kind, path }) => kind.startsWith('worksheet') && baseName(path) === sheet.id).sort(byPaper),
    }))
    .filter(({ files }) => files.length > 0)
  const handouts = mine
    .filter(({ kind }) => kind === 'handout')
    .sort((a, b) => HANDOUTS.indexOf(handoutOf(a)) - HANDOUTS.indexOf(handoutOf(b)))
  const pptx = mine.find(({ kind }) => kind === 'pptx')
  if (!deck && !pptx && handouts.length === 0 && sheets.length === 0) return []
  return [
    h('tbody', [
      h('tr', [
        h('th', { scope: 'rowgroup', colSpan: 1 + FORMS.length, className: 'kit-module' }, [
          ...(module.part === 'module' ? [h('span', { className: 'kit-number' }, String(module.number)), ' '] : []),
          h('span', foreign(module.language, course), module.title),
          ...(deck ? [' ', h('a', { href: deck.path, className: 'kit-deck' }, say.openSlides)] : []),
          ...(pptx ? [' ', h('a', { href: pptx.path, className: 'kit-deck' }, `${say.powerPoint.edit} (PPTX)`)] : []),
          ...handouts.flatMap((file) => [' ', h('a', { href: file.path, className: 'kit-deck' }, handoutWords(file, say))]),
        ]),
      ]),
      ...sheets.map(({ sheet, language, files }) => {
        const label = course.targets.get(sheet.id)?.label ?? ''
        const name = `${label} ${sheet.title}`
        const mark = sheet.audience === 'facilitator' ? [' ', h('span', { className: 'kit-mark' }, say.facilitator)] : []
        const head = h('th', { scope: 'row', className: 'kit-sheet' }, [
          `${label} `,
          h('span', foreign(language, course), sheet.title),
          ...mark,
        ])
        return h('tr', [head, ...FORMS.map((form) => formCell(form, name, files, say))])
      }),
    ]),
  ]
}

const HANDOUTS = ['facilitator', 'participant', 'module'] as const

function handoutOf({ audience, path }: BuiltOutput): (typeof HANDOUTS)[number] {
  if (path.includes('/modules/')) return 'module'
  return audience === 'participant' ? 'participant' : 'facilitator'
}

function handoutWords(file: BuiltOutput, say: Words): string {
  const handout = handoutOf(file)
  return `${handout === 'module' ? say.modulePrint.title : say.handout[handout]} (PDF)`
}

/** `lang` and `dir` of a title that is not translated. */
function foreign(language: Language, course: Course): { lang?: Language; dir?: 'ltr' | 'rtl' } {
  return language === course.language ? {} : { lang: language, dir: direction(language) }
}

function formCell(form: (typeof FORMS)[number], name: string, files: readonly BuiltOutput[], say: Words): Element {
  const links = files
    .filter((file) => formOfWorksheet(file) === form)
    .map(({ path }) =>
      h(
        'a',
        {
          href: path,
          ...(paperOf(path) === 'a4' ? {} : { className: 'kit-paper' }),
          ariaLabel: `${fileWord(path, say)}${say.colon}${name}${say.comma}${say[form]}`,
        },
        fileWord(path, say),
      ),
    )
  return h('td', { dataForm: say[form] }, links)
}

/** What a worksheet's file is called in its cell: the A4 sheet is the PDF, other papers go by their names. */
function fileWord(path: string, say: Words): string {
  if (path.endsWith('.html')) return 'HTML'
  return { a4: 'PDF', letter: say.worksheetLetter, large: say.worksheetLarge }[paperOf(path)]
}

function paperOf(path: string): Paper {
  return PAPERS.find((paper) => path.endsWith(`.${paper}.pdf`)) ?? 'a4'
}

function byPaper(a: BuiltOutput, b: BuiltOutput): number {
  return PAPERS.indexOf(paperOf(a.path)) - PAPERS.indexOf(paperOf(b.path))
}

function formOfWorksheet({ kind, path }: BuiltOutput): (typeof FORMS)[number] {
  if (kind === 'worksheet-answers') return 'worksheetAnswers'
  return path.endsWith('.html') ? 'worksheetHtml' : 'worksheetPdf'
}

/** `en/worksheets/w-horizon.answers.pdf` -> `w-horizon` */
function baseName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\..*$/, '')
}

function formOf({ path }: BuiltOutput): string {
  return /\.(pdf|zip)$/.exec(path)?.[1]?.toUpperCase() ?? ''
}

function pagesOf(output: BuiltOutput, say: Words): string {
  return output.pages === null ? '' : say.pages(output.pages)
}

function guidelinePages(course: Course, built: Built, output: BuiltOutput, say: Words): string {
  const cap = built.guideline[course.language]?.cap
  return output.pages === null || cap === undefined ? pagesOf(output, say) : say.pagesOfCap(output.pages, cap)
}

function formName(output: BuiltOutput, say: Words): string {
  const form = BLANK_FORMS.find((one) => one === baseName(output.path))
  return form === undefined ? baseName(output.path) : say.eventKit.forms[form]
}

function titleOfAgenda(output: BuiltOutput, course: Course, say: Words): string {
  const agenda = course.agendas.find(({ id }) => id === baseName(output.path))
  return agenda ? `${say.colon}${agenda.title}` : ''
}

function foot(course: Course): Element {
  return h(
    'footer',
    { className: 'kit-foot' },
    [course.imprint, course.disclaimer, course.licence].filter(Boolean).map((text) => h('p', text)),
  )
}

const coverLogoCss = '.cover .logo { --logo: 3.5rem; margin-block-end: var(--space-5); }'

const landingCss = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--colour-page); color: var(--colour-text); font-family: var(--font-display); line-height: var(--leading-interface); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; }
a { color: var(--colour-accent); text-underline-offset: 0.18em; }
ul[role=list] { list-style: none; padding: 0; margin: 0; }
:focus-visible { outline: 3px solid var(--colour-mark); outline-offset: 1px; box-shadow: 0 0 0 5px var(--colour-on-mark); }
main:focus { outline: 0; }
.skip { position: absolute; inset-block-start: -6rem; inset-inline-start: 1rem; background: var(--colour-mark); color: var(--colour-on-mark); padding: var(--space-3) var(--space-4); font-weight: 600; }
.skip:focus { inset-block-start: 0; }
.cover { background: var(--colour-cover); color: var(--colour-on-cover); print-color-adjust: exact; }
.cover-inner, main, .kit-foot { max-inline-size: 68rem; margin-inline: auto; padding-inline: var(--space-5); }
.cover-inner { padding-block: var(--space-6) var(--space-6); }
.cover p { margin: 0; }
.cover-kit { font-weight: 600; }
.cover h1 { font-size: clamp(2.1rem, 1.2rem + 3.6vw, 3.75rem); font-weight: 700; line-height: 1.04; letter-spacing: -0.02em; margin: var(--space-3) 0 var(--space-4); max-inline-size: 18em; text-wrap: balance; }
.cover-subtitle { font-family: var(--font-text); font-size: var(--size-4); line-height: 1.4; max-inline-size: 34em; }
.cover .cover-facts { margin-block-start: var(--space-5); }
.cover-languages { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); margin-block-start: var(--space-3) !important; }
.cover a { color: inherit; }
main { padding-block: var(--space-6) var(--space-7); }
h2, h3 { color: var(--colour-brand); font-size: var(--size-4); line-height: 1.2; margin: 0 0 var(--space-3); }
.kit-language-name { font-size: var(--size-5); margin-block: 0 var(--space-5); padding-block-start: var(--space-3); border-block-start: 4px solid var(--colour-brand); }
.kit-language { margin-block-end: var(--space-7); scroll-margin-block-start: var(--space-4); }
.kit-columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: var(--space-5) var(--space-7); margin-block-end: var(--space-6); }
.kit-entries { border-block-end: 1px solid var(--colour-rule); }
.kit-entries > li { padding-block: var(--space-3); border-block-start: 1px solid var(--colour-rule); }
.kit-entries a { font-size: 1.125rem; font-weight: 600; }
.kit-remark { display: block; color: var(--colour-text-soft); font-size: var(--size-2); }
.kit-number { color: var(--colour-accent); display: inline-block; min-inline-size: 1.2rem; }
.kit-site { border: 1px solid var(--colour-rule); border-block-start: 4px solid var(--colour-accent); padding: var(--space-4) var(--space-5); margin-block-end: var(--space-6); }
.kit-site p { margin: 0; }
.flesh.table-frame { max-inline-size: none; }
.flesh.table-frame > table { max-inline-size: none; }
.kit-mark { color: var(--colour-text-soft); font-size: var(--size-1); margin-inline-start: var(--space-2); }
.kit-sheets tbody { border-block-start: 1px solid var(--colour-edge); }
.flesh .kit-sheets .kit-module { padding-block: var(--space-4) var(--space-2); font-size: 1.0625rem; }
.flesh .kit-sheets .kit-sheet { font-weight: 400; padding-inline-start: 1.6rem; }
@media (min-width: 44.01rem) { .flesh .kit-sheets :is(th, td):not(:first-child) { inline-size: 17%; } }
.kit-deck { margin-inline-start: var(--space-3); font-weight: 400; white-space: nowrap; }
.kit-sheets td a + a { margin-inline-start: var(--space-3); }
.kit-sheets .kit-paper { font-size: var(--size-1); white-space: nowrap; }
@media (max-width: 44rem) {
  .kit-sheets, .kit-sheets :is(tbody, tr, th, td) { display: block; }
  .kit-sheets thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .kit-sheets tr { display: flex; flex-wrap: wrap; column-gap: var(--space-5); padding-block: var(--space-2); border-block-end: 1px solid var(--colour-rule); }
  .flesh .kit-sheets :is(th, td) { inline-size: auto; padding: 0; border: 0; }
  .flesh .kit-sheets .kit-sheet { flex: 1 0 100%; padding: 0 0 var(--space-1); }
  .flesh .kit-sheets .kit-module { flex: 1 0 100%; padding-block: var(--space-3) 0; }
  .kit-sheets td:empty { display: none; }
  .kit-sheets td { white-space: nowrap; }
  .flesh .kit-sheets td::before { content: attr(data-form) ' '; color: var(--colour-text-soft); }
  .kit-deck { margin-inline-start: 0; display: block; padding-inline-start: 1.5rem; }
}
.kit-foot { border-block-start: 1px solid var(--colour-rule); font-size: var(--size-1); color: var(--colour-text-soft); padding-block: var(--space-4) var(--space-6); }
`
