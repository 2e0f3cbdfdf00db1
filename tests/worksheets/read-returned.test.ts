import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { collectedOverview, medianOf } from '../../worksheets/collected-overview.ts'
import { csvOf } from '../../worksheets/csv.ts'
import type { Answers } from '../../worksheets/player/sheet-data.ts'
import { collectSheets, type ReturnedFile, readAnswerFile, remarkSentences, skipSentence, tableOf } from '../../worksheets/read-returned.ts'
import { arabicSheet, courseWith, horizonSheet } from './sample-course.ts'

const course = courseWith([horizonSheet()])

/** A returned sheet, with the names of its fields without the worksheet's. */
function returned(file: string, fields: Answers, own: { course?: string; version?: string; worksheet?: string } = {}): ReturnedFile {
  const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`w-horizon.${name}`, value]))
  const form = readAnswerFile(JSON.stringify({ course: 'smp', version: '1.0', worksheet: 'w-horizon', fields: named, ...own }))
  return { file, form: form ?? 'unreadable' }
}

const three = [
  returned('a.json', { sheet_group: 'Coast', shortage: 'Nurses', who: 'o2', 'meet.o1': true, 'meet.o3': true, 'agree.s1': '4', sure: '2' }),
  returned('b.json', { sheet_name: 'Zoë', who: 'o2', 'agree.s1': '1', 'care.r2.c3': 'Pay it', 'occupations.r3.c1': 'Welder' }),
  returned('c.json', { shortage: '=1+1', who: 'o3', 'meet.o3': true, 'agree.s1': '5', 'agree.s2': '3' }),
]

describe('the table of a worksheet', () => {
  const [collected] = collectSheets(three, course).worksheets
  const { heads, ids, rows } = tableOf(collected as NonNullable<typeof collected>, course)
  const at = (row: number, id: string) => rows[row]?.[ids.indexOf(`w-horizon.${id}`)]

  it('has a row a sheet and a column a field, under a readable head', () => {
    expect(rows.map((row) => row.length)).toEqual([31, 31, 31])
    expect(heads[ids.indexOf('w-horizon.care.r2.c3')]).toBe(
      'Care rows – Unpaid care that keeps people out of paid work – What should change?',
    )
    expect(rows.map(([file]) => file)).toEqual(['a.json', 'b.json', 'c.json'])
  })

  it('says options by their words, ticks and marks of a scale as numbers', () => {
    expect([at(0, 'who'), at(1, 'who'), at(2, 'who')]).toEqual(['Employers', 'Employers', 'Both'])
    expect([at(0, 'meet.o1'), at(0, 'meet.o2'), at(0, 'meet.o3')]).toEqual([1, '', 1])
    expect([at(0, 'sure'), at(2, 'agree.s2'), at(1, 'sure')]).toEqual([2, 3, ''])
    expect([at(1, 'care.r2.c3'), at(1, 'occupations.r3.c1'), at(1, 'sheet_name')]).toEqual(['Pay it', 'Welder', 'Zoë'])
  })

  it('has the same columns where nobody signs', () => {
    const anonymous = { ...horizonSheet(), anonymous: true }
    const table = tableOf({ worksheet: anonymous, sheets: [] }, course)
    expect(table.ids.slice(0, 5)).toEqual([
      'file',
      ...['sheet_name', 'sheet_group', 'sheet_date', 'shortage'].map((id) => `w-horizon.${id}`),
    ])
  })

  it('tells of a sheet that nobody signs neither its file nor the order of the files', () => {
    const anonymous = courseWith([{ ...horizonSheet(), anonymous: true }])
    const rowsOf = (...files: ReturnedFile[]): unknown => {
      const [own] = collectSheets(files, anonymous).worksheets
      return tableOf(own as NonNullable<typeof own>, anonymous).rows
    }
    const [mariam, zoe] = [
      returned('mariam.json', { shortage: 'Welders', who: 'o2' }),
      returned('zoe.json', { who: 'o1', shortage: 'Nurses' }),
    ]
    expect(JSON.stringify(rowsOf(mariam, zoe))).not.toMatch(/mariam|zoe/)
    expect((rowsOf(mariam, zoe) as string[][]).map(([first]) => first)).toEqual(['Sheet 1', 'Sheet 2'])
    expect(rowsOf({ ...mariam, file: 'z' }, { ...zoe, file: 'a' })).toEqual(rowsOf(zoe, mariam))
  })

  it('has its heads in the language of the course, whatever the sheets were filled in', () => {
    const arabic = courseWith([arabicSheet()], { language: 'ar' })
    const [own] = collectSheets([returned('a.json', { 'who.o2': true, sure: '5' })], arabic).worksheets
    const table = tableOf(own as NonNullable<typeof own>, arabic)
    expect(table.heads[table.ids.indexOf('w-horizon.who.o2')]).toContain('أصحاب العمل')
    expect(table.rows[0]?.[table.ids.indexOf('w-horizon.who.o2')]).toBe(1)
  })
})

describe('what came back', () => {
  const skipped = (file: ReturnedFile) => collectSheets([file], course).skipped[0]?.reason
  it('is skipped where it is no sheet of this course, or has nothing in it', () => {
    expect(skipped(returned('a', { shortage: 'x' }, { course: 'fire' }))).toBe('foreign')
    expect(skipped(returned('a', { shortage: 'x' }, { worksheet: 'w-gone' }))).toBe('foreign')
    expect(skipped(returned('a', { shortage: ' \r\n', 'meet.o1': false }))).toBe('blank')
    expect(skipped({ file: 'a', form: 'encrypted' })).toBe('encrypted')
    expect(readAnswerFile('{"fields": []}')).toBeNull()
    expect(readAnswerFile('\ufeff{"fields": {}}')).not.toBeNull()
  })

  it('is read as far as it is known, the rest named', () => {
    const old = returned('a', { shortage: 'x', gone: 'y', who: 'o9', 'meet.o7': true, empty: '' }, { version: '0.9' })
    const { remarks, worksheets } = collectSheets([old], course)
    expect(remarks).toEqual([
      { file: 'a', version: '0.9', unknown: ['w-horizon.gone', 'w-horizon.who', 'w-horizon.meet.o7'], sameAs: null },
    ])
    expect([...(worksheets[0]?.sheets[0]?.answers ?? [])]).toEqual([['w-horizon.shortage', 'x']])
  })

  it('names the course it is from, where that is another one', () => {
    const [one] = collectSheets([returned('a', { shortage: 'x' }, { course: 'fire' })], course).skipped
    expect(one && skipSentence(one, 'en')).toBe('Unexpected form of the course "fire", expected a worksheet of this course.')
    const [other] = collectSheets([returned('a', { shortage: 'x' }, { worksheet: 'w-gone' })], course).skipped
    expect(other && skipSentence(other, 'en')).toBe('Unexpected form, expected a worksheet of this course.')
  })

  it('counts two files of one person, and says so; not where nobody signed', () => {
    const files = [
      returned('a', { sheet_name: 'Zoë  K.', sheet_group: 'Coast', shortage: 'x' }),
      returned('b', { sheet_name: 'Zoë  K.', sheet_group: 'Hills', shortage: 'x' }),
      returned('c', { sheet_name: 'zoë k.', sheet_group: 'Coast', shortage: 'y' }),
      returned('d', { shortage: 'x' }),
      returned('e', { shortage: 'x' }),
    ]
    const { worksheets, remarks } = collectSheets(files, course)
    expect(worksheets[0]?.sheets).toHaveLength(5)
    expect(remarks.map((remark) => [remark.file, ...remarkSentences(remark, course)])).toEqual([
      ['c', 'Signed like a: both are counted, take one away where they are the same sheet.'],
    ])
  })

  it('is read under names that a program which binds sheets put before its own', () => {
    const values = new Map([
      ['Bound1.w-horizon.shortage', 'one'],
      ['w-horizon.who', 'o2'],
    ])
    const { worksheets } = collectSheets([{ file: 'a.pdf', form: { course: null, worksheet: null, version: null, values } }], course)
    expect([...(worksheets[0]?.sheets[0]?.answers ?? [])]).toEqual([
      ['w-horizon.shortage', 'one'],
      ['w-horizon.who', 'o2'],
    ])
  })

  it('keeps lines, and nothing that a table cannot hold', () => {
    const [one] = collectSheets([returned('a', { shortage: '\u0000 one\rtwo\r\nthree\u001b\ud800 ' })], course).worksheets
    expect(one?.sheets[0]?.answers.get('w-horizon.shortage')).toBe('one\ntwo\nthree\ufffd')
  })

  it('may be several sheets in one PDF', () => {
    const two = courseWith([horizonSheet(), { ...horizonSheet(), id: 'w-b', number: '1.3' }])
    const values = new Map([
      ['w-horizon.shortage', 'one'],
      ['w-b.shortage', 'two'],
    ])
    const { worksheets } = collectSheets([{ file: 'both.pdf', form: { course: null, worksheet: null, version: null, values } }], two)
    expect(worksheets.map(({ worksheet, sheets }) => [worksheet.id, [...(sheets[0]?.answers.values() ?? [])]])).toEqual([
      ['w-horizon', ['one']],
      ['w-b', ['two']],
    ])
  })
})

describe('CSV', () => {
  const lineOf = (...cells: (string | number)[]) => csvOf({ heads: [], ids: [], rows: [cells] }).split('\r\n')[2]
  it('quotes what needs it', () => {
    expect(lineOf('a', 'b, c', 'say "x"', 'one\ntwo', 3, '')).toBe('a,"b, c","say ""x""","one\ntwo",3,')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1'])('keeps a spreadsheet from running %j', (text) => {
    expect(lineOf(text)).toBe(`'${text}`)
  })

  it('guards what must be quoted as well', () => {
    expect(lineOf('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`)
  })
})

describe('the overview', () => {
  const collection = collectSheets([...three, { file: '<photo>.jpg', form: 'otherKind' }], course)
  const tree = fromHtml(collectedOverview(collection, course, 'worksheets.xlsx', ''))
  const sectionOf = (title: string) =>
    all(tree, 'answer').find((section) => toText(all(section, null, 'h3')[0] as Element).includes(title)) as Element

  it('counts choices as bars', () => {
    const bars = (title: string) => all(sectionOf(title), 'bar-count').map((count) => toText(count))
    expect(bars('Who should plan this?')).toEqual(['0', '2', '1'])
    expect(bars('can still meet')).toEqual(['1', '0', '2'])
    expect(all(sectionOf('Who should plan this?'), 'bar').map(({ properties }) => properties.style)).toEqual([
      '--share:0%',
      '--share:66.7%',
      '--share:33.3%',
    ])
    expect(toText(sectionOf('can still meet'))).toContain('2 of 3 answered')
  })

  it('counts scales per mark, with the median', () => {
    const rows = all(sectionOf('How far do you agree?'), null, 'tr').map((row) => all(row, null, 'td').map((cell) => toText(cell)))
    expect(rows.slice(1)).toEqual([
      ['1', '0', '0', '1', '1', '4'],
      ['0', '0', '1', '0', '0', '3'],
    ])
    expect([medianOf([4, 1, 5, 2]), medianOf([1]), medianOf([])]).toEqual([3, 1, null])
  })

  it('lists texts under their question with who wrote them', () => {
    const lines = all(sectionOf('The shortage'), null, 'li').map((item) => item.children.map((child) => toText(child as Element)))
    expect(lines).toEqual([
      ['Coast', 'Nurses'],
      ['Sheet 3', '=1+1'],
    ])
    expect(toText(sectionOf('Care rows'))).toContain('Zoë')
    expect(toText(sectionOf('Care rows'))).not.toContain('Paid care in private homes')
  })

  it('lists what several wrote once, with all of them, or with their number where nobody signs', () => {
    const files = [
      returned('a', { sheet_name: 'Ana', shortage: 'Time' }),
      returned('b', { sheet_name: 'Ben', shortage: 'Nurses' }),
      returned('c', { sheet_name: 'Cem', shortage: ' nurses. ' }),
    ]
    const linesOf = (own: Course): string[] => {
      const page = fromHtml(collectedOverview(collectSheets(files, own), own, 'w.xlsx', ''))
      return all(all(page, 'texts')[0] as Element, null, 'li').map((item) =>
        item.children.map((child) => toText(child as Element)).join(' | '),
      )
    }
    expect(linesOf(courseWith([{ ...horizonSheet(), group: false }]))).toEqual(['Ben · Cem | Nurses', 'Ana | Time'])
    expect(linesOf(courseWith([{ ...horizonSheet(), anonymous: true }]))).toEqual(['Nurses | × 2', 'Time'])
  })

  it('shows the file of a sheet only where nothing else tells whose it is', () => {
    expect(all(tree, 'who').map((list) => toText(list))[0]).toContain('c.json')
    expect(all(tree, 'who').map((list) => toText(list))[0]).not.toMatch(/a\.json|b\.json/)
  })

  it('names what was not read, as text and not as markup', () => {
    expect(all(tree, 'left-out-file').map((file) => toText(file))).toEqual(['<photo>.jpg'])
  })

  it('tells nobody who wrote what on a sheet without names', () => {
    const anonymous = courseWith([{ ...horizonSheet(), anonymous: true }])
    const page = collectedOverview(collectSheets([returned('zoe.json', { shortage: 'Nurses' })], anonymous), anonymous, 'w.xlsx', '')
    expect(/zoe|Sheet 1/.test(page)).toBe(false)
    expect(page).toContain('Nurses')
  })

  it('runs from right to left in Arabic', () => {
    const arabic = courseWith([arabicSheet()], { language: 'ar' })
    const page = collectedOverview(collectSheets([returned('a', { shortage: 'نقص' })], arabic), arabic, 'w.xlsx', '')
    expect(page).toContain('<html lang="ar" dir="rtl">')
  })
})

/** Elements with a class or of a tag, in order. */
function all(from: Root | Element, kind: string | null, tag?: string): Element[] {
  const found: Element[] = []
  visit(from, 'element', (element) => {
    const classes = element.properties.className
    const fits = kind === null || (Array.isArray(classes) && classes.includes(kind))
    if (fits && (tag === undefined || element.tagName === tag)) found.push(element)
  })
  return found
}
