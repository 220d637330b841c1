import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { confirmEmail, type OwnEmailDependencies, removeEmail, requestEmailCode } from './own-email';

export function bindEmailEndpoints(bind: BindEndpoint, dependencies: OwnEmailDependencies): void {
  bind(endpoints.auth.requestEmailCode, ({ body }, context) =>
    requestEmailCode(dependencies, { accountId: applicantOf(context).id, email: body.email, now: context.now }),
  );
  bind(endpoints.auth.confirmEmail, async ({ body }, context) => {
    await confirmEmail(dependencies, { accountId: applicantOf(context).id, ...body, now: context.now });
    return undefined;
  });
  bind(endpoints.auth.removeEmail, async (_call, context) => {
    await removeEmail(dependencies, applicantOf(context).id);
    return undefined;
  });
}
