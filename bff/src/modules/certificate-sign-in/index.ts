export { type ChallengeBinding, type ChallengeDependencies, createChallenge, takeChallenge } from './challenges';
export { problemOfAnswer } from './judge-certificate';
export { pageOriginOf } from './page-origin';
export { type CertificateProofDependencies, proveByCertificate } from './prove-by-certificate';
