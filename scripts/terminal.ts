/** Whether what is printed on standard output may have colours: on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function paints(): boolean {
  if (process.env.NO_COLOR) return false
  return process.env.FORCE_COLOR ? process.env.FORCE_COLOR !== '0' : process.stdout.isTTY === true
}
