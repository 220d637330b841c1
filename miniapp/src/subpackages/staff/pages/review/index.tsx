import { BottomBar } from '../../../../components/bottom-bar';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { DecisionButtons, DecisionForm } from '../../review/decision-panel';
import { HeldBar } from '../../review/held-bar';
import { OrderReview } from '../../review/order-review';
import { whyNoDecision } from '../../review/why-no-decision';
import { STAFF_TEXT } from '../../text';
import { useReviewPage } from './use-review-page';

/** One order on a page of its own; mounted anew for each. */
function ReviewOfOrder({ orderId }: { readonly orderId: string }) {
  const wide = useWideScreen();
  const { review, goOn, move, open, close } = useReviewPage(orderId);
  const { order, draft } = review;
  const deciding = draft.mode !== 'reading';
  const undecidable = order.data ? whyNoDecision(order.data) : null;
  const bottom = order.data && !wide && (
    <BottomBar note={undecidable}>
      {undecidable ? (
        <PrimaryButton kind="secondary" onTap={close}>
          {STAFF_TEXT.backToQueue}
        </PrimaryButton>
      ) : (
        <DecisionButtons review={review} keys={false} />
      )}
    </BottomBar>
  );
  return (
    <DeskFrame route="staffReview" wide={wide} bottom={bottom}>
      <HeldBar onOpen={(id) => void open(id)} />
      <ProblemNotice problem={goOn.problem ?? move.problem} action={{ label: STAFF_TEXT.backToQueue, onTap: close }} />
      {!wide && deciding ? (
        <DecisionForm review={review} keys={false} />
      ) : (
        <OrderReview review={review} wide={wide} moves={{ onMove: (step) => void move.run(step), onClose: close }} />
      )}
    </DeskFrame>
  );
}

export default function StaffReviewPage() {
  const { orderId = '' } = useRouteParams('staffReview');
  useStaffSession();
  return <ReviewOfOrder key={orderId} orderId={orderId} />;
}
