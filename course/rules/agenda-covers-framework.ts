import { finding } from '../finding.ts'
import type { SourceRule } from '../rule.ts'
import { leftOutOf } from '../schedule.ts'

export const agendaCoversFramework: SourceRule = {
  id: 'agenda-covers-framework',
  severity: 'warning',
  needs: 'sources',
  sentence: 'An agenda that says `covers: all` holds a block for every item of the framework.',
  advice:
    'Add a block of a module that covers the item (a wrap-up alone does not count), or take `covers: all` away: the run sheet then says what the agenda leaves out.',
  check({ course }) {
    return course.agendas.flatMap((agenda) => {
      const place = course.places.get(`agendas.${agenda.id}.covers`)
      if (!place) return []
      return leftOutOf(agenda, course).framework.map(({ id }) =>
        finding(`Unexpected agenda \`${agenda.id}\` without framework item \`${id}\`, expected a block of a module that covers it`, {
          rule: agendaCoversFramework.id,
          severity: 'warning',
          place,
          causes: course.modules
            .filter(({ covers }) => covers.includes(id))
            .map((module) => ({ reason: `Module \`${module.id}\` covers it`, place: module.place })),
        }),
      )
    })
  },
}
