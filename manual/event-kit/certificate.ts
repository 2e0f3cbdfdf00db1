/** The certificate: for the wall of an office, so it says little and leaves room for seals and signatures. */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import type { Agenda, Course, Module } from '../../course/course.ts'
import type { Participant } from '../../course/participants.ts'
import { leftOutOf, schedule, workingMinutes } from '../../course/schedule.ts'
import { words } from '../../course/words.ts'
import { logoOnPaper } from '../../look/logo.ts'
import { lookOf } from '../../look/look.ts'
import { foreign } from '../piece-parts.ts'
import { agendaOf, origin } from './parts.ts'

/** One a person, or one to be filled in by hand. */
export function certificates(course: Course, participants: readonly Participant[] | null): ElementContent[] {
  return (participants ?? [null]).map((person) => certificate(person, course))
}

function certificate(person: Participant | null, course: Course): Element {
  const { eventKit, date, schedule: say } = words(course.language)
  return h('section', { className: 'certificate' }, [
    frame(),
    h('div', { className: 'certificate-page' }, [
      ...logoOnPaper(lookOf(course.look).logo),
      h('p', { className: 'certificate-publisher' }, course.publisher),
      h('h1', eventKit.forms.certificate),
      h('p', { className: 'certificate-words' }, eventKit.certifies),
      holder(person, course),
      h('p', { className: 'certificate-words' }, eventKit.hasTakenPart),
      h('p', { className: 'certificate-course' }, course.title),
      ...lengthOf(course),
      modulesOf(course),
      h('div', { className: 'certificate-foot' }, [
        toSign([say.place, date]),
        toSign([eventKit.signature, eventKit.function]),
        toSign([eventKit.signature, eventKit.function]),
      ]),
      h('p', { className: 'certificate-version' }, `${course.title} · ${course.version} (${course.fingerprint})`),
    ]),
  ])
}

function holder(person: Participant | null, course: Course): Element {
  if (!person) return h('div', { className: ['certificate-holder', 'certificate-empty'] }, [toSign([words(course.language).name])])
  return h('div', { className: 'certificate-holder' }, [
    h(
      'p',
      { className: person.name.length > 34 ? ['certificate-name', 'certificate-name-long'] : ['certificate-name'], dir: 'auto' },
      person.name,
    ),
    h('p', { className: 'certificate-from' }, origin([person.organization, person.country])),
  ])
}

/** "5 days · 30 h 25 min" */
function lengthOf(course: Course): ElementContent[] {
  const agenda = agendaOf(course)
  if (!agenda) return []
  const { eventKit, printed } = words(course.language)
  const { length } = agenda.days
  const minutes = schedule(agenda, course).reduce((sum, day) => sum + workingMinutes(day).all, 0)
  const days = agenda.days.every(({ online }) => online) ? eventKit.sessions(length) : eventKit.days(length)
  return [h('p', { className: 'certificate-length' }, `${days} · ${printed.duration(minutes)}`)]
}

function modulesOf(course: Course): Element {
  const held = modulesIn(agendaOf(course), course)
  return h('div', { className: 'certificate-modules' }, [
    h('p', words(course.language).eventKit.modulesCovered),
    h(
      'ol',
      { role: 'list' },
      held.map((module) =>
        h('li', [
          h('span', { className: 'certificate-number' }, String(module.number)),
          h('span', foreign(module.language, course), module.title),
        ]),
      ),
    ),
  ])
}

function modulesIn(agenda: Agenda | null, course: Course): Module[] {
  if (!agenda) return course.modules
  const { modules } = leftOutOf(agenda, course)
  return course.modules.filter((module) => !modules.includes(module))
}

/** Lines to write on, each over its name. */
function toSign(names: readonly string[]): Element {
  return h(
    'div',
    { className: 'certificate-lines' },
    names.map((name) => h('p', { className: 'certificate-line' }, name)),
  )
}

// ---- frame ------------------------------------------------------------------------------------------------------------

const WIDTH = 297
const HEIGHT = 210
/** Millimetres from the edge of the sheet to the middle of the band, and half its width. */
const INSET = 13
const HALF = 3.4
/** Half the width of the frame, its lines included. */
const EDGE = HALF + 1.3
/** Length of a wave, at most; whole waves fill a side. */
const WAVE = 13

/** A band of interlaced waves between two lines, as on deeds. */
function frame(): Element {
  const line = (distance: number, width: number): Element =>
    s('rect', {
      x: distance,
      y: distance,
      width: WIDTH - 2 * distance,
      height: HEIGHT - 2 * distance,
      fill: 'none',
      stroke: 'var(--colour-brand)',
      strokeWidth: width,
    })
  const waves = [0, 1, 2, 3, 4, 5].map((phase) =>
    s('path', {
      d: wavesAround((phase * Math.PI) / 3),
      fill: 'none',
      stroke: phase % 2 === 0 ? 'var(--colour-brand)' : 'var(--colour-accent)',
      strokeWidth: 0.16,
    }),
  )
  return s('svg', { className: 'certificate-frame', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, ariaHidden: 'true' }, [
    ...waves,
    line(INSET - EDGE, 0.9),
    line(INSET + EDGE, 0.3),
    ...[INSET, WIDTH - INSET].flatMap((x) => [INSET, HEIGHT - INSET].flatMap((y) => corner(x, y))),
  ])
}

/** A rosette in a square, over the ends of two sides. */
function corner(x: number, y: number): Element[] {
  const square = { x: x - EDGE, y: y - EDGE, width: 2 * EDGE, height: 2 * EDGE }
  return [
    s('rect', { ...square, fill: 'var(--colour-page)', stroke: 'var(--colour-brand)', strokeWidth: 0.3 }),
    ...[0, 1, 2].map((turn) =>
      s('path', { d: rosette(x, y, (turn * Math.PI) / 12), fill: 'none', stroke: 'var(--colour-brand)', strokeWidth: 0.18 }),
    ),
  ]
}

function rosette(x: number, y: number, turned: number): string {
  const points = Array.from({ length: 145 }, (_, step) => {
    const angle = (2 * Math.PI * step) / 144
    const radius = HALF * (0.62 + 0.38 * Math.cos(8 * (angle + turned)))
    return `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`
  })
  return `M${points.join('L')}Z`
}

/** Waves along the four sides; each side begins and ends in its corner. */
function wavesAround(phase: number): string {
  const [across, down] = [WIDTH - 2 * INSET, HEIGHT - 2 * INSET]
  return [
    waves(across, phase, (along, off) => [INSET + along, INSET + off]),
    waves(across, phase, (along, off) => [INSET + along, HEIGHT - INSET + off]),
    waves(down, phase, (along, off) => [INSET + off, INSET + along]),
    waves(down, phase, (along, off) => [WIDTH - INSET + off, INSET + along]),
  ].join('')
}

function waves(length: number, phase: number, place: (along: number, off: number) => [number, number]): string {
  const turns = Math.round(length / WAVE)
  const steps = turns * 16
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const [x, y] = place((length * step) / steps, HALF * Math.sin((2 * Math.PI * turns * step) / steps + phase))
    return `${x.toFixed(2)} ${y.toFixed(2)}`
  })
  return `M${points.join('L')}`
}
