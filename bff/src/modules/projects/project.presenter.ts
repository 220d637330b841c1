import type { ProjectView } from '@acceptance/shared';
import type { ProjectRecord } from './project.model';

export const presentProject = (record: ProjectRecord): ProjectView => ({
  id: record._id,
  name: record.name,
  summary: record.summary,
  applicantTypes: record.applicantTypes,
  validityMonths: record.validityMonths,
  priceFen: record.priceFen,
  paymentRequired: record.paymentRequired,
  invoiceOffered: record.invoiceOffered,
  deliveryWays: record.deliveryWays,
  couriers: record.couriers,
  attachments: record.attachments,
  specialTerms: record.specialTerms,
  certificate: record.certificate,
});
