import { endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import { answerStatusRequest, requestInPath } from './answer-status-request';
import { readRevocationList } from './read-revocation-list';
import { presentRevocationList, presentStatusAnswer } from './revocation-status.presenter';

export interface RevocationStatusDependencies {
  readonly certificateAuthority: CertificateAuthority;
}

export function bindRevocationStatusEndpoints(bind: BindEndpoint, needs: RevocationStatusDependencies): void {
  const { readRevocationList: readList, askStatus, readStatus } = endpoints.revocationStatus;
  bind(readList, async ({ params }) => presentRevocationList(await readRevocationList(needs, params.authorityKeyId)));
  bind(askStatus, async ({ raw }) => {
    const { caching: _, ...answer } = presentStatusAnswer(await answerStatusRequest(needs, raw?.bytes ?? null));
    return answer;
  });
  bind(readStatus, async ({ params }) =>
    presentStatusAnswer(await answerStatusRequest(needs, requestInPath(params.request))),
  );
}
