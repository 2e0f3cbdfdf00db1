/** The room plan: a sketch for 24 people in groups of six, and what to look at on the day before. */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import type { Course } from '../../course/course.ts'
import { words } from '../../course/words.ts'
import { formHead } from './parts.ts'

/** The sketch has no scale; its units are those of the drawing. */
const WIDTH = 262
const HEIGHT = 124
const ROOM = { width: 186, screen: 83 }
const SECOND = { x: 192, width: 70, height: 66 }
const SEATS = 6

interface TablePlace {
  x: number
  y: number
}

const TABLES: readonly TablePlace[] = [
  { x: 42, y: 43 },
  { x: 124, y: 43 },
  { x: 42, y: 91 },
  { x: 124, y: 91 },
]
const SECOND_TABLES: readonly TablePlace[] = [
  { x: 210, y: 42 },
  { x: 244, y: 42 },
]

export function roomPlan(course: Course): ElementContent[] {
  const { eventKit, comma } = words(course.language)
  return [
    formHead(
      eventKit.forms['room-plan'],
      `${eventKit.people(TABLES.length * SEATS)}${comma}${eventKit.groupsOfPeople(TABLES.length, SEATS, SEATS)}`,
      [],
      course,
    ),
    sketch(course),
    h(
      'ul',
      { className: 'room-checks' },
      eventKit.checks.map((check) => h('li', check)),
    ),
  ]
}

// Shapes are mirrored where the language runs from right to left; words only change their place.
function sketch(course: Course): Element {
  const { eventKit } = words(course.language)
  const mirrored = course.direction === 'rtl'
  const label = (x: number, y: number, text: string, className = 'room-label'): Element =>
    s('text', { x: mirrored ? WIDTH - x : x, y, className }, text)
  return s(
    'svg',
    { className: 'room-plan', viewBox: `-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`, role: 'img', ariaLabel: eventKit.forms['room-plan'] },
    [
      s('g', mirrored ? { transform: `translate(${WIDTH} 0) scale(-1 1)` } : {}, [
        ...walls(),
        rectangle(ROOM.screen - 32, 2, 64, 2.4, 'room-screen'),
        rectangle(138, 9, 24, 8, 'room-table'),
        rectangle(174, 48, 8, 30, 'room-table'),
        ...freeWall(),
        ...TABLES.flatMap((place) => tableWithSeats(place, 1, sidesAwayFrom(place))),
        ...SECOND_TABLES.flatMap((place) => tableWithSeats(place, 0.72, allAround())),
      ]),
      label(ROOM.screen, 10, eventKit.screen, 'room-label room-middle'),
      label(165, 14.2, eventKit.facilitators),
      label(182, 45, eventKit.materialsTable, 'room-label room-end'),
      label(82, 114.5, eventKit.wall, 'room-label room-middle'),
      label(182, 107.2, eventKit.door, 'room-label room-end'),
      ...TABLES.map(({ x, y }, index) => label(x, y + 1.2, eventKit.table(index + 1), 'room-label room-name room-middle')),
      label(SECOND.x + SECOND.width / 2, 10, eventKit.secondRoom, 'room-label room-name room-middle'),
      label(SECOND.x + SECOND.width / 2, 15.4, eventKit.secondRoomUse, 'room-label room-middle'),
      label(SECOND.x + 18.5, 64, eventKit.door),
    ],
  )
}

function walls(): Element[] {
  const door = { y: 98, length: 16 }
  return [
    path(`M${ROOM.width} ${door.y}V0H0V${HEIGHT}H${ROOM.width}V${door.y + door.length}`, 'room-wall'),
    path(`M${ROOM.width} ${door.y}h${door.length}a${door.length} ${door.length} 0 0 1 -${door.length} ${door.length}`, 'room-door'),
    path(`M${SECOND.x + 4} ${SECOND.height}H${SECOND.x}V0h${SECOND.width}v${SECOND.height}H${SECOND.x + 18}`, 'room-wall'),
    path(`M${SECOND.x + 18} ${SECOND.height}v14a14 14 0 0 1 -14 -14`, 'room-door'),
  ]
}

/** Where posters hang: hatched along the wall opposite the screen. */
function freeWall(): Element[] {
  const [start, end] = [14, 150]
  const strokes = Array.from({ length: (end - start) / 4 }, (_, index) => `M${start + index * 4} ${HEIGHT - 1}l4 -4`).join('')
  return [path(`M${start} ${HEIGHT - 5}H${end}`, 'room-hatch'), path(strokes, 'room-hatch')]
}

// ---- tables -----------------------------------------------------------------------------------------------------------

/** Degrees of the seats: the side that faces the screen stays free. */
function sidesAwayFrom({ x, y }: TablePlace): number[] {
  const away = (Math.atan2(y, x - ROOM.screen) * 180) / Math.PI
  return [-100, -60, -20, 20, 60, 100].map((turn) => away + turn)
}

function allAround(): number[] {
  return Array.from({ length: SEATS }, (_, seat) => seat * 60)
}

function tableWithSeats({ x, y }: TablePlace, scale: number, angles: readonly number[]): Element[] {
  return [
    ...angles.map((angle) => {
      const turned = `translate(${x} ${y}) rotate(${angle.toFixed(1)}) scale(${scale})`
      return s('rect', { x: 15, y: -3.6, width: 6, height: 7.2, rx: 1.8, className: 'room-seat', transform: turned })
    }),
    s('circle', { cx: x, cy: y, r: 13 * scale, className: 'room-table' }),
  ]
}

function rectangle(x: number, y: number, width: number, height: number, className: string): Element {
  return s('rect', { x, y, width, height, className })
}

function path(d: string, className: string): Element {
  return s('path', { d, className })
}
