import type { LookKind, TimelineMoment } from '@acceptance/shared';
import type { AuditRecord } from '../../audit';
import { lookKindOf, ONE_LOOK_MS } from '../../personal-data';

type Moment = Extract<TimelineMoment, { kind: 'look' }>;
type Entry = Pick<AuditRecord, 'at' | 'actor' | 'action'>;

/** Of entries that come the newest first. What the same person opens within minutes is one look, as the applicant is told it. */
export function lookMoments(entries: readonly Entry[], nameOf: (staffId: string) => string | null): Moment[] {
  const looks: { readonly staffId: string; begins: number; seen: LookKind[] }[] = [];
  for (const entry of entries) {
    const { at, actor } = entry;
    const staffId = actor.id ?? '';
    const kind = lookKindOf(entry);
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
