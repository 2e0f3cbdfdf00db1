/** Groups of people: nobody lost or doubled, sizes, countries and genders as even as arithmetic lets them be, whoever comes. */
import { describe, expect, it } from 'vitest'
import { dealtGroup, groupCount, mixGroups } from '../../course/mix-groups.ts'
import type { Participant } from '../../course/participants.ts'

/** Numbers from 0 up to below 1, the same every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Pattern = (index: number, people: number, next: () => number) => { country: string; gender: string }

const PATTERNS: Record<string, Pattern> = {
  'one country': (_index, _people, next) => ({ country: 'Kenya', gender: next() < 0.3 ? 'f' : 'm' }),
  'a country each': (index) => ({ country: `country ${index}`, gender: index % 2 ? 'f' : 'm' }),
  'delegations of five in order': (index, _people, next) => ({
    country: `country ${Math.floor(index / 5)}`,
    gender: next() < 0.5 ? 'f' : 'm',
  }),
  'women from one country only': (index, people) => ({
    country: `country ${index % 4}`,
    gender: index % 4 === 0 && index < people ? 'f' : 'm',
  }),
  'one woman': (index) => ({ country: `country ${index % 3}`, gender: index === 2 ? 'f' : 'm' }),
  'one large country and many small ones': (index, people, next) => ({
    country: index < people / 2 ? 'Kenya' : `country ${index}`,
    gender: next() < 0.4 ? 'f' : 'm',
  }),
  'four genders, nine countries, at random': (_index, _people, next) => ({
    country: `country ${Math.floor(next() * next() * 9)}`,
    gender: `gender ${Math.floor(next() * next() * 4)}`,
  }),
  'gender goes with country': (index) => ({ country: index % 2 ? 'Kenya' : 'Ghana', gender: index % 2 ? 'f' : 'm' }),
}

function people(count: number, pattern: Pattern): Participant[] {
  const next = numbers(count)
  return Array.from({ length: count }, (_, index) => ({ name: `Person ${index}`, organization: '', ...pattern(index, count, next) }))
}

/** Largest less smallest number of those counted in a group. */
function spread(groups: readonly Participant[][], counts: (person: Participant) => boolean): number {
  const numbers = groups.map((group) => group.filter(counts).length)
  return Math.max(...numbers) - Math.min(...numbers)
}

describe('mixed groups', () => {
  it.each(Object.entries(PATTERNS))('are even for 5 to 60 people: %s', (_name, pattern) => {
    for (let count = 5; count <= 60; count += 1) {
      const all = people(count, pattern)
      for (const groupsAsked of [2, 3, 4, 5, 7, 12].filter((groups) => groups <= count)) {
        const groups = mixGroups(all, { groups: groupsAsked })
        const forced = (counts: (person: Participant) => boolean): number => (all.filter(counts).length % groupsAsked === 0 ? 0 : 1)
        const unlike: string[] = []
        const even = (what: string, counts: (person: Participant) => boolean): void => {
          if (spread(groups, counts) !== forced(counts)) unlike.push(`${what} of ${count} in ${groupsAsked}`)
        }
        even('size', () => true)
        for (const country of new Set(all.map((one) => one.country))) even(country, (one) => one.country === country)
        for (const gender of new Set(all.map((one) => one.gender))) even(gender, (one) => one.gender === gender)
        expect(unlike).toEqual([])
        expect(groups).toHaveLength(groupsAsked)
        expect(
          groups
            .flat()
            .map(({ name }) => name)
            .sort(),
        ).toEqual(all.map(({ name }) => name).sort())
      }
    }
  })

  it('are the same for the same people, and leave the list as it was', () => {
    const all = people(23, PATTERNS['four genders, nine countries, at random'] as Pattern)
    const before = structuredClone(all)
    const groups = mixGroups(all, { size: 5 })
    expect(mixGroups(structuredClone(all), { size: 5 })).toEqual(groups)
    expect(all).toEqual(before)
  })

  it('come larger first, people in the order of the list', () => {
    const groups = mixGroups(people(11, PATTERNS['a country each'] as Pattern), { groups: 3 })
    expect(groups.map(({ length }) => length)).toEqual([4, 4, 3])
    for (const group of groups) {
      const order = group.map(({ name }) => Number(name.split(' ')[1]))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })

  it('tell countries and genders by their letters, not by capitals', () => {
    const all = ['Kenya', 'KENYA', ' kenya', 'Ghana'].map((country, index) => ({
      name: String(index),
      country,
      gender: 'F',
      organization: '',
    }))
    expect(spread(mixGroups(all, { groups: 3 }), ({ country }) => country.trim().toLowerCase() === 'kenya')).toBe(0)
  })

  it('take two people who share a name for two', () => {
    const one = { name: 'Ana', country: 'Peru', gender: 'f', organization: '' }
    expect(mixGroups([one, one, one], { groups: 2 }).map(({ length }) => length)).toEqual([2, 1])
  })

  it('stay empty where there are fewer people than groups', () => {
    expect(mixGroups([], { groups: 2 })).toEqual([[], []])
    expect(mixGroups(people(2, PATTERNS['one country'] as Pattern), { groups: 3 }).map(({ length }) => length)).toEqual([1, 1, 0])
  })
})

describe('the number of groups of a size', () => {
  it.each([
    [24, 6, 4],
    [24, 5, 5],
    [21, 4, 6],
    [24, 30, 1],
    [4, 3, 2],
    // a pair and one alone are three together
    [23, 2, 11],
    [3, 2, 1],
    [1, 6, 1],
    [7, 1, 7],
  ])('%i people in groups of %i: %i', (count, size, groups) => {
    expect(groupCount(count, size)).toBe(groups)
  })
})

describe('cards dealt to people who line up by country and in it by gender', () => {
  it.each(Object.keys(PATTERNS))('spread everybody, every country and its genders as evenly as can be: %s', (name) => {
    for (let count = 2; count <= 60; count++) {
      const line = people(count, PATTERNS[name] as Pattern).sort((a, b) =>
        `${a.country} ${a.gender}` < `${b.country} ${b.gender}` ? -1 : 1,
      )
      for (const groups of [2, 3, 4, 5, 6, 8]) {
        const dealt = line.map((person, index) => ({ ...person, group: dealtGroup(index + 1, groups) }))
        for (const key of [() => '', (one: Participant) => one.country, (one: Participant) => `${one.country} ${one.gender}`]) {
          for (const alike of Map.groupBy(dealt, key).values()) {
            const sizes = Array.from({ length: groups }, (_, index) => alike.filter(({ group }) => group === index + 1).length)
            expect(Math.max(...sizes) - Math.min(...sizes), `${count} people, ${groups} groups`).toBeLessThanOrEqual(1)
          }
        }
      }
    }
  })
})
