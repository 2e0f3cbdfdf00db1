/** A small course in English with a French half: every kind of piece, a page in fallback language, one behind its source, front and annexes. */
import type { Course, Drawings, Language } from '../../course/course.ts'
import { readCourse, type Sources } from '../../course/read-course.ts'

const courseFile = `
id: bread
title: {en: Baking bread, fr: Faire du pain}
subtitle: {en: A course for small bakeries, fr: Une formation pour petites boulangeries}
version: "1.2.0"
languages: [en, fr]
imprint: Written for the tests.
disclaimer: Nobody is answerable for this bread.
licence: CC BY 4.0
themes: [{id: night, title: {en: Night work, fr: Travail de nuit}, wanted: block}]
framework:
  id: pillars
  title: {en: Two pillars, fr: Deux piliers}
  item: {en: Pillar, fr: Pilier}
  note: {en: The second name is a working title., fr: Le second nom est provisoire.}
  items:
    - {id: p1, title: {en: Good flour, fr: Bonne farine}}
    - {id: p2, title: {en: Enough time, fr: Assez de temps}, confirmed: false}
methods:
  - {id: group-work, title: {en: Group work, fr: Travail en groupe}, form: groups}
agendas:
  - id: one-day
    title: {en: One day, fr: Une journée}
    default: true
    days: [{title: {en: Monday, fr: Lundi}, start: "09:00", end: "11:00", items: [{block: dough-rest}, {break: {en: Tea, fr: Thé}, minutes: 15}]}]
`

const references = JSON.stringify([
  {
    id: 'miller-2020',
    type: 'book',
    title: 'Flour and water',
    author: [{ family: 'Miller', given: 'Anna' }],
    issued: { 'date-parts': [[2020]] },
    publisher: 'Mill Press',
  },
])

const glossary = `
- {id: proving, term: {en: proving, fr: apprêt}, definition: {en: The last rest of the dough., fr: Le dernier repos de la pâte.}, sources: [miller-2020], unverified: true}
`

const moduleFile = `---
id: dough
title: The dough
summary: Participants bake one loaf and say why it rose.
covers: [p1, p2]
objectives:
  - {id: m1, text: Bake one loaf, level: apply}
---
What a dough needs: see [](#dough-rest) and [](#p2).

::framework
`

const blockFile = `---
id: dough-rest
title: Why dough rests
minutes: {full: 60, short: 45}
objectives:
  - {id: o1, text: Compare two doughs, level: analyse}
---

## Rest is work

Dough rests before :term[proving] [@miller-2020, p. 4]. See [](#knead), [](#w-dough), [](#fig-rest), [](#key-rest) and [a case](#case-mill). Café, naïveté.

| Flour | Minutes |
| --- | ---: |
| Wheat | 30 |

::figure[Three hours of rest]{#fig-rest src=figures/rest.svg alt="The dough doubles in the third hour." credit="Own drawing"}

:::case[A mill in the north]{#case-mill countries="Norland, Suravia" covers="p1"}
**Situation.** The mill had no clock.
:::

:::night[Who bakes at three?]{#night-rest}
**Question.** Who sleeps when the dough does?
:::

:::key-message{#key-rest}
Time is an ingredient.
:::

:::warning[Hot oven]
Gloves first.
:::

:::tip[For trainers]
Trainers should taste every dough twice before the session begins.
:::

:::facilitator
Only facilitators learn that the second dough was salted on purpose.
:::

:::participant
Bring an apron of your own.
:::

:::context[In Suravia]{country=SV}
Ovens are lit at four.
:::

:::to-validate{#validate-ovens}
Validators are asked whether ovens in their country are lit at four.
:::

:::slide[Rest makes bread]{#slide-rest}
- Gluten relaxes

:::notes
Speaker notes say that nobody may open the window during this slide. :minutes[4]
:::
:::

:::activity[Knead and wait]{#knead minutes=30 method=group-work size=4 objectives="o1" worksheet="w-dough, w-roles" cut=first}
Two doughs, one clock.

1. Knead both doughs. :minutes[10]
2. Wait and watch. :minutes[20]

:::materials
- Two kilograms of flour for every group at the table
:::

:::online{method=breakout size=3 minutes=25 tool=board}
Groups online show their dough to the camera every five minutes.

:::low-bandwidth
Each group without video reports the height of the dough by telephone.
:::
:::

:::debrief
- Which of the two doughs tore first, and at what moment?

:::answers
The dough without rest tears first, because its gluten is tight.
:::
:::
:::

:::discussion[Is waiting work?]{#discuss-wait minutes=10}
Who pays for it?
:::

:::quiz[Two questions]{#quiz-rest}
:::question[When is a dough ready?]{#q-ready objectives="o1"}
- [x] When it springs back slowly
- [ ] When the clock says so

:::answers
Feedback for trainers: press with a wet finger and count to four.
:::
:::
:::

:::worksheet[My dough]{#w-dough minutes=10 group=yes}
Write while you wait.

::lines[What do you see?]{#see rows=2}
::table[Height]{#height columns="Hour,Height" rows=2}
::choice[Which flour?]{#flour options="Wheat,Rye" multiple=yes}
::scale[How soft?]{#soft min=1 max=3 low="hard" high="soft" statements="First hour | Second hour"}
::box[Draw it]{#draw height=40}

:::answers
A good sheet shows that the height doubles in the third hour.
:::
:::

:::worksheet[Two bakers, two tempers]{#w-roles audience=facilitator}
Card for the first baker: hide that the oven was cold all night.

::lines[What the first baker wants]{#wants rows=2}

:::answers
Whoever plays the first baker admits the cold oven in the end.
:::
:::
`

const frontFile = `---
id: before
title: Before you bake
summary: How the course works.
---
`

const methodFile = `---
id: method
title: How we bake
audience: all
---
Everyone bakes before anyone explains [@miller-2020]. After :term[proving] comes [](#annex-test); trainers have [](#annex-cards).
`

const trainersFile = `---
id: trainers
title: A word to those who train
---
Trainers borrow the second oven from the neighbours on the first day.
`

const annexesFile = `---
id: annexes
title: Annexes
summary: What is used more than once.
---
Print what you need: see [](#annex-test).
`

const testFile = `---
id: annex-test
title: What do you know?
audience: all
---
The same sheet before and after: [](#w-test). [](#method) says why.

:::worksheet[Before and after]{#w-test}
Answer alone.

::lines[What do you bake at home?]{#home rows=1}

::questions
:::
`

const cardsFile = `---
id: annex-cards
title: Cards that only the trainers of this course may see
---
Trainers cut these cards along the dotted line before anybody comes in.

:::worksheet[Cards for trainers]{#w-cards}
::choice[Which card goes first?]{#card options="Red,Blue"}

::questions
:::
`

const frenchBlock = blockFile
  .replace('title: Why dough rests', 'title: Pourquoi la pâte repose')
  .replace('## Rest is work', '## Le repos est un travail')
  .replace(/^---\n(?=id)/, '---\ntranslated: {dough-rest: "00000000"}\n')

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><path d="M0 20 L100 0" stroke="#0b3c5d"/></svg>'

export const bilingualSources: Sources = new Map([
  ['modules/course.yml', courseFile],
  ['modules/glossary.yml', glossary],
  ['modules/references.json', references],
  ['modules/01-dough/module.md', moduleFile],
  ['modules/01-dough/1-rest.md', blockFile],
  ['modules/01-dough/1-rest.fr.md', frenchBlock],
  ['modules/01-dough/figures/rest.svg', svg],
  ['modules/front/module.md', frontFile],
  ['modules/front/1-method.md', methodFile],
  ['modules/front/2-trainers.md', trainersFile],
  ['modules/annexes/module.md', annexesFile],
  ['modules/annexes/1-test.md', testFile],
  ['modules/annexes/2-cards.md', cardsFile],
])

export const bilingualDrawings: Drawings = new Map([['modules/01-dough/figures/rest.svg', { kind: 'svg', svg }]])

/** The course in each language. */
export async function bilingualCourses(): Promise<Map<Language, Course>> {
  const { courses, findings } = await readCourse(bilingualSources)
  if (courses.size !== 2) throw new Error(findings.map(String).join('\n'))
  return courses
}

/** Sentences that only facilitators may read, by where they are written. */
export const secrets = {
  answers: 'The dough without rest tears first',
  answersOfWorksheet: 'A good sheet shows that the height doubles',
  debrief: 'Which of the two doughs tore first',
  facilitator: 'the second dough was salted on purpose',
  feedback: 'press with a wet finger and count to four',
  lowBandwidth: 'reports the height of the dough by telephone',
  materials: 'Two kilograms of flour for every group',
  notes: 'nobody may open the window during this slide',
  online: 'show their dough to the camera every five minutes',
  tip: 'taste every dough twice before the session',
  toValidate: 'whether ovens in their country are lit at four',
}

/** Sentences that only facilitators may read, in chapters and worksheets that are theirs as a whole, by the page they stand on. */
export const secretsOfFacilitators = {
  'dough-rest': ['hide that the oven was cold all night', 'What the first baker wants', 'Two bakers, two tempers'],
  trainers: ['borrow the second oven from the neighbours', 'A word to those who train'],
  'annex-cards': ['cut these cards along the dotted line', 'Cards that only the trainers of this course may see', 'Which card goes first'],
}
