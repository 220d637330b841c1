import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { viewOwnOrder } from '../orders';
import { findOwnCertificate } from './find-certificates';
import { type LifeCycleDependencies, readLifeCycle, startSuccessor } from './start-successor';

export function bindLifeCycleEndpoints(bind: BindEndpoint, dependencies: LifeCycleDependencies): void {
  const { certificates, cipher } = dependencies;
  bind(endpoints.lifeCycle.readLifeCycle, async ({ params }, context) =>
    readLifeCycle(
      dependencies,
      await findOwnCertificate(certificates, applicantOf(context).id, params.certificateId),
      context.now,
    ),
  );
  bind(endpoints.lifeCycle.startSuccessor, async ({ params, body }, context) => {
    const { id: accountId, identityVerified } = applicantOf(context);
    const { kind, clientToken } = body;
    const start = { accountId, ...params, kind, clientToken, now: context.now };
    return viewOwnOrder(cipher, await startSuccessor(dependencies, start), identityVerified);
  });
}
