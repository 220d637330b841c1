import type { ComponentProps } from 'react';
import { Notice } from '../../../components/notice';
import { WithTokens } from '../../../features/ukey-agent/with-tokens';
import { reachesAgent } from '../../../platform/ask-agent';
import { DESK_TOKEN_TEXT as TEXT } from '../texts-ukey';

/** What needs the tokens of the desk's PC; on a phone, that it is done at a PC. */
export const DeskTokens = (props: ComponentProps<typeof WithTokens>) =>
  reachesAgent ? (
    <WithTokens {...props} />
  ) : (
    <Notice kind="warning" title={TEXT.onPcTitle}>
      {TEXT.onPc}
    </Notice>
  );
