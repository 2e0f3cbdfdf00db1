/**
 * The look of the text edition: some forty lines that stand in every page, so that a page is one request and can be passed on alone. No
 * custom properties, no logical sides: browsers of old phones know neither. The sides are written for the direction of the language.
 */
import { tokens } from '../look/tokens.ts'

/** The style sheet for one direction. */
export function textCss(direction: 'ltr' | 'rtl'): string {
  const start = direction === 'rtl' ? 'right' : 'left'
  const { light, dark } = tokens.colour
  return `html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:40em;margin:0 auto;padding:0 1em 2em;font:1.0625em/${direction === 'rtl' ? '1.75' : '1.5'} system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;color:${light.text};background:${light.page};overflow-wrap:break-word}
a{color:${light.accent}}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .4em;color:${light.brand}}
h1{font-size:1.65em;margin:.6em 0 .5em}
h2{font-size:1.3em}
h3{font-size:1.1em}
h4,h5,h6{font-size:1em}
p,ul,ol,dl,table{margin:.6em 0}
ul,ol,dd{padding:0;margin-${start}:1.3em}
dd{margin-bottom:.6em}
dt{font-weight:bold}
li{margin:.25em 0}
.l{list-style:none;margin-${start}:0}
.k dt,.k dd{display:inline;margin:0}
.k dd:after{content:'';display:block}
.k dd>ul{margin-${start}:1.3em}
.b,article{border-top:1px solid ${light.edge};margin-top:1.8em;padding-top:.1em}
.f{border-${start}:3px solid ${light.rule};padding-${start}:.8em;margin:1em 0}
.f .f{border:0;padding:0}
.s{font-weight:bold;margin-bottom:.2em;color:${light.accent}}
.b>.s+h2,.b>.s+h3{margin-top:0}
.q,header,footer{color:${light.textSoft};font-size:.9em}
.a{border-${start}:3px solid ${light.accent};padding-${start}:.8em}
.t{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid ${light.edge};padding:.3em .5em;text-align:${start};vertical-align:top}
td:empty{height:1.8em}
header{border-bottom:1px solid ${light.rule};padding:.7em 0}
nav ul{list-style:none;margin:1em 0}
main+nav,footer{border-top:1px solid ${light.rule};margin-top:2em}
@media(prefers-color-scheme:dark){body{color:${dark.text};background:${dark.page}}a,.s{color:${dark.accent}}h1,h2,h3,h4,h5,h6{color:${dark.brand}}.q,header,footer{color:${dark.textSoft}}.f,header,main+nav,footer{border-color:${dark.rule}}.b,article,th,td{border-color:${dark.edge}}.a{border-color:${dark.accent}}}
@media print{body{max-width:none;font-size:10pt;color:#000;background:#fff}header,nav{display:none}a[href^=http]:after{content:' (' attr(href) ')'}}
`
}
