/**
 * A worksheet as one HTML file to be filled in on a phone or laptop, also from disk: fields, player, styles and fonts
 * are inside, and its own policy forbids it to reach anything outside.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Course, Worksheet } from '../course/course.ts'
import { toHtml } from '../course/to-html.ts'
import { words } from '../course/words.ts'
import { contentCss } from '../look/content.ts'
import { logoOnPage } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { tokensCss } from '../look/tokens.ts'
import { type Controls, inputId } from './field-markup.ts'
import { type FormField, formFields, headFields, type Mark } from './form-fields.ts'
import { interactiveCss } from './interactive-styles.ts'
import type { SheetData } from './player/sheet-data.ts'
import { sheetTitle } from './sheet.ts'
import { foreign, type SheetAssets, sheetBody, sheetFacts, sheetLabel } from './sheet-body.ts'
import { sheetLogoCss } from './sheet-styles.ts'

/** The bundled player (worksheets/player/player.ts), with the hash its page allows it by. */
export interface SheetScript {
  code: string
  /** `sha256-…`, base64. */
  hash: string
}

/**
 * The interactive edition of a worksheet, for participants: one HTML document that needs nothing beside it. `fonts` says where the faces
 * of `assets.fontCss` come from: inside the document, or `beside` it, for folders of many sheets; a sheet taken out of such a folder is
 * set in the fonts of the device.
 */
export function interactiveSheet(
  worksheet: Worksheet,
  course: Course,
  assets: SheetAssets,
  player: SheetScript,
  fonts: 'inside' | 'beside' = 'inside',
): string {
  const look = lookOf(course.look)
  const css = [assets.fontCss, tokensCss(look), contentCss, interactiveCss, sheetLogoCss(look)].filter(Boolean).join('\n')
  const tree = h('html', { lang: course.language, dir: course.direction }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(player, fonts) }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', sheetTitle(worksheet, course, 'participant')),
      h('style', css.replaceAll('</', '<\\/')),
    ]),
    h('body', { className: 'sheet' }, [
      head(worksheet, course, assets),
      h('main', [
        h('form', { id: 'sheet', noValidate: true, autoComplete: 'off' }, [
          who(worksheet, course),
          h(
            'div',
            { className: 'flesh', ...foreign(worksheet, course) },
            sheetBody(worksheet, course, 'participant', assets.drawings, inputs),
          ),
        ]),
        actions(course, assets),
      ]),
      foot(course),
      h('script', { type: 'application/json', id: 'sheet-data' }, scriptText(JSON.stringify(dataOf(worksheet, course)))),
      h('script', player.code),
    ]),
  ])
  return `<!doctype html>${toHtml([tree])}`
}

/** Nothing may be fetched or sent: scripts only by the player's hash, pictures only from the file itself, fonts from it or its neighbours. */
function policy(player: SheetScript, fonts: 'inside' | 'beside'): string {
  return [
    "default-src 'none'",
    `script-src '${player.hash}'`,
    "style-src 'unsafe-inline'",
    fonts === 'inside' ? 'font-src data:' : "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function dataOf(worksheet: Worksheet, course: Course): SheetData {
  const { kept, notKept, saved, cleared, exported, foreignSheet, olderVersion, unreadable } = words(course.language).sheet
  const { imported } = words(course.language).sheet
  return {
    course: course.id,
    version: course.version,
    language: course.language,
    worksheet: worksheet.id,
    fields: formFields(worksheet, course.language).map(({ name, kind }) => ({ name, kind })),
    words: { kept, notKept, saved, cleared, exported, foreignSheet, olderVersion, unreadable },
    imported: { one: imported(1), many: imported(COUNT).replace(String(COUNT), '#') },
  }
}

/** Stands for the number of answers in a sentence that the player fills in. */
const COUNT = 1111

function scriptText(text: string): string {
  return text.replaceAll('<', '\\u003c')
}

// ---- controls -------------------------------------------------------------------------------------------------------

const inputs: Controls = {
  medium: 'screen',
  writing: (field, rows) => writing(field, rows),
  tick: (field, mark) => [tick(field, mark)],
}

/** An input with a copy of its text for the printer, which prints no more of a text area than is in sight. */
function writing(field: FormField, rows: number): ElementContent[] {
  const name = { id: inputId(field.name), name: field.name, ...labelling(field) }
  const control = field.kind === 'text' ? h('input', { type: 'text', ...name }) : h('textarea', { rows: Math.max(rows, 2), ...name })
  return [control, h('div', { className: 'typed', ariaHidden: 'true', dataField: field.name })]
}

/** A cell has no visible label of its own; every other place has one that names it. */
function labelling(field: FormField) {
  return /\.r\d+\.c\d+$/.test(field.name) ? { ariaLabel: field.label } : {}
}

function tick(field: FormField, mark: Mark | null): ElementContent {
  if (field.kind !== 'radio') return h('input', { type: 'checkbox', id: field.name, name: field.name, className: 'tick tick-checkbox' })
  const value = mark?.value ?? ''
  return h('input', {
    type: 'radio',
    id: `${field.name}.${value}`,
    name: field.name,
    value,
    className: 'tick tick-radio',
    ...(mark && mark.label !== mark.value && /^\d/.test(value) ? { ariaLabel: mark.label } : {}),
  })
}

// ---- page -----------------------------------------------------------------------------------------------------------

function head(worksheet: Worksheet, course: Course, { startHref }: SheetAssets): ElementContent {
  const facts = sheetFacts(worksheet, course)
  return h('header', { className: 'sheet-head' }, [
    h('p', { className: 'sheet-line' }, [
      h('span', { className: 'sheet-label' }, sheetLabel(worksheet, course)),
      h('span', { className: 'sheet-course' }, startHref ? [h('a', { href: startHref }, course.title)] : course.title),
    ]),
    ...logoOnPage(lookOf(course.look).logo),
    h('h1', { ...foreign(worksheet, course) }, worksheet.title),
    ...(facts ? [h('p', { className: 'sheet-facts' }, facts)] : []),
    ...(foreign(worksheet, course) ? [h('p', { className: 'sheet-facts' }, words(course.language).fallback)] : []),
    // Filled in by the player: whether this browser keeps what is written.
    h('p', { className: 'sheet-keeping', id: 'keeping' }, words(course.language).sheet.notKept),
  ])
}

function who(worksheet: Worksheet, course: Course): ElementContent {
  return h(
    'div',
    { className: 'sheet-who' },
    headFields(worksheet, course.language).map((field) =>
      h('div', { className: 'who' }, [
        h('label', { className: 'who-label', htmlFor: inputId(field.name) }, field.label),
        ...writing(field, 1),
      ]),
    ),
  )
}

function actions(course: Course, { startHref }: SheetAssets): ElementContent {
  const say = words(course.language).sheet
  const button = (id: string, label: string, kind = 'plain') =>
    h('button', { type: 'button', id, className: ['button', `button-${kind}`] }, label)
  return h('section', { className: 'actions', ariaLabelledBy: 'actions-title' }, [
    h('h2', { id: 'actions-title' }, say.actions),
    h('div', { className: 'buttons' }, [
      button('export', say.exportAnswers, 'first'),
      button('print', say.print),
      button('import', say.importAnswers),
      button('clear', say.clear, 'quiet'),
    ]),
    h('input', { type: 'file', id: 'file', accept: '.json,application/json', hidden: true, ariaLabel: say.importAnswers }),
    h('p', { className: 'status', id: 'status', role: 'status' }),
    ...(startHref ? [h('p', { className: 'way-back' }, [h('a', { href: startHref }, words(course.language).startPage)])] : []),
    h('dialog', { id: 'clear-dialog', ariaLabelledBy: 'clear-question' }, [
      h('p', { id: 'clear-question' }, say.clearQuestion),
      h('div', { className: 'buttons' }, [button('clear-no', say.clearNo, 'first'), button('clear-yes', say.clearYes, 'quiet')]),
    ]),
  ])
}

function foot(course: Course): ElementContent {
  const say = words(course.language)
  return h('footer', { className: 'sheet-foot' }, [
    h('p', `${course.title} · ${say.version.toLowerCase()} ${course.version} · ${course.fingerprint}`),
    ...(course.imprint ? [h('p', course.imprint)] : []),
  ])
}
