import { CertificateProof } from '../../../features/certificate-proof/certificate-proof';
import type { FactorProofProps } from './factor-proof-props';

export const provesByCertificate = true;

export const FactorProof = (props: FactorProofProps) => <CertificateProof purpose="second-factor" {...props} />;
