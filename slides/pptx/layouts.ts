/** The layouts of slides to edit, as data: where each placeholder stands on the frame of 1280 x 720 px and how it is set. */
import { type Colour, FRAME } from './look.ts'

/** px of the frame. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type LayoutName =
  | 'title'
  | 'section'
  | 'content'
  | 'twoColumns'
  | 'statement'
  | 'question'
  | 'figure'
  | 'case'
  | 'data'
  | 'numbers'
  | 'table'
  | 'process'
  | 'processRows'
  | 'activity'
  | 'part'
  | 'imprint'

/** The place of a number or step among its like, from 1. */
export type Place = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The name of a placeholder in its layout and on every slide made of it. */
export type PartName =
  | 'Title'
  | 'Over'
  | 'Text'
  | 'Second text'
  | 'Lead'
  | 'After'
  | 'Who'
  | 'First label'
  | 'Second label'
  | 'Picture'
  | 'Caption'
  | 'Label'
  | 'Minutes'
  | 'Facts'
  | 'Number'
  | `Number ${Place}`
  | `Text ${Place}`
  | `Step ${Place}`
  | 'Steps'
  | 'Table'
  | 'Course'
  | 'Version'
  | 'Sources'
  | 'Foot'
  | 'Slide number'

export interface Placeholder {
  name: PartName
  type: 'title' | 'body' | 'pic' | 'tbl' | 'ftr' | 'sldNum'
  box: Box
  /** px */
  size: number
  colour: Colour
  bold?: boolean
  /** The face of large sentences rather than that of titles and lists. */
  sentence?: boolean
  anchor?: 't' | 'ctr' | 'b'
  /** At the end of the line: the right where text runs from the left. */
  atEnd?: boolean
  /** Filled, as a label or a panel. */
  fill?: Colour
  /** px between the edge of what is filled and its text. */
  inset?: number
  /** New paragraphs are items of a list. */
  list?: boolean
}

export interface Layout {
  name: LayoutName
  /** PowerPoint's own name of the kind, where it has one. */
  kind?: 'title' | 'secHead' | 'obj' | 'twoObj'
  ground: Colour
  /** Coloured boxes behind the text. */
  bars: readonly { box: Box; colour: Colour }[]
  placeholders: readonly Placeholder[]
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

const BAR = { box: box(80, 0, 76, 12), colour: 'brand' } as const
const RULE = { box: box(80, 164, 1120, 3), colour: 'brand' } as const

const title = (own: Partial<Placeholder> = {}): Placeholder => ({
  name: 'Title',
  type: 'title',
  box: box(80, 50, 1120, 104),
  size: 40,
  colour: 'brand',
  bold: true,
  anchor: 'b',
  ...own,
})
const body = (name: PartName, at: Box, own: Partial<Placeholder> = {}): Placeholder => ({
  name,
  type: 'body',
  box: at,
  size: 34,
  colour: 'text',
  ...own,
})
const over = (own: Partial<Placeholder> = {}): Placeholder =>
  body('Over', box(80, 20, 1120, 28), { size: 20, bold: true, colour: 'textSoft', ...own })
const foot = (x = 80): Placeholder[] => [
  body('Sources', box(x, 618, 1200 - x, 50), { size: 20, colour: 'textSoft', anchor: 'b' }),
  { name: 'Foot', type: 'ftr', box: box(x, 676, 1100 - x, 28), size: 20, colour: 'textSoft' },
  { name: 'Slide number', type: 'sldNum', box: box(1110, 676, 90, 28), size: 20, colour: 'text', bold: true, atEnd: true },
]
const sentence = (own: Partial<Placeholder> = {}): Placeholder => title({ box: box(80, 112, 1040, 240), size: 60, sentence: true, ...own })

/** Where text may stand below the title: above the sources, if there are any. */
export const BODY_TOP = 190
export const BODY_END = { plain: 640, aboveSources: 606 } as const

/** The two halves of a case under its rule: what was done, and on a panel what came of it. */
export const CASE = { top: 167, label: 62, panelX: 652, panelWidth: 548, inset: 30, end: 600 } as const

/** Beside one another, in px: `count` columns with a gap between. */
export function columnsAcross(count: number, gap: number): { x: number; width: number }[] {
  const width = (1120 - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, column) => ({ x: 80 + column * (width + gap), width }))
}

/** Columns of numbers, and steps of a process. */
export const NUMBER_GAP = 44
export const STEP_GAP = 28
/** px of the disc with the number of a step, and from its top to the text under it. */
export const STEP_DISC = 56
export const STEP_TEXT = 74

const places: readonly Place[] = [1, 2, 3, 4, 5, 6, 7]

const aside = (name: 'Lead' | 'After', y: number): Placeholder =>
  body(name, box(80, y, 1100, 64), { size: name === 'Lead' ? 31 : 28, colour: 'textSoft' })
const numberColumns = (): Placeholder[] =>
  columnsAcross(4, NUMBER_GAP).flatMap(({ x, width }, index) => {
    const place = places[index] as Place
    return [
      body(`Number ${place}`, box(x, 290, width, 110), { size: 72, bold: true, colour: 'brand' }),
      body(`Text ${place}`, box(x, 406, width, 130), { size: 28 }),
    ]
  })

/** Texts of steps in rows of at most `across`; the numbered discs over them stand on the slide, which knows how many there are. */
const steps = (count: number, across: number, top: number, height: number): Placeholder[] =>
  places.slice(0, count).map((place, index) => {
    const { x, width } = columnsAcross(across, STEP_GAP)[index % across] as { x: number; width: number }
    const y = top + Math.floor(index / across) * height
    return body(`Step ${place}`, box(x, y + STEP_TEXT, width, height - STEP_TEXT - 24), { size: 28 })
  })

/** px of a course's logo: no higher and no wider, and the white plate around it where it has none for dark grounds. */
export const LOGO = {
  title: { height: 64, most: 300, plate: 10, middle: 653 },
  imprint: { height: 72, most: 360, gap: 40 },
} as const

/** In the order of PowerPoint's menu of layouts. */
export const layouts: readonly Layout[] = [
  {
    name: 'title',
    kind: 'title',
    ground: 'cover',
    bars: [{ box: box(80, 604, 1120, 2), colour: 'onCover' }],
    placeholders: [
      body('Over', box(80, 110, 1120, 46), { size: 34, colour: 'onCover', anchor: 'b' }),
      title({ box: box(80, 166, 1120, 216), size: 72, colour: 'onCover', anchor: 't' }),
      body('Lead', box(80, 404, 960, 180), { size: 30, colour: 'onCover', sentence: true }),
      body('Course', box(80, 622, 780, 70), { size: 22, colour: 'onCover' }),
      body('Version', box(880, 622, 320, 70), { size: 22, colour: 'onCover', atEnd: true }),
    ],
  },
  {
    name: 'section',
    kind: 'secHead',
    ground: 'panel',
    bars: [{ box: box(404, 190, 12, 190), colour: 'brand' }],
    placeholders: [
      body('Number', box(80, 190, 300, 190), { size: 140, bold: true, colour: 'accent', anchor: 'ctr' }),
      title({ box: box(456, 170, 744, 230), size: 56, anchor: 'ctr' }),
      body('Text', box(80, 440, 1120, 220), { size: 26, anchor: 'b', list: true }),
      ...foot(),
    ],
  },
  {
    name: 'content',
    kind: 'obj',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [over(), title(), body('Text', box(80, BODY_TOP, 1120, BODY_END.plain - BODY_TOP), { list: true }), ...foot()],
  },
  {
    name: 'twoColumns',
    kind: 'twoObj',
    ground: 'page',
    bars: [BAR, RULE, { box: box(639, BODY_TOP, 2, 420), colour: 'rule' }],
    placeholders: [
      over(),
      title(),
      body('Text', box(80, BODY_TOP, 526, BODY_END.plain - BODY_TOP), { list: true }),
      body('Second text', box(674, BODY_TOP, 526, BODY_END.plain - BODY_TOP), { list: true }),
      ...foot(),
    ],
  },
  {
    name: 'statement',
    ground: 'page',
    bars: [BAR],
    placeholders: [over(), sentence(), body('Text', box(80, 378, 1000, 232)), ...foot()],
  },
  {
    name: 'question',
    ground: 'page',
    bars: [{ box: box(80, 0, 1120, 12), colour: 'mark' }],
    placeholders: [
      over({ box: box(80, 44, 160, 38), size: 22, colour: 'onMark', fill: 'mark', anchor: 'ctr' }),
      sentence({ size: 56, colour: 'text' }),
      body('Text', box(80, 378, 1000, 232)),
      ...foot(),
    ],
  },
  {
    name: 'figure',
    ground: 'page',
    bars: [BAR],
    placeholders: [
      over(),
      title({ box: box(80, 48, 1120, 78) }),
      body('Text', box(80, 134, 1120, 44), { size: 28, colour: 'textSoft' }),
      { name: 'Picture', type: 'pic', box: box(80, 186, 1120, 400), size: 22, colour: 'textSoft' },
      body('Caption', box(80, 594, 1120, 34), { size: 20, colour: 'textSoft', anchor: 'b' }),
      ...foot(),
    ],
  },
  {
    name: 'case',
    ground: 'page',
    bars: [{ ...BAR, colour: 'accent' }, RULE],
    placeholders: [
      over({ colour: 'accent' }),
      title({ box: box(80, 50, 1120, 62) }),
      body('Who', box(80, 116, 1120, 40), { size: 28, colour: 'textSoft', anchor: 'b' }),
      body('First label', box(80, CASE.top, 490, CASE.label), { size: 22, bold: true, colour: 'accent', anchor: 'ctr' }),
      body('Text', box(80, CASE.top + CASE.label, 490, CASE.end - CASE.top - CASE.label), { list: true }),
      body('Second label', box(CASE.panelX, CASE.top, CASE.panelWidth, CASE.label), {
        size: 22,
        bold: true,
        colour: 'accent',
        anchor: 'ctr',
        fill: 'panel',
        inset: CASE.inset,
      }),
      body('Second text', box(CASE.panelX, CASE.top + CASE.label, CASE.panelWidth, CASE.end - CASE.top - CASE.label), {
        list: true,
        fill: 'panel',
        inset: CASE.inset,
      }),
      ...foot(),
    ],
  },
  {
    name: 'data',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [
      over(),
      title(),
      aside('Lead', BODY_TOP),
      body('Number', box(80, 264, 1120, 210), { size: 190, bold: true, colour: 'brand' }),
      body('Text', box(80, 480, 900, 60), { size: 40 }),
      aside('After', 552),
      ...foot(),
    ],
  },
  {
    name: 'numbers',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [over(), title(), aside('Lead', BODY_TOP), ...numberColumns(), aside('After', 552), ...foot()],
  },
  {
    name: 'table',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [
      over(),
      title(),
      { name: 'Table', type: 'tbl', box: box(80, BODY_TOP, 1120, BODY_END.aboveSources - BODY_TOP), size: 28, colour: 'text' },
      ...foot(),
    ],
  },
  {
    name: 'process',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [over(), title(), aside('Lead', BODY_TOP), ...steps(5, 5, 280, 260), aside('After', 552), ...foot()],
  },
  {
    name: 'processRows',
    ground: 'page',
    bars: [BAR, RULE],
    placeholders: [over(), title(), aside('Lead', BODY_TOP), ...steps(7, 4, 260, 146), aside('After', 552), ...foot()],
  },
  {
    name: 'activity',
    ground: 'page',
    bars: [
      { box: box(0, 0, 298, 720), colour: 'panel' },
      { box: box(298, 0, 12, 720), colour: 'accent' },
    ],
    placeholders: [
      body('Label', box(40, 50, 246, 40), { size: 26, bold: true, colour: 'accent' }),
      title({ box: box(366, 44, 834, 96), anchor: 't' }),
      body('Minutes', box(40, 96, 246, 76), { size: 52, bold: true, colour: 'text' }),
      body('Text', box(366, 150, 834, 60), { size: 24, colour: 'textSoft' }),
      { name: 'Steps', type: 'tbl', box: box(366, 222, 834, 390), size: 28, colour: 'text' },
      body('Facts', box(40, 300, 240, 372), { size: 22, anchor: 'b' }),
      ...foot(366),
    ],
  },
  {
    name: 'part',
    ground: 'panel',
    bars: [BAR],
    placeholders: [over(), sentence(), body('Text', box(80, 378, 1000, 232)), ...foot()],
  },
  {
    name: 'imprint',
    ground: 'panel',
    bars: [BAR, RULE],
    placeholders: [title(), body('Text', box(80, BODY_TOP, 1120, BODY_END.plain - BODY_TOP), { size: 24 }), ...foot()],
  },
]

/** The layout of this name. */
export function layoutOf(name: LayoutName): Layout {
  return layouts.find((layout) => layout.name === name) as Layout
}

/** The placeholder of this name in a layout. */
export function placeholderOf(layout: LayoutName, name: string): Placeholder | undefined {
  return layoutOf(layout).placeholders.find((placeholder) => placeholder.name === name)
}

/** The number by which a slide's part finds its placeholder; titles need none. */
export function indexOf(layout: LayoutName, { name }: Placeholder): number {
  return 10 + layoutOf(layout).placeholders.findIndex((placeholder) => placeholder.name === name)
}

/** The box as it stands where text runs from the right. */
export function placed({ x, y, width, height }: Box, direction: 'ltr' | 'rtl'): Box {
  return direction === 'ltr' ? { x, y, width, height } : { x: FRAME.width - x - width, y, width, height }
}
