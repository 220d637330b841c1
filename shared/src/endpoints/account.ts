import { defineEndpoint } from '../contract/define-endpoint';
import { accountSchema } from '../schemas/session';

export const accountEndpoints = {
  readAccount: defineEndpoint({
    id: 'account.readAccount',
    method: 'GET',
    path: '/account',
    access: 'applicant',
    summary: '当前账号，敏感信息已遮盖',
    response: accountSchema,
    errors: [],
    idempotent: true,
  }),
};
