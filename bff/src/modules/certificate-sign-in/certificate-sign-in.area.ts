import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { certificateChallengeModel } from './certificate-challenge.model';
import { bindCertificateSignInEndpoints } from './certificate-sign-in.routes';
import { createFactorCertificates, type FactorCertificateNeeds } from './factor-certificates';

export const certificateSignInArea = {
  name: 'certificate-sign-in',
  models: (connection: Connection) => ({ certificateChallenges: certificateChallengeModel(connection) }),
  services: (needs: FactorCertificateNeeds) => ({ factorCertificates: createFactorCertificates(needs) }),
  bind: bindCertificateSignInEndpoints,
} satisfies AnyArea;
