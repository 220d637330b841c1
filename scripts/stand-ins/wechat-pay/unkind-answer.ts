import type { StandInReply } from '../serving/stand-in-server';
import { errorReply, withPayHeaders } from './error-reply';
import type { OwnFaultBoard } from './own-faults';
import { orderNotFound, PayError } from './pay-error';
import type { PlatformKey } from './platform-signature';

/** An answer and the key that signs it; null = it carries no signature headers. */
export interface PayReply extends StandInReply {
  signedBy: PlatformKey | null;
}

/**
 * What a fault answers in place of doing what was asked: an error that something before WeChat Pay itself may have
 * made, without a signature, or 202, which asks to send the same request again.
 */
export function unkindAnswer(faults: OwnFaultBoard, path: string, key: () => PlatformKey): PayReply | undefined {
  const unsigned = (error: PayError): PayReply => ({
    ...errorReply(error, { signatureOk: true, otherSpelling: faults.strikes('other-spelling', path) }),
    signedBy: null,
  });
  if (faults.strikes('unsigned-not-found', path)) return unsigned(orderNotFound());
  if (faults.strikes('unsigned-server-error', path)) {
    return unsigned(new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'));
  }
  if (faults.strikes('accepted', path)) {
    const body = JSON.stringify({ code: 'USERPAYING', message: '已受理，请使用原参数重复请求' });
    return { ...withPayHeaders({ status: 202, body, signatureOk: true }, 0), signedBy: key() };
  }
  return undefined;
}
