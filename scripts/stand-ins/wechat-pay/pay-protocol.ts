import type { DemoCredentials } from '../demo-credentials';
import type { StandInEnvironment } from '../serving/environment';
import type { StandInReply, StandInRequest, VendorProtocol } from '../serving/stand-in-server';
import { BILL_FILE_PATH } from './bills';
import { errorReply, withPayHeaders } from './error-reply';
import type { OwnFaultBoard } from './own-faults';
import { INTERNAL_NUMBERS, PayError } from './pay-error';
import { type PayOperationOptions, payOperations } from './pay-operations';
import type { PlatformKeys } from './platform-keys';
import { type PlatformKey, platformSignatureHeaders } from './platform-signature';
import { checkRequestHeaders, checkRequestSignature } from './request-signature';
import { type PayReply, unkindAnswer } from './unkind-answer';

export interface PayProtocolOptions extends PayOperationOptions {
  credentials: DemoCredentials;
  environment: StandInEnvironment;
  ownFaults: OwnFaultBoard;
  keys: PlatformKeys;
  wrongKey: PlatformKey;
}

const serialOf = ({ headers }: StandInRequest): string | undefined => headers['wechatpay-serial']?.toString();

/** api.mch.weixin.qq.com as far as the product uses it. */
export function payProtocol(o: PayProtocolOptions): VendorProtocol {
  const { environment, ownFaults, keys } = o;
  const { wechatPay } = o.credentials;
  const table = payOperations(o);

  const signed = (reply: StandInReply, request: StandInRequest): PayReply => ({
    ...reply,
    signedBy: keys.ofAnswer(serialOf(request)),
  });

  const refuse = (error: PayError, request: StandInRequest, signatureOk?: boolean): PayReply => {
    const otherSpelling = ownFaults.strikes('other-spelling', request.path);
    const reply = errorReply(error, { signatureOk, otherSpelling });
    return ownFaults.strikes('unsigned-error', request.path) ? { ...reply, signedBy: null } : signed(reply, request);
  };

  const perform = (request: StandInRequest): Promise<StandInReply> | StandInReply => {
    const route = `${request.method} ${request.path}`;
    for (const [pattern, operation] of table) {
      const match = pattern.exec(route);
      if (match) return operation(request, decodeURIComponent(match[1] ?? ''));
    }
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', '接口不存在');
  };

  return {
    standIn: 'wechat-pay',
    async answer(request) {
      let signatureOk = false;
      try {
        checkRequestSignature(request, wechatPay, environment.signatureNow());
        signatureOk = true;
        checkRequestHeaders(request, keys);
        const unkind = unkindAnswer(ownFaults, request.path, () => keys.ofAnswer(serialOf(request)));
        if (unkind) return unkind;
        const reply = withPayHeaders({ ...(await perform(request)), signatureOk }, 0);
        return request.path === BILL_FILE_PATH ? { ...reply, signedBy: null } : signed(reply, request);
      } catch (error) {
        if (error instanceof PayError) return refuse(error, request, signatureOk);
        throw error;
      }
    },
    fail: (fault, request) =>
      refuse(
        fault === 'rate-limited'
          ? new PayError(429, 'FREQUENCY_LIMITED', '频率限制，请稍后再试', INTERNAL_NUMBERS.frequency)
          : new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
        request,
      ),
    seal(reply: StandInReply & Partial<PayReply>, { badSignature }) {
      const { signedBy, ...rest } = reply;
      if (!signedBy) return rest;
      const key = badSignature ? { ...signedBy, privateKey: o.wrongKey.privateKey } : signedBy;
      const signature = platformSignatureHeaders(reply.body, key, environment.signatureNow());
      return { ...rest, headers: { ...reply.headers, ...signature } };
    },
  };
}
