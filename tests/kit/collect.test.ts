/** Worksheets of the real course, filled in and sent back: what was filled in stands in the tables, all of it and in its place. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { fromHtml } from 'hast-util-from-html'
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course, Worksheet } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { xmpOf } from '../../scripts/read-pdf.ts'
import { type FormField, formFields } from '../../worksheets/form-fields.ts'
import type { Answer, AnswerFile, Answers } from '../../worksheets/player/sheet-data.ts'
import { type Ended, isPlain, newFolder, removeFolders, run } from '../scripts/command-line.ts'
import { BUILD_TAKES, type Kit, theKit } from './kit.ts'

/** Of every sort: filled by groups and alone, without names, for facilitators, with every kind of field. */
const TWENTY = [
  ...['w-op-profile', 'w-op-features', 'w-op-self', 'w-opening-frame', 'w-planning-horizons', 'w-planning-choices', 'w-planning-backwards'],
  ...['w-stakeholders-desk', 'w-data-methods', 'w-development-jobs', 'w-recognition-talk', 'w-aspirations-choice', 'w-costs-models'],
  ...['w-agreement-score', 'w-role-union', 'w-annex-questionnaire', 'w-annex-interview', 'w-annex-test', 'w-annex-pulse', 'w-annex-end'],
]

const TEXTS = [
  'نحتاج إلى ممرضات «مؤهلات» في ثلاث سنوات، 40٪ منهن من الريف',
  '=HYPERLINK("https://example.org","press")',
  'Two lines, with a comma\nand “quotes” and "plain ones"; Łódź',
  '+33 1 23 45',
  '-5 a year',
  '@everyone',
  '<b>& not a tag</b> _x0041_',
]

let kit: Kit
let course: Course
let folder: string
let ended: Ended
const sent = new Map<string, Answers>()

beforeAll(async () => {
  kit = await theKit()
  course = kit.courses.get('en') as Course
  folder = newFolder()
  for (const [index, id] of TWENTY.entries()) {
    // a sheet filled in French stands in the same table
    await sendPdf(id, `day 1/${id}.pdf`, index, index % 2 === 0 ? 'en' : 'fr')
    sendJson(id, `day 2/group b/${id}.json`, index + 100, index % 3 === 0 ? 'fr' : 'en')
  }
  ended = await run(['collect', folder, '--course', kit.folder])
}, BUILD_TAKES)

afterAll(removeFolders)

describe('twenty worksheets, each returned as PDF and as a file of answers', () => {
  it('are all read, with nothing to remark', () => {
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toContain('40 sheets of 20 worksheets. Open ')
    expect(readdirSync(collected()).sort()).toEqual([...TWENTY.map((id) => `${id}.csv`), 'overview.html', 'worksheets.xlsx'].sort())
  })

  it('stand in their CSV: every value in the column of its field, none lost', () => {
    let values = 0
    for (const id of TWENTY) {
      const [heads = [], ids = [], ...rows] = csvRows(read(`${id}.csv`))
      const fields = formFields(sheetOf(id), 'en')
      expect(ids.filter((name) => !/^file$|\.sheet_/.test(name))).toEqual(fields.filter(({ piece }) => piece).map(({ name }) => name))
      expect(ids.slice(0, 4)).toEqual(['file', ...['name', 'group', 'date'].map((part) => `${id}.sheet_${part}`)])
      expect(heads.length).toBe(ids.length)
      const files = [`day 1/${id}.pdf`, `day 2/group b/${id}.json`]
      const named = sheetOf(id).anonymous ? ['Sheet 1', 'Sheet 2'] : files
      expect(rows.map(([file]) => file)).toEqual(named)
      // where nobody signs, the rows do not stand in the order of the files
      const likeRow = (row: string[], file: string): number =>
        ids.filter((name, column) => row[column] === guarded(shownAs(fields, name, sent.get(file)?.[name]))).length
      const inOrder = files.toSorted((one, other) => likeRow(rows[0] ?? [], other) - likeRow(rows[0] ?? [], one))
      for (const [index, row] of rows.entries()) {
        const answers = sent.get((sheetOf(id).anonymous ? inOrder : files)[index] ?? '') ?? {}
        for (const [column, name] of ids.entries()) {
          if (column === 0) continue
          expect([row[0], name, row[column]]).toEqual([row[0], name, guarded(shownAs(fields, name, answers[name]))])
          if (answers[name] !== undefined) values += 1
        }
      }
    }
    expect(values).toBe([...sent.values()].reduce((sum, answers) => sum + Object.keys(answers).length, 0))
    expect(values).toBeGreaterThan(700)
  })

  it('have heads that can be read, and begin with the mark that says UTF-8', () => {
    const bytes = readFileSync(join(collected(), 'w-planning-horizons.csv'))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [heads = []] = csvRows(read('w-planning-horizons.csv'))
    expect(heads.slice(0, 4)).toEqual(['File', 'Names of the group', 'Group', 'Date'])
    const labels = formFields(sheetOf('w-planning-horizons'), 'en').filter(({ piece }) => piece)
    expect(heads.slice(4)).toEqual(labels.map(({ label }) => label))
  })

  it('stand in the workbook just as in the CSV, a sheet a worksheet, numbers as numbers', () => {
    const book = readXlsx(readFileSync(join(collected(), 'worksheets.xlsx')))
    const inOrder = course.worksheets.map(({ id }) => id).filter((id) => TWENTY.includes(id))
    expect([...book.keys()]).toEqual(inOrder)
    let numbers = 0
    for (const [id, rows] of book) {
      const width = rows[0]?.length ?? 0
      const texts = rows.map((row) => Array.from({ length: width }, (_, column) => guarded(String(row[column] ?? ''))))
      expect(texts).toEqual(csvRows(read(`${id}.csv`)))
      numbers += rows.flat().filter((value) => typeof value === 'number').length
    }
    expect(numbers).toBeGreaterThan(20)
  })

  it('are on one page that fetches nothing and holds every text', async () => {
    const html = read('overview.html')
    const policies: unknown[] = []
    visit(fromHtml(html), 'element', ({ properties }) => {
      if (properties.httpEquiv) policies.push(properties.content)
    })
    expect(policies).toEqual(["default-src 'none'; style-src 'unsafe-inline'; font-src data:"])
    expect(/<script|(?:src|href)="(?:https?:)?\/\//.test(html), 'scripts and addresses outside').toBe(false)
    const shown = new Set<string>()
    visit(fromHtml(html), 'text', ({ value }) => {
      shown.add(value)
    })
    for (const [file, answers] of sent) {
      if (file.includes('w-annex-') || file.includes('w-role-')) continue
      for (const value of Object.values(answers)) {
        if (typeof value === 'string' && !/^(o\d+|\d)$/.test(value)) expect([file, value, shown.has(value)]).toEqual([file, value, true])
      }
    }
    const browser = await openBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
      const trouble: string[] = []
      page.on('request', (request) => /^(file|data):/.test(request.url()) || trouble.push(request.url()))
      page.on('console', (message) => trouble.push(message.text()))
      await page.goto(pathToFileURL(join(collected(), 'overview.html')).href)
      expect(trouble).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), 'wider than a phone').toBeLessThanOrEqual(390)
    } finally {
      await browser.close()
    }
  })

  it('name nobody where the sheet asks for no name', () => {
    const tree = fromHtml(read('overview.html'))
    let sections = 0
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'section' || element.properties.id !== 'w-annex-pulse') return
      sections += 1
      const inside = JSON.stringify(element)
      expect(inside).not.toContain('w-annex-pulse.pdf')
      expect(inside).not.toContain('Sheet 1')
      expect(read('w-annex-pulse.csv')).not.toMatch(/w-annex-pulse\.(pdf|json)/)
    })
    expect(sections).toBe(1)
  })

  it('are the same bytes when they are collected again', async () => {
    const before = readdirSync(collected()).map((name) => [name, readFileSync(join(collected(), name), 'latin1')])
    expect((await run(['collect', folder, '--course', kit.folder])).code).toBe(0)
    expect(readdirSync(collected()).map((name) => [name, readFileSync(join(collected(), name), 'latin1')])).toEqual(before)
  })
})

describe('a folder as it comes back', () => {
  it('names what cannot be read, in one sentence each, and reads the rest', async () => {
    folder = newFolder()
    const id = 'w-annex-pulse'
    await sendPdf(id, 'good.pdf', 1, 'en')
    copyFileSync(join(folder, 'good.pdf'), join(folder, 'good copy.pdf'))
    const good = await PDFDocument.load(readFileSync(join(folder, 'good.pdf')), { updateMetadata: false })
    const flattened = await PDFDocument.load(await good.save({ updateFieldAppearances: false }))
    flattened.catalog.delete(PDFName.of('AcroForm'))
    put('flat.pdf', await flattened.save())
    const locked = await PDFDocument.load(await good.save({ updateFieldAppearances: false }))
    locked.context.trailerInfo.Encrypt = locked.context.register(locked.context.obj({ Filter: 'Standard', V: 5, R: 6 }))
    put('locked.pdf', await locked.save({ updateFieldAppearances: false }))
    put('cut.pdf', readFileSync(join(folder, 'good.pdf')).subarray(0, 40_000))
    put('empty.pdf', await kit.read(`en/worksheets/${id}.pdf`))
    const other = await PDFDocument.create()
    other.addPage()
    other.getForm().createTextField('tax.number').setText('7')
    put('tax.pdf', await other.save())
    put('page.html', await kit.read(`en/worksheets/${id}.html`))
    put('letter.docx', 'PK')
    put('list.json', '{"a": 1}')
    put('broken.json', '{"a": ')
    put('neighbour.json', JSON.stringify({ ...answerFile(id, { 'w-annex-pulse.sheet_date': 'May' }, 'en'), course: 'fire' }))
    const foreign = await PDFDocument.load(readFileSync(join(folder, 'good.pdf')), { updateMetadata: false })
    const packet = foreign.context.stream(xmpOf(foreign.catalog).replace(/<dc:source>.*?<\/dc:source>|$/, '<dc:source>fire</dc:source>'))
    foreign.catalog.set(PDFName.of('Metadata'), foreign.context.register(packet))
    put('sister.pdf', await foreign.save({ updateFieldAppearances: false }))
    put('.DS_Store', 'x')
    symlinkSync('/etc/hostname', join(folder, 'link.pdf'))
    const { code, stdout, stderr } = await run(['collect', folder, '--course', kit.folder])
    const say = words('en').collected.reasons
    expect({ code, stderr, plain: isPlain(stdout) }).toEqual({ code: 1, stderr: '', plain: true })
    expect(linesOf(stdout).slice(1, -1)).toEqual([
      `broken.json: ${say.unreadable}`,
      `cut.pdf: ${say.damaged}`,
      `empty.pdf: ${say.blank}`,
      `flat.pdf: ${say.noFields}`,
      `letter.docx: ${say.otherKind}`,
      `link.pdf: ${say.otherKind}`,
      `list.json: ${say.unreadable}`,
      `locked.pdf: ${say.encrypted}`,
      `neighbour.json: ${words('en').collected.otherCourse('fire')}`,
      `page.html: ${say.page}`,
      `sister.pdf: ${words('en').collected.otherCourse('fire')}`,
      `tax.pdf: ${say.foreign}`,
      'good.pdf: the same file as good copy.pdf, counted once.',
    ])
    expect(linesOf(stdout).at(-1)).toMatch(/^1 sheet of 1 worksheet, 12 files not read\. Open /)
    expect(csvRows(read(`${id}.csv`)).length).toBe(3)
    for (const name of ['flat.pdf', 'tax.pdf', 'letter.docx']) expect(read('overview.html')).toContain(name)
  })

  it('reads a sheet as a viewer of our days saves it', async () => {
    folder = newFolder()
    const set = new Map<string, string>()
    const task = getDocument({ data: new Uint8Array(await kit.read('en/worksheets/w-planning-choices.pdf')), verbosity: 0 })
    const viewed = await task.promise
    for (let number = 1; number <= viewed.numPages; number += 1) {
      for (const { id, fieldName, fieldType, radioButton, buttonValue } of await (await viewed.getPage(number)).getAnnotations()) {
        if (fieldName === undefined || (radioButton && buttonValue !== 'o2')) continue
        const typed = fieldType === 'Tx' ? `نص ${set.size}\nŁódź` : null
        viewed.annotationStorage.setValue(id, { value: typed ?? true })
        set.set(fieldName, shownAs(formFields(sheetOf('w-planning-choices'), 'en'), fieldName, typed ?? (radioButton ? 'o2' : true)))
      }
    }
    put('saved.pdf', await viewed.saveDocument())
    await task.destroy()
    expect((await run(['collect', folder, '--course', kit.folder])).code).toBe(0)
    const [, ids = [], row = []] = csvRows(read('w-planning-choices.csv'))
    expect(Object.fromEntries(ids.map((name, column) => [name, row[column]]).slice(1))).toEqual(Object.fromEntries(set))
    expect(set.size).toBe(28)
  })

  it('reads a sheet of another version as far as its fields are known, and names the rest', async () => {
    folder = newFolder()
    const known = { 'w-annex-pulse.sheet_date': '3 May' }
    put('old.json', JSON.stringify({ ...answerFile('w-annex-pulse', { ...known, 'w-annex-pulse.gone': 'lost?' }, 'en'), version: '0.0.1' }))
    const { code, stdout } = await run(['collect', folder, '--course', kit.folder])
    expect(code).toBe(0)
    expect(stdout).toContain(`old.json: Unexpected version 0.0.1 of the course, expected ${course.version}`)
    expect(stdout).toContain('Unexpected fields w-annex-pulse.gone, expected')
    expect(csvRows(read('w-annex-pulse.csv'))[2]?.slice(0, 4)).toEqual(['Sheet 1', '', '', '3 May'])
    const fields = formFields(sheetOf('w-annex-pulse'), 'fr')
    expect((await run(['collect', folder, '--course', kit.folder, '--lang', 'fr'])).code).toBe(0)
    expect(csvRows(read('w-annex-pulse.csv'))[0]?.slice(4)).toEqual(fields.slice(1).map(({ label }) => label))
  })

  it('writes nowhere else, leaves what others put there, and takes away its own of before', async () => {
    folder = newFolder()
    sendJson('w-annex-pulse', 'a.json', 1, 'en')
    mkdirSync(collected())
    put('collected/w-annex-end.csv', 'old')
    put('collected/my notes.txt', 'mine')
    expect((await run(['collect', folder, '--course', kit.folder])).code).toBe(0)
    expect(readdirSync(collected()).sort()).toEqual(['my notes.txt', 'overview.html', 'w-annex-pulse.csv', 'worksheets.xlsx'])
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'collected'])
    const outside = newFolder()
    folder = newFolder()
    sendJson('w-annex-pulse', 'a.json', 1, 'en')
    symlinkSync(outside, collected())
    expect((await run(['collect', folder, '--course', kit.folder])).code).toBe(2)
    expect(readdirSync(outside)).toEqual([])
  })

  it.each([
    ['no folder', () => join(newFolder(), 'nothing'), 2, 'There is no folder '],
    ['an empty folder', () => newFolder(), 2, 'There is no file in '],
    ['a file', () => join(kit.folder, 'modules/course.yml'), 2, 'is a file: name the folder'],
  ])('says in a sentence what is wrong with %s', async (_, given, code, sentence) => {
    const end = await run(['collect', given(), '--course', kit.folder])
    expect({ code: end.code, plain: isPlain(end.stderr) }).toEqual({ code, plain: true })
    expect(end.stderr).toContain(sentence)
  })

  it('writes nothing where nothing can be read', async () => {
    folder = newFolder()
    put('letter.docx', 'PK')
    const { code, stdout } = await run(['collect', folder, '--course', kit.folder])
    expect(code).toBe(1)
    expect(stdout).toContain('Nothing was read')
    expect(existsSync(collected())).toBe(false)
  })
})

// ---- filled in and sent back ----------------------------------------------------------------------------------------

/** An answer to each field, none twice the same where it is a text; some are left empty. */
function answersFor(worksheet: Worksheet, seed: number): Answers {
  const answers: Answers = {}
  formFields(worksheet, 'en').forEach((field, index) => {
    const turn = seed * 31 + index
    if (turn % 7 === 3 && field.piece !== null) return
    if (field.kind === 'checkbox') answers[field.name] = true
    else if (field.kind === 'radio') answers[field.name] = field.marks[turn % field.marks.length]?.value ?? ''
    else answers[field.name] = `${TEXTS[turn % TEXTS.length]} · ${seed}.${index}`
  })
  return answers
}

/** A4, US Letter, large print: people fill in what they were given. */
const ENDINGS = ['.pdf', '.letter.pdf', '.large.pdf']

async function sendPdf(id: string, path: string, seed: number, language: string): Promise<void> {
  const answers = answersFor(sheetOf(id), seed)
  const pdf = await PDFDocument.load(await kit.read(`${language}/worksheets/${id}${ENDINGS[seed % ENDINGS.length]}`), {
    updateMetadata: false,
  })
  const form = pdf.getForm()
  for (const [name, value] of Object.entries(answers)) {
    const { acroField } = form.getField(name)
    if (value === true) form.getCheckBox(name).check()
    else if (acroField.dict.lookup(PDFName.of('FT')) === PDFName.of('Btn')) form.getRadioGroup(name).select(String(value))
    else acroField.dict.set(PDFName.of('V'), PDFHexString.fromText(String(value).replaceAll('\n', '\r')))
  }
  put(path, await pdf.save({ updateFieldAppearances: false }))
  sent.set(path, answers)
}

function sendJson(id: string, path: string, seed: number, language: string): void {
  const answers = answersFor(sheetOf(id), seed)
  put(path, `${JSON.stringify(answerFile(id, answers, language), null, 2)}\n`)
  sent.set(path, answers)
}

function answerFile(worksheet: string, fields: Answers, language: string): AnswerFile {
  return { course: course.id, version: course.version, language, worksheet, fields, savedAt: '2026-05-03T09:30:00.000Z' }
}

function put(path: string, contents: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), contents)
}

function sheetOf(id: string): Worksheet {
  return course.worksheets.find((worksheet) => worksheet.id === id) as Worksheet
}

// ---- read again -----------------------------------------------------------------------------------------------------

function collected(): string {
  return join(folder, 'collected')
}

function read(name: string): string {
  return readFileSync(join(collected(), name), 'utf8')
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function shownAs(fields: FormField[], name: string, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (answer === true) return '1'
  const mark = fields.find((field) => field.name === name)?.marks.find(({ value }) => value === answer)
  return mark && /^o\d/.test(mark.value) ? mark.label : String(answer)
}

function guarded(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text
}

/** RFC 4180, read sign by sign. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ',' || (sign === '\r' && text[at + 1] === '\n'))) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\r') {
        rows.push([])
        at += 1
      }
    } else cell += sign
  }
  return rows.slice(0, -1)
}

/** Sheets of a workbook by name, cells at their columns, found the way a spreadsheet finds them: through types and relations. */
function readXlsx(bytes: Uint8Array): Map<string, (string | number)[][]> {
  const parts = unzipSync(bytes)
  const part = (path: string) => new TextDecoder().decode(parts[path])
  for (const path of Object.keys(parts)) expect([path, wellFormed(part(path))]).toEqual([path, true])
  const types = part('[Content_Types].xml')
  for (const path of Object.keys(parts))
    if (path.startsWith('xl/') && !path.endsWith('.rels')) expect(types).toContain(`PartName="/${path}"`)
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map((match) => [match[1], match[2]]),
  )
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]+)" sheetId="\d+" r:id="(\w+)"\/>/g)]
  return new Map(sheets.map(([, name = '', id]) => [name, cellsOf(part(`xl/${targets.get(id)}`))]))
}

function cellsOf(xml: string): (string | number)[][] {
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number)[] = []
    for (const [, column = '', rest = ''] of row.matchAll(/<c r="([A-Z]+)\d+"(.*?)<\/c>/gs)) {
      const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const number = /<v>(.*)<\/v>/.exec(rest)?.[1]
      cells[index] = number === undefined ? unescaped(/<t[^>]*>(.*)<\/t>/s.exec(rest)?.[1] ?? '') : Number(number)
    }
    return Array.from(cells, (value) => value ?? '')
  })
}

function unescaped(text: string): string {
  const plain = text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Every element is closed where it was opened, and no sign stands that XML does not allow. */
function wellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, closing, name = '', , empty] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!empty) open.push(name)
  }
  const text = xml.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[\w:]+(?:\s[\w:]+="[^"<]*")*\s*\/?>/g, '')
  return open.length === 0 && !/[<>\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!#\d+;)/.test(text)
}
