/** What a long command says while it works: a bar a step on a terminal, plain lines without one. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress'

export interface Progress {
  /** Runs a step of so many parts; `tick` counts one done. Steps may run side by side. */
  step<T>(name: string, parts: number, work: (tick: () => void) => Promise<T>): Promise<T>
  /** What every step took, in the order they ended. */
  timings(): { step: string; ms: number }[]
  /** Takes the bars off the screen. */
  stop(): void
}

/** Progress on a stream: bars where it is a terminal. */
export function openProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
  const taken: { step: string; ms: number }[] = []
  const bars = stream.isTTY
    ? new MultiBar(
        {
          stream,
          format: '  {name} {bar} {value}/{total}  {duration_formatted}',
          barsize: 28,
          clearOnComplete: false,
          hideCursor: true,
          gracefulExit: false,
        },
        Presets.shades_grey,
      )
    : null
  return {
    async step(name, parts, work) {
      const start = performance.now()
      const bar: SingleBar | null = bars?.create(Math.max(1, parts), 0, { name: name.padEnd(22) }) ?? null
      let done = 0
      const result = await work(() => {
        done++
        bar?.update(Math.min(done, Math.max(1, parts)))
      })
      const ms = Math.round(performance.now() - start)
      taken.push({ step: name, ms })
      if (bar) bar.update(Math.max(1, parts))
      else stream.write(`  ${name.padEnd(22)} ${parts > 1 ? `${String(parts).padStart(4)} ` : '     '} ${seconds(ms)}\n`)
      return result
    },
    timings: () => [...taken],
    stop: () => bars?.stop(),
  }
}

/** `3.2 s` */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
