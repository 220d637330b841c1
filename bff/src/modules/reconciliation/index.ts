export type { ReconciliationDayModel } from './reconciliation-day.model';
