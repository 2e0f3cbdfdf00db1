/**
 * A PostCSS plugin: writes left and right as start and end, so that one style sheet serves pages of both directions. Infima brings a sheet
 * for each direction and the theme picks one for a whole build; ours holds English and Arabic pages alike. Transforms and pictures have no
 * logical form: those of the theme that matter are mirrored in src/css/frame.css.
 */

/** What is used here of a PostCSS declaration. */
interface Declaration {
  prop: string
  value: string
}

export const bothDirections = {
  postcssPlugin: 'both-directions',
  Declaration(declaration: Declaration): void {
    const { prop, value } = declaration
    // A property that is written anew is visited anew; only a change may be assigned.
    const logical = logicalDeclaration(prop, value)
    if (logical.prop !== prop) declaration.prop = logical.prop
    if (logical.value !== value) declaration.value = logical.value
  },
}

/** `margin-left: 1rem` -> `margin-inline-start: 1rem`; what has no side comes back as it is. */
export function logicalDeclaration(prop: string, value: string): Declaration {
  if (prop === 'left' || prop === 'right') return { prop: `inset-inline-${EDGE[prop]}`, value }
  const [, property = '', side = '', rest = ''] =
    /^(margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-\w+)?$/.exec(prop) ?? []
  if (side === 'left' || side === 'right') return { prop: `${property}-inline-${EDGE[side]}${rest}`, value }
  const [, corner = '', end = ''] = /^border-(top|bottom)-(left|right)-radius$/.exec(prop) ?? []
  if (end === 'left' || end === 'right') return { prop: `border-${corner === 'top' ? 'start' : 'end'}-${EDGE[end]}-radius`, value }
  if (prop === 'text-align' && (value === 'left' || value === 'right')) return { prop, value: EDGE[value] }
  if ((prop === 'float' || prop === 'clear') && (value === 'left' || value === 'right')) return { prop, value: `inline-${EDGE[value]}` }
  return { prop, value }
}

const EDGE = { left: 'start', right: 'end' } as const
