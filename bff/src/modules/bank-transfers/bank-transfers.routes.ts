import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import type { OrderRecord } from '../orders';
import { type ChooseDependencies, chooseTransfer } from './choose-transfer';
import { handInSlip, type SlipDependencies, withdrawSlip } from './hand-in-slip';
import { presentOwnTransfer, readOwnTransfer } from './own-transfer';

export interface BankTransfersDependencies extends SlipDependencies, ChooseDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

export function bindBankTransfersEndpoints(bind: BindEndpoint, needs: BankTransfersDependencies): void {
  const { bankTransfers } = endpoints;
  const own = ({ orderId }: { orderId: string }, context: RequestContext) => ({
    accountId: applicantOf(context).id,
    orderId,
    now: context.now,
  });
  const view = async (changed: Promise<OrderRecord>) =>
    presentOwnTransfer(needs, await wakingWith(needs.jobsAdded)(changed));
  bind(bankTransfers.readTransfer, ({ params }, context) => readOwnTransfer(needs, own(params, context)));
  bind(bankTransfers.chooseTransfer, ({ params }, context) => view(chooseTransfer(needs, own(params, context))));
  bind(bankTransfers.handInSlip, ({ params, body }, context) =>
    view(handInSlip(needs, { ...own(params, context), ...body })),
  );
  bind(bankTransfers.withdrawSlip, ({ params }, context) => view(withdrawSlip(needs, own(params, context))));
}
