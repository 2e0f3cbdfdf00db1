import { expect, it } from 'vitest'
import { fieldPieces, formFields } from '../../worksheets/form-fields.ts'
import { answers, arabicSheet, frenchSheet, horizonSheet, node, piece, text, worksheet } from './sample-course.ts'

it('names every place to fill in, in the order of the sheet', () => {
  const names = formFields(horizonSheet(), 'en').map(({ name }) => name.replace('w-horizon.', ''))
  expect(names).toEqual([
    'sheet_name',
    'sheet_group',
    'sheet_date',
    'shortage',
    ...['r1', 'r2', 'r3'].flatMap((row) => ['c1', 'c2', 'c3', 'c4'].map((column) => `occupations.${row}.${column}`)),
    ...['r1', 'r2'].flatMap((row) => ['c2', 'c3', 'c4'].map((column) => `care.${row}.${column}`)),
    'who',
    'meet.o1',
    'meet.o2',
    'meet.o3',
    'sure',
    'agree.s1',
    'agree.s2',
    'arrow',
  ])
})

it('describes each in full: question, row and column', () => {
  const label = (name: string) => formFields(horizonSheet(), 'en').find((field) => field.name === `w-horizon.${name}`)?.label
  expect(label('sheet_name')).toBe('Names of the group')
  expect(label('occupations.r2.c3')).toBe('By occupation – Row 2 – In 3 years')
  expect(label('care.r1.c4')).toBe('Care rows – Paid care in private homes – Source')
  expect(label('meet.o2')).toBe('A new partnership can still meet – needs in about three years')
  expect(label('agree.s2')).toBe('How far do you agree? – All ministries and partners concerned decide together')
})

it('gives radio fields their marks, the ends of a scale with their words', () => {
  const marks = (name: string) => formFields(horizonSheet(), 'en').find((field) => field.name === `w-horizon.${name}`)?.marks
  expect(marks('who')).toEqual([
    { value: 'o1', label: 'Ministry of labour' },
    { value: 'o2', label: 'Employers' },
    { value: 'o3', label: 'Both' },
  ])
  expect(marks('sure')?.map(({ label }) => label)).toEqual(['1, a guess', '2', '3', '4', '5, checked data'])
})

it('has the same names in every language', () => {
  const namesOf = (sheet: ReturnType<typeof horizonSheet>, language: string) => formFields(sheet, language).map(({ name }) => name)
  const [french, arabic] = [namesOf(frenchSheet(), 'fr'), namesOf(arabicSheet(), 'ar')]
  expect(french.filter((name) => name.includes('occupations'))).toEqual(arabic.filter((name) => name.includes('occupations')))
  expect(formFields(arabicSheet(), 'ar').find(({ name }) => name.endsWith('r3.c2'))?.label).toBe('حسب المهنة – الصف 3 – الآن')
})

it('asks for no name on a sheet that nobody signs', () => {
  const names = formFields({ ...horizonSheet(), anonymous: true }, 'en').map(({ name }) => name)
  expect(names.filter((name) => name.includes('.sheet_'))).toEqual(['w-horizon.sheet_date'])
  expect(names.length).toBe(formFields(horizonSheet(), 'en').length - 2)
})

it('finds fields inside other pieces and none in answers or in what is for facilitators', () => {
  const lines = (id: string) => node(piece('lines', id, id, { rows: 1 }))
  const inside = { body: [lines('inside')], countries: [], covers: [], tells: null, stakeholders: [], minutes: null }
  const sheet = worksheet('w', 'Sheet', [
    ...text('Text'),
    node(piece('participant', 'box', '', inside)),
    answers('a', 'text'),
    node(piece('facilitator', 'f', '', { ...inside, body: [lines('hidden')] }, 'facilitator')),
    lines('last'),
  ])
  expect(fieldPieces(sheet).map(({ id }) => id)).toEqual(['inside', 'last'])
})

it('does not put the worksheet before an id that has it already', () => {
  const sheet = worksheet('w-a', 'Sheet', [node(piece('lines', 'w-a.shortage', 'Shortage', { rows: 1 }))])
  expect(formFields(sheet, 'en').at(-1)?.name).toBe('w-a.shortage')
})
