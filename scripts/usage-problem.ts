/** A wrong use of the command line that only shows once the sources are read, such as a language the course does not have. Exit code 2. */
export class UsageProblem extends Error {
  override name = 'UsageProblem'
}
