import { Text, View } from '@tarojs/components';
import { problemOf, problemSentence } from '../../../api/problem';
import { useNow } from '../desk/use-now';
import { STAFF_TEXT } from '../text';
import { heldDecisions } from './decisions';
import './held-bar.scss';
import { labelled } from '../../../text/punctuation';
import type { FailedDecision } from './held-decisions';
import { useHeldDecisions } from './use-held-decisions';

export interface HeldBarProps {
  /** Opens the order of a decision that came back. */
  readonly onOpen: (orderId: string) => void;
}

const Action = ({ label, onTap }: { readonly label: string; readonly onTap: () => void }) => (
  <View className="held-bar__action" role="button" aria-label={label} onClick={onTap}>
    <Text>{label}</Text>
  </View>
);

function Failure({ failed, onOpen }: { readonly failed: FailedDecision } & HeldBarProps) {
  const problem = problemOf(failed.error);
  const { orderNumber, orderId } = failed.decision;
  return (
    <View className="held-bar held-bar--failed" role="alert">
      <Text className="held-bar__text">{labelled(STAFF_TEXT.failed(orderNumber), problemSentence(problem))}</Text>
      {problem.kind === 'offline' ? (
        <Action label={STAFF_TEXT.retry} onTap={() => void heldDecisions.retry(failed)} />
      ) : (
        <Action label={STAFF_TEXT.open} onTap={() => onOpen(orderId)} />
      )}
      <Action label={STAFF_TEXT.dismiss} onTap={() => heldDecisions.dismiss(failed)} />
    </View>
  );
}

/** The decisions that can still be undone, each for itself, those on their way, and those that were refused. */
export function HeldBar({ onOpen }: HeldBarProps) {
  const { held, sending, failed } = useHeldDecisions();
  const now = useNow(500);
  const undo = (orderId: string) => {
    const undone = heldDecisions.undo(orderId);
    if (undone) {
      onOpen(undone.orderId);
    }
  };
  return (
    <View className="held-bars">
      {failed.map((each) => (
        <Failure key={each.decision.orderId} failed={each} onOpen={onOpen} />
      ))}
      {sending.map((decision) => (
        <View key={decision.orderId} className="held-bar" role="status">
          <Text className="held-bar__text">{STAFF_TEXT.sending(decision.orderNumber)}</Text>
        </View>
      ))}
      {held.map(({ decision, sendsAt }) => (
        <View key={decision.orderId} className="held-bar" role="status">
          <Text className="held-bar__text">
            {STAFF_TEXT.held(decision.orderNumber, decision.what.kind, Math.max(0, Math.ceil((sendsAt - now) / 1000)))}
          </Text>
          <Action label={STAFF_TEXT.undo} onTap={() => undo(decision.orderId)} />
          <Action label={STAFF_TEXT.sendNow} onTap={() => void heldDecisions.sendNow(decision.orderId)} />
        </View>
      ))}
    </View>
  );
}
