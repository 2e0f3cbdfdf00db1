import type { VFileMessage } from 'vfile-message'
import { finding } from '../finding.ts'
import { nameAt, type SourceRule, writtenParts } from '../rule.ts'
import { piecesOf } from '../walk.ts'

export const activityHasOnlineWay: SourceRule = {
  id: 'activity-has-online-way',
  severity: 'warning',
  needs: 'sources',
  sentence: 'Every activity says how it is run online, and how on a bad line.',
  advice:
    'Add :::online{method=… } with what changes, and inside it :::low-bandwidth with the way by phone, message group, e-mail or paper.',
  check: (subject) =>
    writtenParts(subject).flatMap(({ part }) =>
      piecesOf(part.body).flatMap((piece): VFileMessage[] => {
        if (piece.kind !== 'activity') return []
        const rule = { rule: activityHasOnlineWay.id, severity: 'warning' as const }
        if (!piece.online) {
          return [
            finding(`Unexpected activity \`${piece.id}\` without an online way, expected :::online inside it`, {
              ...rule,
              place: nameAt(subject, piece.place),
            }),
          ]
        }
        if (piece.online.lowBandwidth) return []
        return [
          finding(`Unexpected online way of \`${piece.id}\` that needs a good line, expected :::low-bandwidth inside it`, {
            ...rule,
            place: nameAt(subject, piece.online.place),
          }),
        ]
      }),
    ),
}
