import { Text, View } from '@tarojs/components';
import type { Problem } from '../api/problem';
import { STATE_TEXT } from '../text/states';
import { Icon } from './icon';
import { PrimaryButton } from './primary-button';
import './problem-state.scss';

export interface ProblemStateProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  /** The way out when the thing does not exist; without it, loading again is offered. */
  readonly onBack?: () => void;
}

/** In place of content that could not be loaded: what happened, and the one thing to do. */
export function ProblemState({ problem, onRetry, onSignIn, onBack }: ProblemStateProps) {
  const signedOut = problem.kind === 'signed-out';
  // Loading again will not find what does not exist.
  const leave = problem.code?.endsWith('not_found') ? onBack : undefined;
  const [label, act] = signedOut
    ? [STATE_TEXT.signIn, onSignIn]
    : leave
      ? [STATE_TEXT.back, leave]
      : [STATE_TEXT.retry, onRetry];
  return (
    <View className="problem-state" role="alert">
      <Icon
        name={signedOut ? 'person' : problem.kind === 'offline' ? 'offline' : 'warning'}
        size={72}
        tone="secondary"
      />
      <Text className="problem-state__message">{problem.message}</Text>
      <Text className="problem-state__next">{problem.next}</Text>
      {problem.requestId && (
        <Text className="problem-state__request" selectable>
          {STATE_TEXT.requestId(problem.requestId)}
        </Text>
      )}
      <View className="problem-state__action">
        <PrimaryButton onTap={act}>{label}</PrimaryButton>
      </View>
    </View>
  );
}
