import { endpoints, type RefundReason } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { approvedOrder, payFor } from './paying';
import { PROOF, type StaffedSystem, type StaffPerson, staffPerson } from './staff-people';
import { paramsOf } from './story-people';
import type { TestSystem } from './test-system';

const { refunds, refundDesk, orders } = endpoints;

export async function paidOrder(system: TestSystem): Promise<StoryContext> {
  const context = await approvedOrder(system);
  await payFor(system, context);
  return context;
}

export const financePerson = (system: StaffedSystem): Promise<StaffPerson> => staffPerson(system, ['finance']);

export interface Wish {
  readonly number?: number;
  readonly reason?: Exclude<RefundReason, 'cannot-issue'>;
  readonly words?: string;
}
const wishOf = ({ number = 1, reason = 'not-needed', words = '' }: Wish) => ({ number, reason, words });

/** What an applicant does about a refund of their order. */
export const ownRefund = (context: StoryContext) => ({
  ask: (wish: Wish = {}) =>
    context.applicant.call(refunds.requestRefund, { params: paramsOf(context), body: wishOf(wish) }),
  withdraw: (number = 1) =>
    context.applicant.call(refunds.withdrawRefund, { params: paramsOf(context), body: { number } }),
  read: async () => (await context.applicant.call(orders.readOrder, { params: paramsOf(context) })).refund,
});

/** What somebody of finance does about it. */
export function refundDeskOf({ client }: Pick<StaffPerson, 'client'>, context: StoryContext) {
  const params = paramsOf(context);
  const read = () => client.call(refundDesk.readRefund, { params });
  return {
    read,
    ask: (wish: Wish = {}) => client.call(refundDesk.requestRefund, { params, body: wishOf(wish) }),
    withdraw: (number = 1) => client.call(refundDesk.withdrawRefund, { params, body: { number } }),
    reject: (number = 1, reason = '证书已经在制作') =>
      client.call(refundDesk.rejectRefund, { params, body: { number, reason } }),
    approve: async (number = 1, changes: { revision?: number; password?: string } = {}) => {
      const { revision } = await read();
      return client.call(refundDesk.approveRefund, { params, body: { number, revision, ...PROOF, ...changes } });
    },
  };
}

/** What the applicant was told of refunds, the oldest first. */
export const refundMessages = (system: Pick<TestSystem, 'standIns'>, { person }: StoryContext): string[] =>
  system.standIns.tencentCloud
    .sms(person.phone)
    .filter(({ templateId }) => templateId === 'demo-refund-progress')
    .map(({ text }) => /的退款(.*)。详情/.exec(text)?.[1] ?? text)
    .reverse();
