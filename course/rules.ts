/** Every rule of the language, one a file in `rules/`, and the facts found while reading. Sorted by id: the order in which docs/rules.md lists them. */
import type { ReaderRule, Rule } from './rule.ts'
import { abbreviationIsUsed } from './rules/abbreviation-is-used.ts'
import { activityHasMinutes } from './rules/activity-has-minutes.ts'
import { activityHasOnlineWay } from './rules/activity-has-online-way.ts'
import { agendaCoversFramework } from './rules/agenda-covers-framework.ts'
import { agendaFitsDay } from './rules/agenda-fits-day.ts'
import { attributeKnown } from './rules/attribute-known.ts'
import { blockFitsSlot } from './rules/block-fits-slot.ts'
import { caseIsTold } from './rules/case-is-told.ts'
import { citationExists } from './rules/citation-exists.ts'
import { coloursHaveContrast } from './rules/colours-have-contrast.ts'
import { directiveKnown } from './rules/directive-known.ts'
import { fenceIsClosed } from './rules/fence-is-closed.ts'
import { figureHasAlt } from './rules/figure-has-alt.ts'
import { fileStaysInCourse } from './rules/file-stays-in-course.ts'
import { fontsAreOurs } from './rules/fonts-are-ours.ts'
import { frameworkIsCovered } from './rules/framework-is-covered.ts'
import { guidelineFitsPageCap } from './rules/guideline-fits-page-cap.ts'
import { htmlIsText } from './rules/html-is-text.ts'
import { idUnique } from './rules/id-unique.ts'
import { linkResolves } from './rules/link-resolves.ts'
import { methodsVary } from './rules/methods-vary.ts'
import { moduleFitsPageBudget } from './rules/module-fits-page-budget.ts'
import { objectiveHasActivity } from './rules/objective-has-activity.ts'
import { objectiveHasQuestion } from './rules/objective-has-question.ts'
import { objectiveIsMeasurable } from './rules/objective-is-measurable.ts'
import { pageFitsWeightBudget } from './rules/page-fits-weight-budget.ts'
import { participantEditionIsClean } from './rules/participant-edition-is-clean.ts'
import { sentenceIsShort } from './rules/sentence-is-short.ts'
import { slideFitsFrame } from './rules/slide-fits-frame.ts'
import { slideHasNotes } from './rules/slide-has-notes.ts'
import { slideIsShort } from './rules/slide-is-short.ts'
import { slideSuitsLayout } from './rules/slide-suits-layout.ts'
import { stakeholderIsCovered } from './rules/stakeholder-is-covered.ts'
import { statisticHasCitation } from './rules/statistic-has-citation.ts'
import { stepsFitActivity } from './rules/steps-fit-activity.ts'
import { tableFitsPage } from './rules/table-fits-page.ts'
import { talkIsLimited } from './rules/talk-is-limited.ts'
import { termExists } from './rules/term-exists.ts'
import { textIsSaidOnce } from './rules/text-is-said-once.ts'
import { themeInEveryBlock } from './rules/theme-in-every-block.ts'
import { translationIsCurrent } from './rules/translation-is-current.ts'
import { voiceIsActive } from './rules/voice-is-active.ts'
import { worksheetFitsPage } from './rules/worksheet-fits-page.ts'

/** Facts that must hold for a file to be read or drawn at all; their findings are made by who reads (read-course.ts) and who draws (scripts/draw-figures.ts). */
export const READER_RULES: readonly ReaderRule[] = [
  {
    id: 'course-file-is-valid',
    severity: 'error',
    needs: 'reader',
    sentence: 'modules/course.yml describes the course in the keys the language knows.',
    advice: 'Editors that read JSON schemas complete and check it: see docs/course.schema.json.',
  },
  {
    id: 'figure-can-be-drawn',
    severity: 'error',
    needs: 'reader',
    sentence: 'Every drawing is what its name says: SVG, Mermaid, a Vega-Lite chart or a picture.',
    advice:
      'Open the file in the tool it was made with and correct what the message names. An SVG may hold no script and nothing from outside.',
  },
  {
    id: 'file-is-in-place',
    severity: 'error',
    needs: 'reader',
    sentence: 'Every Markdown file is an overview, a block, a wrap-up or the translation of one, in the folder of its module.',
    advice:
      'A module is a folder such as 01-planning with module.md, 1-horizons.md and wrap-up.md; a translation is 1-horizons.fr.md beside 1-horizons.md. A file that belongs to no module is left out, with a warning.',
  },
  {
    id: 'front-matter-is-valid',
    severity: 'error',
    needs: 'reader',
    sentence: 'Every Markdown file begins with front matter in the keys the language knows.',
    advice: 'Editors that read JSON schemas complete and check it: see docs/module.schema.json and docs/block.schema.json.',
  },
  {
    id: 'glossary-is-valid',
    severity: 'error',
    needs: 'reader',
    sentence: 'modules/glossary.yml is a list of terms with id, term and definition.',
    advice: 'See docs/glossary.schema.json.',
  },
  {
    id: 'look-can-be-used',
    severity: 'error',
    needs: 'reader',
    sentence: 'The logo and the fonts of course.yml are pictures and fonts in the folder of the course, or fonts that come with Fieldkit.',
    advice:
      'Put the files beside course.yml, as in figures/logo.svg and fonts/name.woff2, and name them from there. An SVG needs a viewBox and letters drawn as outlines.',
  },
  {
    id: 'references-are-valid',
    severity: 'error',
    needs: 'reader',
    sentence: 'modules/references.json is a list of works in CSL-JSON, each with an id and a type.',
    advice: 'Export the list again from your reference manager as CSL-JSON.',
  },
  {
    id: 'source-is-readable',
    severity: 'error',
    needs: 'reader',
    sentence: 'Every text is UTF-8.',
    advice: 'Save the file as UTF-8 in your editor.',
  },
  {
    id: 'source-within-limits',
    severity: 'error',
    needs: 'reader',
    sentence: 'No file is so large, and nothing in it so deeply nested, that reading it could take long.',
    advice: 'Split the file. Text written by hand never comes near the limits (course/limits.ts).',
  },
]

export const RULES: readonly Rule[] = [
  abbreviationIsUsed,
  activityHasMinutes,
  activityHasOnlineWay,
  agendaCoversFramework,
  agendaFitsDay,
  attributeKnown,
  blockFitsSlot,
  caseIsTold,
  citationExists,
  coloursHaveContrast,
  directiveKnown,
  fenceIsClosed,
  figureHasAlt,
  fileStaysInCourse,
  fontsAreOurs,
  frameworkIsCovered,
  guidelineFitsPageCap,
  htmlIsText,
  idUnique,
  linkResolves,
  methodsVary,
  moduleFitsPageBudget,
  objectiveHasActivity,
  objectiveHasQuestion,
  objectiveIsMeasurable,
  pageFitsWeightBudget,
  participantEditionIsClean,
  sentenceIsShort,
  slideFitsFrame,
  slideHasNotes,
  slideIsShort,
  slideSuitsLayout,
  stakeholderIsCovered,
  statisticHasCitation,
  stepsFitActivity,
  tableFitsPage,
  talkIsLimited,
  termExists,
  textIsSaidOnce,
  themeInEveryBlock,
  translationIsCurrent,
  voiceIsActive,
  worksheetFitsPage,
  ...READER_RULES,
]
