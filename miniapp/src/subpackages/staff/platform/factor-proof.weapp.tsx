import type { FactorProofProps } from './factor-proof-props';

/** UKeys are at PCs, and what signs with keys of the device would take this package beyond its limit. */
export const provesByCertificate = false;

export const FactorProof = (_props: FactorProofProps) => null;
