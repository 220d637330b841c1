import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { AccountModel } from '../account';
import { findOwnOrder, type OrderRecord, viewOwnOrder } from '../orders';
import { acknowledgeContract, readContractPdf } from './read-contract';
import { recordConsent } from './record-consent';
import type { SealContractDependencies } from './seal-contract';
import { signContract } from './sign-contract';

export interface ContractDependencies extends SealContractDependencies {
  readonly accounts: AccountModel;
  /** Wakes the dispatcher, so that sealing starts at once and not with its next round. */
  readonly jobsAdded: () => void;
}

export function bindContractsEndpoints(bind: BindEndpoint, dependencies: ContractDependencies): void {
  const { orders, cipher, fileStore, contractMaker, jobsAdded } = dependencies;
  const { text } = contractMaker;
  const view = async (context: RequestContext, order: Promise<OrderRecord>) =>
    viewOwnOrder(cipher, await order, applicantOf(context).identityVerified);

  bind(endpoints.contracts.readContractText, async ({ params }, context) => {
    await findOwnOrder(orders, applicantOf(context).id, params.orderId);
    return text;
  });
  bind(endpoints.contracts.recordConsent, ({ params, body }, context) => {
    const { address, now } = context;
    const input = { accountId: applicantOf(context).id, orderId: params.orderId, ...body, address, now };
    return view(context, recordConsent({ ...dependencies, text }, input));
  });
  bind(endpoints.contracts.signContract, async ({ params }, context) => {
    const own = { accountId: applicantOf(context).id, orderId: params.orderId, now: context.now };
    const signed = await view(context, signContract({ orders, text }, own));
    jobsAdded();
    return signed;
  });
  bind(endpoints.contracts.readContractPdf, async ({ params }, context) =>
    readContractPdf(fileStore, await findOwnOrder(orders, applicantOf(context).id, params.orderId)),
  );
  bind(endpoints.contracts.acknowledgeContract, ({ params, body }, context) => {
    const own = { accountId: applicantOf(context).id, orderId: params.orderId, now: context.now };
    return view(context, acknowledgeContract(orders, { ...own, ...body }));
  });
}
