/** An agenda as sheets to run the days by: what happens when, with whom, and what goes first when late. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Activity, Agenda, Block, Course, Cut, PageNumbers } from '../course/course.ts'
import { fleshToHast, type Rendering } from '../course/flesh-to-hast.ts'
import {
  type BlockPlan,
  clockTime,
  courseMinutes,
  type DayCut,
  leftOutOf,
  markedSteps,
  type ScheduledItem,
  schedule,
} from '../course/schedule.ts'
import { words } from '../course/words.ts'
import { logoOnPaper } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { totalOf } from './agenda-tables.ts'
import { type Checkpoint, type ClockDay, type ClockLine, clockDays } from './clock-times.ts'
import type { Stretch } from './online-sessions.ts'
import { type FontFaces, printHtml } from './print-document.ts'
import { runSheetCss } from './run-sheet-styles.ts'
import { leftOutInShortForm } from './short-form.ts'

export interface RunSheetMeans {
  fontFaces: FontFaces
  /** Pages of the guideline. */
  pages: PageNumbers
}

/** Agenda -> a landscape document, a new page for each day and one for what the agenda leaves out. Pure. */
export function runSheet(course: Course, agenda: Agenda, means: RunSheetMeans): string {
  const say = words(course.language)
  return printHtml({
    title: runSheetTitle(course, agenda),
    language: course.language,
    direction: course.direction,
    look: lookOf(course.look),
    fontFaces: means.fontFaces,
    styles: runSheetCss,
    pages: [
      {
        name: '',
        size: 'A4 landscape',
        margin: '18mm 14mm 14mm',
        head: { start: `${say.runSheet}: ${agenda.title}`, end: course.title },
        foot: `${course.title} · ${say.runSheet} ${course.version} (${course.fingerprint})`,
      },
    ],
    body: [...clockDays(agenda, course).map((day, index) => daySection(day, index, course, means)), lastPage(agenda, course)],
  })
}

/** "Skills Mobility Partnerships: run sheet, three days" */
export function runSheetTitle(course: Course, agenda: Agenda): string {
  const say = words(course.language)
  return `${course.title}: ${say.runSheet}${say.comma}${agenda.title}`
}

function daySection(day: ClockDay, index: number, course: Course, means: RunSheetMeans): Element {
  const say = words(course.language)
  const heads = [
    say.time,
    say.schedule.what,
    say.schedule.methodAndGroups,
    say.minutesWord,
    say.materials,
    say.schedule.whoLeads,
    say.schedule.guidelinePage,
    say.schedule.whenLate,
  ]
  return h('section', { className: 'day', id: `day-${index + 1}` }, [
    h('div', { className: 'day-head' }, [
      h('h1', [
        h('span', { className: 'day-number' }, day.day.online ? say.schedule.sessionNumber(index + 1) : say.schedule.dayNumber(index + 1)),
        ' ',
        day.day.title,
      ]),
      h('p', { className: 'day-hours' }, `${day.day.start}–${clockTime(day.end)}`),
      h('p', { className: 'blanks' }, [blank(say.date), blank(say.schedule.place), blank(say.schedule.facilitators)]),
      ...logoOnPaper(lookOf(course.look).logo),
    ]),
    h('table', { className: 'grid-table run-table' }, [
      h('thead', [
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ]),
      h(
        'tbody',
        day.lines.map((line) => row(line, course, means)),
      ),
    ]),
    dayFoot(day, course),
  ])
}

function blank(name: string): Element {
  return h('span', { className: 'blank' }, [`${name} `, h('span', { className: 'blank-line' })])
}

type StretchOfBlock = Extract<ClockLine['what'], { kind: 'stretch' }>

function row({ start, minutes, what }: ClockLine, course: Course, { pages }: RunSheetMeans): Element {
  const say = words(course.language)
  switch (what.kind) {
    case 'session':
      return h('tr', { className: 'row-session' }, [
        h('th', { scope: 'row', className: 'time' }, clockTime(start)),
        h('td', { colSpan: 2 }, [h('b', what.title)]),
        minuteCell(minutes),
        h('td', { className: 'small' }, what.annex === null ? '' : annexText(what.annex, course, pages)),
        h('td', { className: 'who' }),
        h('td', { colSpan: 2 }),
      ])
    case 'break':
      return h('tr', { className: 'row-break' }, [
        time(start),
        h('td', { colSpan: 2 }, what.title),
        minuteCell(minutes),
        h('td', { colSpan: 4, className: 'checkpoint' }, whereToBe(what.checkpoint, course)),
      ])
    case 'reserve':
      return h('tr', { className: 'row-reserve' }, [
        time(start),
        h('td', { colSpan: 2 }, say.schedule.reserve),
        minuteCell(minutes),
        h('td', { colSpan: 4 }),
      ])
    case 'block': {
      const { block, use, plan } = what
      return h('tr', { className: 'row-block' }, [
        h('th', { scope: 'row', className: 'time' }, clockTime(start)),
        h('td', { colSpan: 2 }, [
          h('b', blockName(block)),
          ...(use === 'short' ? [h('span', { className: 'soft' }, `  ${say.schedule.shortForm}`)] : []),
        ]),
        minuteCell(minutes),
        h('td', { colSpan: 2, className: 'small' }, leftOutText(plan, course)),
        h('td', pageText(block.id, course, pages)),
        h('td'),
      ])
    }
    case 'stretch':
      return stretchRow(start, what, course, pages)
  }
}

/** What should be finished by now, and what can go from the rest of the day, with the minutes gained so far. */
function whereToBe({ finished, cuts }: Checkpoint, course: Course): (ElementContent | string)[] {
  if (!finished) return []
  const say = words(course.language).schedule
  return [
    h('b', say.finishedBy(itemName(finished))),
    ' ',
    cuts.length === 0
      ? say.nothingToCut
      : say.cutAfter(
          withGains(cuts)
            .map(({ cut, gained }) => `${cutName(cut, course)} +${gained}`)
            .join(' · '),
        ),
  ]
}

function itemName({ block, title }: ScheduledItem): string {
  return block ? blockName(block) : title
}

/** "1.4  Plans that survive bad news, short form", "Activity 1.4 Four worlds" */
function cutName(cut: DayCut, course: Course): string {
  const say = words(course.language)
  if (cut.kind === 'short') return `${blockName(cut.block)}${say.comma}${say.schedule.shortForm}`
  return `${course.targets.get(cut.activity.id)?.label ?? ''} ${cut.activity.title}`.trim()
}

/** Each cut with the minutes gained by it and those before it. */
function withGains(cuts: readonly DayCut[]): { cut: DayCut; gained: number }[] {
  let gained = 0
  return cuts.map((cut) => {
    gained += cut.minutes
    return { cut, gained }
  })
}

function blockName({ wrapUp, number, title }: Block): string {
  return `${wrapUp ? '' : `${number}  `}${title}`
}

function leftOutText(plan: BlockPlan, course: Course): string {
  const list = leftOutInShortForm(plan, course)
  return list === '' ? '' : words(course.language).schedule.leftOut(list)
}

/** "see Annex D, p. 132" */
function annexText(id: string, course: Course, pages: PageNumbers): string {
  const label = course.targets.get(id)?.label ?? ''
  return label === '' ? '' : words(course.language).schedule.seeAnnex(label, pageText(id, course, pages))
}

function stretchRow(start: number, { stretch, use }: StretchOfBlock, course: Course, pages: PageNumbers): Element {
  const { activity, minutes } = stretch
  return h('tr', [
    time(start),
    ...(activity
      ? [h('td', stretchName(stretch, course)), h('td', methodAndGroups(activity, course))]
      : [h('td', { colSpan: 2 }, stretchName(stretch, course))]),
    minuteCell(minutes),
    h('td', { className: 'materials' }, activity ? fleshToHast(activity.materials, materialsRendering(course, pages)) : []),
    h('td', { className: 'who' }),
    h('td', activity ? pageText(activity.id, course, pages) : ''),
    h('td', whenLate(stretch, use, course)),
  ])
}

function stretchName({ kind, activity, slides, title }: Stretch, course: Course): (ElementContent | string)[] {
  const say = words(course.language)
  if (activity) return [h('b', course.targets.get(activity.id)?.label ?? say.activity), `  ${activity.title}`]
  if (kind === 'discussion') return [`${say.discussion}: ${title}`]
  return [
    `${say.printed.slides(slides.length)}: `,
    h(
      'span',
      { className: 'soft' },
      slides
        .map((slide) => slide.title)
        .filter(Boolean)
        .join(' · '),
    ),
  ]
}

function methodAndGroups(activity: Activity, course: Course): string {
  const say = words(course.language)
  const method = course.methods.find(({ id }) => id === activity.method)?.title ?? activity.method
  return `${method} · ${activity.size === null ? say.allParticipants : say.groupOf(activity.size)}`
}

function materialsRendering(course: Course, pages: PageNumbers): Rendering {
  return {
    course,
    edition: 'facilitator',
    medium: 'print',
    drawings: new Map(),
    pages,
    href: () => null,
    piece: () => [],
    headingShift: 2,
  }
}

function dayFoot(day: ClockDay, course: Course): Element {
  const say = words(course.language)
  const never = day.lines.flatMap(({ what }) =>
    what.kind === 'stretch' && what.stretch.activity?.cut === 'never' ? [what.stretch.activity] : [],
  )
  return h('div', { className: 'day-foot' }, [
    h('h2', say.schedule.whenLate),
    h('p', [`${say.schedule.slack(day.slack)}. `, day.cuts.length === 0 ? say.schedule.nothingToCut : say.schedule.cutOrder]),
    ...(day.cuts.length === 0
      ? []
      : [
          h(
            'ol',
            withGains(day.cuts).map(({ cut, gained }) =>
              h('li', [h('b', cutName(cut, course)), whatGoes(cut, course), h('span', { className: 'soft' }, `  +${say.minutes(gained)}`)]),
            ),
          ),
        ]),
    ...(never.length === 0 ? [] : [h('p', say.schedule.neverCut(labels(never, course)))]),
  ])
}

/** ": slide “Why early?”; step 5 of Activity 1.1"; nothing where the activity goes whole. */
function whatGoes(cut: DayCut, course: Course): string {
  const list = cut.kind === 'short' ? leftOutInShortForm(cut.plan, course) : ''
  return list === '' ? '' : `${words(course.language).colon}${list}`
}

/** Longer lists are set small, so that what an agenda leaves out stays on one page. */
const MANY = 50

/** What the agenda holds in all and what of the course it does not. */
function lastPage(agenda: Agenda, course: Course): Element {
  const say = words(course.language)
  const { modules, blocks, objectives, framework } = leftOutOf(agenda, course)
  const parts: [name: string, items: string[]][] = [
    [say.modules, modules.map(({ id, title }) => `${course.targets.get(id)?.label ?? ''}  ${title}`)],
    [say.blocks, blocks.map(blockName)],
    [say.objectives, objectives.map(({ text }) => text)],
    [course.framework?.title ?? '', framework.map(({ id, title }) => `${course.targets.get(id)?.label ?? ''}  ${title}`)],
  ]
  return h('section', { className: modules.length + blocks.length === 0 ? ['left-out', 'left-out-nothing'] : ['left-out'] }, [
    h('div', { className: 'day-head' }, [h('h1', say.schedule.lastPage)]),
    ...(agenda.summary ? [h('p', { className: 'agenda-summary' }, agenda.summary)] : []),
    h('p', [
      `${totalOf(schedule(agenda, course), course)} `,
      modules.length + blocks.length === 0 ? say.schedule.allHeld : say.schedule.courseInFull(say.printed.duration(courseMinutes(course))),
    ]),
    ...parts
      .filter(([, items]) => items.length > 0)
      .map(([name, items]) =>
        h('section', { className: 'left-out-part' }, [
          h('h2', name),
          h(
            'ul',
            { className: items.length > MANY ? ['many'] : [] },
            items.map((item) => h('li', item)),
          ),
        ]),
      ),
  ])
}

function labels(activities: readonly Activity[], course: Course): string {
  const say = words(course.language)
  return activities.map(({ id, title }) => `${course.targets.get(id)?.label ?? ''} ${title}`.trim()).join(say.comma)
}

/** "2 slides +4 min", "step 5 +6 min": what the short form leaves out of a stretch; else whether the activity may go. */
function whenLate({ activity, slides }: Stretch, use: 'full' | 'short', course: Course): string {
  const say = words(course.language)
  const marked = use === 'short' ? [] : (activity?.steps ?? slides).filter(({ cut }) => cut === 'first')
  if (marked.length === 0) return activity ? cutText(activity.cut, course) : ''
  const what = activity ? say.schedule.steps(marked.length, markedSteps(activity).join(say.comma)) : say.printed.slides(marked.length)
  return `${what} +${say.minutes(marked.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))}`
}

function cutText(cut: Cut, course: Course): string {
  return cut === null ? '' : words(course.language).schedule.cut[cut]
}

function pageText(id: string, course: Course, pages: PageNumbers): string {
  const page = pages.get(id)
  return page === undefined ? '' : words(course.language).pageShort(page)
}

function time(start: number): Element {
  return h('td', { className: 'time' }, clockTime(start))
}

function minuteCell(minutes: number): Element {
  return h('td', { className: 'number' }, String(minutes))
}
