export type { CertificateModel, CertificateRecord } from './certificate.model';
