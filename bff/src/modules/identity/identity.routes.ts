import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { presentAccount } from '../account';
import { type IdentityDependencies, verifyIdentity } from './verify-identity';

export function bindIdentityEndpoints(bind: BindEndpoint, dependencies: IdentityDependencies): void {
  bind(endpoints.identity.verifyIdentity, async ({ body }, context) =>
    presentAccount(
      await verifyIdentity(dependencies, { accountId: applicantOf(context).id, person: body, now: context.now }),
    ),
  );
}
