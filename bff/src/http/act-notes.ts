import { AsyncLocalStorage } from 'node:async_hooks';
import { contentDigest } from './content-digest';

/** Facts of an act: ids, codes, roles, counts, digests. Never personal data in clear. */
export type ActNotes = Readonly<Record<string, string | number>>;

const noting = new AsyncLocalStorage<Record<string, string | number>>();

/** An empty sheet and the way to run work that writes on it; it can be read while and after the work runs, also when it fails. */
export function openActNotes() {
  const sheet: Record<string, string | number> = {};
  return {
    notes: sheet as ActNotes,
    during: <Result>(work: () => Promise<Result>): Promise<Result> => noting.run(sheet, work),
  };
}

/** Tells the audit log more of the act under way (a call, a job, a command) than its input says. Nothing outside of one. */
export function noteAct(notes: ActNotes): void {
  Object.assign(noting.getStore() ?? {}, notes);
}

/** What a person has decided upon and how, so that it can be shown later that it was this and nothing else. */
export function noteDecision(content: object, revision?: number): void {
  noteAct({ contentSha256: contentDigest(content), ...(revision !== undefined && { revision }) });
}

/** Roles by their names, in the order given; `-` for none. */
export const rolesText = (roles: readonly string[]): string => roles.join('+') || '-';
