/** The event kit on paper: blank for every course, filled for real people, in English, French and Arabic. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Course } from '../../course/course.ts'
import { mixGroups } from '../../course/mix-groups.ts'
import type { Participant } from '../../course/participants.ts'
import { readCourse } from '../../course/read-course.ts'
import { wordedLanguages, words } from '../../course/words.ts'
import { BLANK_PEOPLE, eventForm } from '../../manual/event-kit/event-kit.ts'
import { BLANK_FORMS, type EventForm, FILLED_FORMS } from '../../manual/event-kit/forms.ts'
import { openPress, type Press } from '../../scripts/press.ts'
import { pressEventForm } from '../../scripts/press-event-kit.ts'
import { readPdf } from '../../scripts/read-pdf.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { bilingualCourses } from './bilingual-course.ts'
import { bare, bareText, pageRuns } from './pdf-text.ts'

const MM = 72 / 25.4
const participants: Participant[] = Array.from({ length: 23 }, (_, index) => ({
  name: `Person${String(index + 1).padStart(2, '0')} Family`,
  country: ['Kenya', 'Ghana', 'Peru'][index % 3] ?? '',
  gender: index % 2 ? 'f' : 'm',
  organization: index === 0 ? '<b>Ministry</b> & Co' : 'Union',
}))
const event = { participants, groups: mixGroups(participants, { size: 5 }) }

let press: Press
let english: Course
let french: Course
let arabic: Course

beforeAll(async () => {
  press = await openPress()
  const courses = await bilingualCourses()
  english = courses.get('en') as Course
  french = courses.get('fr') as Course
  const { courses: right } = await readCourse(await readSources(join(import.meta.dirname, '../courses/arabic')))
  arabic = right.get('ar') as Course
})
afterAll(() => press?.close())

const textOf = async (pdf: Uint8Array): Promise<string[]> => (await pageRuns(pdf)).map(bareText)
const plain = (form: EventForm, course: Course, filled = false): string =>
  eventForm(form, course, () => '', filled ? event : null)
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('blank', () => {
  it.each(BLANK_FORMS)('%s says its name, language and course, in our fonts', async (form) => {
    for (const course of [english, french, arabic]) {
      const { pdf, pages, foreignFonts } = await pressEventForm(form, course, press)
      const reading = await readPdf(pdf)
      expect(reading).toMatchObject({ tagged: true, language: course.language, pages })
      expect(reading.title).toBe(`${course.title}${words(course.language).colon}${words(course.language).eventKit.forms[form]}`)
      expect(foreignFonts).toEqual([])
      // letters that are joined do not come back from a page as they were written
      if (course !== arabic) expect((await textOf(pdf)).join('')).toContain(bare(course.title))
    }
  })

  it('have as many pages as they have forms', async () => {
    const pages = async (form: EventForm): Promise<number> => (await pressEventForm(form, arabic, press)).pages
    expect([await pages('certificate'), await pages('name-tents'), await pages('room-plan')]).toEqual([1, 4, 1])
  })

  it('group cards tell a person the group, whatever number of groups an activity has', () => {
    const cards = eventForm('group-cards', english, () => '')
      .split('class="dealt-card"')
      .slice(1)
      .map((card) => [...card.matchAll(/<(?:h2|td)>(\d+)</g)].map(([, number]) => Number(number)))
    expect(cards).toHaveLength(24)
    expect(cards[0]).toEqual([1, 2, 3, 4, 5, 6, 8, 1, 1, 1, 1, 1, 1])
    expect(cards[10]).toEqual([11, 2, 3, 4, 5, 6, 8, 1, 2, 3, 1, 5, 3])
  })

  it('sign-in sheet has a row a person, a column a day of the agenda and consent to photos on every page', async () => {
    const html = plain('sign-in', english)
    for (const head of ['No.', 'Name', 'Country', 'Organization', 'Photos: I agree', 'Day 1']) expect(html).toContain(head)
    expect(html).not.toContain('Day 2')
    expect(html).toContain(` ${BLANK_PEOPLE} `)
    const pages = await textOf((await pressEventForm('sign-in', english, press)).pdf)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toContain(bare(words('en').eventKit.photoConsent))
  })

  it('certificate names the course and the modules of the agenda, and has lines for two signatures', () => {
    const html = plain('certificate', french)
    for (const text of ['Attestation de participation', 'Faire du pain', 'Lieu', 'Date', '1 jour · 1 h', 'Modules suivis', '1 The dough']) {
      expect(html, text).toContain(text)
    }
    expect(html.split('Nom et fonction')).toHaveLength(3)
  })

  it('materials list counts copies for 24 people', () => {
    const html = plain('materials', english)
    expect(html).toContain('24 people, One day')
    expect(html).toContain('6 Worksheet 1.1 My dough one a group Activity 1.1')
    expect(html).toContain('6 Worksheet 1.2 Two bakers, two tempers For facilitators one a group Activity 1.1')
    expect(html).toContain('12 copies in all.')
    expect(html).toContain('Activity 1.1 Knead and wait 6 groups of 4 12 Two kilograms of flour')
  })

  it('run from right to left in Arabic, the room plan mirrored', async () => {
    const [sheet = []] = await pageRuns((await pressEventForm('sign-in', arabic, press)).pdf)
    const seventh = sheet.find(({ text }) => text.trim() === '7')
    expect(seventh?.x).toBeGreaterThan(260 * MM)
    expect(eventForm('room-plan', arabic, () => '')).toContain('scale(-1 1)')
    expect(eventForm('room-plan', english, () => '')).not.toContain('scale(-1 1)')
  })

  it('have every word in every language', () => {
    for (const language of wordedLanguages()) {
      const { forms, checks } = words(language).eventKit
      expect(Object.keys(forms).sort()).toEqual([...new Set([...BLANK_FORMS, ...FILLED_FORMS])].sort())
      expect(checks).toHaveLength(words('en').eventKit.checks.length)
    }
  })
})

describe('filled', () => {
  it('name tents and certificates are a page a person, with the name; a tent has it on both sides', async () => {
    const tents = await textOf((await pressEventForm('name-tents', english, press, event)).pdf)
    const certificates = await textOf((await pressEventForm('certificate', english, press, event)).pdf)
    expect([tents.length, certificates.length]).toEqual([participants.length, participants.length])
    participants.forEach(({ name, organization }, index) => {
      expect(tents[index]?.split(bare(name))).toHaveLength(3)
      expect(certificates[index]).toContain(bare(name))
      expect(certificates[index]).toContain(bare(organization))
    })
  })

  it('names in Arabic letters are set in our fonts in any language, others are told', async () => {
    const alone = (name: string) => ({ participants: [{ name, country: '', gender: '', organization: '' }], groups: [] })
    expect((await pressEventForm('name-tents', french, press, alone('فاطمة بن علي'))).foreignFonts).toEqual([])
    expect((await pressEventForm('name-tents', french, press, alone('\u2603'))).foreignFonts).toHaveLength(1)
  })

  it('long names stay on their page', async () => {
    const long = { name: 'Maria-Anastasia '.repeat(12).trim(), country: 'Côte d’Ivoire', gender: 'f', organization: 'Ministry '.repeat(20) }
    for (const form of ['name-tents', 'certificate'] as const) {
      const { pages } = await pressEventForm(form, english, press, { participants: [long, long], groups: [] })
      expect([form, pages]).toEqual([form, 2])
    }
  })

  it('sign-in sheet has everybody once and two empty rows', () => {
    const html = plain('sign-in', english, true)
    for (const { name } of participants) expect(html.split(name)).toHaveLength(2)
    expect(html).toContain(` ${participants.length + 2} `)
    expect(html).not.toContain(` ${participants.length + 3} `)
    expect(html).toContain('&#x3C;b>Ministry')
  })

  it('group cards hold everybody once, and the overview counts them', () => {
    const [overview = '', ...cards] = eventForm('group-cards', english, () => '', event).split('class="group-card"')
    expect(cards).toHaveLength(event.groups.length)
    event.groups.forEach((group, index) => {
      for (const { name } of participants) expect(cards[index]?.includes(`>${name}<`)).toBe(group.some((one) => one.name === name))
    })
    const kenya = event.groups.map((group) => group.filter(({ country }) => country === 'Kenya').length)
    const row = /<bdi>Kenya<\/bdi><\/th>(.*?)<\/tr>/.exec(overview)?.[1] ?? ''
    expect([...row.matchAll(/>(\d+)</g)].map(([, number]) => Number(number))).toEqual([...kenya, 8])
  })

  it('materials list is for as many as come', () => {
    expect(plain('materials', english, true)).toContain('23 people, One day')
  })

  it('has the same bytes when printed again', async () => {
    for (const form of ['certificate', 'group-cards'] as const) {
      const [one, two] = [await pressEventForm(form, arabic, press, event), await pressEventForm(form, arabic, press, event)]
      expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
    }
  })
})
