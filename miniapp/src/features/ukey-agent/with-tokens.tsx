import type { TokenView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LoadingState } from '../../components/loading-state';
import { Notice } from '../../components/notice';
import { ProblemNotice } from '../../components/problem-notice';
import { UKEY_AGENT_TEXT as TEXT } from '../../text/ukey-agent';
import { PairingForm } from './pairing-form';
import './ukey-agent.scss';
import type { AgentLinkState } from './use-agent-link';

interface WithTokensProps {
  readonly agent: AgentLinkState;
  readonly children: (tokens: readonly TokenView[]) => ReactNode;
}

/** What needs the tokens of this PC, where `reachesAgent`; as long as they cannot be seen, why not and what to do. */
export function WithTokens({ agent, children }: WithTokensProps) {
  const { link, look } = agent;
  const reconnect = { label: TEXT.reconnect, onTap: () => void look() };
  switch (link.kind) {
    case 'connecting':
      return <LoadingState />;
    case 'away':
      return (
        <Notice kind="warning" title={TEXT.away} action={reconnect}>
          <View>
            {TEXT.awayHow.map((step) => (
              <Text key={step} className="ukey-agent__way">
                {step}
              </Text>
            ))}
          </View>
        </Notice>
      );
    case 'unpaired':
      return <PairingForm look={look} />;
    case 'refused':
      return <ProblemNotice problem={link.problem} action={reconnect} />;
    case 'here':
      return <>{children(link.tokens)}</>;
  }
}
