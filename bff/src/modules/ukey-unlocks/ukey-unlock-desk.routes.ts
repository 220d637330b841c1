import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { pageOriginOf } from '../certificate-sign-in';
import { findUnlock, listWaiting } from './find-unlocks';
import { challengeUnlock, compareDocument, completeUnlock, type ServeDependencies, startAtDesk } from './serve-unlock';
import type { UkeyUnlockRecord } from './ukey-unlock.model';
import { presentUnlockSummary, viewStaffUnlock } from './view-staff-unlock';

export interface UkeyUnlockDeskDependencies extends ServeDependencies {
  readonly webOrigins: readonly string[];
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const actOf = (context: RequestContext) => ({ staffId: staffOf(context).id, now: context.now });

export function bindUkeyUnlockDeskEndpoints(bind: BindEndpoint, needs: UkeyUnlockDeskDependencies): void {
  const { ukeyUnlocks, webOrigins, jobsAdded } = needs;
  const { ukeyUnlockDesk } = endpoints;
  const view = async (found: Promise<UkeyUnlockRecord>, context: RequestContext) =>
    viewStaffUnlock(needs, await found, actOf(context));
  bind(ukeyUnlockDesk.listUnlocks, async ({ query }, { now }) => {
    const page = await listWaiting(ukeyUnlocks, query, now);
    return { ...page, items: page.items.map(presentUnlockSummary) };
  });
  bind(ukeyUnlockDesk.startUnlock, ({ params }, context) =>
    view(startAtDesk(needs, params.certificateId, actOf(context)), context),
  );
  bind(ukeyUnlockDesk.readUnlock, ({ params }, context) => view(findUnlock(ukeyUnlocks, params.ukeyUnlockId), context));
  bind(ukeyUnlockDesk.compareDocument, ({ params }, context) =>
    view(compareDocument(needs, params.ukeyUnlockId, actOf(context)), context),
  );
  bind(ukeyUnlockDesk.requestChallenge, async ({ params }, context) =>
    challengeUnlock(needs, params.ukeyUnlockId, pageOriginOf(context.origin, webOrigins), actOf(context)),
  );
  bind(ukeyUnlockDesk.completeUnlock, async ({ params, body }, context) => {
    const proof = { ...body, unlockId: params.ukeyUnlockId, origin: pageOriginOf(context.origin, webOrigins) };
    return view(wakingWith(jobsAdded)(completeUnlock(needs, proof, actOf(context))), context);
  });
}
