import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { callerAccount, presentAccount } from '../account';
import { requestSmsCode, type SmsCodeDependencies } from '../auth';
import { saveIdentityDraft } from './identity-draft';
import { type IdentityStateDependencies, readIdentityState } from './read-identity-state';
import { showOwnIdentity } from './show-own-identity';
import { type IdentityDependencies, verifyIdentity } from './verify-identity';

export function bindIdentityEndpoints(
  bind: BindEndpoint,
  dependencies: IdentityDependencies & IdentityStateDependencies & SmsCodeDependencies,
): void {
  bind(endpoints.identity.readState, (_call, context) =>
    readIdentityState(dependencies, callerAccount(context), context.now),
  );
  bind(endpoints.identity.saveDraft, async ({ body }, context) => {
    await saveIdentityDraft(dependencies, applicantOf(context).id, body, context.now);
    return undefined;
  });
  bind(endpoints.identity.showOwn, async (_call, context) => showOwnIdentity(dependencies, callerAccount(context)));
  bind(endpoints.identity.requestPhoneCode, ({ body }, { now }) =>
    requestSmsCode(dependencies, { ...body, purpose: 'prove-number', now }),
  );
  bind(endpoints.identity.verifyIdentity, async ({ body }, context) => {
    const { phoneCode, deviceId, consentVersion, ...person } = body;
    const accountId = applicantOf(context).id;
    const claim = { accountId, person, consentVersion, phoneCode, deviceId, now: context.now };
    return presentAccount(await verifyIdentity(dependencies, callerAccount(context), claim));
  });
}
