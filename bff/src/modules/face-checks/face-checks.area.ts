import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import type { AccountRecord } from '../account';
import { faceCheckModel } from './face-check.model';
import { faceCheckSweep } from './face-check-sweep';
import { bindFaceCheckEndpoints } from './face-checks.routes';
import { type FaceStateDependencies, findFaceState } from './find-face-state';
import { sealedFaceChecks } from './sealed-face-checks';

export const faceChecksArea = {
  name: 'face-checks',
  sealed: sealedFaceChecks,
  models: (connection: Connection) => ({ faceChecks: faceCheckModel(connection) }),
  services: (needs: FaceStateDependencies) => ({
    findFaceState: (account: AccountRecord, now: Date) => findFaceState(needs, account, now),
  }),
  bind: bindFaceCheckEndpoints,
  sweeps: faceCheckSweep,
} satisfies AnyArea;
