import { endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { paramsOf } from './story-people';

/** Reads the contract's text and consents to it; `change` replaces members of what is sent. */
export async function consent(context: StoryContext, change: object = {}) {
  const params = paramsOf(context);
  const { version, sha256, detailsSha256 } = await context.applicant.call(endpoints.contracts.readContractText, {
    params,
  });
  const body = {
    version,
    sha256,
    detailsSha256,
    agreed: true,
    readToEnd: true,
    readingSeconds: 30,
    device: 'test',
    ...change,
  };
  return context.applicant.call(endpoints.contracts.recordConsent, { params, body });
}

export const sign = (context: StoryContext) =>
  context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
