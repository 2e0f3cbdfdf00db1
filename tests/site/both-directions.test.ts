import { describe, expect, test } from 'vitest'
import { bothDirections, logicalDeclaration } from '../../site/both-directions.ts'

describe('one style sheet for both directions', () => {
  test.each([
    ['margin-left', '1rem', 'margin-inline-start', '1rem'],
    ['padding-right', '0', 'padding-inline-end', '0'],
    ['border-left', '1px solid', 'border-inline-start', '1px solid'],
    ['border-right-color', 'red', 'border-inline-end-color', 'red'],
    ['left', 'auto', 'inset-inline-start', 'auto'],
    ['border-top-left-radius', '2px', 'border-start-start-radius', '2px'],
    ['border-bottom-right-radius', '2px', 'border-end-end-radius', '2px'],
    ['text-align', 'right', 'text-align', 'end'],
    ['float', 'left', 'float', 'inline-start'],
  ])('%s: %s', (prop, value, logicalProp, logicalValue) => {
    expect(logicalDeclaration(prop, value)).toEqual({ prop: logicalProp, value: logicalValue })
  })

  test.each([
    ['margin', '0 1rem'],
    ['border-top', '1px solid'],
    ['text-align', 'center'],
    ['--left', '1px'],
    ['background-position', 'right'],
    ['margin-inline-start', '1rem'],
  ])('stays as it is: %s: %s', (prop, value) => {
    expect(logicalDeclaration(prop, value)).toEqual({ prop, value })
  })

  test('a declaration is changed once, and then left alone', () => {
    let writes = 0
    const declaration = {
      value: '1rem',
      name: 'margin-left',
      get prop() {
        return this.name
      },
      set prop(name) {
        writes++
        this.name = name
      },
    }
    bothDirections.Declaration(declaration)
    bothDirections.Declaration(declaration)
    expect([declaration.prop, declaration.value, writes]).toEqual(['margin-inline-start', '1rem', 1])
  })
})
