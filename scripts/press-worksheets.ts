/** Worksheets from course to files: the press prints each sheet, its form is added, and what did not fit is found. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Course, Drawings, Edition, Language, Worksheet } from '../course/course.ts'
import type { SheetMeasure } from '../course/measurements.ts'
import { PAPERS, type Paper, sheetName } from '../course/papers.ts'
import { type OwnFontFile, type Script, scriptOf } from '../look/fonts.ts'
import { lookOf } from '../look/look.ts'
import type { Look } from '../look/tokens.ts'
import { addForm, type FieldBox, readBoxes } from '../worksheets/acro-form.ts'
import { fieldFont } from '../worksheets/field-font.ts'
import { formFields } from '../worksheets/form-fields.ts'
import { interactiveSheet, type SheetScript } from '../worksheets/interactive.ts'
import { measureSheets, type Print, roomsToTry } from '../worksheets/measure-sheets.ts'
import { type Room, SETTING, sheet, sheetSetting, sheetTitle } from '../worksheets/sheet.ts'
import { hasAnswers } from '../worksheets/sheet-body.ts'
import { bundleSheetPlayer } from './bundle-sheet-player.ts'
import { finishPdf, type PdfFacts } from './finish-pdf.ts'
import type { Press, Print as PressPrint } from './press.ts'
import { type AnyFont, fontFaceCss } from './read-fonts.ts'
import { loadPdf } from './read-pdf.ts'
import { START_OF_KIT } from './start-page.ts'

const packages = join(import.meta.dirname, '..', 'node_modules')
const encoder = new TextEncoder()
const fieldFonts = new Map<string, Uint8Array>()

/** A sheet as PDF, with where its form fields stand. */
export interface PressedSheet {
  pdf: Uint8Array
  pages: number
  boxes: FieldBox[]
}

/** A file of a worksheet; lies in `dist/<language>/worksheets/`. */
export interface WorksheetFile {
  /** Such as `w-horizon.answers.pdf`. */
  name: string
  worksheet: string
  kind: 'worksheet' | 'worksheet-answers'
  audience: 'all' | 'facilitator'
  /** Id of the module that holds the worksheet; that of the annexes for one of an annex. */
  module: string | null
  bytes: Uint8Array
  /** Of an interactive page: the same for a folder that has the fonts beside it; null for a PDF. */
  linked: Uint8Array | null
  /** Null for the interactive page. */
  pages: number | null
}

/**
 * Every worksheet of a course in its language: `<id>.pdf` to fill in, the same for US Letter and in large print (`sheetName`),
 * `<id>.html` for phone and laptop and, where there are answers, `<id>.answers.pdf`; with what did not fit on the paper (rule `worksheet-fits-page`).
 * `done` is called after each worksheet.
 */
export async function pressWorksheets(
  course: Course,
  drawings: Drawings,
  press: Press,
  done: (worksheet: Worksheet) => void = () => {},
): Promise<{ files: WorksheetFile[]; measures: SheetMeasure[] }> {
  const player = await bundleSheetPlayer()
  const made = await Promise.all(
    course.worksheets.map(async (worksheet) => {
      const [filled, answers] = await Promise.all([
        pressPapers(worksheet, course, 'participant', drawings, press),
        hasAnswers(worksheet) ? pressSheet(worksheet, course, 'facilitator', drawings, press) : null,
      ])
      const page = writeInteractive(worksheet, course, drawings, player)
      const linked = writeInteractive(worksheet, course, drawings, player, 'beside')
      done(worksheet)
      return { worksheet, filled, answers, page: encoder.encode(page), linked: encoder.encode(linked) }
    }),
  )
  return {
    files: made.flatMap((one) => filesOf(one, course)),
    measures: measureSheets(
      made.flatMap(({ worksheet, filled }) => [...filled].map(([paper, sheet]) => ({ worksheet, paper, ...sheet }))),
      course.language,
    ),
  }
}

interface MadeWorksheet {
  worksheet: Worksheet
  filled: ReadonlyMap<Paper, PressedSheet>
  answers: PressedSheet | null
  page: Uint8Array
  linked: Uint8Array
}

function filesOf({ worksheet, filled, answers, page, linked }: MadeWorksheet, course: Course): WorksheetFile[] {
  const module = course.targets.get(worksheet.id)?.module ?? null
  const audience = worksheet.audience === 'facilitator' ? 'facilitator' : 'all'
  const base = { worksheet: worksheet.id, module, kind: 'worksheet', audience, linked: null } as const
  return [
    ...[...filled].map(([paper, { pdf, pages }]) => ({ ...base, name: sheetName(worksheet.id, paper), bytes: pdf, pages })),
    { ...base, name: `${worksheet.id}.html`, bytes: page, linked, pages: null },
    ...(answers
      ? [
          {
            ...base,
            name: `${worksheet.id}.answers.pdf`,
            kind: 'worksheet-answers',
            audience: 'facilitator',
            bytes: answers.pdf,
            pages: answers.pages,
          } as const,
        ]
      : []),
  ]
}

/** The interactive edition of one worksheet, with the fonts its text needs inside, or `beside` it at `FONTS_BESIDE`. */
export function writeInteractive(
  worksheet: Worksheet,
  course: Course,
  drawings: Drawings,
  player: SheetScript,
  fonts: 'inside' | 'beside' = 'inside',
): string {
  const assets = { fontCss: '', drawings, startHref: START_OF_KIT }
  const bare = interactiveSheet(worksheet, course, assets, { code: '', hash: '' })
  return interactiveSheet(worksheet, course, { ...assets, fontCss: fontsFor(bare, course, fonts) }, player, fonts)
}

/** Where a plain edition keeps its fonts, as seen from its folder of worksheets. */
const FONTS_BESIDE = '../assets/fonts/'

/** Prints one worksheet on A4; edition `participant` is fillable, edition `facilitator` holds the answers. */
export async function pressSheet(
  worksheet: Worksheet,
  course: Course,
  edition: Edition,
  drawings: Drawings,
  press: Press,
): Promise<PressedSheet> {
  const pressed = await pressPapers(worksheet, course, edition, drawings, press, ['a4'])
  return pressed.get('a4') as PressedSheet
}

/** Prints one worksheet for several papers: laid out once, since that takes longer than printing it. */
export async function pressPapers(
  worksheet: Worksheet,
  course: Course,
  edition: Edition,
  drawings: Drawings,
  press: Press,
  papers: readonly Paper[] = PAPERS,
): Promise<Map<Paper, PressedSheet>> {
  const fontCss = fontsFor(sheet(worksheet, course, edition, { fontCss: '', drawings }), course)
  const printed = await press.printSettings(sheet(worksheet, course, edition, { fontCss, drawings }), async (print) => {
    const prints: [Paper, PressPrint][] = []
    for (const paper of papers) {
      const printIn = (room?: Room): Promise<PressPrint> => {
        const { root, css } = sheetSetting(worksheet, course, edition, paper, room)
        return print({ root, style: { id: SETTING, css } })
      }
      prints.push([paper, await (edition === 'facilitator' ? closer(printIn) : wellFilled(printIn, paper))])
    }
    return prints
  })
  return new Map(
    await Promise.all(
      printed.map(async ([paper, print]): Promise<[Paper, PressedSheet]> => [paper, await formed(print, worksheet, course, edition)]),
    ),
  )
}

/** A print with its metadata and its form. */
async function formed(printed: PressPrint, worksheet: Worksheet, course: Course, edition: Edition): Promise<PressedSheet> {
  // Places of form fields are links without words until the form is made.
  const told = { links: printed.links.filter((text) => text !== ''), headings: printed.headings }
  const look = { font: fieldFontFor(course.language, lookOf(course.look)), direction: course.direction }
  let boxes: FieldBox[] = []
  const { pdf, reading } = await finishPdf(printed.pdf, factsOf(worksheet, course, edition), told, async (document) => {
    boxes = await addForm(document, formFields(worksheet, course.language), look)
  })
  return { pdf, pages: reading.pages, boxes }
}

/** Prints until the sheet fills its pages well; a sheet of one page is printed once. */
async function wellFilled(printIn: (room?: Room) => Promise<PressPrint>, paper: Paper): Promise<PressPrint> {
  const first = await printIn()
  for (const room of roomsToTry(await readPrint(first.pdf), paper)) {
    const next = await printIn(room)
    if ((await readPrint(next.pdf)).pages <= room.pages) return next
  }
  return first
}

/** Answers that spill over a page are set closer, where that brings them home. */
async function closer(printIn: (room?: Room) => Promise<PressPrint>): Promise<PressPrint> {
  const first = await printIn()
  const { pages } = await readPrint(first.pdf)
  if (pages < 2) return first
  const next = await printIn({ pages: pages - 1, lost: 0, tight: true })
  return (await readPrint(next.pdf)).pages < pages ? next : first
}

async function readPrint(printed: Uint8Array): Promise<Print> {
  const document = await loadPdf(printed)
  return { boxes: readBoxes(document), pages: document.getPageCount() }
}

/** Sheets are set in the display font only; what is not printed in one need not travel with it. */
function fontsFor(html: string, course: Course, fonts: 'inside' | 'beside' = 'inside'): string {
  const look = lookOf(course.look)
  const { families, files } = look.fonts.display
  const own = new Set(files.map(({ family }) => family))
  const italic = SET_IN_ITALICS.test(html)
  // a font of the course may have no weight between regular and bold
  const wanted = ({ family, weight, style }: AnyFont): boolean =>
    families.includes(family) && (weight < 700 || own.has(family)) && (italic || style === 'normal')
  return fontFaceCss(look, [course.language], fonts === 'inside' ? 'embed' : 'link', FONTS_BESIDE, html, wanted)
}

const SET_IN_ITALICS = /<(?:em|i|cite|dfn|blockquote)[ >]/

function factsOf(worksheet: Worksheet, course: Course, edition: Edition): PdfFacts {
  return {
    title: sheetTitle(worksheet, course, edition),
    language: course.language,
    publisher: course.publisher,
    description: course.title,
    licence: course.licence,
    course: course.id,
    version: `${course.version} (${course.fingerprint})`,
  }
}

/**
 * The font people write with in PDF fields: that of labels, with the letters of the language's script and always the Latin ones. It lies
 * whole in every sheet, so it holds no script that nobody is asked to write; a reader draws what it lacks in a font of its own.
 */
export function fieldFontFor(language: Language, { fonts }: Look = lookOf(null)): Uint8Array {
  const script = scriptOf(language)
  const folders = script === 'arabic' ? FOLDERS.arabic : FOLDERS.european
  const folder = fonts.display.families.map((family) => folders[family]).find((name) => name !== undefined) ?? ''
  const own = fieldWeight(fonts.display.files)
  const key = [script, folder, ...own.map(({ data }) => data)].join(' ')
  const known = fieldFonts.get(key)
  if (known) return known
  const files = SUBSETS[script].map((subset) =>
    readFileSync(join(packages, '@fontsource', folder, 'files', `${folder}-${subset}-400-normal.woff`)),
  )
  const font = fieldFont(files, { wanted: isWritten, own })
  fieldFonts.set(key, font)
  return font
}

/** The upright files of a font whose weight is nearest to regular. */
function fieldWeight(files: readonly OwnFontFile[]): OwnFontFile[] {
  const upright = files.filter(({ style }) => style === 'normal')
  const distance = ({ weight, heaviest }: OwnFontFile) => Math.max(weight - 400, 400 - heaviest, 0)
  const least = Math.min(...upright.map(distance))
  return upright.filter((file) => distance(file) === least)
}

const SUBSETS: Readonly<Record<Script, readonly string[]>> = {
  latin: ['latin', 'latin-ext'],
  cyrillic: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'],
  greek: ['latin', 'latin-ext', 'greek'],
  vietnamese: ['latin', 'latin-ext', 'vietnamese'],
  arabic: ['arabic', 'latin', 'latin-ext'],
}

/** Packages of the families that fields can be set in. */
const FOLDERS: Readonly<Record<'european' | 'arabic', Readonly<Record<string, string>>>> = {
  european: { 'Source Sans 3': 'source-sans-3', 'Source Serif 4': 'source-serif-4' },
  arabic: { 'Noto Sans Arabic': 'noto-sans-arabic', 'Noto Naskh Arabic': 'noto-naskh-arabic' },
}

function isWritten(point: number): boolean {
  return !RARE_LATIN.some(([from, to]) => point >= from && point <= to) || WRITTEN.has(point)
}

/** Letters of phonetics, philology and transliteration: two thirds of the extended Latin subset, which no orthography of today asks for. */
const RARE_LATIN = [
  [0x0180, 0x0217],
  [0x021c, 0x02ba],
  [0x02bd, 0x02c5],
  [0x02c8, 0x02d7],
  [0x02de, 0x02ff],
  [0x1d00, 0x1e7f],
  [0x2070, 0x209f],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
] as const
/** Letters among them that African languages, Azerbaijani and Vietnamese are written with. */
const WRITTEN = new Set([...'ƠơƯưṢṣƁɓƆɔƉɖƊɗƎǝƏəƐɛƑƒƓɠƔɣƖɩƘƙƝɲƱʊƲʋƳƴƷʒ'].map((letter) => letter.codePointAt(0) ?? 0))
