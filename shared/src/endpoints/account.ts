import { defineEndpoint } from '../contract/define-endpoint';
import { contactSchema, profileNumbersSchema, profileSchema } from '../schemas/profile';
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
  readProfile: defineEndpoint({
    id: 'account.readProfile',
    method: 'GET',
    path: '/account/profile',
    access: 'applicant',
    summary: '个人信息：单位名称、单位代码、登录账号和手机号，号码已遮盖',
    response: profileSchema,
    errors: [],
    idempotent: true,
  }),
  readContact: defineEndpoint({
    id: 'account.readContact',
    method: 'GET',
    path: '/account/contact',
    access: 'applicant',
    summary: '本人实名姓名、手机号和已确认的邮箱，用来填入自己的申请；每次都记录',
    response: contactSchema,
    errors: [],
    idempotent: true,
    audited: true,
    rateLimit: { limit: 60, windowSeconds: 3600, by: 'actor' },
  }),
  showNumbers: defineEndpoint({
    id: 'account.showNumbers',
    method: 'POST',
    path: '/account/profile/numbers',
    access: 'applicant',
    summary: '主动查看本人的完整手机号和单位代码；每次都计数',
    response: profileNumbersSchema,
    errors: [],
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor' },
  }),
};
