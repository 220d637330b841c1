import type { AuditEntry, AuditEntryModel } from './audit-entry.model';

/** Appends one act. It is awaited before the act's result is given out: what is not recorded is not shown. */
export async function recordAct(entries: AuditEntryModel, entry: AuditEntry): Promise<void> {
  await entries.create(entry);
}
