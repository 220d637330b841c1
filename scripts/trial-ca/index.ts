export { ensureTrialCertificateAuthority } from './ensure-trial-certificate-authority';
export { ensureTrialIssuingAuthorities } from './ensure-trial-issuing-authorities';
export { createTrialCertificateAuthority, type TrialCertificateAuthority } from './trial-certificate-authority';
export { createTrialIssuingAuthorities, type TrialIssuingAuthorities } from './trial-issuing-authorities';
export { createTrialSealMaker, ensureTrialSealMaker, type TrialSealMaker } from './trial-seal-maker';
export { ensureTrialTimestampAuthority, type TrialTimestampAuthority } from './trial-timestamp-authority';
