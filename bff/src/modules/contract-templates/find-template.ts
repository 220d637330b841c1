import { AppError } from '@acceptance/shared';
import { type ContractTemplateModel, type ContractTemplateRecord, isPublished } from './contract-template.model';

/** The draft or a published version. @throws AppError templates.not_found, also for a draft that was given up */
export async function findTemplate(
  contractTemplates: ContractTemplateModel,
  id: string,
): Promise<ContractTemplateRecord> {
  const record = await contractTemplates.findOne({ _id: id }).lean<ContractTemplateRecord>();
  if (!record || !(record.draft || isPublished(record))) {
    throw new AppError('templates.not_found');
  }
  return record;
}
