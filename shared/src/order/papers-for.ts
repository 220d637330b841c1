import type { ApplicantType } from '../schemas/applicant-type';
import type { AttachmentRequirement } from '../schemas/project';
import type { UnitRole } from '../schemas/unit';

export const BUSINESS_LICENCE = 'business-licence';
export const AUTHORITY_LETTER = 'authority-letter';
export const BANK_PROOF = 'bank-proof';

/** What proves a unit whatever the project: without any proof of it there is no unit. */
const UNIT_PAPERS: readonly AttachmentRequirement[] = [
  { kind: BUSINESS_LICENCE, label: '营业执照', hint: '执照正本或副本，拍清整页', required: true },
  {
    kind: AUTHORITY_LETTER,
    label: '经办人授权书',
    hint: '下载打印后加盖单位公章，再拍照上传',
    required: true,
    onlyFor: 'agent',
  },
  {
    kind: BANK_PROOF,
    label: '企业网银证明',
    hint: '选填：网银里能看到单位名称和账户的页面，能让审核更快',
    required: false,
  },
];

/** The papers of an application: a project may word those of a unit in its own way, and ask for more. */
export function papersFor(
  project: { readonly attachments: readonly AttachmentRequirement[] },
  applicantType: ApplicantType,
): AttachmentRequirement[] {
  if (applicantType === 'person') {
    return [...project.attachments];
  }
  const ownKinds = new Set(project.attachments.map(({ kind }) => kind));
  return [...UNIT_PAPERS.filter(({ kind }) => !ownKinds.has(kind)), ...project.attachments];
}

/** Whether a paper is asked of somebody in this role; who has not said it yet is asked for all. */
export const isAskedOf = ({ onlyFor }: AttachmentRequirement, role: UnitRole | undefined): boolean =>
  onlyFor === undefined || role === undefined || role === onlyFor;
