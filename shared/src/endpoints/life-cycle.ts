import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { SUCCESSOR_KINDS } from '../order/order-kinds';
import { certificateParams } from '../schemas/certificate';
import { clientTokenSchema } from '../schemas/identifiers';
import { lifeCycleSchema } from '../schemas/life-cycle';
import { orderSchema } from '../schemas/order';

export const lifeCycleEndpoints = {
  readLifeCycle: defineEndpoint({
    id: 'lifeCycle.readLifeCycle',
    method: 'GET',
    path: '/certificates/:certificateId/life-cycle',
    access: 'applicant',
    summary: '这张证书现在可以办什么（续期、补办、信息变更），不能办的说明原因；正在办的和已换成的新证书',
    params: certificateParams,
    response: lifeCycleSchema,
    errors: ['certificates.not_found'],
    idempotent: true,
  }),
  startSuccessor: defineEndpoint({
    id: 'lifeCycle.startSuccessor',
    method: 'POST',
    path: '/certificates/:certificateId/orders',
    access: 'verified-applicant',
    summary:
      '从这张证书开始一份申请（草稿），已有资料自动填好；核验、签约、审核、缴费与新办相同。同一张证书同时只能办一份；同一个 clientToken 只会建一份',
    params: certificateParams,
    body: v.object({
      kind: v.picklist(SUCCESSOR_KINDS, '请选择要办什么'),
      /** The holder has read what happens to the old certificate (`KIND_WARNINGS` of the kind). */
      understood: v.literal(true, '请先看完说明并确认'),
      clientToken: clientTokenSchema,
    }),
    response: orderSchema,
    errors: [
      'certificates.not_found',
      'certificates.state_not_allowed',
      'certificates.replaced',
      'certificates.renewal_too_early',
      'certificates.too_late',
      'certificates.not_for_holder',
      'certificates.in_work',
      'projects.not_found',
      'projects.not_for_type',
      'orders.too_many_drafts',
      'orders.live_application',
    ],
    idempotent: true,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
};
