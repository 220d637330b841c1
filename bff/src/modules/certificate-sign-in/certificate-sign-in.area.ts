import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { certificateChallengeModel } from './certificate-challenge.model';
import { bindCertificateSignInEndpoints } from './certificate-sign-in.routes';

export const certificateSignInArea = {
  name: 'certificate-sign-in',
  models: (connection: Connection) => ({ certificateChallenges: certificateChallengeModel(connection) }),
  bind: bindCertificateSignInEndpoints,
} satisfies AnyArea;
