import type { LookKind, TimelineMoment } from '@acceptance/shared';
import type { AuditRecord } from '../../audit';

type Moment = Extract<TimelineMoment, { kind: 'look' }>;
type Entry = Pick<AuditRecord, 'at' | 'actor' | 'action'>;

/** What one person opens of one application within this time is one look, as the applicant is told it. */
const ONE_LOOK_MS = 10 * 60_000;

/** Of entries that come the newest first. */
export function lookMoments(
  entries: readonly Entry[],
  kindOf: (action: string) => LookKind,
  nameOf: (staffId: string) => string | null,
): Moment[] {
  const looks: { readonly staffId: string; begins: number; seen: LookKind[] }[] = [];
  for (const { at, actor, action } of entries) {
    const staffId = actor.id ?? '';
    const kind = kindOf(action);
    const known = looks.find((look) => look.staffId === staffId && look.begins - at.getTime() <= ONE_LOOK_MS);
    if (!known) {
      looks.push({ staffId, begins: at.getTime(), seen: [kind] });
      continue;
    }
    known.begins = at.getTime();
    known.seen = known.seen.includes(kind) ? known.seen : [kind, ...known.seen];
  }
  return looks.map(({ staffId, begins, seen }) => ({
    kind: 'look',
    at: new Date(begins).toISOString(),
    by: nameOf(staffId),
    seen,
  }));
}
