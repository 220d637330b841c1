import {
  AppError,
  type ApplicantType,
  type ContractDetails,
  type ContractTemplateProblem,
  type FieldProblem,
} from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { ContractMaker } from '../../ports/contract-maker';
import { listActiveProjects, type ProjectRecord } from '../projects';
import { type CheckTemplateNeeds, checkTemplate } from './check-template';
import { type ContractTemplateRecord, sourceOf } from './contract-template.model';
import { type CurrentTemplateNeeds, currentTemplateId } from './current-template';
import { findTemplate } from './find-template';
import { fieldProblemOf } from './problem-sentence';

/** What of a project a contract prints. */
export type SampledProject = Pick<
  ProjectRecord,
  'name' | 'validityMonths' | 'paymentRequired' | 'priceFen' | 'specialTerms'
>;

export interface SampleNeeds extends CheckTemplateNeeds {
  readonly contractMaker: ContractMaker;
  readonly now: () => Date;
}

/** With these nothing can be printed, or not what stands there. */
const UNPRINTABLE: readonly ContractTemplateProblem['kind'][] = ['missing', 'placeholder', 'unprintable', 'invisible'];

/** The numbers are the published examples of GB 11643 and GB 32100. */
const PERSON = {
  name: '示例人',
  documentType: 'resident-id-card',
  idNumber: '11010519491231002X',
  phone: '13800138000',
} as const;
const UNIT = {
  name: '示例单位（样本）有限公司',
  unifiedSocialCreditCode: '91350100M000100Y43',
  legalRepresentative: '示例法人',
  role: 'agent',
} as const;

function sampleDetails(applicantType: ApplicantType, project: SampledProject | undefined): ContractDetails {
  return {
    applicantType,
    person: PERSON,
    unit: applicantType === 'unit' ? UNIT : null,
    email: 'sample@example.com',
    address: '示例省示例市示例区示例路1号',
    projectName: project?.name ?? '示例项目',
    validityMonths: project?.validityMonths ?? 12,
    feeFen: project?.paymentRequired ? project.priceFen : 0,
    specialTerms: project?.specialTerms ?? [],
  };
}

async function obstaclesOf(needs: SampleNeeds, { content }: ContractTemplateRecord): Promise<FieldProblem[]> {
  const problems = await checkTemplate(needs, content);
  return problems.filter(({ kind }) => UNPRINTABLE.includes(kind)).map(fieldProblemOf);
}

/** A contract by this template as it would be sealed, with made-up data and 测试样本 on every page. @throws AppError templates.unfit */
export async function makeSample(
  needs: SampleNeeds,
  record: ContractTemplateRecord,
  applicantType: ApplicantType,
): Promise<BinaryResult> {
  const project = (await listActiveProjects(needs.projects)).find(({ applicantTypes }) =>
    applicantTypes?.includes(applicantType),
  );
  return makeSampleWith(needs, record, applicantType, project);
}

async function makeSampleWith(
  needs: SampleNeeds,
  record: ContractTemplateRecord,
  applicantType: ApplicantType,
  project: SampledProject | undefined,
): Promise<BinaryResult> {
  const { contractMaker, templateTexts, now } = needs;
  const fields = await obstaclesOf(needs, record);
  if (fields.length > 0) {
    throw new AppError('templates.unfit', { fields });
  }
  const details = sampleDetails(applicantType, project);
  const { pdf } = await contractMaker.make({
    text: templateTexts.fillSample(sourceOf(record)),
    details,
    detailsSha256: contractMaker.detailsSha256(details),
    contractNumber: 'HT-SAMPLE-0001',
    signedAt: now(),
    sealedAt: now(),
    checkUrl: null,
    sample: true,
    inkMask: templateTexts.sampleInk,
  });
  return { bytes: pdf, mediaType: 'application/pdf' };
}

/** The same of a project that may not be offered yet, by the template of today. @throws AppError templates.unfit */
export async function makeProjectSample(
  needs: SampleNeeds & CurrentTemplateNeeds,
  applicantType: ApplicantType,
  project: SampledProject,
): Promise<BinaryResult> {
  const id = (await currentTemplateId(needs)).toHexString();
  return makeSampleWith(needs, await findTemplate(needs.contractTemplates, id), applicantType, project);
}
