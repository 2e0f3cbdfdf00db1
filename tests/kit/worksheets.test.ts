/** Every worksheet of the kit: the fields its source has, by name and description, on paper and in the browser. */
import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { PDFCheckBox, PDFDocument, PDFRadioGroup, PDFTextField } from 'pdf-lib'
import type { Browser } from 'playwright'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Worksheet } from '../../course/course.ts'
import { plainText } from '../../course/plain-text.ts'
import { piecesOf } from '../../course/walk.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { formFields, headFields } from '../../worksheets/form-fields.ts'
import { bare } from '../manual/pdf-text.ts'
import { seeWidgets } from '../worksheets/pdf-form.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'
import { readPages } from './pdf-pages.ts'

let kit: Kit
let sheets: { course: Course; worksheet: Worksheet; path: string }[]

beforeAll(async () => {
  kit = await theKit()
  sheets = [...kit.courses.values()].flatMap((course) =>
    course.worksheets.map((worksheet) => ({ course, worksheet, path: `${course.language}/worksheets/${worksheet.id}` })),
  )
}, BUILD_TAKES)

const html = async (path: string): Promise<string> => Buffer.from(await kit.read(path)).toString('utf8')

describe('every worksheet', () => {
  it('has at least two in each module, and at least one field on each', () => {
    for (const course of kit.courses.values()) {
      for (const module of course.modules) expect(module.blocks.flatMap(({ worksheets }) => worksheets).length).toBeGreaterThanOrEqual(2)
    }
    for (const { course, worksheet } of sheets) {
      const head = headFields(worksheet, course.language).length
      expect(formFields(worksheet, course.language).length, worksheet.id).toBeGreaterThan(head)
    }
  })

  it('has the fields of its source in its PDF, each of its kind, named and described', async () => {
    let all = 0
    for (const { course, worksheet, path } of sheets) {
      const pdf = await kit.read(`${path}.pdf`)
      const fields = formFields(worksheet, course.language)
      const form = (await PDFDocument.load(pdf, { updateMetadata: false })).getForm()
      expect([path, form.getFields().map((field) => field.getName())]).toEqual([path, fields.map(({ name }) => name)])
      const widgets = await seeWidgets(pdf)
      for (const field of fields) {
        const drawn = form.getField(field.name)
        const type = { text: PDFTextField, multiline: PDFTextField, checkbox: PDFCheckBox, radio: PDFRadioGroup }[field.kind]
        expect(drawn, field.name).toBeInstanceOf(type)
        if (drawn instanceof PDFTextField) expect(drawn.isMultiline(), field.name).toBe(field.kind === 'multiline')
        const own = widgets.filter((widget) => widget.field === field.name)
        expect(own.length, field.name).toBe(Math.max(1, field.marks.length))
        for (const { description } of own) expect(description, field.name).toContain(field.label)
        expect(field.name.startsWith(`${worksheet.id}.`), field.name).toBe(true)
      }
      all += fields.length
    }
    expect(all).toBeGreaterThan(500)
  })

  it('has the same fields on US Letter and in large print', async () => {
    for (const { course, worksheet, path } of sheets) {
      const names = formFields(worksheet, course.language).map(({ name }) => name)
      for (const paper of ['letter', 'large']) {
        const document = await PDFDocument.load(await kit.read(`${path}.${paper}.pdf`), { updateMetadata: false })
        const drawn = document
          .getForm()
          .getFields()
          .map((field) => field.getName())
        expect([path, paper, drawn]).toEqual([path, paper, names])
        const width = Math.round(document.getPage(0).getWidth())
        expect([path, width]).toEqual([path, paper === 'letter' ? 612 : 595])
      }
    }
  })

  it('has the same fields in its page, each with a name a screen reader can say', async () => {
    for (const { course, worksheet, path } of sheets) {
      const tree = fromHtml(await html(`${path}.html`))
      const names = controlsOf(tree).map(({ properties }) => String(properties.name))
      expect([path, [...new Set(names)]]).toEqual([path, formFields(worksheet, course.language).map(({ name }) => name)])
      const labelled = labelledControls(tree)
      const unnamed = controlsOf(tree).filter(
        (control) => !control.properties.ariaLabel && !labelled.has(control) && !labelled.has(control.properties.id),
      )
      expect(
        unnamed.map(({ properties }) => properties.name),
        path,
      ).toEqual([])
    }
  })

  it('is the same file in the participants’ folder, its page with the fonts and the way back of that folder', async () => {
    for (const { course, worksheet, path } of sheets) {
      for (const form of ['pdf', 'letter.pdf', 'large.pdf', 'html']) {
        const other = `${course.language}/participant/worksheets/${worksheet.id}.${form}`
        if (worksheet.audience === 'facilitator') {
          expect(kit.files, 'a sheet for facilitators').not.toContain(other)
          continue
        }
        if (form === 'html') {
          expect(withoutFonts(await html(other)), other).toBe(
            withoutFonts(await html(`${path}.html`)).replaceAll('href="../../index.html"', 'href="../index.html"'),
          )
          const named = [...(await html(other)).matchAll(/url\(([^)]*\.woff2)\)/g)].map(([, address = '']) => address)
          expect(named.length, other).toBeGreaterThan(0)
          for (const address of named) expect(kit.files).toContain(posix.join(dirname(other), address))
          continue
        }
        expect(Buffer.from(await kit.read(other)).equals(Buffer.from(await kit.read(`${path}.${form}`))), other).toBe(true)
      }
    }
  })

  it('shows its answers in the edition for facilitators, and there alone', async () => {
    let compared = 0
    for (const { worksheet, path } of sheets) {
      const answers = piecesOf(worksheet.body).filter(({ kind }) => kind === 'answers')
      if (answers.length === 0) continue
      const printed = await textOfPdf(`${path}.answers.pdf`)
      const sheet = await textOfPdf(`${path}.pdf`)
      for (const node of answers.flatMap((piece) => ('body' in piece ? piece.body : []))) {
        if (node.type !== 'paragraph') continue
        const opening = bare(plainText(node)).slice(0, 30)
        if (opening.length < 30) continue
        compared += 1
        expect(printed, path).toContain(opening)
        expect(sheet, path).not.toContain(opening)
      }
    }
    expect(compared).toBeGreaterThan(15)
  })
})

describe('a worksheet in the browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it.each(['en', 'fr'])(
    'keeps what was typed after a reload and saves it to a file, from disk and without network (%s)',
    async (language) => {
      const { course, worksheet, path } = sheets.find((sheet) => sheet.course.language === language) as (typeof sheets)[number]
      const context = await browser.newContext({ acceptDownloads: true })
      const trouble: string[] = []
      context.on('request', (request) => /^(file|data|blob):/.test(request.url()) || trouble.push(request.url()))
      context.on('console', (message) => trouble.push(message.text()))
      context.on('weberror', (error) => trouble.push(error.error().message))
      const page = await context.newPage()
      await page.goto(pathToFileURL(join(kit.dist, `${path}.html`)).href)
      const typed = new Map<string, string>()
      for (const { name, kind } of formFields(worksheet, language)) {
        if (kind !== 'text' && kind !== 'multiline') continue
        typed.set(name, `Réponse ${typed.size + 1}: “Łódź”`)
        await page.locator(`[name="${name}"]`).fill(typed.get(name) as string)
      }
      expect(typed.size).toBeGreaterThan(3)
      const silent = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('form input, form textarea')]
          .filter((control) => !control.ariaLabel && ![...(control.labels ?? [])].some((label) => label.textContent?.trim()))
          .map(({ name }) => name),
      )
      expect(silent, 'controls without a label').toEqual([])
      await page.reload()
      for (const [name, text] of typed) await expect.poll(() => page.locator(`[name="${name}"]`).inputValue()).toBe(text)
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()])
      const file = JSON.parse(await readFile(await download.path(), 'utf8'))
      expect(file).toMatchObject({
        course: course.id,
        version: course.version,
        language,
        worksheet: worksheet.id,
        fields: Object.fromEntries(typed),
      })
      expect(trouble).toEqual([])
      await context.close()
    },
  )
})

/** A page without its faces, and without what its policy says of where they come from. */
function withoutFonts(page: string): string {
  return page.replaceAll(/@font-face\{[^}]*\}\n?/g, '').replace(/font-src (?:data:|&#x27;self&#x27;);/, '')
}

async function textOfPdf(path: string): Promise<string> {
  return (await readPages(await kit.read(path))).map(({ runs }) => bare(runs.map(({ text }) => text).join(''))).join('')
}

function controlsOf(tree: Root): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    const control = element.tagName === 'textarea' || (element.tagName === 'input' && element.properties.type !== 'file')
    if (control && element.properties.name !== undefined) found.push(element)
  })
  return found
}

/** Controls inside a label with text, and ids that such a label names. */
function labelledControls(tree: Root): Set<unknown> {
  const found = new Set<unknown>()
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'label' || toText(element).trim() === '') return
    for (const id of [element.properties.htmlFor ?? []].flat()) found.add(id)
    visit(element, 'element', (inside) => {
      found.add(inside)
    })
  })
  return found
}
