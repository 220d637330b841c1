import { kind, type TaskKindDefinition } from './task-kind';

/** Of certificates on their way and of what applicants are told; part of `TASK_KINDS`. */
export const DELIVERY_TASK_KINDS = {
  'delivery-not-prepared': kind({
    label: '证书已签发，没有进入寄送',
    advice: '点“重新准备”，之后到“寄送”页面办理',
    role: 'issuer',
    dueHours: 4,
    redo: '重新准备',
    settlements: [],
  }),
  'notice-undelivered': kind({
    label: '短信没有送达',
    advice: '在申请里看是哪条、为什么；再发一次，或打电话告知申请人',
    role: 'reviewer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'not-needed'],
  }),
  'parcel-lost': kind({
    label: '包裹丢失，证书已停用',
    advice: '告知申请人，并向快递公司索赔；找回的，在“寄送”页面登记“已找回”，证书随即恢复；找不回的，注销证书后补办',
    role: 'issuer',
    dueHours: 8,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of'],
  }),
  'parcel-came-back': kind({
    label: '包裹被拒收或退回',
    advice: '致电申请人核对地址；在“寄送”页面登记新的单号再寄一次，或另行商定',
    role: 'issuer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of'],
  }),
  'parcel-held-up': kind({
    label: '派送受阻已超过 3 天',
    advice: '联系快递公司和申请人；有结果后在“寄送”页面登记',
    role: 'issuer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of'],
  }),
  'parcel-silent': kind({
    label: '包裹 5 天没有消息',
    advice: '先核对单号，再向快递公司查询；确认丢失的，在“寄送”页面登记“已丢失”，证书随即停用',
    role: 'issuer',
    dueHours: 24,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of'],
  }),
  'pick-up-overdue': kind({
    label: '证书 60 天没有人领取',
    advice: '致电申请人；不再需要的，请其注销证书',
    role: 'issuer',
    dueHours: 72,
    redo: null,
    settlements: ['told-by-phone', 'taken-care-of', 'not-needed'],
  }),
} as const satisfies Record<string, TaskKindDefinition>;
