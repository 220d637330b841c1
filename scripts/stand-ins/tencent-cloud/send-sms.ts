import type { DemoCredentials } from '../demo-credentials';
import { fillSmsTemplate, isSmsTemplateId, smsParameterCount } from '../message-templates';
import type { JsonObject } from '../serving/json-object';
import { readParameters } from './request-parameters';
import { mainlandNumber, type SmsInbox } from './sms-inbox';
import { TencentError } from './tencent-error';

const MOST_NUMBERS = 200;
const MOST_REPORTS = 100;

const STATUS_MESSAGES: Record<string, string> = {
  Ok: 'send success',
  'InvalidParameterValue.IncorrectPhoneNumber': 'incorrect phone number',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': 'the template parameters do not match the template',
  'LimitExceeded.PhoneNumberDailyLimit': 'the number of SMS messages sent to this number today exceeds the limit',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'the number of SMS messages in 30 seconds exceeds the limit',
};

interface SmsAccount {
  credentials: DemoCredentials['tencentCloud'];
  inbox: SmsInbox;
  now: () => Date;
  nextSerial: () => string;
}

function checkAccount({ credentials }: SmsAccount, request: JsonObject): void {
  if (request.SmsSdkAppId !== credentials.smsSdkAppId) {
    throw new TencentError('UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId 校验失败。');
  }
  if (request.SignName !== credentials.smsSignName) {
    throw new TencentError('FailedOperation.SignatureIncorrectOrUnapproved', '签名未审批或格式错误。');
  }
}

/**
 * SendSms, version 2021-01-11: HTTP success says nothing about a message; each number has its own Code.
 * @throws TencentError
 */
export function sendSms(account: SmsAccount, body: string): JsonObject {
  const request = readParameters(body, {
    PhoneNumberSet: 'text-list',
    SmsSdkAppId: 'text',
    TemplateId: 'text',
    SignName: 'optional-text',
    TemplateParamSet: 'optional-text-list',
    ExtendCode: 'optional-text',
    SessionContext: 'optional-text',
    SenderId: 'optional-text',
  });
  checkAccount(account, request);
  const templateId = String(request.TemplateId);
  if (!isSmsTemplateId(templateId)) {
    throw new TencentError('FailedOperation.TemplateIncorrectOrUnapproved', '模板未审批或内容不匹配。');
  }
  const numbers = request.PhoneNumberSet as string[];
  if (numbers.length === 0) throw new TencentError('InvalidParameterValue.IncorrectPhoneNumber', '手机号为空。');
  if (numbers.length > MOST_NUMBERS) {
    throw new TencentError('LimitExceeded.PhoneNumberCountLimit', '调用接口单次提交的手机号个数超过200个。');
  }
  const parameters = (request.TemplateParamSet ?? []) as string[];
  const sendOne = (written: string): JsonObject => {
    const phoneNumber = mainlandNumber(written);
    const answer = (code: string, serial = ''): JsonObject => ({
      SerialNo: serial,
      PhoneNumber: phoneNumber ?? written,
      Fee: code === 'Ok' ? 1 : 0,
      SessionContext: request.SessionContext ?? '',
      Code: code,
      Message: STATUS_MESSAGES[code] ?? code,
      IsoCode: 'CN',
    });
    if (!phoneNumber) return answer('InvalidParameterValue.IncorrectPhoneNumber');
    if (parameters.length !== smsParameterCount(templateId)) {
      return answer('FailedOperation.TemplateParamSetNotMatchApprovedTemplate');
    }
    const status = account.inbox.statusOf(phoneNumber);
    if (status !== 'Ok') return answer(status);
    const serial = account.nextSerial();
    account.inbox.deliver({
      id: serial,
      phoneNumber,
      templateId,
      text: `【${account.credentials.smsSignName}】${fillSmsTemplate(templateId, parameters)}`,
      code: templateId === 'demo-sms-code' ? parameters[0] : undefined,
      receivedAt: account.now().toISOString(),
    });
    return answer('Ok', serial);
  };
  return { SendStatusSet: numbers.map(sendOne) };
}

/**
 * PullSmsSendStatus, version 2021-01-11: a queue, what was pulled once does not come again.
 * @throws TencentError
 */
export function pullSmsSendStatus(
  { credentials, inbox }: Pick<SmsAccount, 'credentials' | 'inbox'>,
  body: string,
): JsonObject {
  const request = readParameters(body, { Limit: 'integer', SmsSdkAppId: 'text' });
  if (request.SmsSdkAppId !== credentials.smsSdkAppId) {
    throw new TencentError('UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId 校验失败。');
  }
  const limit = Number(request.Limit);
  if (limit < 1 || limit > MOST_REPORTS) throw new TencentError('InvalidParameterValue', 'Limit 超出范围。');
  return {
    PullSmsSendStatusSet: inbox.takeReports(limit).map(({ serial, phoneNumber, delivered, description, at }) => ({
      SerialNo: serial,
      CountryCode: '86',
      SubscriberNumber: phoneNumber.slice(3),
      PhoneNumber: phoneNumber,
      ReportStatus: delivered ? 'SUCCESS' : 'FAIL',
      Description: description,
      UserReceiveTime: Math.floor(at.getTime() / 1000),
      SessionContext: '',
    })),
  };
}
