import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { findOwnOrder, type OrderModel } from '../orders';
import { type CheckShownSealDependencies, checkShownSeal } from './check-shown-seal';
import { presentSeal } from './electronic-seal.presenter';
import { findOwnSeal, listOwnSeals } from './find-seals';
import { type PreviewSealDependencies, previewSeal } from './preview-seal';
import { readSealData, readSealPicture } from './read-seal-files';

export interface ElectronicSealsDependencies extends PreviewSealDependencies, CheckShownSealDependencies {
  readonly orders: OrderModel;
}

export function bindElectronicSealsEndpoints(bind: BindEndpoint, dependencies: ElectronicSealsDependencies): void {
  const { electronicSeals, orders, cipher, fileStore } = dependencies;
  const own = (context: RequestContext, { sealId }: { sealId: string }) =>
    findOwnSeal(electronicSeals, applicantOf(context).id, sealId);

  bind(endpoints.electronicSeals.listSeals, async ({ query }, context) => {
    const seals = await listOwnSeals(electronicSeals, applicantOf(context).id, query.certificateId);
    return { items: seals.map((seal) => presentSeal(cipher, seal)) };
  });
  bind(endpoints.electronicSeals.readSeal, async ({ params }, context) =>
    presentSeal(cipher, await own(context, params)),
  );
  bind(endpoints.electronicSeals.readSealPicture, async ({ params, query }, context) =>
    readSealPicture(fileStore, await own(context, params), query.format),
  );
  bind(endpoints.electronicSeals.readSealData, async ({ params }, context) =>
    readSealData(fileStore, await own(context, params)),
  );
  bind(endpoints.electronicSeals.previewSeal, async ({ params }, context) =>
    previewSeal(dependencies, await findOwnOrder(orders, applicantOf(context).id, params.orderId)),
  );
  bind(endpoints.electronicSeals.verifySeal, ({ file }, { now }) => checkShownSeal(dependencies, file, now));
}
