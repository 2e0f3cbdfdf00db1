/** The command line: `fieldkit <verb>`. Exit codes: 0 fine, 1 findings of severity error, 2 wrong usage, 3 the environment. */
import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { HANDOUT_SIZES, type HandoutSize } from '../course/handouts.ts'
import { EnvironmentProblem } from './environment-problem.ts'
import { environmentProblemOf } from './files.ts'
import { FORMATS } from './formats.ts'
import type { OutputKind } from './receipt.ts'
import { interrupted } from './signals.ts'
import { UsageProblem } from './usage-problem.ts'

/** What `--only` takes, and the kinds of output each word stands for. */
const ONLY: Readonly<Record<string, OutputKind[]>> = {
  site: ['site'],
  slides: ['deck'],
  handouts: ['handout'],
  pptx: ['pptx'],
  worksheets: ['worksheet', 'worksheet-answers'],
  guideline: ['guideline'],
  plan: ['contingency-plan'],
  'run-sheets': ['run-sheet'],
  'event-kit': ['event-kit'],
  participant: ['participant-pages'],
  packs: ['pack'],
}

// a reader that leaves early (fieldkit check | head) is no fault, nor is a terminal that was closed
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('uncaughtException', (error) => process.exit(say(error)))
process.exitCode = await main(process.argv.slice(2))
// what a stopped build was waiting for is waited for no longer
if (interrupted()) process.exit()

async function main(args: string[]): Promise<number> {
  let code = 0
  const program = commandLine((given) => {
    code = given
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return say(error)
  }
}

function say(error: unknown): number {
  if (interrupted()) {
    process.stderr.write('\nStopped: the last good output is as it was.\n')
    return 3
  }
  if (error instanceof UsageProblem) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const problem = environmentProblemOf(error)
  if (problem instanceof EnvironmentProblem) {
    process.stderr.write(`${problem.message}\n`)
    return 3
  }
  const sentence = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '')
  process.stderr.write(
    `Fieldkit met something it did not expect: ${sentence}. Run it again with FIELDKIT_TRACE=1 and report what it prints.\n`,
  )
  if (process.env.FIELDKIT_TRACE) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`)
  return 3
}

// Each verb loads what it needs when it is asked for: checking must not wait for the press.
function commandLine(done: (code: number) => void): Command {
  const program = new Command('fieldkit')
    .description('Compiles a training course from Markdown into manual site, decks, worksheets and one capped guideline.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'Wrong usage: ')) })
    .showHelpAfterError('(fieldkit --help lists the verbs and options)')

  const course = (): Option => new Option('--course <dir>', 'folder that holds "modules"').default('.')
  const lang = (): Option => new Option('--lang <tags>', 'languages, parted by commas').argParser(list)
  const format = (): Option => new Option('--format <name>', 'how findings are printed').choices([...FORMATS]).default('text')

  program
    .command('build')
    .description('every output into dist/')
    .addOption(course())
    .option('--out <dir>', 'output folder (default: dist in the course folder)')
    .addOption(lang())
    .addOption(new Option('--only <kinds>', `some kinds only: ${Object.keys(ONLY).join(', ')}`).argParser(kinds))
    .addOption(format())
    .option('--force', 'build even where nothing changed')
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runBuild } = await import('./command-build.ts')
      done(
        await runBuild({
          course: resolve(given.course),
          out: resolve(given.out ?? `${given.course}/dist`),
          languages: given.lang,
          only: given.only,
          format: given.format,
          force: given.force === true,
        }),
      )
    })

  program
    .command('check')
    .description('findings from the sources, without building')
    .addOption(course())
    .addOption(lang())
    .addOption(format())
    .option('--full', 'print and draw as well, for the findings about pages, slides and sheets')
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runCheck } = await import('./command-check.ts')
      done(await runCheck({ course: resolve(given.course), languages: given.lang, format: given.format, full: given.full === true }))
    })

  program
    .command('handout')
    .description('decks on paper as PDF, in sizes a build does not make as well')
    .addOption(course())
    .option('--out <dir>', 'folder to write into (default: handouts in the course folder)')
    .addOption(lang())
    .addOption(new Option('--module <modules>', 'numbers or ids, parted by commas (all where left out)').argParser(list))
    .addOption(new Option('--up <slides>', 'slides a page: 2, 3, 6 (all where left out)').argParser(sizes))
    .addOption(new Option('--edition <name>', 'whose (both where left out)').choices(['facilitator', 'participant']))
    .addOption(format())
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runHandout } = await import('./command-handout.ts')
      done(
        await runHandout({
          course: resolve(given.course),
          out: resolve(given.out ?? `${given.course}/handouts`),
          languages: given.lang,
          modules: given.module,
          sizes: given.up,
          edition: given.edition,
          format: given.format,
        }),
      )
    })

  program
    .command('init')
    .description('a new small course that builds at once')
    .argument('<folder>', 'folder to make')
    .allowExcessArguments(false)
    .action(async (folder: string) => {
      const { runInit } = await import('./command-init.ts')
      done(await runInit(resolve(folder)))
    })

  program
    .command('kit')
    .description('sign-in sheet, name tents, certificates, materials and group cards for the people who come')
    .addOption(course())
    .requiredOption('--participants <file>', 'CSV with the columns name, country, gender, organization')
    .addOption(new Option('--groups <number>', 'how many groups').argParser(number).conflicts('groupSize'))
    .addOption(new Option('--group-size <number>', 'people in a group, at most').argParser(number).default(6, '6'))
    .option('--out <dir>', 'output folder (default: event-kit in the course folder)')
    .option('--lang <tag>', 'language (default: the first of the course)')
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runKit } = await import('./command-kit.ts')
      done(
        await runKit({
          course: resolve(given.course),
          participants: resolve(given.participants),
          out: resolve(given.out ?? `${given.course}/event-kit`),
          language: given.lang,
          split: given.groups === undefined ? { size: given.groupSize } : { groups: given.groups },
        }),
      )
    })

  program
    .command('serve')
    .description('dist/ on this machine, in the browser')
    .addOption(course())
    .option('--out <dir>', 'output folder (default: dist in the course folder)')
    .option('--port <number>', 'port to begin with', port)
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runServe } = await import('./command-serve.ts')
      done(await runServe(resolve(given.out ?? `${given.course}/dist`), given.port))
    })

  program
    .command('agenda')
    .description('a new agenda from blocks, for so many days')
    .addOption(course())
    .option('--start <day>', 'first day and its start, such as 2027-03-01T09:00 (needed)')
    .option('--days <number>', 'how many days, at most 30 (needed)')
    .option('--modules <list>', 'modules by number or id, parted by commas (default: all)', list)
    .option('--end <time>', 'when every day ends', '17:00')
    .option('--lunch <minutes>', 'lunch, between 12:00 and 13:30; 0 for none', '60')
    .option('--coffee <minutes>', 'a break between sessions', '15')
    .option('--session <minutes>', 'longest stretch without a break', '110')
    .option('--weekend <days>', 'days of the week to skip: sat,sun or fri,sat, or none', 'sat,sun')
    .option('--no-sessions', 'without the opening, tests and evaluation of the default agenda')
    .option('--title <text>', 'what the agenda is called', '')
    .option('--lang <tag>', 'language of the agenda (default: the source language)')
    .option('--out <file>', 'print its run sheet into this PDF')
    .option('--yaml', 'print it as text for course.yml, under "agendas:"')
    .allowExcessArguments(false)
    .action(async (given) => {
      const { runAgenda } = await import('./command-agenda.ts')
      done(
        await runAgenda({
          ...given,
          course: resolve(given.course),
          language: given.lang,
          yaml: given.yaml === true,
        }),
      )
    })

  program
    .command('stamp')
    .description('records in translations that they match their source as it is now')
    .addOption(course())
    .argument('<files...>', 'translated files, such as modules/01-planning/1-horizons.fr.md')
    .action(async (files: string[], given) => {
      const { runStamp } = await import('./command-stamp.ts')
      done(await runStamp(resolve(given.course), files))
    })

  program
    .command('collect')
    .description('returned worksheets, read back into tables and one overview')
    .argument('<folder>', 'folder of the returned worksheets: filled PDFs and saved answers (JSON), sub-folders too')
    .addOption(course())
    .option('--lang <tag>', 'language of heads and overview (default: the source language)')
    .addHelpText(
      'after',
      '\nWrites only into <folder>/collected: a CSV a worksheet, worksheets.xlsx, overview.html.\nExit code 0: every file was read; 1: a file was left out, or nothing could be read. What could be read is written all the same.',
    )
    .allowExcessArguments(false)
    .action(async (folder: string, given) => {
      const { runCollect } = await import('./command-collect.ts')
      done(await runCollect({ course: resolve(given.course), folder: resolve(folder), language: given.lang }))
    })

  return program
}

function list(value: string): string[] {
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0) throw new InvalidArgumentError('Expected at least one name.')
  return parts
}

function kinds(value: string): OutputKind[] {
  return list(value).flatMap((word) => {
    const found = ONLY[word]
    if (!found) throw new InvalidArgumentError(`Unexpected "${word}", expected ${Object.keys(ONLY).join(', ')}.`)
    return found
  })
}

function number(value: string): number {
  const whole = Number(value)
  if (!Number.isInteger(whole) || whole < 1) throw new InvalidArgumentError('Expected a whole number from 1.')
  return whole
}

function sizes(value: string): HandoutSize[] {
  return list(value).map((word) => {
    const found = HANDOUT_SIZES.find((size) => String(size) === word)
    if (!found) throw new InvalidArgumentError(`Unexpected "${word}", expected ${HANDOUT_SIZES.join(', ')}.`)
    return found
  })
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65535) throw new InvalidArgumentError('Expected a number from 1 to 65535.')
  return number
}
