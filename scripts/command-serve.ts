import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentProblem } from './environment-problem.ts'
import { serve } from './serve.ts'
import { stopSignal } from './signals.ts'

/** `fieldkit serve`: shows the output folder until it is stopped. */
export async function runServe(out: string, port?: number): Promise<number> {
  if (!existsSync(join(out, 'index.html')))
    throw new EnvironmentProblem(`There is nothing to show in ${out}: build first, with "npm run build".`)
  const serving = await serve(out, port)
  const signal = stopSignal()
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  await serving.close()
  return 0
}
