import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type FaceResultDependencies, readFaceResult } from './read-face-result';
import { RETURN_PAGE } from './return-page';
import { type StartFaceDependencies, startFaceCheck } from './start-face-check';

export function bindFaceCheckEndpoints(
  bind: BindEndpoint,
  dependencies: StartFaceDependencies & FaceResultDependencies,
): void {
  bind(endpoints.faceChecks.startCheck, ({ body }, context) => {
    const { phoneCode, deviceId, consentVersion, faceConsentVersion, ...person } = body;
    const accountId = applicantOf(context).id;
    const agreed = { consentVersion, faceConsentVersion };
    return startFaceCheck(dependencies, { accountId, person, ...agreed, phoneCode, deviceId, now: context.now });
  });
  bind(endpoints.faceChecks.readResult, ({ params }, context) =>
    readFaceResult(dependencies, { accountId: applicantOf(context).id, ...params, now: context.now }),
  );
  bind(endpoints.faceChecks.showReturnPage, async () => ({ bytes: RETURN_PAGE, mediaType: 'text/html' }));
}
