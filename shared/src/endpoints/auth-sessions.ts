import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { ownSessionSchema } from '../schemas/device';
import { objectIdSchema } from '../schemas/identifiers';

export const authSessionEndpoints = {
  listSessions: defineEndpoint({
    id: 'auth.listSessions',
    method: 'GET',
    path: '/auth/own-sessions',
    access: 'applicant',
    summary: '本人已登录的设备，最近使用的在前',
    response: v.object({ items: v.array(ownSessionSchema) }),
    errors: [],
    idempotent: true,
  }),
  endOtherSessions: defineEndpoint({
    id: 'auth.endOtherSessions',
    method: 'DELETE',
    path: '/auth/sessions/others',
    access: 'applicant',
    summary: '让本人其他设备全部退出登录',
    response: empty,
    errors: [],
    idempotent: true,
  }),
  endSession: defineEndpoint({
    id: 'auth.endSession',
    method: 'DELETE',
    path: '/auth/own-sessions/:sessionId',
    access: 'applicant',
    summary: '让本人的一台设备退出登录',
    params: v.object({ sessionId: objectIdSchema }),
    response: empty,
    errors: ['auth.session_not_found'],
    idempotent: true,
  }),
};
