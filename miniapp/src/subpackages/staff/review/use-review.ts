import { endpoints, type OrderEvent, type StaffOrderView } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../api/client';
import { ask, say } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { useLoad } from '../../../features/use-load';
import { STAFF_TEXT } from '../text';
import {
  buildMarks,
  type DecisionDraft,
  EMPTY_DRAFT,
  missingForReject,
  startRejecting,
  startReturning,
  stopDeciding,
} from './decision-draft';
import { heldDecisions } from './decisions';
import { type Decision, decidedIds } from './held-decisions';
import { markTargets } from './mark-target';
import { openOrder, useKeptClaim } from './open-order';
import { usePhotosSeen } from './photos-seen';
import { whyNoDecision } from './why-no-decision';

export type Review = ReturnType<typeof useReview>;

/** Name and number in full, for who has the order open to decide on it. Each look is recorded, and shown to the applicant. */
function usePerson(order: StaffOrderView | null) {
  const orderId = order?.status === 'submitted' && order.claim?.isOwn ? order.id : null;
  const read = async () => (orderId ? call(endpoints.staff.readPerson, { params: { orderId } }) : null);
  return useLoad(read, orderId ?? '', { onShow: false });
}

const isHeldHere = (orderId: string): boolean => decidedIds(heldDecisions.state()).includes(orderId);

/**
 * One order under review and the decision being made on it. A decision is handed to `heldDecisions` with the revision that
 * was on screen; `onDecided` then opens what comes next.
 */
export function useReview(orderId: string, onDecided: (orderId: string) => void) {
  const order = useLoad(() => openOrder(orderId), orderId);
  useKeptClaim(order.data, isHeldHere);
  const photos = usePhotosSeen(order.data);
  const [draft, setDraft] = useState<DecisionDraft>(() => heldDecisions.takeDraft(orderId) ?? EMPTY_DRAFT);
  const person = usePerson(order.data);
  const targets = order.data ? markTargets(order.data) : [];
  const built = buildMarks(draft, targets);
  const takenBy = order.data?.claim && !order.data.claim.isOwn ? order.data.claim.byName : null;
  const can = (event: OrderEvent): boolean => !takenBy && (order.data?.availableEvents.includes(event) ?? false);

  const decide = (what: Decision['what']): void => {
    if (!order.data) {
      return;
    }
    const { orderNumber, revision, shownSha256 } = order.data;
    heldDecisions.hold({ orderId, orderNumber, revision, shownSha256, what, draft: stopDeciding(draft) });
    onDecided(orderId);
  };

  const approve = (): void => {
    if (can('approve') && !photos.notYet) {
      decide({ kind: 'approve' });
    }
  };
  /** A key that does nothing says why: somebody who is fast would press it again, on the next order. */
  const byKey = (event: OrderEvent, act: () => void, hindrance: string | null = null): void => {
    const why = can(event) ? hindrance : order.data && whyNoDecision(order.data);
    if (why) {
      say(why);
    } else {
      act();
    }
  };

  const rejection = useAction(async () => {
    const reason = draft.rejectReason.trim();
    if (!order.data || missingForReject(draft) || !can('reject')) {
      return;
    }
    const sure = await ask({
      title: STAFF_TEXT.rejectQuestion(order.data.orderNumber),
      text: STAFF_TEXT.rejectWarning(reason),
      confirm: STAFF_TEXT.rejectYes,
      dangerous: true,
    });
    if (sure) {
      decide({ kind: 'reject', reason });
    }
  });

  return {
    orderId,
    order,
    draft,
    setDraft,
    /** What can be marked. */
    targets,
    person: person.data,
    can,
    missingForReturn: built.missing,
    /** Why it cannot be approved yet: not all of its pictures are there. */
    notYet: photos.notYet,
    photoShown: photos.note,
    /** Paths of the pictures that are there, by their files. */
    shownPhotos: photos.shown,
    approve,
    approveByKey: () => byKey('approve', approve, photos.notYet ?? (photos.isRested ? null : STAFF_TEXT.lookFirst)),
    openReturn: () => byKey('return', () => setDraft((current) => startReturning(current, targets))),
    openReject: () => byKey('reject', () => setDraft(startRejecting)),
    closeForm: () => setDraft(stopDeciding),
    confirmReturn: () => {
      if (built.marks && can('return')) {
        decide({ kind: 'return', marks: built.marks });
      }
    },
    confirmReject: () => void rejection.run(),
    /** The question is on screen: keys must not act behind it. */
    asking: rejection.pending,
  };
}
