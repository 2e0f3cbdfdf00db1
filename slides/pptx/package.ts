/**
 * A deck as PowerPoint slides that can be edited, by pptxgenjs. What that library leaves undone (placeholders, layouts, theme, notes as
 * paragraphs) is done to its parts in parts.ts. Drawings come as PNG at twice the size they stand at: older PowerPoint shows no SVG,
 * and the fonts in one would be missing wherever it does.
 */
import { createRequire } from 'node:module'
import type Library from 'pptxgenjs'
import { lookOf } from '../../look/look.ts'
import { type Box, type LayoutName, layouts, placed, placeholderOf } from './layouts.ts'
import { type Colour, inches, type OfficeLook, officeLook, points, proofingLanguage } from './look.ts'
import type { PptxDeck, PptxSlide, SlideObject } from './model.ts'
import type { Cell, Paragraph, Run } from './text.ts'

/** A drawing as PNG: the base64 of its bytes and its size in px. */
export interface Picture {
  base64: string
  width: number
  height: number
}

/** A drawing and the room it has on its slide, in px. */
export interface PictureWanted {
  drawing: string
  width: number
  height: number
}

// its types say that the class is the default export of a CommonJS package; it is the package itself
const Generator = createRequire(import.meta.url)('pptxgenjs') as typeof Library.default
type Slide = Library.default.Slide
type TextProps = Library.default.TextProps
type TextOptions = Library.default.TextPropsOptions
type TableCell = Library.default.TableCell

/** Every drawing a deck needs, once. */
export function picturesWanted({ slides }: PptxDeck): PictureWanted[] {
  const wanted = new Map<string, PictureWanted>()
  for (const object of slides.flatMap(({ objects }) => objects)) {
    if (object.kind !== 'picture') continue
    const { width, height } = object.box
    const before = wanted.get(object.drawing)
    wanted.set(object.drawing, {
      drawing: object.drawing,
      width: Math.max(width, before?.width ?? 0),
      height: Math.max(height, before?.height ?? 0),
    })
  }
  return [...wanted.values()]
}

/** The package as pptxgenjs writes it: a zip, to be finished by `finishedParts`. `pictures` by their drawing. */
export async function pptxPackage(deck: PptxDeck, pictures: ReadonlyMap<string, Picture>): Promise<Uint8Array> {
  const file = new Generator()
  file.layout = 'LAYOUT_WIDE'
  file.rtlMode = deck.course.direction === 'rtl'
  // the library has a first layout of its own, which becomes ours
  for (const { name } of layouts.slice(1)) file.defineSlideMaster({ title: name })
  for (const title of new Set(deck.slides.map(({ section }) => section))) file.addSection({ title })
  const look = officeLook(lookOf(deck.course.look))
  const numbers = new Map(deck.slides.map(({ id }, index) => [id, index + 1]))
  for (const slide of deck.slides) {
    const own = file.addSlide({ sectionTitle: slide.section, ...(slide.layout === layouts[0]?.name ? {} : { masterName: slide.layout }) })
    for (const object of slide.objects) addObject(own, object, { slide, deck, numbers, pictures, look })
    if (slide.notes.length > 0) own.addNotes(slide.notes.join('\n'))
  }
  return (await file.write({ outputType: 'uint8array' })) as Uint8Array
}

interface Context {
  slide: PptxSlide
  deck: PptxDeck
  /** Of slides by id. */
  numbers: ReadonlyMap<string, number>
  pictures: ReadonlyMap<string, Picture>
  look: OfficeLook
}

function addObject(own: Slide, object: SlideObject, context: Context): void {
  if (object.kind === 'text') addText(own, object, context)
  else if (object.kind === 'table') addTable(own, object, context)
  else if (object.kind === 'picture') addPicture(own, object, context)
  else if (object.kind === 'disc') addDisc(own, object, context)
  else {
    // an arrow points in the direction of reading
    const arrow = context.slide.direction === 'rtl' ? 'leftArrow' : 'rightArrow'
    own.addShape(object.kind === 'arrow' ? arrow : 'rect', {
      ...placeOf(object.box, context),
      fill: { color: context.look.themeColour(object.colour) },
      objectName: object.name,
    })
  }
}

function placeOf(box: Box, { slide }: Context): { x: number; y: number; w: number; h: number } {
  const { x, y, width, height } = placed(box, slide.direction)
  return { x: inches(x), y: inches(y), w: inches(width), h: inches(height) }
}

/** Where something stands: its own box, else its placeholder's. */
export function boxOf(object: SlideObject, layout: LayoutName): Box {
  return object.box ?? (placeholderOf(layout, object.name)?.box as Box)
}

// ---- text -------------------------------------------------------------------------------------------------------

function addText(own: Slide, object: Extract<SlideObject, { kind: 'text' }>, context: Context): void {
  const { paragraphs, size, space, name } = object
  const texts = paragraphs.flatMap((paragraph, index) => {
    const last = index === paragraphs.length - 1
    return paragraphTexts(paragraph, { size, space: index === 0 ? 0 : space, last }, context)
  })
  const place = placeOf(boxOf(object, context.slide.layout), context)
  own.addText(texts, { ...place, objectName: name, margin: 0, valign: 'top' })
}

function paragraphTexts(
  { runs, list, level, start, size: own, space: above }: Paragraph,
  around: { size: number; space: number; last: boolean },
  context: Context,
): TextProps[] {
  const size = own ?? around.size * (1 - 0.1 * Math.min(level, 3))
  const indent = points(size * 1.15)
  const sign =
    list === 'number' ? { type: 'number' as const, style: 'arabicPlain' as const, numberStartAt: start ?? 1 } : { characterCode: '2013' }
  const first: TextOptions = {
    ...(list ? { bullet: { ...sign, indent } } : {}),
    ...(level > 0 ? { indentLevel: level } : {}),
    ...(context.slide.direction === 'rtl' ? { rtlMode: true } : {}),
    paraSpaceBefore: points(above ?? around.space),
  }
  return runs.map((run, index) => ({
    text: run.text,
    options: {
      ...runOptions(run, size, context),
      ...(index === 0 ? first : {}),
      ...(index === runs.length - 1 && !around.last ? { breakLine: true } : {}),
    },
  }))
}

function runOptions(run: Run, size: number, { slide, numbers, look }: Context): TextOptions {
  const target = run.link?.startsWith('#') ? numbers.get(run.link.slice(1)) : undefined
  const link = target ? { slide: target } : run.link && !run.link.startsWith('#') ? { url: run.link } : null
  return {
    fontSize: points(run.size ?? size),
    lang: proofingLanguage(slide.language),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.struck ? { strike: 'sngStrike' as const } : {}),
    ...(run.raised ? { superscript: true } : {}),
    ...(run.code ? { fontFace: 'Courier New' } : {}),
    ...(run.colour ? { color: look.themeColour(run.colour) } : {}),
    ...(run.newLine ? { softBreakBefore: true } : {}),
    ...(link ? { hyperlink: link } : {}),
  }
}

function addDisc(own: Slide, { text, size, box, name }: Extract<SlideObject, { kind: 'disc' }>, context: Context): void {
  const { look, slide } = context
  const rtl = slide.direction === 'rtl' ? { rtlMode: true } : {}
  own.addText([{ text, options: { ...runOptions({ text, bold: true, colour: 'onBrand' }, size, context), ...rtl, align: 'center' } }], {
    ...placeOf(box, context),
    shape: 'ellipse',
    fill: { color: look.themeColour('brand') },
    objectName: name,
    margin: 0,
    valign: 'middle',
  })
}

// ---- tables -----------------------------------------------------------------------------------------------------

const NONE = { type: 'none' as const }

function addTable(own: Slide, object: Extract<SlideObject, { kind: 'table' }>, context: Context): void {
  const { head, rows, size, widths, heights, name, box } = object
  const all = head.length > 0 ? [head, ...rows] : rows
  const cells = all.map((row, rowIndex) =>
    row.map((cell, column): TableCell => {
      const isHead = head.length > 0 && rowIndex === 0
      const lastColumn = column === row.length - 1
      return {
        text: cellTexts(isHead ? cell.map((run) => ({ colour: 'brand', bold: true, ...run })) : cell, size, context),
        options: {
          border: [
            rowIndex === 0 ? line('brand', 2.25, context) : NONE,
            NONE,
            rowIndex === all.length - 1 && head.length > 0
              ? line('brand', 2.25, context)
              : line(isHead ? 'textSoft' : 'rule', 0.75, context),
            NONE,
          ],
          margin: [inches(size * 0.25), lastColumn ? 0 : inches(16), inches(size * 0.25), 0],
          valign: 'top',
          align: (name === 'Steps' && lastColumn) === (context.slide.direction === 'ltr') ? 'right' : 'left',
        },
      }
    }),
  )
  own.addTable(cells, { ...placeOf(box, context), colW: widths.map(inches), rowH: heights.map(inches), objectName: name })
}

function line(colour: Colour, pt: number, { look }: Context): Library.default.BorderProps {
  return { type: 'solid', color: look.themeColour(colour), pt }
}

function cellTexts(cell: Cell, size: number, context: Context): TableCell[] {
  const rtl = context.slide.direction === 'rtl' ? { rtlMode: true } : {}
  return cell.map((run) => ({
    text: run.text,
    options: { color: context.look.themeColour('text'), ...runOptions(run, size, context), ...rtl } as Library.default.TableCellProps,
  }))
}

// ---- pictures ---------------------------------------------------------------------------------------------------

/** As large as its box allows, in the middle of it. */
function addPicture(own: Slide, object: Extract<SlideObject, { kind: 'picture' }>, context: Context): void {
  const picture = context.pictures.get(object.drawing)
  if (!picture) return
  const { box, alt, name } = object
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  const fitted = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
  own.addImage({ data: `data:image/png;base64,${picture.base64}`, ...placeOf(fitted, context), altText: alt, objectName: name })
}
