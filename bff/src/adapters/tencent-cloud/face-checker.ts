import * as v from 'valibot';
import type { FaceChecker } from '../../ports/face-checker';
import { PortError } from '../../ports/port-error';
import { detectInfoSchema, faceResultOf } from './face-results';
import { createTencentCloudClient, type TencentCloudSettings } from './tencent-cloud-client';

const PORT = 'face-checker';
const API_VERSION = '2018-03-01';
/** Of a BizToken, in seconds; its result is kept for three days. */
const TOKEN_LIFE_SECONDS = 7200;
/** InfoType: 1 is text. Photos (2, 3) and the video (4) are never asked for. */
const TEXT_ONLY = '1';
/** The vendor does not know the check, or not any more; illegal also for one of another RuleId. */
const UNKNOWN_TOKEN = ['InvalidParameterValue.BizTokenExpired', 'InvalidParameterValue.BizTokenIllegal'];

export interface TencentFaceSettings extends TencentCloudSettings {
  /** 业务流程 of the console: how the face is looked at, and what the page says. */
  readonly ruleId: string;
  /** Where the vendor's page leads in the end, with `token` added. */
  readonly returnUrl: string;
}

const startedSchema = v.object({ BizToken: v.pipe(v.string(), v.minLength(1)), Url: v.pipe(v.string(), v.url()) });

const isUnknownToken = (error: unknown): boolean =>
  error instanceof PortError && UNKNOWN_TOKEN.includes(error.vendorCode);

/**
 * Tencent Cloud faceid, version 2018-03-01: DetectAuth (cloud.tencent.com/document/api/1007/31816) begins a check,
 * GetDetectInfoEnhanced (…/1007/41957) tells how it ended.
 */
export function createTencentFaceChecker(settings: TencentFaceSettings): FaceChecker {
  const client = createTencentCloudClient(settings, { port: PORT, version: API_VERSION });
  const { ruleId: RuleId, returnUrl: RedirectUrl } = settings;
  return {
    async start({ name, idNumber }) {
      // A small x is refused.
      const parameters = { RuleId, IdCard: idNumber.toUpperCase(), Name: name, RedirectUrl };
      const { BizToken, Url } = await client.request('DetectAuth', parameters, startedSchema);
      return { bizToken: BizToken, url: Url, livesSeconds: TOKEN_LIFE_SECONDS };
    },
    async readResult(bizToken) {
      const parameters = { BizToken: bizToken, RuleId, InfoType: TEXT_ONLY };
      try {
        const result = faceResultOf(await client.request('GetDetectInfoEnhanced', parameters, detectInfoSchema));
        if (!result) {
          throw new PortError(PORT, 'unavailable', 'GetDetectInfoEnhanced passed nobody');
        }
        return result;
      } catch (error) {
        if (isUnknownToken(error)) {
          return { outcome: 'expired' };
        }
        throw error;
      }
    },
  };
}
