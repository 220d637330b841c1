/** The text message templates the demo account has, as they would be approved by Tencent Cloud. `{1}` is the first variable. */
export const SMS_TEMPLATES = {
  'demo-sms-code': '您的验证码是{1}，{2}分钟内有效。请勿告诉他人。',
  'demo-review-approved': '您的申请{1}已通过审核，{2}。',
  'demo-review-returned': '您的申请{1}需要补充：{2}。请登录小程序修改后重新提交。',
  'demo-review-rejected': '您的申请{1}未通过审核：{2}。',
  'demo-payment-received': '您的申请{1}已收到付款，正在制证。',
  'demo-certificate-issued': '您的申请{1}的数字证书已签发，{2}。',
  'demo-parcel-sent': '您的申请{1}的UKey已由{2}寄出，可在小程序查看物流，收到后请在小程序确认。',
  'demo-payment-returned': '您的申请{1}收到一笔无需支付的款项，将原路退回，无需操作。',
  'demo-slip-refused': '您的申请{1}的转账凭证没有通过核实，请登录小程序查看原因并重新提交。',
  'demo-refund-progress': '您的申请{1}的退款{2}。详情请看小程序。',
  'demo-identity-used': '您的姓名、身份证号和本手机号刚刚用于实名认证。如非本人操作，请立即联系客服。',
  'demo-password-changed': '您的登录密码已修改。如非本人操作，请立即联系客服。',
  'demo-phone-change-requested':
    '有人申请把您的登录手机号换成尾号{1}的号码。如非本人操作，请在24小时内用本号码登录小程序阻止。',
  'demo-phone-changed': '您的登录手机号已换成尾号{1}的号码，本号码不能再登录。如非本人操作，请立即联系客服。',
  'demo-phone-change-result': '您更换登录手机号的申请{1}。',
  'demo-identity-check-result': '您提交的实名认证人工核验{1}。',
  'demo-pick-up-waiting': '您的数字证书（申请编号{1}）已制作完成，请带身份证件和小程序里的领取凭证前来领取。',
  'demo-ukey-unlock': '您的UKey PIN已在柜台重置（申请编号{1}）。如非本人办理，请立即联系客服停用证书。',
  'demo-order-ending': '您的申请{1}等您办理，请在{2}前登录小程序办理，过期后申请将结束。',
  'demo-certificate-ending':
    '您的数字证书（申请编号{1}）将于{2}到期。请登录小程序，在“我的证书”里办理续期，资料已为您填好。',
  'demo-deletion-scheduled': '您的账号将于{1}注销。如非本人操作或想保留账号，请在此之前登录小程序撤回。',
  'demo-audit-anchor': '审计链锚点 {1}：第{2}条，{3}。请妥善保存。',
} as const;

export type SmsTemplateId = keyof typeof SMS_TEMPLATES;

export const isSmsTemplateId = (id: string): id is SmsTemplateId => Object.hasOwn(SMS_TEMPLATES, id);

/** How many variables a template has. */
export const smsParameterCount = (id: SmsTemplateId): number => new Set(SMS_TEMPLATES[id].match(/\{\d+\}/g) ?? []).size;

/** The template's text with its variables filled in. */
export const fillSmsTemplate = (id: SmsTemplateId, parameters: readonly string[]): string =>
  SMS_TEMPLATES[id].replace(/\{(\d+)\}/g, (placeholder, position) => parameters[Number(position) - 1] ?? placeholder);

/** Ids of the templates of subscription messages that the demo mini-program has. */
export const SUBSCRIPTION_TEMPLATE_IDS = { review: 'demo-tmpl-review', ending: 'demo-tmpl-ending' } as const;

/** The subscription message templates: field name → label. The letters of a field name tell its type. */
export const SUBSCRIPTION_TEMPLATES: Record<string, { title: string; fields: Record<string, string> }> = {
  [SUBSCRIPTION_TEMPLATE_IDS.review]: {
    title: '审核结果通知',
    fields: { character_string1: '订单编号', thing2: '办理项目', phrase3: '审核结果', thing4: '下一步' },
  },
  [SUBSCRIPTION_TEMPLATE_IDS.ending]: {
    title: '证书到期提醒',
    fields: { character_string1: '申请编号', thing2: '办理项目', date3: '到期日期', thing4: '下一步' },
  },
};
