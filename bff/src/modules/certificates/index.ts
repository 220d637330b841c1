export { type CertificateModel, type CertificateRecord, certificateDerOf, openChain } from './certificate.model';
export { presentCertificate } from './certificate.presenter';
export { CERTIFICATE_FOLLOWER_JOBS } from './certificate-jobs';
export { findCertificateOfKey, type HeldCertificate } from './find-certificate-of-key';
export { findCertificate, findCertificateOfOrder, findOwnCertificate } from './find-certificates';
export { holdCertificate } from './hold-certificate';
export { holderOfOrder } from './holder-facts';
export { revokeCertificate } from './revoke-certificate';
