import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { reachesAgent } from '../../platform/ask-agent';
import { usePolling } from '../use-polling';
import { type AgentLink, readAgentLink } from './agent-link';
import { ukeyAgent } from './ukey-agent';

/** A token that is plugged in shows by itself. */
const LOOK_MS = 3000;

/** How the page stands with the agent while `active`; looked at again and again while it is there. */
export function useAgentLink(active: boolean) {
  const [link, setLink] = useState<AgentLink>({ kind: 'connecting' });
  const latest = useRef(link);
  latest.current = link;
  const look = useCallback(async () => setLink(await readAgentLink(ukeyAgent, latest.current)), []);
  const wanted = active && reachesAgent;
  useEffect(() => {
    if (wanted) {
      void look();
    }
  }, [wanted, look]);
  useDidShow(() => {
    if (wanted) {
      void look();
    }
  });
  usePolling(wanted && link.kind === 'here', LOOK_MS, look);
  return { link, look };
}
export type AgentLinkState = ReturnType<typeof useAgentLink>;
