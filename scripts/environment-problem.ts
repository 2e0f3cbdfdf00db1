/** Something about the machine, not the course: no browser, no permission, a full disk. Exit code 3; the message is one plain sentence with what to do. */
export class EnvironmentProblem extends Error {
  override name = 'EnvironmentProblem'
}
