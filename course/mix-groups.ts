/**
 * People into groups mixed by country and gender. No chance in it: the same people in the same order give the same groups.
 *
 * A person is an edge between a country and a gender, a group is a colour. Each country and each gender is cut into parts of as many people
 * as there are groups (the last one smaller); a colouring in which no two edges meet in a part with the same colour then deals every whole
 * part out to all groups, one each. Such a colouring always exists (König, 1916), and swapping two colours along a path evens their sizes
 * without breaking it. So sizes, every country and every gender differ by at most one between any two groups, all at once: no priority
 * between the two has to be paid for.
 */
import type { Participant } from './participants.ts'

/** Into how many groups, or of how many people at most. */
export type Split = { groups: number } | { size: number }

/** The groups, larger ones first; in each, people in the order given. With fewer people than groups some stay empty. */
export function mixGroups(participants: readonly Participant[], split: Split): Participant[][] {
  const count = 'groups' in split ? split.groups : groupCount(participants.length, split.size)
  const colouring = colouringOf(edgesOf(participants, count), count)
  evenSizes(colouring)
  return Array.from({ length: count }, (_, group) => participants.filter((_person, index) => colouring.colours[index] === group)).sort(
    (one, other) => other.length - one.length,
  )
}

/** How many groups of this size people make: none larger, unless somebody would be left alone. */
export function groupCount(people: number, size: number): number {
  const count = Math.max(1, Math.ceil(people / size))
  const alone = size > 1 && count > 1 && Math.floor(people / count) < 2
  return alone ? count - 1 : count
}

/** What a country or a gender is told by: spelling in capitals or small letters makes no difference. */
export function attributeKey(value: string): string {
  return value.normalize('NFC').trim().toLowerCase()
}

// ---- parts of countries and genders -----------------------------------------------------------------------------------

type Edge = readonly [countryPart: number, genderPart: number]

function edgesOf(participants: readonly Participant[], size: number): Edge[] {
  const countries = ranks(participants.map(({ country }) => attributeKey(country)))
  const genders = ranks(participants.map(({ gender }) => attributeKey(gender)))
  const ofCountry = partsOf(countries, genders, size)
  const ofGender = partsOf(genders, countries, size)
  const firstOfGender = Math.max(-1, ...ofCountry) + 1
  return participants.map((_person, index) => [ofCountry[index] ?? 0, firstOfGender + (ofGender[index] ?? 0)])
}

/** Each key's number in the order of first appearance. */
function ranks(keys: readonly string[]): number[] {
  const order = [...new Set(keys)]
  return keys.map((key) => order.indexOf(key))
}

/** The part of each person: people of one attribute, the other attribute in order, cut after every `size`. */
function partsOf(own: readonly number[], other: readonly number[], size: number): number[] {
  const order = own.map((_rank, index) => index).sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || (other[a] ?? 0) - (other[b] ?? 0) || a - b)
  const parts: number[] = own.map(() => 0)
  let part = -1
  let inPart = 0
  let rank = -1
  for (const index of order) {
    if (own[index] !== rank || inPart === size) {
      part += 1
      inPart = 0
    }
    rank = own[index] ?? 0
    inPart += 1
    parts[index] = part
  }
  return parts
}

// ---- colouring --------------------------------------------------------------------------------------------------------

interface Colouring {
  edges: readonly Edge[]
  /** Colour of each edge. */
  colours: number[]
  /** Edge at each part, by colour; undefined where the colour is free. */
  at: (number | undefined)[][]
  count: number
}

function colouringOf(edges: readonly Edge[], count: number): Colouring {
  const parts = Math.max(-1, ...edges.map(([, last]) => last)) + 1
  const colouring: Colouring = {
    edges,
    colours: [],
    at: Array.from({ length: parts }, () => Array.from({ length: count }, () => undefined)),
    count,
  }
  edges.forEach(([country, gender], edge) => {
    const wanted = freeAt(country, colouring)
    swap(pathFrom(gender, [wanted, freeAt(gender, colouring)], colouring), colouring)
    paint(edge, wanted, colouring)
  })
  return colouring
}

// A part has as many people as there are colours at most, so one is free until the last of them has its own.
function freeAt(part: number, { at, count }: Colouring): number {
  return Array.from({ length: count }, (_, colour) => colour).find((colour) => at[part]?.[colour] === undefined) ?? 0
}

interface Path {
  edges: number[]
  colours: readonly [first: number, second: number]
}

/** From a part along edges of two colours in turn, as far as it leads. */
function pathFrom(start: number, colours: readonly [number, number], { edges, at }: Colouring): Path {
  const path: number[] = []
  let [colour, other] = colours
  if (colour === other) return { edges: path, colours }
  let part = start
  for (let edge = at[part]?.[colour]; edge !== undefined; edge = at[part]?.[colour]) {
    path.push(edge)
    const [country, gender] = edges[edge] ?? [0, 0]
    part = part === country ? gender : country
    ;[colour, other] = [other, colour]
  }
  return { edges: path, colours }
}

function swap({ edges, colours: [first, second] }: Path, colouring: Colouring): void {
  for (const edge of edges) {
    for (const part of colouring.edges[edge] ?? []) colouring.at[part]?.splice(colouring.colours[edge] ?? 0, 1, undefined)
  }
  edges.forEach((edge, step) => {
    paint(edge, step % 2 === 0 ? second : first, colouring)
  })
}

function paint(edge: number, colour: number, { edges, colours, at }: Colouring): void {
  colours[edge] = colour
  for (const part of edges[edge] ?? []) at[part]?.splice(colour, 1, edge)
}

/** Takes from the largest colour and gives to the smallest until they differ by at most one. */
function evenSizes(colouring: Colouring): void {
  for (;;) {
    const sizes = Array.from({ length: colouring.count }, (_, colour) => colouring.colours.filter((one) => one === colour).length)
    const largest = sizes.indexOf(Math.max(...sizes))
    const smallest = sizes.indexOf(Math.min(...sizes))
    if ((sizes[largest] ?? 0) - (sizes[smallest] ?? 0) <= 1) return
    // among the paths of the two colours one has more edges of the larger
    const path = colouring.at
      .keys()
      .filter((part) => colouring.at[part]?.[smallest] === undefined)
      .map((part) => pathFrom(part, [largest, smallest], colouring))
      .find(({ edges }) => edges.length % 2 === 1)
    if (!path) return
    swap(path, colouring)
  }
}

/**
 * The group, from 1, of who holds the card `card` (from 1) when cards are dealt in order and there are so many groups: people who stand
 * one after the other come into different groups, so whoever lines up by country is spread as evenly as arithmetic allows.
 */
export function dealtGroup(card: number, groups: number): number {
  return ((card - 1) % groups) + 1
}
