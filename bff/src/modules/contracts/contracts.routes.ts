import { type ContractText, endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import type { AccountModel } from '../account';
import { findOwnOrder, type OrderRecord, viewOwnOrder } from '../orders';
import { readAuthorityLetter } from './read-authority-letter';
import { acknowledgeContract, readContractPdf } from './read-contract';
import { readContractText } from './read-contract-text';
import { recordConsent } from './record-consent';
import { renewContract } from './renew-contract';
import type { SealContractDependencies } from './seal-contract';
import { signContract } from './sign-contract';

export interface ContractDependencies extends SealContractDependencies {
  readonly accounts: AccountModel;
  /** The text to be read before signing. */
  readonly currentContractText: () => Promise<ContractText>;
  /** Wakes the dispatcher, so that sealing starts at once and not with its next round. */
  readonly jobsAdded: () => void;
}

export function bindContractsEndpoints(bind: BindEndpoint, dependencies: ContractDependencies): void {
  const { orders, cipher, fileStore, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  const current = async () => ({ ...dependencies, text: await dependencies.currentContractText() });
  const view = async (context: RequestContext, order: Promise<OrderRecord>) =>
    viewOwnOrder(cipher, await order, applicantOf(context).identityVerified);

  bind(endpoints.contracts.readContractText, async ({ params }, context) =>
    readContractText(await current(), await findOwnOrder(orders, applicantOf(context).id, params.orderId), context.now),
  );
  bind(endpoints.contracts.recordConsent, async ({ params, body }, context) => {
    const { address, now } = context;
    const input = { accountId: applicantOf(context).id, orderId: params.orderId, ...body, address, now };
    return view(context, recordConsent(await current(), input));
  });
  bind(endpoints.contracts.signContract, async ({ params }, context) => {
    const own = { accountId: applicantOf(context).id, orderId: params.orderId, now: context.now };
    return waking(view(context, signContract(await current(), own)));
  });
  bind(endpoints.orders.readAuthorityLetter, async ({ params, query }, context) =>
    readAuthorityLetter(dependencies, await findOwnOrder(orders, applicantOf(context).id, params.orderId), {
      sample: query.sample === 'true',
      now: context.now,
    }),
  );
  bind(endpoints.contracts.renewContract, ({ params, body }, context) =>
    view(
      context,
      renewContract(dependencies, { accountId: applicantOf(context).id, orderId: params.orderId, ...body }),
    ),
  );
  bind(endpoints.contracts.readContractPdf, async ({ params }, context) =>
    readContractPdf(fileStore, await findOwnOrder(orders, applicantOf(context).id, params.orderId)),
  );
  bind(endpoints.contracts.acknowledgeContract, ({ params, body }, context) => {
    const own = { accountId: applicantOf(context).id, orderId: params.orderId, now: context.now };
    return view(context, acknowledgeContract(orders, { ...own, ...body }));
  });
}
