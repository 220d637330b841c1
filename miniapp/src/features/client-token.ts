/** A token for one intention (`clientToken`), so that a repeated request is recognised. Unique, not secret. */
export function newClientToken(random: () => number = Math.random, now: () => number = Date.now): string {
  const part = () => random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${now().toString(36)}-${part()}${part()}`;
}
