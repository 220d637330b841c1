import * as v from 'valibot';
import { PortError } from '../../ports/port-error';
import type { SmsMessage, SmsSender } from '../../ports/sms-sender';
import { createTencentCloudClient, type TencentCloudSettings } from './tencent-cloud-client';
import { failureOfCode } from './tencent-cloud-failure';

const PORT = 'sms-sender';
const API_VERSION = '2021-01-11';
/** Error codes that are about the number; every other refusal is about our templates or account. */
const NUMBER_REFUSED = new Set([
  'InvalidParameterValue.IncorrectPhoneNumber',
  'FailedOperation.PhoneNumberInBlacklist',
  'UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone',
]);

export interface TencentSmsSettings extends TencentCloudSettings {
  readonly sdkAppId: string;
  /** Approved signature, without the brackets. */
  readonly signName: string;
  /** Approved template of each kind of message. */
  readonly templateIds: Readonly<Record<SmsMessage['kind'], string>>;
}

const answerSchema = v.object({ SendStatusSet: v.tuple([v.object({ Code: v.string(), SerialNo: v.string() })]) });

const reportsSchema = v.object({
  PullSmsSendStatusSet: v.array(
    v.object({
      SerialNo: v.string(),
      ReportStatus: v.picklist(['SUCCESS', 'FAIL']),
      Description: v.string(),
      /** Seconds since 1970. */
      UserReceiveTime: v.number(),
    }),
  ),
});
const REPORTS_AT_ONCE = 100;

/** The template's variables in their order: `{1}`, `{2}` … */
function parametersOf(message: SmsMessage): string[] {
  switch (message.kind) {
    case 'sign-in-code':
      return [message.code, String(message.minutes)];
    case 'payment-received':
    case 'payment-returned':
    case 'slip-refused':
    case 'pick-up-waiting':
    case 'ukey-unlocked':
      return [message.orderNumber];
    case 'review-returned':
    case 'review-rejected':
      return [message.orderNumber, message.reason];
    case 'review-approved':
    case 'certificate-issued':
      return [message.orderNumber, message.nextStep];
    case 'parcel-sent':
      return [message.orderNumber, message.courier];
    case 'refund-progress':
      return [message.orderNumber, message.result];
    case 'password-changed':
    case 'identity-used':
      return [];
    case 'phone-change-requested':
    case 'phone-changed':
      return [message.lastDigits];
    case 'phone-change-result':
    case 'identity-check-result':
      return [message.result];
    case 'order-ending':
    case 'certificate-ending':
      return [message.orderNumber, message.day];
    case 'deletion-scheduled':
      return [message.day];
    case 'audit-anchor':
      return [message.day, String(message.seq), message.hashStart];
  }
}

/** `rejected` tells the caller that the number is to blame, so it must not stand for a refusal of anything else. */
function sendingError(code: string): PortError {
  if (NUMBER_REFUSED.has(code)) {
    return new PortError(PORT, 'rejected', code);
  }
  const failure = failureOfCode(code);
  return new PortError(PORT, failure === 'rejected' ? 'misconfigured' : failure, code);
}

/** SendSms, one number a call, and PullSmsSendStatus of Tencent Cloud (version 2021-01-11). */
export function createTencentSmsSender(settings: TencentSmsSettings): SmsSender {
  const client = createTencentCloudClient(settings, { port: PORT, version: API_VERSION });
  return {
    async send(phone, message) {
      const parameters = {
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: settings.sdkAppId,
        SignName: settings.signName,
        TemplateId: settings.templateIds[message.kind],
        TemplateParamSet: parametersOf(message),
      };
      const answer = await client.request('SendSms', parameters, answerSchema).catch((error: unknown) => {
        throw error instanceof PortError && error.failure === 'rejected' ? sendingError(error.vendorCode) : error;
      });
      // HTTP success says nothing about the message: each number has a code of its own.
      const [{ Code: code, SerialNo: serial }] = answer.SendStatusSet;
      if (code !== 'Ok') {
        throw sendingError(code);
      }
      return { serial };
    },
    async takeReports() {
      const parameters = { Limit: REPORTS_AT_ONCE, SmsSdkAppId: settings.sdkAppId };
      const { PullSmsSendStatusSet: reports } = await client.request('PullSmsSendStatus', parameters, reportsSchema);
      return reports.map(({ SerialNo, ReportStatus, Description, UserReceiveTime }) => ({
        serial: SerialNo,
        delivered: ReportStatus === 'SUCCESS',
        reason: Description,
        at: new Date(UserReceiveTime * 1000),
      }));
    },
  };
}
