import { endpoints, type StaffQueueItem } from '@acceptance/shared';
import { type Answer, answer } from '../answers/answer';
import { REVIEWER } from '../fixtures/accounts';
import { DELIVERY_COUNTS } from '../fixtures/deliveries';
import { DESK_COUNTS, TIMELINE } from '../fixtures/desk';
import { WAITING } from '../fixtures/identity';
import { INVOICE_COUNTS } from '../fixtures/invoices';
import { NOTICES } from '../fixtures/notices';
import { pictureOf } from '../fixtures/pictures';
import { OFFERED_PROJECT } from '../fixtures/project-versions';
import { RECONCILIATION_COUNTS } from '../fixtures/reconciliation';
import { REFUND_COUNTS } from '../fixtures/refunds';
import { FULL_PERSON, makeQueue, makeStaffOrder, OWN_CLAIM } from '../fixtures/staff-orders';
import { TASK_SUMMARY } from '../fixtures/tasks';

export const queued = (items: StaffQueueItem[], total = items.length): Answer =>
  answer(endpoints.staff.listQueue, { items, nextCursor: total > items.length ? 'next' : null, total });

/** What the API says on every page of the staff. */
export const STAFF_ANSWERS: readonly Answer[] = [
  answer(endpoints.staff.readStaff, REVIEWER),
  answer(endpoints.projectVersions.listProjects, {
    items: [{ projectId: OFFERED_PROJECT.projectId, newest: OFFERED_PROJECT, draft: null }],
  }),
  answer(endpoints.desk.readCounts, { counts: DESK_COUNTS }),
  answer(endpoints.staff.listChanges, { items: [] }),
  answer(endpoints.tasks.summarizeTasks, TASK_SUMMARY),
  answer(endpoints.identityChecks.listChecks, { items: WAITING }),
  answer(endpoints.refundDesk.listRefunds, { items: [], nextCursor: null, total: 0, counts: REFUND_COUNTS }),
  answer(endpoints.deliveryDesk.listDeliveries, { items: [], nextCursor: null, total: 0, counts: DELIVERY_COUNTS }),
  answer(endpoints.transferDesk.listTransfers, { items: [], nextCursor: null, total: 0, openEntries: 0 }),
  answer(endpoints.invoiceDesk.listInvoices, { items: [], nextCursor: null, total: 0, counts: INVOICE_COUNTS }),
  answer(endpoints.reconciliation.listDays, { items: [], nextCursor: null, total: 0, counts: RECONCILIATION_COUNTS }),
  answer(endpoints.staff.readOrder, makeStaffOrder('submitted')),
  answer(endpoints.staff.claimOrder, makeStaffOrder('submitted', { claim: OWN_CLAIM })),
  answer(endpoints.staff.readPerson, FULL_PERSON),
  answer(endpoints.staff.releaseOrder, undefined),
  answer(endpoints.desk.readTimeline, { items: TIMELINE }),
  answer(endpoints.notices.listNotices, { items: NOTICES }),
  answer(endpoints.staff.readOrderFile, ({ params }) => pictureOf(params.fileId ?? '')),
  answer(endpoints.staff.readOrderContract, Buffer.from('%PDF-1.7 made-up')),
  answer(endpoints.reports.sendClientReport, undefined),
  queued(makeQueue(20), 187),
];
