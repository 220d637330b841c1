import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Sweep } from '../../jobs/sweeps';
import { openTask, settleCause, type TaskModel } from '../tasks';

/** A certificate that somebody has to replace in time; its name is fit for a log or a message. */
export interface CredentialExpiry {
  readonly name: string;
  readonly notAfter: Date;
}

export interface CredentialWatchDependencies {
  readonly credentials: () => readonly CredentialExpiry[];
  readonly tasks: TaskModel;
  readonly logger: Logger;
}

export interface EndingCredential {
  readonly name: string;
  /** Whole days; 0 on the last one and after it. */
  readonly daysLeft: number;
}

const DAY_MS = 86_400_000;
const EVERY_MS = 6 * 3_600_000;
/** Said once at each of these, in days. */
const WARNINGS = [7, 30, 90] as const;
const FIRST_WARNING = 90;

const warningAt = (daysLeft: number): number | undefined => WARNINGS.find((days) => daysLeft <= days);

const daysUntil = (notAfter: Date, now: Date): number =>
  Math.max(0, Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS));

/** Credentials of which somebody should be told, the most urgent first. */
export const endingCredentials = (credentials: readonly CredentialExpiry[], now: Date): EndingCredential[] =>
  credentials
    .map(({ name, notAfter }) => ({ name, daysLeft: daysUntil(notAfter, now) }))
    .filter(({ daysLeft }) => daysLeft <= FIRST_WARNING)
    .sort((one, other) => one.daysLeft - other.daysLeft);

/** The same credential, not another one of its name that has taken its place. */
const subjectOf = ({ name, notAfter }: CredentialExpiry): string =>
  `system:credential-${createHash('sha256').update(`${name}|${notAfter.toISOString()}`).digest('hex').slice(0, 16)}`;

/** Whether this warning was given, and taken care of by somebody. */
async function wasSettled(tasks: TaskModel, subject: string, warning: number | undefined): Promise<boolean> {
  const last = await tasks.findOne({ kind: 'credential-ends', subject }).sort({ openedAt: -1 }).lean();
  return last !== null && last.closedAt !== null && warningAt(Number(last.facts.daysLeft)) === warning;
}

/** Opens a task for each credential that ends soon, anew at each warning; what was replaced needs nobody any more. */
export async function watchCredentials(
  { credentials, tasks, logger }: CredentialWatchDependencies,
  now: Date,
): Promise<void> {
  const all = credentials();
  for (const credential of all) {
    const subject = subjectOf(credential);
    const daysLeft = daysUntil(credential.notAfter, now);
    const warning = warningAt(daysLeft);
    if (warning !== undefined && !(await wasSettled(tasks, subject, warning))) {
      logger.warn({ credential: credential.name, daysLeft }, 'a credential ends soon');
      await openTask(tasks, {
        kind: 'credential-ends',
        subject,
        facts: { credential: credential.name, daysLeft },
        now,
      });
    }
  }
  const present = all.map(subjectOf);
  const replaced = await tasks
    .find({ kind: 'credential-ends', closedAt: null, subject: { $nin: present } }, { subject: 1 })
    .lean();
  for (const { subject } of replaced) {
    await settleCause(tasks, { kind: 'credential-ends', subject, outcome: 'healed', now });
  }
}

export const credentialSweep = (needs: CredentialWatchDependencies): readonly Sweep[] => [
  { name: 'ending-credentials', everyMs: EVERY_MS, run: (now) => watchCredentials(needs, now) },
];
