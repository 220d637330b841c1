export { type AuditEntry, type AuditEntryModel, auditEntryModel } from './audit-entry.model';
export { recordAct } from './record-act';
