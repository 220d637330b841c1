import type { ProjectFile } from '@acceptance/shared';
import type { ProjectRecord } from '../projects';

/** Exact, since both parts are whole numbers: "260.00" → 26000. */
const fenOf = (yuan: string): number => Number(yuan.replace('.', ''));

const pricesOf = (kindsYuan: Readonly<Record<string, string>>): ProjectRecord['kindPricesFen'] =>
  Object.fromEntries(Object.entries(kindsYuan).map(([kind, yuan]) => [kind, fenOf(yuan)]));

function moneyOf({ price, invoiceKinds }: ProjectFile) {
  const invoices = { invoiceOffered: invoiceKinds.length > 0, invoiceKinds };
  if (price === null) {
    return { priceFen: 0, paymentRequired: false, ...invoices };
  }
  const { yuan, kindsYuan, paymentWays } = price;
  return {
    priceFen: fenOf(yuan),
    ...(kindsYuan && { kindPricesFen: pricesOf(kindsYuan) }),
    paymentRequired: true,
    paymentWays,
    ...invoices,
  };
}

/** The project as applicants are offered it, by a version of its file. */
export function projectOfFile(file: ProjectFile, version: number): ProjectRecord {
  const { validityMonths, ...certificate } = file.certificate;
  return {
    _id: file.id,
    name: file.name,
    summary: file.summary,
    applicantTypes: file.applicantTypes,
    validityMonths,
    ...moneyOf(file),
    deliveryWays: file.delivery.ways,
    couriers: file.delivery.couriers,
    attachments: file.papers,
    specialTerms: file.contract.specialTerms,
    certificate,
    orderNumberPrefix: file.orderNumberPrefix,
    position: file.position,
    reviewWorkingDays: file.review.workingDays,
    photoAdvice: file.photos,
    version,
    active: true,
  };
}
