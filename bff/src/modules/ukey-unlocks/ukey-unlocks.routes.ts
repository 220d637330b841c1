import { endpoints, type OwnUkeyUnlock } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { type CertificateModel, type CertificateRecord, findOwnCertificate } from '../certificates';
import type { PickUpPlace } from '../deliveries';
import { newestUnlock } from './find-unlocks';
import { cancelUnlock, requestUnlock } from './request-unlock';
import type { UkeyUnlockModel } from './ukey-unlock.model';
import { hindranceOf } from './unlock-hindrance';
import { presentUnlock } from './view-staff-unlock';

export interface UkeyUnlocksDependencies {
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly certificates: CertificateModel;
  readonly pickUpPlace: PickUpPlace;
}

export function bindUkeyUnlocksEndpoints(bind: BindEndpoint, needs: UkeyUnlocksDependencies): void {
  const { ukeyUnlocks, certificates, pickUpPlace } = needs;
  const own = ({ certificateId }: { certificateId: string }, context: RequestContext) =>
    findOwnCertificate(certificates, applicantOf(context).id, certificateId);
  const view = async (certificate: CertificateRecord, now: Date): Promise<OwnUkeyUnlock> => {
    const unlock = await newestUnlock(ukeyUnlocks, recordIdOf(certificate));
    return { unlock: unlock && presentUnlock(unlock), hindrance: hindranceOf(certificate, now), ...pickUpPlace };
  };
  bind(endpoints.ukeyUnlocks.readUnlock, async ({ params }, context) => view(await own(params, context), context.now));
  bind(endpoints.ukeyUnlocks.requestUnlock, async ({ params }, context) => {
    const certificate = await own(params, context);
    await requestUnlock(needs, certificate, context.now);
    return view(certificate, context.now);
  });
  bind(endpoints.ukeyUnlocks.cancelUnlock, async ({ params }, context) => {
    const certificate = await own(params, context);
    await cancelUnlock(needs, params.certificateId, context.now);
    return view(certificate, context.now);
  });
}
