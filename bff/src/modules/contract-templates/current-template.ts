import type { ContractTemplateSource, ContractText } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import type { TemplateTexts } from '../../ports/template-texts';
import { type ContractTemplateModel, type ContractTemplateRecord, sourceOf } from './contract-template.model';

export interface CurrentTemplateNeeds {
  readonly contractTemplates: ContractTemplateModel;
  readonly templateTexts: TemplateTexts;
  readonly now: () => Date;
}

type Reference = Pick<ContractTemplateRecord, '_id'>;

/** The published one with the highest place. Only its id: read anew each time, so that all processes agree at once. */
const findCurrentId = (contractTemplates: ContractTemplateModel): Promise<Reference | null> =>
  contractTemplates
    .findOne({ place: { $gte: 1 } }, { _id: 1 })
    .sort({ place: -1 })
    .lean<Reference>();

/** Publishes the template of the program where none was published yet. Two processes at once make one of it. */
async function publishBuiltIn({ contractTemplates, templateTexts, now }: CurrentTemplateNeeds): Promise<void> {
  const { id: templateId, ...content } = templateTexts.builtIn;
  const at = now();
  const first = {
    templateId,
    content,
    revision: 0,
    savedBy: null,
    savedAt: at,
    place: 1,
    publishedVersion: content.version,
    publishedBy: null,
    publishedAt: at,
    outbox: [],
  };
  await unlessTaken(contractTemplates.create(first));
}

/** The id of the template by which contracts are made now. */
export async function currentTemplateId(needs: CurrentTemplateNeeds): Promise<Reference['_id']> {
  const found = await findCurrentId(needs.contractTemplates);
  if (found) {
    return found._id;
  }
  await publishBuiltIn(needs);
  const first = await findCurrentId(needs.contractTemplates);
  if (!first) {
    throw new Error('no contract template is published');
  }
  return first._id;
}

export interface CurrentTemplate {
  /** The template by which contracts are made now. */
  readonly currentTemplate: () => Promise<ContractTemplateSource>;
  /** The text to be read before signing: the current template, filled by today's settings. */
  readonly currentContractText: () => Promise<ContractText>;
}

/** Keeps the last template and its text: what is published never changes, so that its id tells whether they are right. */
export function createCurrentTemplate(needs: CurrentTemplateNeeds): CurrentTemplate {
  let kept: { readonly id: string; readonly template: ContractTemplateSource; readonly text: ContractText } | null =
    null;

  async function current() {
    const _id = await currentTemplateId(needs);
    const id = _id.toHexString();
    if (kept?.id === id) {
      return kept;
    }
    const record = await needs.contractTemplates.findById(_id).lean<ContractTemplateRecord>();
    if (!record) {
      throw new Error('a published contract template is gone');
    }
    const template = sourceOf(record);
    const read = { id, template, text: needs.templateTexts.fill(template) };
    kept = read;
    return read;
  }

  return {
    currentTemplate: async () => (await current()).template,
    currentContractText: async () => (await current()).text,
  };
}
