import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'
import { clockTime, type ScheduledDay, schedule } from '../schedule.ts'

export const agendaFitsDay: SourceRule = {
  id: 'agenda-fits-day',
  severity: 'error',
  needs: 'sources',
  sentence: 'Every day of an agenda, breaks included, ends when it should.',
  advice: 'Use a block in its short form (use: short), leave out what is to be cut first, shorten a break, or end the day later.',
  check: ({ course }) => course.agendas.flatMap((agenda) => schedule(agenda, course).flatMap(judge)),
}

function judge(day: ScheduledDay): VFileMessage[] {
  const place = day.day.place
  if (day.end <= day.start) {
    return [
      finding(`Unexpected end of the day at ${day.day.end}, expected it after its start at ${day.day.start}`, {
        rule: agendaFitsDay.id,
        severity: 'error',
        place,
      }),
    ]
  }
  if (day.over === 0) return []
  const late = day.items.find((item) => item.end > day.end)
  const finish = day.finish >= 1440 ? `${clockTime(day.finish)} of the next day` : clockTime(day.finish)
  return [
    finding(`Unexpected end of "${day.title}" at ${finish}, expected ${day.day.end}`, {
      rule: agendaFitsDay.id,
      severity: 'error',
      place,
      causes: late
        ? [{ reason: `"${late.title}" runs from ${clockTime(late.start)} to ${clockTime(late.end)}`, place: late.item.place }]
        : [],
      note: cutNote(day),
    }),
  ]
}

function cutNote({ over, cuts }: ScheduledDay): string {
  if (cuts.length === 0) return `${over} minutes too many, and nothing that may be cut.`
  const saved = cuts.reduce((sum, cut) => sum + cut.minutes, 0)
  const short = cuts.filter(({ kind }) => kind === 'short').map(({ block, minutes }) => `${block.id} (${minutes})`)
  const out = cuts.flatMap((cut) => (cut.kind === 'activity' ? [`${cut.activity.id} (${cut.minutes})`] : []))
  const ways = [
    ...(short.length > 0 ? [`hold in short form ${short.join(', ')}`] : []),
    ...(out.length > 0 ? [`cut ${out.join(', ')}`] : []),
  ]
  return `${over} minutes too many; ${ways.join('; ')}${saved < over ? `, which saves only ${saved}` : ''}.`
}
