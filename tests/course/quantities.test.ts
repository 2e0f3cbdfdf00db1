/** Numbers in lines of materials, as authors of the course write them, in its languages. */
import { describe, expect, it } from 'vitest'
import { isCopiesOnly, type Quantity, quantitiesIn } from '../../course/quantities.ts'

/** "20 group, 3 group": every amount with what it is for. */
const said = (quantities: readonly Quantity[]): string =>
  quantities.map(({ amount, per }) => `${amount} ${typeof per === 'string' ? per : per.people}`).join(', ')

describe('quantities', () => {
  it.each([
    ['20 cards and three markers a group', '20 group, 3 group'],
    ['flip chart, 3 markers a group', '3 group'],
    ['15 cards, tape and markers in two colours per group', '15 group'],
    ['two adhesive dots per person, or a marker', '2 person'],
    ['one copy of #w-page for three people', '1 3'],
    ['a bell, #fig-x on the wall, and one copy of #w-desk per pair', '1 2'],
    ['badges in two colours, one for each country', '1 delegation'],
    ['six role cards and badges for each table; #fig on the wall', '6 group'],
    ['five party labels and a clock', '5 all'],
    ['a marker a person, a bell, an empty chair with blank cards', '1 person'],
    ['Two metres of paper tape a group, with months marked', '2 group'],
    // a part of what was counted is not counted again
    ['110 counters or beans per group, 90 shared out and 20 in reserve', '110 group'],
    ['twelve cards a group; six of them: wage, rest day, doctor', '12 group'],
    // what cannot be told is not guessed
    ['seven posters, one for each link, with a column for each country', '7 all'],
    ['four tables covered with paper, a method card and three pens on each', '4 all'],
    ['the four sections of this block, one per expert group', ''],
    ['one real standard, if a delegation brought it', '1 all'],
    ['delay cards: visa takes two months more; 3 a group', ''],
    ['notes in two colours (2 a group) and the text "10 ways, 3 a person"', ''],
    ['the law of 2026, 2026 edition', ''],
    ['', ''],
  ])('%s: %s', (line, quantities) => {
    expect(said(quantitiesIn(line, 'en'))).toBe(quantities)
  })

  it.each([
    ['20 cartes et trois marqueurs par groupe', 'fr', '20 group, 3 group'],
    ['un exemplaire de la #w-page par délégation', 'fr', '1 delegation'],
    ['deux pastilles pour chaque personne', 'fr', '2 person'],
    ['une feuille pour trois personnes', 'fr', '1 3'],
    ['١٠ بطاقات و3 أقلام لكل مجموعة', 'ar', '10 group, 3 group'],
    ['نسخة من #w-log لكل مجموعة، قياس A4', 'ar', '1 group'],
    ['ورقة صغيرة لكل مشارك', 'ar', '1 person'],
    ['قائمة هواتف المديرية، نسخة 2026', 'ar', ''],
    ['20 Karten je Gruppe', 'de', ''],
  ])('%s (%s): %s', (line, language, quantities) => {
    expect(said(quantitiesIn(line, language))).toBe(quantities)
  })

  it('of copies name the sheet, and tell whether a line asks for more', () => {
    expect(quantitiesIn('two copies of #w-x a group', 'en')[0]?.copiesOf).toBe('w-x')
    expect(quantitiesIn('four cards, cut from #w-x', 'en')[0]?.copiesOf).toBeNull()
    expect(isCopiesOnly('two copies of #w-x a group', 'en')).toBe(true)
    expect(isCopiesOnly('one copy of #w-x for three people', 'en')).toBe(true)
    for (const more of ['one copy of #w-x and coloured dots a group', 'one copy of #w-x a pair, and a clean one', 'copies of #w-x'])
      expect(isCopiesOnly(more, 'en'), more).toBe(false)
    expect(isCopiesOnly('un exemplaire de la #w-x par groupe', 'fr')).toBe(true)
    expect(isCopiesOnly('نسخة من #w-x لكل مجموعة', 'ar')).toBe(true)
  })
})
