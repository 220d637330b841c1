export { pageOriginOf } from './page-origin';
export { type CertificateProofDependencies, proveByCertificate } from './prove-by-certificate';
