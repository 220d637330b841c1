import { type ContractTemplateContent, type ContractTemplateView, endpoints } from '@acceptance/shared';
import { PROOF, type StaffClient } from './staff-people';

let versions = 0;
/** A version that no test has used. */
export function nextVersion(): string {
  versions += 1;
  return `2027.${versions}`;
}

export const listed = async (client: StaffClient) =>
  (await client.call(endpoints.contractTemplates.listTemplates, {})).items;
export const readTemplate = (client: StaffClient, contractTemplateId: string): Promise<ContractTemplateView> =>
  client.call(endpoints.contractTemplates.readTemplate, { params: { contractTemplateId } });

async function inState(client: StaffClient, state: ContractTemplateView['state']) {
  const found = (await listed(client)).find((template) => template.state === state);
  return found ? readTemplate(client, found.id) : null;
}
export const draftOf = (client: StaffClient) => inState(client, 'draft');
export async function currentOf(client: StaffClient): Promise<ContractTemplateView> {
  const current = await inState(client, 'current');
  if (!current) {
    throw new Error('no template is the current one');
  }
  return current;
}

export const saveDraft = (client: StaffClient, revision: number | null, content: ContractTemplateContent) =>
  client.call(endpoints.contractTemplates.saveDraft, { body: { revision, content } });
export const discard = (client: StaffClient, contractTemplateId: string) =>
  client.call(endpoints.contractTemplates.discardDraft, { params: { contractTemplateId } });
export const publish = (
  client: StaffClient,
  { id, revision }: Pick<ContractTemplateView, 'id' | 'revision'>,
  proof: { password: string } = PROOF,
) =>
  client.call(endpoints.contractTemplates.publishDraft, {
    params: { contractTemplateId: id },
    body: { revision, ...proof },
  });
