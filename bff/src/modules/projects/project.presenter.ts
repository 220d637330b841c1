import { type ApplicantType, feeFenOf, type OrderKind, type ProjectView, papersFor } from '@acceptance/shared';
import type { ProjectRecord } from './project.model';

export const presentProject = (record: ProjectRecord): ProjectView => ({
  id: record._id,
  name: record.name,
  summary: record.summary,
  applicantTypes: record.applicantTypes,
  validityMonths: record.validityMonths,
  priceFen: record.priceFen,
  ...(record.kindPricesFen && { kindPricesFen: record.kindPricesFen }),
  paymentRequired: record.paymentRequired,
  ...(record.paymentWays && { paymentWays: record.paymentWays }),
  invoiceOffered: record.invoiceOffered,
  deliveryWays: record.deliveryWays,
  couriers: record.couriers,
  attachments: record.attachments,
  specialTerms: record.specialTerms,
  certificate: record.certificate,
  // Of a project that was configured before there were versions, none of them is there.
  ...(record.version !== undefined && { version: record.version }),
  ...(record.invoiceKinds && { invoiceKinds: record.invoiceKinds }),
  ...(record.reviewWorkingDays !== undefined && { reviewWorkingDays: record.reviewWorkingDays }),
  ...(record.photoAdvice && { photoAdvice: record.photoAdvice }),
});

/** A project as an order keeps it: what this applicant brings and what this kind costs, whatever is configured later. */
export function projectOfOrder(record: ProjectRecord, applicantType: ApplicantType, kind: OrderKind): ProjectView {
  const { kindPricesFen: _others, ...project } = presentProject(record);
  return {
    ...project,
    priceFen: project.paymentRequired ? feeFenOf(record, kind) : project.priceFen,
    attachments: papersFor(project, applicantType),
  };
}
