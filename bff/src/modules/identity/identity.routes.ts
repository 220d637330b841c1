import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { presentAccount } from '../account';
import { requestSmsCode, type SmsCodeDependencies } from '../auth';
import { type IdentityDependencies, verifyIdentity } from './verify-identity';

export function bindIdentityEndpoints(
  bind: BindEndpoint,
  dependencies: IdentityDependencies & SmsCodeDependencies,
): void {
  bind(endpoints.identity.requestPhoneCode, ({ body }, { now }) =>
    requestSmsCode(dependencies, { ...body, purpose: 'prove-number', now }),
  );
  bind(endpoints.identity.verifyIdentity, async ({ body }, context) => {
    const { phoneCode, deviceId, ...person } = body;
    const accountId = applicantOf(context).id;
    return presentAccount(
      await verifyIdentity(dependencies, { accountId, person, phoneCode, deviceId, now: context.now }),
    );
  });
}
