/** Small courses as Markdown, one per direction of writing, with a slide of every layout, an activity and a wrap-up. */
import type { Course, Drawings, Module } from '../../course/course.ts'
import { type Reading, readCourse } from '../../course/read-course.ts'

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300"><defs><marker id="tip" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#0b3c5d"/></marker></defs><rect x="20" y="100" width="240" height="90" fill="#f4f1ea" stroke="#0b3c5d"/><path d="M270 145 H440" stroke="#0b3c5d" stroke-width="3" marker-end="url(#tip)"/><rect x="460" y="100" width="240" height="90" fill="none" stroke="#1d7a74"/><text x="140" y="150" text-anchor="middle" font-size="18" fill="#1b1f23">Well</text><text x="580" y="150" text-anchor="middle" font-size="18" fill="#1b1f23">Kitchen</text></svg>`

export const drawings: Drawings = new Map([['modules/01-water/figures/path.svg', { kind: 'svg', svg: drawing }]])

const references = JSON.stringify([
  {
    id: 'who-2017',
    type: 'report',
    title: 'Guidelines for drinking-water quality',
    author: [{ literal: 'World Health Organization' }],
    issued: { 'date-parts': [[2017]] },
  },
  {
    id: 'sphere-2018',
    type: 'book',
    title: 'The Sphere Handbook',
    author: [{ literal: 'Sphere Association' }],
    issued: { 'date-parts': [[2018]] },
  },
])

/** A sentence that stands in notes and in nothing a participant may see. */
export const secretNote = 'Whisper nothing about the blue bucket before they ask.'

const english: Record<string, string> = {
  'modules/course.yml': `id: water
title: Safe water at home
subtitle: A course for village committees
version: "1.2.0"
languages: [en]
publisher: Example Water Office
imprint: Example Water Office, 2026.
disclaimer: An example course for tests.
licence: CC BY 4.0
themes:
  - {id: gender, title: Gender, wanted: block}
`,
  'modules/references.json': references,
  'modules/01-water/module.md': `---
id: water-basics
title: Water from source to cup
summary: People keep water safe from the well to the cup.
covers: []
objectives:
  - {id: m1, text: Draw the path of water in one household, level: apply}
  - {id: m2, text: Choose one treatment and defend it, level: evaluate}
---
Overview.
`,
  'modules/01-water/1-path.md': `---
id: water-path
title: The path of water
minutes: {full: 60, short: 40}
objectives:
  - {id: o1, text: Draw where water can be spoiled, level: apply}
---
Text.

::figure[From well to kitchen]{#fig-path src=figures/path.svg alt="Water goes from the well to the kitchen."}

:::slide[Three places where water is spoiled]{#s-places}
- At the **source**: open wells [@who-2017, p. 4]
- On the way: open containers [@sphere-2018]
- At home: hands and cups

:::notes
${secretNote} Ask who carries water. :minutes[3]
:::
:::

:::slide[Clean water can be lost in one second]{#s-statement layout=statement}
One hand in the jar is enough [@who-2017].

:::notes
Show the jar. :minutes[1]
:::
:::

:::slide[Boil or filter?]{#s-columns layout=two-columns}
**Boil**

- needs fuel
- kills germs

---

**Filter**

- needs care
- lasts for years

:::notes
Compare.
:::
:::

:::slide[The way of one bucket]{#s-figure layout=figure}
[](#fig-path)

:::notes
Follow the arrow with a finger. :minutes[2]
:::
:::

:::slide[The same drawing beside words]{#s-figure-words layout=figure}
[](#fig-path)

- The lid stays on
- The cup has a handle
:::

:::slide[Who drinks first in your house?]{#s-question layout=question}
- And who drinks last?
:::

:::slide[Part two]{#s-section layout=section}
From the kitchen to the cup
:::

:::slide[Numbers to remember]{#s-table}
| Use | Litres a day |
|---|---|
| Drinking | 3 |
| Cooking | 6 |
:::

:::gender[Who carries?]{#g-carries}
Text.

:::slide[Who carries the water?]{#s-lens}
- Count the trips of one day
:::
:::

:::activity[Draw the path]{#draw-path minutes=20 method=group-work size=4 objectives="o1" worksheet="w-path, w-roles"}
Groups draw the path of water in one household.

1. Choose a household that you know well. :minutes[5]
2. Draw every stop of the water from the source to the cup. :minutes[10]
3. Mark the stop where it is spoiled most easily. :minutes[5]

:::materials
- paper and two pens a group
:::

:::online{method=breakout tool=board}
Use a board.

:::low-bandwidth
Draw alone and describe the drawing by phone.
:::
:::

:::debrief
- Where did groups disagree about the danger?

:::answers
Most groups forget the storage jar in the kitchen corner.
:::
:::
:::

:::worksheet[Path of water]{#w-path}
::box[Draw the path here]{#w-path-drawing height=60}
:::

:::worksheet[Roles at the well]{#w-roles audience=facilitator}
One carrier hides that the jar is dirty.
:::
`,
  'modules/01-water/wrap-up.md': `---
id: water-wrap-up
title: What stays
minutes: {full: 10, short: 10}
objectives: []
---
:::slide[One promise]{#s-promise layout=question}
What will you change at home this week?
:::
`,
}

const arabic: Record<string, string> = {
  'modules/course.yml': `id: water
title: المياه الآمنة في البيت
subtitle: دورة للجان القرى
version: "1.2.0"
languages: [ar]
publisher: مكتب المياه
imprint: مكتب المياه، 2026.
disclaimer: دورة نموذجية للاختبار.
licence: CC BY 4.0
themes:
  - {id: gender, title: النوع الاجتماعي, wanted: block}
methods:
  - {id: group-work, title: عمل جماعي, form: groups}
`,
  'modules/references.json': references,
  'modules/01-water/module.md': `---
id: water-basics
title: المياه من المصدر إلى الكوب
summary: يحافظ المشاركون على سلامة المياه من البئر إلى الكوب.
covers: []
objectives:
  - {id: m1, text: رسم مسار المياه في بيت واحد, level: apply}
  - {id: m2, text: اختيار طريقة معالجة والدفاع عنها, level: evaluate}
---
نظرة عامة.
`,
  'modules/01-water/1-path.md': `---
id: water-path
title: مسار المياه
minutes: {full: 60, short: 40}
objectives:
  - {id: o1, text: رسم الأماكن التي تتلوث فيها المياه, level: apply}
---
نص.

::figure[من البئر إلى المطبخ]{#fig-path src=figures/path.svg alt="تنتقل المياه من البئر إلى المطبخ."}

:::slide[ثلاثة أماكن تتلوث فيها المياه]{#s-places}
- عند **المصدر**: آبار مكشوفة [@who-2017, p. 4]
- في الطريق: أوعية مفتوحة [@sphere-2018]
- في البيت: الأيدي والأكواب

:::notes
اسألوا: من يحمل المياه في بيوتكم؟ :minutes[3]
:::
:::

:::slide[قد تضيع المياه النظيفة في ثانية واحدة]{#s-statement layout=statement}
تكفي يد واحدة في الجرة.
:::

:::slide[نغلي أم نرشّح؟]{#s-columns layout=two-columns}
**الغلي**

- يحتاج إلى وقود
- يقتل الجراثيم

---

**الترشيح**

- يحتاج إلى عناية
- يدوم سنوات
:::

:::slide[طريق دلو واحد]{#s-figure layout=figure}
[](#fig-path)
:::

:::slide[من يشرب أولاً في بيتكم؟]{#s-question layout=question}
- ومن يشرب أخيراً؟
:::

:::gender[من يحمل؟]{#g-carries}
نص.

:::slide[من يحمل المياه؟]{#s-lens}
- عدّوا رحلات يوم واحد
:::
:::

:::activity[ارسموا المسار]{#draw-path minutes=20 method=group-work size=4 objectives="o1"}
ترسم المجموعات مسار المياه في بيت واحد.

1. اختاروا بيتاً تعرفونه جيداً. :minutes[5]
2. ارسموا كل محطة للمياه من المصدر إلى الكوب. :minutes[10]
3. ضعوا علامة على المحطة الأكثر عرضة للتلوث. :minutes[5]

:::debrief
- أين اختلفت المجموعات؟
:::
:::
`,
}

/** A sample course as its author's files are read. */
export async function readSample(language: 'en' | 'ar', change: Record<string, string> = {}): Promise<Reading> {
  const files = { ...(language === 'en' ? english : arabic), ...change }
  return readCourse(new Map(Object.entries(files)))
}

/** The course in English (`water`, module `water-basics`) or in Arabic. `change` replaces files before reading. */
export async function sampleCourse(language: 'en' | 'ar', change: Record<string, string> = {}): Promise<Course> {
  const { courses, findings } = await readSample(language, change)
  const course = courses.get(language)
  if (!course || findings.length > 0) throw new Error(`The sample course does not read: ${findings.join('\n')}`)
  return course
}

/** The one module of a sample course. */
export function moduleOf(course: Course): Module {
  const [module] = course.modules
  if (!module) throw new Error('The sample course has no module')
  return module
}

/** The text of a file of the English course, to be changed. */
export function sampleFile(path: keyof typeof english): string {
  return english[path] ?? ''
}

/** The English course with twelve steps in its activity, which then stands on two slides; the fifth and a slide before it are marked to be cut first. */
export function longActivity(): Record<string, string> {
  const path = 'modules/01-water/1-path.md'
  const last = '3. Mark the stop where it is spoiled most easily. :minutes[5]'
  const more = Array.from({ length: 9 }, (_, index) => {
    const minutes = index === 1 ? ':minutes[6]{cut=first}' : ':minutes[2]'
    return `${index + 4}. Draw stop ${index + 4}. ${minutes}`
  })
  const text = sampleFile(path)
    .replace('Follow the arrow with a finger. :minutes[2]', 'Follow the arrow with a finger. :minutes[2]{cut=first}')
    .replace('minutes=20', 'minutes=42 cut=never')
    .replace(last, [last, ...more].join('\n'))
  return { [path]: text }
}

/** A second module of the English course, with a slide that refers to an activity of the first. */
export function secondModule(): Record<string, string> {
  return {
    'modules/02-store/module.md': `---
id: water-store
title: Keeping water clean
summary: Clean water stays clean when it is stored well.
covers: []
objectives:
  - {id: m1, text: Choose a vessel, level: apply}
---
Overview.
`,
    'modules/02-store/1-vessel.md': `---
id: water-vessel
title: The vessel
minutes: {full: 20, short: 10}
objectives:
  - {id: o1, text: Choose a vessel, level: apply}
---
Text.

:::slide[A lid and a tap]{#s-lid}
- Go back to your drawing of [](#draw-path)
- Mark the vessel

:::notes
The groups drew it in [](#draw-path). :minutes[2]
:::
:::
`,
  }
}

const layouts = {
  en: `:::slide[The well of Kora]{#s-case layout=case uncited="invented"}
Village of Kora, 400 people

---

- The committee built a lid and a step
- Two women keep the key

---

- Cases of diarrhoea fell by half in a year
- The key is still there

:::notes
Ask who paid for the lid. :minutes[2]
:::
:::

:::slide[Water for one person]{#s-number layout=data}
15 litres

a day for one person, to drink, cook and wash [@sphere-2018]
:::

:::slide[Three tests of one well]{#s-numbers layout=data uncited="invented"}
In one village (invented):

- **62** samples in May
- **9 in 10** clean after boiling
- **3** found with a broken lid
:::

:::slide[From the source to the cup]{#s-process layout=process}
1. **Collect** in a clean bucket
2. **Carry** with the lid on
3. **Store** above the ground
4. **Pour** without a hand in the jar

Wash hands before each.
:::

:::slide[Seven steps of a repair]{#s-process-seven layout=process}
1. Close the well
2. Take out the pump
3. Wash the ring
4. Replace the seal
5. Put the pump back
6. Pump for an hour
7. Test the water
:::
`,
  ar: `:::slide[بئر كورا]{#s-case layout=case uncited="invented"}
قرية كورا، أربعمئة شخص

---

- بنت اللجنة غطاءً ودرجة

---

- انخفضت الإصابات إلى النصف في سنة
:::

:::slide[ماء لشخص واحد]{#s-number layout=data}
15 لتراً

في اليوم لكل شخص [@sphere-2018]
:::

:::slide[من المصدر إلى الكوب]{#s-process layout=process}
1. **اجمعوا** في دلو نظيف
2. **احملوا** والغطاء مغلق
3. **خزّنوا** فوق الأرض
:::
`,
}

/** The course with slides of a case, of one number and several, of a process of four steps and of seven. */
export function moreLayouts(language: 'en' | 'ar'): Record<string, string> {
  const path = 'modules/01-water/1-path.md'
  const text = (language === 'en' ? english : arabic)[path] ?? ''
  return { [path]: text.replace(/^:::slide\[[^\]]*\]\{#s-question/m, (start) => `${layouts[language]}\n${start}`) }
}
