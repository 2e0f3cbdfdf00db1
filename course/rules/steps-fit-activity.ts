import type { VFileMessage } from 'vfile-message'
import type { Activity, Place } from '../course.ts'
import { finding } from '../finding.ts'
import { directiveAt, nameAt, type SourceRule, type Subject, writtenParts } from '../rule.ts'
import { piecesOf } from '../walk.ts'

export const stepsFitActivity: SourceRule = {
  id: 'steps-fit-activity',
  severity: 'error',
  needs: 'sources',
  sentence: 'The steps of an activity are a numbered list with minutes that add up to the minutes of the activity.',
  advice:
    'End every step with its minutes, as in :minutes[5], and correct the steps or the minutes of the activity. Steps that take longer are an error, shorter ones a warning.',
  check: (subject) =>
    writtenParts(subject).flatMap(({ part }) =>
      piecesOf(part.body).flatMap((piece) => (piece.kind === 'activity' ? judge(piece, subject) : [])),
    ),
}

function judge(activity: Activity, subject: Subject): VFileMessage[] {
  const { steps, minutes } = activity
  const rule = stepsFitActivity.id
  if (steps.length === 0) {
    return [
      finding(`Unexpected activity \`${activity.id}\` without steps, expected a numbered list of them`, {
        rule,
        severity: 'warning',
        place: nameAt(subject, activity.place),
      }),
    ]
  }
  const untimed = steps.filter((step) => step.minutes === null)
  if (untimed.length > 0) {
    return untimed.map((step) =>
      finding('Unexpected step without minutes, expected them at its end as in :minutes[5]', {
        rule,
        severity: 'warning',
        place: lineOf(step.place),
      }),
    )
  }
  const sum = steps.reduce((total, step) => total + (step.minutes ?? 0), 0)
  if (minutes === null || sum === minutes) return []
  const causes = steps.map((step) => ({ reason: `Step of ${step.minutes} minutes`, place: lineOf(step.place) }))
  const minutesAt = directiveAt(subject, activity.place)?.attributes.find((attribute) => attribute.name === 'minutes')?.place
  const place = minutesAt ?? nameAt(subject, activity.place)
  return [
    finding(`Unexpected steps of ${sum} minutes in all, expected ${minutes} as the activity says`, {
      rule,
      severity: sum > minutes ? 'error' : 'warning',
      place,
      causes,
    }),
  ]
}

function lineOf(place: Place): Place {
  return { path: place.path, start: place.start, end: place.start }
}
