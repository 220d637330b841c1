import { View } from '@tarojs/components';
import { useState } from 'react';
import { LoadingState } from '../../../components/loading-state';
import { Notice } from '../../../components/notice';
import { ProblemState } from '../../../components/problem-state';
import { navigateTo } from '../../../platform/navigation';
import { STATE_TEXT } from '../../../text/states';
import { STAFF_TEXT } from '../text';
import { DECISION_TEXT } from '../texts-review';
import { ContractCard } from './contract-card';
import { DecisionPanel } from './decision-panel';
import { LastReturn } from './last-return';
import { OrderHead } from './order-head';
import { OrderLinks } from './order-links';
import { OrderNotices } from './order-notices';
import { AttachmentsCard, IdCardPhotos, SignatureCard } from './order-papers';
import { OrderPayments } from './order-payments';
import type { OpenedPhoto } from './order-photo';
import { OrderTimeline } from './order-timeline';
import './order-review.scss';
import { joinClauses } from '../../../text/punctuation';
import { PhotoShown } from './photos-seen';
import { ReviewLightbox } from './review-lightbox';
import { RiskFlags } from './risk-flags';
import { TypedFacts } from './typed-facts';
import { useHeldDecisions } from './use-held-decisions';
import type { Review } from './use-review';
import { type ReviewMoves, useReviewKeys } from './use-review-keys';

export interface OrderReviewProps {
  readonly review: Review;
  /** Photos and typed text beside the decision; otherwise one below the other, without the decision. */
  readonly wide: boolean;
  readonly moves: Omit<ReviewMoves, 'isPhotoOpen'>;
}

/** Why the last decision on this order did not count, if so. */
function RefusedNotice({ orderId }: { readonly orderId: string }) {
  const { failed } = useHeldDecisions();
  const mine = failed.find(({ decision }) => decision.orderId === orderId);
  return mine ? (
    <Notice kind="warning" title={STAFF_TEXT.failed(mine.decision.orderNumber)}>
      {STAFF_TEXT.changed}
    </Notice>
  ) : null;
}

interface OrderBodyProps extends Omit<OrderReviewProps, 'moves'> {
  readonly onZoom: (photo: OpenedPhoto) => void;
  readonly onClose: () => void;
}

function OrderBody({ review, wide, onZoom, onClose }: OrderBodyProps) {
  const { order, draft, orderId, person } = review;
  if (!order.data) {
    return order.problem ? (
      <ProblemState
        problem={order.problem}
        onRetry={() => void order.reload()}
        onSignIn={() => void navigateTo('staffSignIn')}
        onBack={onClose}
      />
    ) : (
      <LoadingState />
    );
  }
  const papers = { order: order.data, draft, person, onZoom };
  return (
    <>
      <RefusedNotice orderId={orderId} />
      {order.problem && (
        <Notice kind="warning" action={{ label: STATE_TEXT.retry, onTap: () => void order.reload() }}>
          {joinClauses(order.problem.message, STATE_TEXT.stale)}
        </Notice>
      )}
      <OrderHead order={order.data} />
      <OrderLinks order={order.data} />
      {order.data.rejectionReason && (
        <Notice kind="warning" title={DECISION_TEXT.rejectedBecause}>
          {order.data.rejectionReason}
        </Notice>
      )}
      <RiskFlags flags={order.data.riskFlags} />
      <LastReturn order={order.data} onZoom={onZoom} />
      <IdCardPhotos {...papers} />
      <View className={wide ? 'order-review__columns' : ''}>
        <TypedFacts order={order.data} draft={draft} person={person} />
        <View>
          <AttachmentsCard {...papers} />
          <SignatureCard {...papers} />
          <ContractCard order={order.data} />
        </View>
      </View>
      <View className={wide ? 'order-review__columns' : ''}>
        <View>
          <OrderPayments {...order.data} />
          <OrderNotices orderId={orderId} />
        </View>
        <OrderTimeline orderId={orderId} revision={order.data.revision} />
      </View>
    </>
  );
}

/** One order with everything needed to decide on it, and the keyboard. */
export function OrderReview({ review, wide, moves }: OrderReviewProps) {
  const [photo, setPhoto] = useState<OpenedPhoto | null>(null);
  useReviewKeys(review, { ...moves, isPhotoOpen: photo !== null });
  return (
    <View className={wide ? 'order-review order-review--wide' : 'order-review'}>
      <View className="order-review__body">
        <PhotoShown.Provider value={review.photoShown}>
          <OrderBody review={review} wide={wide} onZoom={setPhoto} onClose={moves.onClose} />
        </PhotoShown.Provider>
      </View>
      {wide && (
        <View className="order-review__decision">{review.order.data && <DecisionPanel review={review} keys />}</View>
      )}
      {photo && <ReviewLightbox review={review} opened={photo} onClose={() => setPhoto(null)} />}
    </View>
  );
}
