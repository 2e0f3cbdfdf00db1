/** Lists of people as spreadsheets write them: what can be read is read, what cannot is named by its line. */
import { describe, expect, it } from 'vitest'
import { readParticipants } from '../../course/participants.ts'

const HEAD = 'name,country,gender,organization\n'
const ana = { name: 'Ana Ruiz', country: 'Peru', gender: 'f', organization: 'Ministry of Labour' }
const names = (text: string): string[] => readParticipants(text).participants.map(({ name }) => name)

describe('a list of people', () => {
  it.each([
    ['commas', 'name,country,gender,organization\nAna Ruiz,Peru,f,Ministry of Labour\n'],
    ['semicolons', 'name;country;gender;organization\nAna Ruiz;Peru;f;Ministry of Labour'],
    ['a byte order mark and Windows line ends', '\uFEFFname,country,gender,organization\r\nAna Ruiz,Peru,f,Ministry of Labour\r\n'],
    ['quotes', '"name","country","gender","organization"\n"Ana Ruiz","Peru","f","Ministry of Labour"\n'],
    ['tabs', 'name\tcountry\tgender\torganization\n"Ana Ruiz"\tPeru\tf\t"Ministry of Labour"\n\t\t\t\n'],
    ['another order, spelling and column', 'Gender, Organisation ,No.,NAME,Country\nf,Ministry of Labour,1, Ana  Ruiz ,Peru\n'],
    ['empty lines, as spreadsheets leave them', '\nname,country,gender,organization\n,,,\n\nAna Ruiz,Peru,f,Ministry of Labour\n,,,\n'],
    ['empty cells at the end of a line', 'name,country,gender,organization\nAna Ruiz,Peru,f,Ministry of Labour,,\n'],
  ])('is read with %s', (_name, text) => {
    expect(readParticipants(text)).toEqual({ participants: [ana], bad: [], missing: [] })
  })

  it('keeps separators, quotes and line ends inside quotes', () => {
    const { participants } = readParticipants(`${HEAD}"Ruiz, Ana ""Anita""",Peru,f,"Ministry of Labour,\nLima office"\n`)
    expect(participants).toEqual([{ ...ana, name: 'Ruiz, Ana "Anita"', organization: 'Ministry of Labour, Lima office' }])
  })

  it('keeps a quote inside a cell that does not begin with one', () => {
    expect(names(`${HEAD}Ana "Anita" Ruiz,Peru,f,\n`)).toEqual(['Ana "Anita" Ruiz'])
  })

  it('needs a name, and no more', () => {
    const { participants, bad } = readParticipants(`${HEAD}Ana,,,\n,Peru,f,Ministry\n`)
    expect(participants).toEqual([{ name: 'Ana', country: '', gender: '', organization: '' }])
    expect(bad).toEqual([{ line: 3, reason: 'Unexpected line without a name, expected one' }])
  })

  it.each([
    ['too few columns', 'Bad,Peru', 'Unexpected 2 columns, expected 4 as in the first line'],
    ['too many columns', 'Bad,Peru,f,Ministry of Labour, Lima', 'Unexpected 5 columns, expected 4 as in the first line'],
    ['a quote that stays open', 'Bad,Peru,f,"Ministry', 'Unexpected quote, expected one at the start and one at the end of a cell'],
    ['a quote at the start of a line', '"Bad,Peru,f,Ministry', 'Unexpected quote, expected one at the start and one at the end of a cell'],
    ['text after a quote', '"Bad" one,Peru,f,Ministry', 'Unexpected quote, expected one at the start and one at the end of a cell'],
    ['a cell without end', `Bad,Peru,f,${'x'.repeat(201)}`, 'Unexpected cell of 201 signs, expected 200 at most'],
  ])('names a line with %s and loses no other', (_name, bad, reason) => {
    const after = ['"Cem",Turkey,m,"Union, Ankara"', 'Dao,Laos,f,"School"', 'Eva,Peru,f,Bank', 'Fay,Kenya,f,', '"Gil","Chad","m",""']
    const read = readParticipants(`${HEAD}Ana,Peru,f,Bank\n${bad}\n${after.join('\n')}\n`)
    expect(read.participants.map(({ name }) => name)).toEqual(['Ana', 'Cem', 'Dao', 'Eva', 'Fay', 'Gil'])
    expect(read.bad).toEqual([{ line: 3, reason }])
  })

  it('counts lines as an editor does, also after a cell of several', () => {
    expect(readParticipants(`${HEAD}Ana,Peru,f,"a\nb"\nBad\n`).bad.map(({ line }) => line)).toEqual([4])
  })

  it('says which columns are missing', () => {
    expect(readParticipants('name,land\nAna,Peru\n')).toEqual({ participants: [], bad: [], missing: ['country', 'gender', 'organization'] })
    expect(readParticipants('').missing).toEqual(['name', 'country', 'gender', 'organization'])
  })
})
