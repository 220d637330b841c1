import type { QueryFilter } from 'mongoose';
import type { Sweep } from '../../jobs/sweeps';
import { type Batch, untilEmpty } from '../../jobs/until-empty';
import type { SmsReport, SmsSender } from '../../ports/sms-sender';
import type { OrderModel } from '../orders';
import { openTask, settleCause, type TaskModel } from '../tasks';
import type { NoticeModel, NoticeRecord } from './notice.model';

export interface SmsReportDependencies {
  readonly notices: NoticeModel;
  readonly orders: OrderModel;
  readonly tasks: TaskModel;
  readonly smsSender: SmsSender;
  /** Whether the operator hands reports out; it has to be asked to do so. */
  readonly smsReports: boolean;
}

const MINUTE_MS = 60_000;
/** A batch is a hundred: more of them are taken a minute later. */
const MOST_BATCHES = 20;
const MOST_TOLD = 100;

const KIND = 'notice-undelivered';
/** An order has one task for each kind of message that did not arrive. */
const causeOf = ({ orderId, kind }: NoticeRecord) => ({ kind: KIND, subject: `order:${orderId}`, part: kind }) as const;

/** What has arrived, maybe at last, is nobody's work any more. */
async function noteReport({ notices, tasks }: SmsReportDependencies, report: SmsReport, now: Date): Promise<void> {
  const { serial, delivered, reason, at } = report;
  const change = delivered
    ? { state: 'delivered' as const, settledAt: at }
    : { state: 'failed' as const, settledAt: at, reason, untold: true as const };
  const noted = await notices
    .findOneAndUpdate({ serial, state: 'sent' } as QueryFilter<NoticeRecord>, { $set: change })
    .lean<NoticeRecord>();
  if (noted && delivered) {
    await settleCause(tasks, { ...causeOf(noted), outcome: 'not-needed', now });
  }
}

/** What did not arrive is somebody's work, unless the same message went out again since. */
async function tellStaff({ notices, orders, tasks }: SmsReportDependencies, now: Date): Promise<Batch> {
  const untold = await notices.find({ untold: true }).limit(MOST_TOLD).lean<NoticeRecord[]>();
  for (const notice of untold) {
    const { _id, orderId, kind, sentAt } = notice;
    const later = { orderId, kind, sentAt: { $gt: sentAt }, state: { $ne: 'failed' } };
    const order = await orders.findById(orderId, { orderNumber: 1 }).lean();
    if (order && !(await notices.exists(later as QueryFilter<NoticeRecord>))) {
      await openTask(tasks, { ...causeOf(notice), facts: { orderNumber: order.orderNumber }, now });
    }
    await notices.updateOne({ _id }, { $unset: { untold: 1 } });
  }
  return { found: untold.length, done: untold.length };
}

/** Sweep: takes what the operator reports of messages. Those of codes are in it, too, and are nobody's concern. */
export const smsReportSweep = (needs: SmsReportDependencies): Sweep => ({
  name: 'sms-reports',
  everyMs: MINUTE_MS,
  async run(now) {
    for (let batch = 0; needs.smsReports && batch < MOST_BATCHES; batch += 1) {
      const reports = await needs.smsSender.takeReports();
      for (const report of reports) {
        await noteReport(needs, report, now);
      }
      if (reports.length === 0) {
        break;
      }
    }
    return untilEmpty(MOST_TOLD, () => tellStaff(needs, now), MOST_BATCHES);
  },
});
