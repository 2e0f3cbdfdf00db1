/** The press, and what is done to its PDFs afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishPdf, type PdfFacts } from '../../scripts/finish-pdf.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { embeddedFonts, foreignFonts } from '../../scripts/print-fonts.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { bareText, pageRuns } from './pdf-text.ts'

const facts: PdfFacts = {
  title: 'Bread & <salt>: العنوان',
  language: 'en',
  publisher: 'Test kitchen',
  description: 'A document for the tests',
  licence: 'CC BY 4.0',
  course: 'bread',
  version: '1.0.0 (0123abcd)',
}
let press: Press

beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press?.close())

function document(body: string, css = ''): string {
  const fonts = embeddedFonts(body)
  return `<!doctype html><html lang="en"><title>t</title><style>${fonts} body { font-family: 'Source Serif 4' } ${css}</style>${body}`
}

describe('press', () => {
  it.each([
    ['a picture of the web', '<img src="http://127.0.0.1:9/picture.png">'],
    ['a style sheet of the web', '<link rel="stylesheet" href="https://127.0.0.1:9/style.css">'],
    ['a file of this machine', '<img src="file:///etc/hostname">'],
  ])('refuses a document that asks for %s', async (_name, body) => {
    await expect(press.print(document(body))).rejects.toThrow(
      /Unexpected request for (https?|file):.*expected a document that holds all it shows/,
    )
  })

  it('loads a font that only a margin box uses', async () => {
    const css = "@page { margin: 20mm; @bottom-right { content: 'page ' counter(page); font-family: 'Source Sans 3'; font-weight: 700 } }"
    const { fonts } = await readPdf(await press.print(document('<p>Text</p>', css)))
    expect(foreignFonts(fonts)).toEqual([])
    expect(fonts.map(({ name }) => name).some((name) => /^SourceSans3.*Bold$/.test(name))).toBe(true)
  })

  it('tells a sign that no font of ours holds', async () => {
    const { fonts } = await readPdf(await press.print(document('<p>Text \u2603</p>')))
    expect(foreignFonts(fonts)).toHaveLength(1)
  })

  it('prints several documents at a time, each its own', async () => {
    const names = ['one', 'two', 'three', 'four', 'five']
    const pdfs = await Promise.all(names.map((name) => press.print(document(`<h1>${name}</h1>`))))
    const texts = await Promise.all(pdfs.map(async (pdf) => bareText((await pageRuns(pdf))[0] ?? [])))
    expect(texts).toEqual(names)
  })

  it('measures inside the document, afresh each time', async () => {
    const html = document('<div style="width: 50%; height: 10px"></div><script>globalThis.count = (globalThis.count ?? 0) + 1</script>')
    const look = (factor: number) => {
      const box = globalThis.document.querySelector('div')?.getBoundingClientRect()
      return { width: (box?.width ?? 0) * factor, count: (globalThis as { count?: number }).count }
    }
    const options = { viewport: { width: 816, height: 600 } }
    expect(await press.measure(html, look, 2, options)).toEqual({ width: 800, count: 1 })
    expect(await press.measure(html, look, 1, options)).toEqual({ width: 400, count: 1 })
  })

  it('tells a table too wide for its page, with its place', async () => {
    const wide = '<div data-source="modules/a.md:7"><table style="width: 900px"><tr><td>x</table></div>'
    expect((await press.printAndTell(document(wide), { textWidth: 178 })).tooWide).toEqual(['modules/a.md:7'])
    expect((await press.printAndTell(document('<table><tr><td>x</table>'), { textWidth: 178 })).tooWide).toEqual([])
  })
})

describe('finishing', () => {
  const body = `<h1>Head</h1><p id="place">Text <a href="#place">to the <em>place</em></a>, <a href="https://example.org/">example</a>
    and <a href="#place" aria-label="back to the place">here</a></p><h2>Second</h2><p>More</p>`

  it('writes title, language and Dublin Core, escaped', async () => {
    const { pdf } = await finishPdf(await press.print(document(body)), facts)
    const reading = await readPdf(pdf)
    expect(reading).toMatchObject({ title: facts.title, language: 'en', tagged: true, pages: 1 })
    expect(reading.xmp).toContain('Bread &#38; &#60;salt&#62;: العنوان')
    expect(reading.xmp).toContain('<dc:source>bread</dc:source>')
  })

  it('describes each link with its own text', async () => {
    const printed = await press.printAndTell(document(body))
    const { reading } = await finishPdf(printed.pdf, facts, printed)
    expect(reading.links.map(({ uri, destination, contents }) => ({ to: uri ?? destination, contents }))).toEqual([
      // one link in two runs of text is two annotations
      { to: 'place', contents: 'to the place' },
      { to: 'place', contents: 'to the place' },
      { to: 'https://example.org/', contents: 'example' },
      { to: 'place', contents: 'back to the place' },
    ])
  })

  it('names the outline as the headings read, in every direction and over line ends', async () => {
    const text = `<h1 style="width: 3cm">A heading of several lines</h1><h2 dir="rtl" lang="ar">ماذا تقول الحرارة؟</h2><p>Text</p>`
    const printed = await press.printAndTell(document(text))
    const { reading } = await finishPdf(printed.pdf, facts, printed)
    expect(reading.outline.map(({ title }) => title)).toEqual(['A heading of several lines', 'ماذا تقول الحرارة؟'])
  })

  it('keeps tags, outline and destinations', async () => {
    const { reading } = await finishPdf(await press.print(document(body)), facts)
    expect(reading.outline.map(({ title, level, page }) => [title, level, page])).toEqual([
      ['Head', 1, 1],
      ['Second', 2, 1],
    ])
    expect([...reading.destinations.keys()]).toEqual(['place'])
  })

  it('gives the same bytes for two prints a second apart', async () => {
    const first = await press.print(document(body))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await press.print(document(body))
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
    const [one, two] = await Promise.all([finishPdf(first, facts), finishPdf(second, facts)])
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
  })

  it('gives the same bytes in whatever order the browser names the cells of a table', async () => {
    const heads = Array.from({ length: 40 }, (_, index) => `<tr><th scope="row">${index}<td>x</tr>`).join('')
    const printed = Buffer.from(await press.print(document(`<table><tr><th scope="col">A<th scope="col">B</tr>${heads}</table>`)))
    const text = printed.toString('latin1')
    const names = [...new Set([...text.matchAll(/\(node(\d{8})\)/g)].map(([, name = '']) => name))].sort()
    expect(names.length).toBeGreaterThan(40)
    const other = new Map(names.map((name, index) => [name, names.at(-1 - index) ?? '']))
    const shuffled = Buffer.from(
      text.replace(/\(node(\d{8})\)/g, (_, name: string) => `(node${other.get(name)})`),
      'latin1',
    )
    expect(shuffled.equals(printed)).toBe(false)
    const [one, two] = await Promise.all([finishPdf(printed, facts), finishPdf(shuffled, facts)])
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
  })

  it('refuses a link to a file of this machine', async () => {
    const printed = await press.print(document('<a href="file:///tmp/secret.html">leak</a>'))
    await expect(finishPdf(printed, facts)).rejects.toThrow(/Unexpected link to file:.*expected an address of the web/)
  })
})
