/** An outline as a simple TrueType glyph (OpenType 1.9, `glyf`), whatever format of font it comes from. */

export interface PathCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  args: number[]
}

interface Point {
  x: number
  y: number
  onCurve: boolean
}

/** The glyph of these commands times `scale`, and its left side; no bytes where nothing is drawn. */
export function simpleGlyph(commands: readonly PathCommand[], scale: number): { outline: Uint8Array<ArrayBuffer>; left: number } {
  const contours = contoursOf(commands).map((contour) =>
    contour.map(({ x, y, onCurve }) => ({ x: Math.round(x * scale), y: Math.round(y * scale), onCurve })),
  )
  const points = contours.flat()
  if (points.length === 0) return { outline: new Uint8Array(), left: 0 }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const data = new DataView(new ArrayBuffer(10 + contours.length * 2 + 2 + points.length * 5))
  let at = 0
  const write = (value: number): void => {
    data.setInt16(at, value)
    at += 2
  }
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]) write(value)
  let last = -1
  for (const { length } of contours) {
    last += length
    write(last)
  }
  write(0)
  for (const { onCurve } of points) data.setUint8(at++, onCurve ? 1 : 0)
  for (const values of [xs, ys]) for (const [index, value] of values.entries()) write(value - (values[index - 1] ?? 0))
  return { outline: new Uint8Array(data.buffer), left: Math.min(...xs) }
}

function contoursOf(commands: readonly PathCommand[]): Point[][] {
  const contours: Point[][] = []
  let pen = { x: 0, y: 0 }
  const add = (x: number, y: number, onCurve: boolean): void => {
    contours.at(-1)?.push({ x, y, onCurve })
    if (onCurve) pen = { x, y }
  }
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    if (command === 'moveTo') contours.push([])
    if (command === 'moveTo' || command === 'lineTo') add(a, b, true)
    if (command === 'quadraticCurveTo') {
      add(a, b, false)
      add(c, d, true)
    }
    if (command === 'bezierCurveTo') {
      for (const { control, end } of quadratics(pen, { x: a, y: b }, { x: c, y: d }, { x: e, y: f })) {
        add(control.x, control.y, false)
        add(end.x, end.y, true)
      }
    }
  }
  return contours.map(opened).filter((contour) => contour.length > 1)
}

/** A contour closes itself: its first point is not said again. */
function opened(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)]
  return contour.length > 1 && first?.x === last?.x && first?.y === last?.y ? contour.slice(0, -1) : contour
}

type Place = Pick<Point, 'x' | 'y'>

/** Pieces of a cubic curve that a quadratic one follows closely. */
const PIECES = 3

function quadratics(start: Place, one: Place, two: Place, end: Place): { control: Place; end: Place }[] {
  return Array.from({ length: PIECES }, (_, index) => {
    const [from, to] = [index / PIECES, (index + 1) / PIECES]
    const [p, q] = [cubicAt(from, start, one, two, end), cubicAt(to, start, one, two, end)]
    const [v, w] = [slopeAt(from, start, one, two, end), slopeAt(to, start, one, two, end)]
    const step = (to - from) / 4
    // the mean of the two controls that keep the direction at either end
    const control = { x: (p.x + q.x) / 2 + (v.x - w.x) * step, y: (p.y + q.y) / 2 + (v.y - w.y) * step }
    return { control, end: index === PIECES - 1 ? end : q }
  })
}

function cubicAt(t: number, ...points: [Place, Place, Place, Place]): Place {
  const s = 1 - t
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return weighted(points, weights)
}

function slopeAt(t: number, ...points: [Place, Place, Place, Place]): Place {
  const s = 1 - t
  const weights = [-3 * s * s, 3 * s * s - 6 * s * t, 6 * s * t - 3 * t * t, 3 * t * t]
  return weighted(points, weights)
}

function weighted(points: readonly Place[], weights: readonly number[]): Place {
  const sum = (side: 'x' | 'y') => points.reduce((all, point, index) => all + point[side] * (weights[index] ?? 0), 0)
  return { x: sum('x'), y: sum('y') }
}
