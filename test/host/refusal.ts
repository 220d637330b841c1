/** The host does not do this, and says so by name instead of pretending. */
export class NotInHost extends Error {
  override readonly name = 'NotInHost';

  constructor(what: string, reason = 'the headless host does not implement it') {
    super(`${what}: ${reason}`);
  }
}
