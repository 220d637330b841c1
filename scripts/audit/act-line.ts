import type { AuditRecord } from '../../bff/src/modules/audit';

/** One record for the eyes of an investigator. */
export function actLine({ seq, at, actor, action, object, outcome, notes = {} }: AuditRecord): string {
  const who = [actor.kind, actor.id].filter((part) => part !== null).join(':');
  const noted = Object.entries(notes).map(([name, value]) => `${name}=${value}`);
  return [String(seq), at.toISOString(), who, action, object ?? '-', outcome, ...noted].join('  ');
}
