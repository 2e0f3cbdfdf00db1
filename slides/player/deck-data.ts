/** What the page tells the player: written into the deck as JSON, read once. */
import type { Words } from '../../course/words.ts'
import type { CuttableSlide, CuttableStep } from './cuts.ts'
import type { DeckEntry } from './deck-links.ts'
import type { SteppedSlide } from './moves.ts'

/** Interface words; `{n}`, `{total}` and `{time}` in them are filled in by the player. */
export type PlayerWords = Words['player']

export interface DeckData {
  /** Name of the channel and of storage keys: course, version, language and module. */
  channel: string
  language: string
  direction: 'ltr' | 'rtl'
  words: PlayerWords
  /** The decks of the course in order, this one too; none where it stands alone. */
  decks: DeckEntry[]
  /** Id of this deck's module. */
  module: string
}

export interface DeckSlideElement extends SteppedSlide, CuttableSlide {
  section: HTMLElement
}

/** The data written into the page. */
export function readDeckData(): DeckData {
  return JSON.parse(document.getElementById('deck-data')?.textContent ?? '{}') as DeckData
}

/** The slides of the page in order. */
export function readSlides(): DeckSlideElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides > section')].map((section) => ({
    section,
    id: section.id,
    title: section.dataset.title ?? '',
    minutes: Number(section.dataset.planned ?? 0),
    label: section.dataset.label ?? '',
    activity: section.dataset.activity ?? null,
    cut: section.dataset.cut ?? null,
    steps: stepsIn(section),
    activityMinutes: section.dataset.activityMinutes ? Number(section.dataset.activityMinutes) : null,
  }))
}

/** Steps revealed one by one: in the facilitators' deck. Who reads alone sees all. */
function stepsIn(section: HTMLElement): CuttableStep[] {
  if (document.documentElement.dataset.edition !== 'facilitator') return []
  return [...section.querySelectorAll<HTMLElement>('.step')].map((step) => ({
    id: step.dataset.step ?? '',
    cut: step.dataset.cut ?? null,
    text: `${step.dataset.number}. ${step.querySelector('.step-text')?.textContent?.trim() ?? ''}`,
    minutes: Number(step.dataset.minutes ?? 0),
  }))
}

/** A sentence of the interface with its numbers filled in. */
export function say(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (written, name: string) => String(values[name] ?? written))
}
