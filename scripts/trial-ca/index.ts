export { ensureTrialCertificateAuthority } from './ensure-trial-certificate-authority';
export { createTrialCertificateAuthority, type TrialCertificateAuthority } from './trial-certificate-authority';
