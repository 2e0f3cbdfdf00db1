import type { VFileMessage } from 'vfile-message'
import type { Block, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { nameAt, type SourceRule, type Subject, writtenParts } from '../rule.ts'
import { type BlockPlan, type PlannedPart, planBlock } from '../schedule.ts'

export const blockFitsSlot: SourceRule = {
  id: 'block-fits-slot',
  severity: 'error',
  needs: 'sources',
  sentence: 'What is planned in a block fits into its minutes; without what is cut first, into its short minutes.',
  advice:
    'Activities, slides (the minutes in their notes) and discussions count. Shorten or drop something, or give the block more time. What the short form leaves out is marked: slides and steps by :minutes[5]{cut=first}, activities by cut=first. Passing the short minutes is a warning.',
  check: (subject) =>
    writtenParts(subject).flatMap(({ block }) => {
      if (!block?.minutes) return []
      const { full, short } = block.minutes
      return [
        ...judge(block, subject),
        ...(short < full ? judgeShort(block, subject) : []),
        ...(short > full ? [longShort(block, placeIn(block, 'minutes.short', subject))] : []),
      ]
    }),
}

function judge(block: Block, subject: Subject): VFileMessage[] {
  const plan = planBlock(block, 'full')
  const { planned, minutes } = plan
  if (minutes === null || planned <= minutes) return []
  return [
    finding(`Unexpected ${planned} planned minutes in \`${block.id}\`, expected at most ${minutes}`, {
      rule: blockFitsSlot.id,
      severity: 'error',
      place: placeIn(block, 'minutes.full', subject),
      causes: longest(plan, subject),
      note: sums(plan),
    }),
  ]
}

function judgeShort(block: Block, subject: Subject): VFileMessage[] {
  const plan = planBlock(block, 'short')
  if (plan.minutes === null || plan.planned <= plan.minutes) return []
  return [
    finding(`Unexpected ${plan.planned} minutes left in the short form of \`${block.id}\`, expected at most ${plan.minutes}`, {
      rule: blockFitsSlot.id,
      severity: 'warning',
      place: placeIn(block, 'minutes.short', subject),
      causes: longest(plan, subject),
      note: `${sums(plan)} What is marked cut=first is left out already.`,
    }),
  ]
}

function longShort(block: Block, place: Place): VFileMessage {
  const { full, short } = block.minutes ?? { full: 0, short: 0 }
  return finding(`Unexpected short form of ${short} minutes, expected at most the ${full} of the full one`, {
    rule: blockFitsSlot.id,
    severity: 'error',
    place,
  })
}

function longest({ parts }: BlockPlan, subject: Subject): { reason: string; place: Place }[] {
  return [...parts]
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, 3)
    .map(({ piece, minutes }) => ({ reason: `${piece.kind} of ${minutes} minutes`, place: nameAt(subject, piece.place) }))
}

function sums({ parts }: BlockPlan): string {
  const of = (kind: PlannedPart['piece']['kind']): number =>
    parts.filter((part) => part.piece.kind === kind).reduce((sum, part) => sum + part.minutes, 0)
  return `Activities ${of('activity')}, slides ${of('slide')}, discussions ${of('discussion')} minutes.`
}

function placeIn(block: Block, key: string, { reading }: Subject): Place {
  return reading.written.find((file) => file.path === block.place.path)?.places.get(key) ?? block.place
}
