import { chinaTime } from './china-time';
import { encryptResource } from './encrypt-resource';
import { INTERNAL_NUMBERS, PayError } from './pay-error';
import type { PayState } from './pay-state';
import { createPlatformCertificate, type PlatformCertificate } from './platform-certificate';
import type { PlatformKey } from './platform-signature';

/** What share of messages, 0 to 1, a platform certificate signs in place of the public key. */
export interface CertificateShares {
  answers: number;
  notices: number;
}

/** Which of the platform's keys signs what. Without certificates: the public-key mode of new merchants. */
export interface PlatformKeys {
  /** The key of an answer to a request with this Wechatpay-Serial. */
  ofAnswer(requestedSerial: string | undefined): PlatformKey;
  ofNotice(): PlatformKey;
  /** Whether a request may name this Wechatpay-Serial (or none). */
  mayName(serial: string | undefined): boolean;
  /** A share left out stays what it was. The first share above 0 gives the merchant a certificate. */
  setShares(shares: Partial<CertificateShares>): void;
  /** Another certificate signs from now on; the old ones stay listed and known. */
  renew(): PlatformCertificate;
  /** Oldest first; empty in public-key mode. */
  certificates(): PlatformCertificate[];
}

/** Says of every message whether it belongs to the share: evenly spread, so that tests know which ones do. */
function shareCounter(): (share: number) => boolean {
  let sum = 0;
  return (share) => {
    sum += share;
    // A little less than 1: ten tenths are not one whole in floating point.
    if (sum < 1 - 1e-9) return false;
    sum -= 1;
    return true;
  };
}

const keyOf = ({ serial, privateKey }: PlatformCertificate): PlatformKey => ({ keyId: serial, privateKey });

export function createPlatformKeys(o: {
  state: PayState;
  publicKey: PlatformKey;
  now: () => Date;
  changed: () => void;
}): PlatformKeys {
  const { state, publicKey } = o;
  const takesAnswer = shareCounter();
  const takesNotice = shareCounter();
  const known = (): PlatformCertificate[] => state.certificates ?? [];
  const sharesNow = (): CertificateShares => state.certificateShares ?? { answers: 0, notices: 0 };
  const newest = (): PlatformKey => {
    const certificate = known().at(-1);
    return certificate ? keyOf(certificate) : publicKey;
  };
  const add = (): PlatformCertificate => {
    const certificate = createPlatformCertificate(o.now());
    state.certificates = [...known(), certificate];
    o.changed();
    return certificate;
  };
  return {
    ofAnswer(requestedSerial) {
      const named = known().find(({ serial }) => serial === requestedSerial);
      if (named) return keyOf(named);
      // No serial in the request asks for the certificate; public-key mode has none.
      if (requestedSerial === undefined) return newest();
      return takesAnswer(sharesNow().answers) ? newest() : publicKey;
    },
    ofNotice: () => (takesNotice(sharesNow().notices) ? newest() : publicKey),
    mayName(serial) {
      if (serial === publicKey.keyId) return true;
      return known().length > 0 && (serial === undefined || known().some((one) => one.serial === serial));
    },
    setShares(shares) {
      const current = sharesNow();
      const next = { answers: shares.answers ?? current.answers, notices: shares.notices ?? current.notices };
      for (const share of [next.answers, next.notices]) {
        if (!(share >= 0 && share <= 1)) throw new RangeError('a share is a number from 0 to 1');
      }
      state.certificateShares = next;
      if (known().length === 0 && next.answers + next.notices > 0) add();
      else o.changed();
    },
    renew: add,
    certificates: known,
  };
}

/**
 * What GET /v3/certificates answers: each certificate encrypted with the APIv3 key.
 * @throws PayError 404 for a merchant of the public-key mode
 */
export function certificateList(certificates: PlatformCertificate[], apiV3Key: string): { data: unknown[] } {
  if (certificates.length === 0) {
    const message = '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥';
    throw new PayError(404, 'RESOURCE_NOT_EXISTS', message, INTERNAL_NUMBERS.other);
  }
  return {
    data: certificates.map(({ serial, certificate, effectiveTime, expireTime }) => ({
      serial_no: serial,
      effective_time: chinaTime(new Date(effectiveTime)),
      expire_time: chinaTime(new Date(expireTime)),
      encrypt_certificate: encryptResource(certificate, apiV3Key, 'certificate'),
    })),
  };
}
