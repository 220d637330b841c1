import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import type { GivenSettings } from './config-schema';
import { hostOfAddress, isPublicHost } from './network-addresses';

/** Where face-checks.routes.ts serves the page that leads people back. */
const RETURN_PATH = `${API_BASE_PATH}${endpoints.faceChecks.showReturnPage.path}`;

function isReachableReturn(returnUrl: string): boolean {
  if (!URL.canParse(returnUrl)) {
    return false;
  }
  const { protocol, pathname, search, hash } = new URL(returnUrl);
  return (
    protocol === 'https:' &&
    isPublicHost(hostOfAddress(returnUrl) ?? '') &&
    pathname === RETURN_PATH &&
    search + hash === ''
  );
}

/** Without a way back people would be led to the vendor's advertisement; to no other place than ours either. */
export function faceCheckProblems(
  given: Pick<GivenSettings, 'TENCENT_CLOUD_FACEID_RULE_ID' | 'FACE_CHECK_RETURN_URL'>,
  isProduction: boolean,
): string[] {
  const { TENCENT_CLOUD_FACEID_RULE_ID: ruleId, FACE_CHECK_RETURN_URL: returnUrl } = given;
  if (!returnUrl) {
    return ruleId ? ['FACE_CHECK_RETURN_URL: is needed beside TENCENT_CLOUD_FACEID_RULE_ID'] : [];
  }
  return isProduction && !isReachableReturn(returnUrl)
    ? [`FACE_CHECK_RETURN_URL: production needs a public https address with path ${RETURN_PATH}`]
    : [];
}
