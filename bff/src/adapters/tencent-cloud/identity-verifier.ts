import * as v from 'valibot';
import type { IdentityVerifier } from '../../ports/identity-verifier';
import { PortError } from '../../ports/port-error';
import { ID_CARD_VERIFICATION_RESULTS, PHONE_VERIFICATION_RESULTS, resultOf } from './identity-results';
import { createTencentCloudClient, type TencentCloudSettings } from './tencent-cloud-client';

const PORT = 'identity-verifier';
const API_VERSION = '2018-03-01';
/** VerifyMode: 0 answers whether the three belong together, 1 also tells which does not (详版, priced apart). */
const PLAIN_MODE = '0';

export interface TencentIdentitySettings extends TencentCloudSettings {
  /** 3: name, ID number and phone (PhoneVerification). 2: name and ID number (IdCardVerification). 3 when absent. */
  readonly factors?: 2 | 3;
}

const answerSchema = v.object({ Result: v.string() });

/** Tencent Cloud faceid, version 2018-03-01. */
export function createTencentIdentityVerifier(settings: TencentIdentitySettings): IdentityVerifier {
  const client = createTencentCloudClient(settings, { port: PORT, version: API_VERSION });
  return {
    async verify({ name, idNumber, phone }) {
      const person = { IdCard: idNumber.toUpperCase(), Name: name };
      const [action, parameters, table] =
        settings.factors === 2
          ? (['IdCardVerification', person, ID_CARD_VERIFICATION_RESULTS] as const)
          : ([
              'PhoneVerification',
              { ...person, Phone: phone, VerifyMode: PLAIN_MODE },
              PHONE_VERIFICATION_RESULTS,
            ] as const);
      const { Result: code } = await client.request(action, parameters, answerSchema);
      const result = resultOf(table, code);
      if (typeof result === 'object') {
        throw new PortError(PORT, result.failure, `${action} ${code}`);
      }
      return result;
    },
  };
}
