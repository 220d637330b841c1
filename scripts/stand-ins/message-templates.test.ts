import { fillSmsTemplate, isSmsTemplateId, smsParameterCount } from './message-templates';

test('a template is filled with its variables in their order', () => {
  expect(fillSmsTemplate('demo-sms-code', ['123456', '5'])).toBe('您的验证码是123456，5分钟内有效。请勿告诉他人。');
  expect(fillSmsTemplate('demo-review-returned', ['A1', '身份证照片反光'])).toBe(
    '您的申请A1需要补充：身份证照片反光。请登录小程序修改后重新提交。',
  );
});

test('the number of variables is counted from the text', () => {
  expect(smsParameterCount('demo-sms-code')).toBe(2);
  expect(smsParameterCount('demo-review-approved')).toBe(2);
});

test('only the known templates are templates', () => {
  expect(isSmsTemplateId('demo-sms-code')).toBe(true);
  expect(isSmsTemplateId('toString')).toBe(false);
});
