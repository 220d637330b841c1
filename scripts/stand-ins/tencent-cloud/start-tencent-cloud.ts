import { randomUUID } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import type { HttpListener } from '../serving/http-listener';
import type { JsonObject } from '../serving/json-object';
import {
  type StandInReply,
  type StandInRequest,
  startStandInServer,
  type VendorProtocol,
} from '../serving/stand-in-server';
import { createFaceChecks, type FaceChecks } from './face-checks';
import { answerFacePage } from './face-page';
import { createIdentityAnswers, type IdentityAnswer } from './identity-answers';
import { readIdCard } from './read-id-card';
import { pullSmsSendStatus, sendSms } from './send-sms';
import { createSmsInbox, type ReceivedSms } from './sms-inbox';
import { checkTc3Signature } from './tc3-signature';
import { TencentError } from './tencent-error';
import { createUnitRegister, type UnitRegister } from './unit-register';

interface Action {
  service: string;
  version: string;
  needsRegion: boolean;
  run(body: string): JsonObject;
}

/** Base URL in place of https://sms.tencentcloudapi.com, https://faceid.… and https://ocr.…, and its switches. */
export interface TencentCloudStandIn extends HttpListener {
  /** Newest first. */
  sms(phoneNumber?: string): ReceivedSms[];
  /** What sending to a number answers from now on (`Ok` = works again). */
  setSmsStatus(phoneNumber: string, code: string): void;
  /** Messages to a number are taken from now on, and reported as not delivered for this reason; null: they arrive again. */
  setSmsUnreachable(phoneNumber: string, reason: string | null): void;
  setIdentityAnswer(idCard: string, answer: IdentityAnswer): void;
  unitRegister: Omit<UnitRegister, 'verify'>;
  faceChecks: Omit<FaceChecks, 'detectAuth' | 'getDetectInfo'>;
}

const single = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? value.join(',') : (value ?? '');

function reply(response: JsonObject, o: { status?: number; signatureOk?: boolean; errorCode?: string }): StandInReply {
  return {
    status: o.status ?? 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Response: { ...response, RequestId: randomUUID() } }),
    signatureOk: o.signatureOk,
    errorCode: o.errorCode,
  };
}

const errorReply = (code: string, message: string, o: { status?: number; signatureOk?: boolean } = {}): StandInReply =>
  reply({ Error: { Code: code, Message: message } }, { ...o, errorCode: code });

function answer(
  request: StandInRequest,
  actions: Record<string, Action>,
  credentials: DemoCredentials['tencentCloud'],
  now: Date,
): StandInReply {
  let signatureOk: boolean | undefined;
  try {
    const name = single(request.headers['x-tc-action']);
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) throw new TencentError('InvalidAction', `The request action=\`${name}\` is invalid or not found.`);
    signatureOk = false;
    checkTc3Signature(request, { ...credentials, service: action.service, now });
    signatureOk = true;
    if (single(request.headers['x-tc-version']) !== action.version) {
      throw new TencentError('NoSuchVersion', '接口版本不存在。');
    }
    if (action.needsRegion && !request.headers['x-tc-region']) {
      throw new TencentError('MissingParameter', 'The request is missing a required parameter `Region`.');
    }
    return reply(action.run(request.body), { signatureOk });
  } catch (error) {
    if (error instanceof TencentError) return errorReply(error.code, error.message, { signatureOk });
    throw error;
  }
}

/** Starts the stand-in of Tencent Cloud's SMS, identity (faceid) and card reading (ocr) services; X-TC-Action decides which one is meant. */
export async function startTencentCloud(o: {
  credentials: DemoCredentials;
  environment?: StandInEnvironment;
  port?: number;
}): Promise<TencentCloudStandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const { now, changed } = environment;
  const credentials = o.credentials.tencentCloud;
  const inbox = createSmsInbox();
  const identity = createIdentityAnswers();
  const unitRegister = createUnitRegister();
  const faceChecks = createFaceChecks(now, () => listener.url);
  let sent = 0;
  const nextSerial = (): string => {
    sent += 1;
    return `demo:${now().getTime()}:${sent}`;
  };
  const ocr = { service: 'ocr', version: '2018-11-19', needsRegion: false };
  const faceid = { service: 'faceid', version: '2018-03-01', needsRegion: false };
  const actions: Record<string, Action> = {
    SendSms: {
      service: 'sms',
      version: '2021-01-11',
      needsRegion: true,
      run(body) {
        const result = sendSms({ credentials, inbox, now, nextSerial }, body);
        changed();
        return result;
      },
    },
    PullSmsSendStatus: {
      service: 'sms',
      version: '2021-01-11',
      needsRegion: true,
      run: (body) => pullSmsSendStatus({ credentials, inbox }, body),
    },
    IdCardVerification: { ...faceid, run: identity.idCardVerification },
    PhoneVerification: { ...faceid, run: identity.phoneVerification },
    DetectAuth: { ...faceid, run: faceChecks.detectAuth },
    GetDetectInfoEnhanced: { ...faceid, run: faceChecks.getDetectInfo },
    VerifyBizLicenseEnterprise3: { ...ocr, run: unitRegister.verify },
    IDCardOCR: { ...ocr, run: readIdCard },
  };
  const protocol: VendorProtocol = {
    standIn: 'tencent-cloud',
    operation: (request) => single(request.headers['x-tc-action']) || undefined,
    answer: (request) =>
      answerFacePage(request, faceChecks) ?? answer(request, actions, credentials, environment.signatureNow()),
    fail: (fault) =>
      fault === 'rate-limited'
        ? errorReply('RequestLimitExceeded', '请求的次数超过了频率限制。')
        : errorReply('InternalError', '内部错误。', { status: 500 }),
  };
  const listener = await startStandInServer(protocol, environment, o.port);
  return {
    ...listener,
    sms: inbox.list,
    setSmsStatus: inbox.setStatus,
    setSmsUnreachable: inbox.setUnreachable,
    setIdentityAnswer: identity.set,
    unitRegister,
    faceChecks,
  };
}
