/** Whom a certificate is for, and so what kind of certificate it is. */
export const APPLICANT_TYPES = ['person', 'unit'] as const;
export type ApplicantType = (typeof APPLICANT_TYPES)[number];
/** As the contract prints them. */
export const CERTIFICATE_KIND_LABELS: Record<ApplicantType, string> = { unit: '单位证书', person: '个人证书' };
