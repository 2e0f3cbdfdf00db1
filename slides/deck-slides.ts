/** Slides that a deck has of its own: title, objectives, the opening of a block, imprint. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Flesh, Objective } from '../course/course.ts'
import { words } from '../course/words.ts'
import { logoOnCover, logoOnPaper } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { type DeckContext, foot, frame, head, sourceOf, text } from './slide-frame.ts'
import { type TextSize, textSizeFor } from './text-size.ts'

/** Module, course, version: the only slide without a foot. */
export function titleSlide(id: string, context: DeckContext): Element {
  const { course, module } = context
  const say = words(course.language)
  return frame({ id, look: 'title-page', title: module.title, place: module.place, ground: 'brand', language: module.language }, context, [
    h('div.slide-main', [
      h('p.slide-over', `${say.module} ${module.number}`),
      h('h2.slide-title', module.title),
      module.summary ? h('p.slide-lead', module.summary) : '',
    ]),
    h('div.title-foot', [
      h('p.title-course', [h('strong', course.title), course.subtitle ? ` ${course.subtitle}` : '']),
      h('p.title-version', versionLine(course)),
      ...logoOnCover(lookOf(course.look)),
    ]),
  ])
}

/** What people can do after the module. */
export function objectivesSlide(id: string, position: number, context: DeckContext): Element {
  const { course, module } = context
  const say = words(course.language)
  return frame(
    { id, look: 'objectives', title: say.objectives, place: module.objectives[0]?.place ?? module.place, language: module.language },
    context,
    [
      head(say.objectives, `${say.module} ${module.number}`),
      h('div.slide-body', [h('p.objectives-lead', say.objectivesLead), objectiveList(module.objectives, 980, 400, 34)]),
      foot(null, position, context),
    ],
  )
}

/** Opens a block with its number, title and objectives; the wrap-up has no number. */
export function sectionSlide(block: Block, position: number, context: DeckContext): Element {
  const say = words(context.course.language)
  return frame(
    {
      id: block.id,
      look: block.wrapUp ? 'block slide-wrap-up' : 'block',
      title: block.title,
      place: block.place,
      ground: 'panel',
      language: block.language,
    },
    context,
    [
      h('div.slide-main', [
        h('p.block-number', { ariaHidden: block.wrapUp ? null : 'true' }, block.wrapUp ? say.wrapUp : block.number),
        block.wrapUp ? '' : h('p.visually-hidden', `${say.block} ${block.number}`),
        h('h2.slide-title', block.title),
      ]),
      block.objectives.length > 0
        ? h('div.block-objectives', [h('p.objectives-lead', say.objectivesLead), objectiveList(block.objectives, 1000, 190, 26)])
        : '',
      foot(null, position, context),
    ],
  )
}

/** Who answers for the course, under which licence; beside it the way to the other decks. */
export function imprintSlide(id: string, position: number, context: DeckContext): Element {
  const { course } = context
  const say = words(course.language)
  const decks = deckList(context)
  const lines: [string, string][] = [
    [say.publisher, course.publisher],
    [say.version, `${course.version} · ${course.fingerprint}`],
    [say.licence, course.licence],
  ]
  return frame({ id, look: 'imprint', title: say.imprint, place: null, ground: 'panel', language: course.language }, context, [
    head(say.imprint, null),
    h('div.slide-body', { className: decks === '' ? [] : ['imprint-with-decks'] }, [
      h('div.imprint-text', [
        h('p.imprint-course', [
          ...logoOnPaper(lookOf(course.look).logo),
          h('strong', course.title),
          course.subtitle ? ` ${course.subtitle}` : '',
        ]),
        course.imprint && course.imprint !== course.publisher ? h('p', course.imprint) : '',
        h(
          'dl.imprint-facts',
          lines.filter(([, value]) => value).flatMap(([name, value]) => [h('dt', name), h('dd', value)]),
        ),
        course.disclaimer ? h('p.imprint-disclaimer', course.disclaimer) : '',
      ]),
      decks,
    ]),
    foot(null, position, context),
  ])
}

/** More decks would not fit on the slide: those around this one are listed. */
const MOST_DECKS = 11

/** The decks of the course, this one and its neighbours marked; nothing where they cannot be linked. */
function deckList({ course, module, deckHref }: DeckContext): Element | '' {
  const say = words(course.language)
  const here = course.modules.findIndex(({ id }) => id === module.id)
  const first = Math.max(0, Math.min(here - Math.floor(MOST_DECKS / 2), course.modules.length - MOST_DECKS))
  const listed = course.modules.slice(first, first + MOST_DECKS).filter(({ id }) => deckHref(id) !== null)
  if (listed.length < 2) return ''
  const neighbours = new Map([
    [course.modules[here - 1]?.id, say.previous],
    [course.modules[here + 1]?.id, say.next],
  ])
  return h('nav.deck-list', { ariaLabel: say.player.decks }, [
    h('p.deck-list-title', say.player.decks),
    h(
      'ul',
      listed.map(({ id, number, title, language }) =>
        h('li', [
          h('a', { href: deckHref(id), ariaCurrent: id === module.id ? 'page' : null }, [
            h('span.deck-list-number', [h('span.visually-hidden', `${say.module} `), text(String(number))]),
            h('span.deck-list-name', { lang: language === course.language ? null : language }, title),
          ]),
          neighbours.has(id) ? h('span.deck-list-neighbour', neighbours.get(id)) : '',
        ]),
      ),
    ),
  ])
}

function objectiveList(objectives: Objective[], width: number, height: number, largest: TextSize): Element {
  const asFlesh = objectives.map(({ text: value }) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) as Flesh
  return h(
    'ol',
    { className: ['objectives', 'slide-text', `text-${textSizeFor(asFlesh, width, height, largest)}`] },
    objectives.map((objective) => h('li', { dataSource: sourceOf(objective.place) }, objective.text)),
  )
}

function versionLine(course: Course): string {
  return `${words(course.language).version} ${course.version} · ${course.fingerprint}`
}
