import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { findOwnOrder, type OrderModel } from '../orders';
import { findSubmittedOrder } from '../staff';
import type { EvidenceDependencies } from './evidence-entries';
import { readEvidence } from './read-evidence';

export interface EvidenceRoutesDependencies extends EvidenceDependencies {
  readonly orders: OrderModel;
}

export function bindEvidenceEndpoints(bind: BindEndpoint, dependencies: EvidenceRoutesDependencies): void {
  const { orders } = dependencies;
  bind(endpoints.evidence.readOwnEvidence, async ({ params }, context) =>
    readEvidence(dependencies, await findOwnOrder(orders, applicantOf(context).id, params.orderId), context.now),
  );
  bind(endpoints.evidence.readOrderEvidence, async ({ params }, { now }) =>
    readEvidence(dependencies, await findSubmittedOrder(orders, params.orderId), now),
  );
}
