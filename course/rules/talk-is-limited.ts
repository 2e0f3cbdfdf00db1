import { coverage, type MinutesCoverage } from '../coverage.ts'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'

export const talkIsLimited: SourceRule = {
  id: 'talk-is-limited',
  severity: 'warning',
  needs: 'sources',
  sentence: 'One person talks to the room for no larger share of the planned minutes than goals.talk of course.yml says.',
  advice:
    'Slides, discussions and activities of the method `plenary` count as talk, in the full form of every block. Turn a plenary into work in pairs or groups, or shorten slides.',
  check({ course }) {
    const { minutes } = coverage(course)
    const goal = course.goals.talk
    const place = course.places.get('goals.talk')
    if (goal === null || minutes.share === null || minutes.share <= goal || !place) return []
    return [
      finding(`Unexpected talk in ${percent(minutes.share)} of ${minutes.planned} planned minutes, expected at most ${percent(goal)}`, {
        rule: talkIsLimited.id,
        severity: 'warning',
        place,
        note: `Most talk: ${most(minutes)}.`,
      }),
    ]
  },
}

const MOST = 5

function most({ blocks }: MinutesCoverage): string {
  return [...blocks]
    .sort((a, b) => b.talk - a.talk)
    .slice(0, MOST)
    .map(({ block, talk, planned }) => `${block} (${talk} of ${planned})`)
    .join(', ')
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
