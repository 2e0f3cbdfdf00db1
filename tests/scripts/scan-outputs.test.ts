import { join } from 'node:path'
import { zipSync } from 'fflate'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { checkOutputs } from '../../course/check.ts'
import type { Course } from '../../course/course.ts'
import { type Reading, readCourse } from '../../course/read-course.ts'
import { leaksInFiles } from '../../scripts/scan-outputs.ts'
import { layered, listed } from '../course/cases.ts'

/** Words only facilitators may see in the base course, in its notes. */
const secret = 'Let the tap drip while you speak.'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

let reading: Reading
let course: Course
beforeAll(async () => {
  reading = await readCourse(layered(join(import.meta.dirname, '../course/rules/base'), ''))
  course = reading.courses.get('en') as Course
})

async function pdfOf(lines: string[], title = ''): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage()
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 50, y: 700 - at * 20, font, size: 12 })
  document.setTitle(title)
  return document.save()
}

test('a planted sentence is found in a page, a deck, a script, a PDF and a pack, at the place it was written', async () => {
  const files = new Map([
    ['en/participant/taps.html', bytes(`<p>Let the <em>tap</em> drip while you speak.</p>`)],
    ['en/participant/slides/taps.html', bytes(`<script>window.deck = ${JSON.stringify({ notes: secret })}</script>`)],
    ['en/participant/search.js', bytes(`index(${JSON.stringify([secret])})`)],
    ['en/participant/worksheets/w-parts.pdf', await pdfOf(['Let the tap drip', 'while you speak.'])],
    ['en/participant/worksheets/w-title.pdf', await pdfOf(['Nothing.'], secret)],
    [
      'packs/taps-en-participant.zip',
      zipSync({
        'a/index.html': bytes(`<p title="${secret}">Nothing</p>`),
        'a/w.pdf': await pdfOf([secret]),
        'a/in.zip': zipSync({ 'b.txt': bytes(secret) }),
      }),
    ],
    ['en/participant/clean.html', bytes('<p>Let the tap drip.</p>')],
  ])
  const leaks = await leaksInFiles(course, files)
  expect(leaks.map((leak) => leak.path)).toEqual([
    'en/participant/taps.html',
    'en/participant/slides/taps.html',
    'en/participant/search.js',
    'en/participant/worksheets/w-parts.pdf',
    'en/participant/worksheets/w-title.pdf',
    'packs/taps-en-participant.zip: a/index.html',
    'packs/taps-en-participant.zip: a/w.pdf',
    'packs/taps-en-participant.zip: a/in.zip: b.txt',
  ])
  const [first] = listed(checkOutputs(reading, { leaks })).split('\n')
  expect(first).toBe(
    'modules/01-taps/1-washers.md:33:1 participant-edition-is-clean Unexpected sentence for facilitators in en/participant/search.js, expected it in no participant output: "Let the tap drip while you speak."',
  )
})

test('pictures and fonts are not looked into', async () => {
  expect(
    await leaksInFiles(
      course,
      new Map([
        ['a.png', bytes(secret)],
        ['a.woff2', bytes(secret)],
      ]),
    ),
  ).toEqual([])
})
