import { registeredUnitName } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import type { UnitRegistry } from '../../ports/unit-registry';
import { createTencentCloudClient, type TencentCloudSettings } from './tencent-cloud-client';
import { answerOfThree, answerOfTwo, type Finding, findingOf, unitReplySchema } from './unit-answers';

const PORT = 'unit-registry';
const API_VERSION = '2018-11-19';
const ACTION = 'VerifyBizLicenseEnterprise3';

/**
 * Tencent Cloud OCR, 营业执照核验（企业二或三要素）: cloud.tencent.com/document/api/866/132862, version 2018-11-19.
 * Three factors say whether all fit and whether the unit does business, two factors the state in full. Each answer is
 * charged, so two are asked only where three leave something open. The API tells no dates.
 */
export function createTencentUnitRegistry(settings: TencentCloudSettings): UnitRegistry {
  const client = createTencentCloudClient(settings, { port: PORT, version: API_VERSION });
  const ask = async (parameters: object): Promise<Finding> => {
    const reply = await client.request(ACTION, parameters, unitReplySchema);
    const finding = findingOf(reply);
    if (!finding) {
      throw new PortError(PORT, 'unavailable', `${ACTION} ${reply.StatusCode} ${reply.VerifyResult ?? '-'}`);
    }
    return finding;
  };
  return {
    async check({ name, unifiedSocialCreditCode, legalRepresentative }) {
      const nameAndCode = {
        CreditCode: unifiedSocialCreditCode.trim().toUpperCase(),
        EntName: registeredUnitName(name),
      };
      const three = await ask({ ...nameAndCode, LrName: legalRepresentative.trim(), VerifyType: 'ENT_3META' });
      const settled = answerOfThree(three);
      return settled ?? answerOfTwo(three.found && three.fits, await ask({ ...nameAndCode, VerifyType: 'ENT_2META' }));
    },
  };
}
