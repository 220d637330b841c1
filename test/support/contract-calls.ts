import { type ContractToRead, endpoints, readingSections } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { paramsOf } from './story-people';

export const readText = (context: StoryContext): Promise<ContractToRead> =>
  context.applicant.call(endpoints.contracts.readContractText, { params: paramsOf(context) });

/** So many seconds of reading, in which every section was on the screen all the time. */
export const readFor = (text: ContractToRead, seconds: number) => ({
  readingSeconds: seconds,
  readingSections: readingSections(text).map(({ id }) => ({ id, seconds })),
});

/** What is sent by somebody who was through at once, and said that they had read all of it. */
export const consentBody = (text: ContractToRead) => ({
  version: text.version,
  sha256: text.sha256,
  detailsSha256: text.detailsSha256,
  agreed: true,
  readToEnd: true,
  ...readFor(text, 0),
  confirmsRead: true,
  device: 'test',
});

/** Reads the contract's text and consents to it; `change` replaces members of what is sent. */
export async function consent(context: StoryContext, change: object = {}) {
  const params = paramsOf(context);
  const body = { ...consentBody(await readText(context)), ...change };
  return context.applicant.call(endpoints.contracts.recordConsent, { params, body });
}

export const sign = (context: StoryContext) =>
  context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
