import type { TokenView } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { ChoiceGroup } from '../../../components/choice-group';
import { joinClauses } from '../../../text/punctuation';
import { UKEY_AGENT_TEXT as TEXT } from '../../../text/ukey-agent';
import { DESK_TOKEN_TEXT } from '../texts-ukey';
import '../../../features/ukey-agent/ukey-agent.scss';
import { tokenFit } from './token-fit';

interface TokenChoiceProps {
  readonly tokens: readonly TokenView[];
  readonly orderNumber: string;
  readonly value: TokenView | null;
  readonly onChoose: (tokenId: string) => void;
}

/** Which of the tokens that are plugged in. */
export const TokenChoice = ({ tokens, orderNumber, value, onChoose }: TokenChoiceProps) => (
  <>
    <Text className="ukey-agent__note">{TEXT.tokens}</Text>
    <ChoiceGroup
      label={TEXT.tokens}
      choices={tokens.map((token) => ({
        value: token.id,
        label: token.label || token.model,
        hint: joinClauses(
          token.serial ? TEXT.serial(token.serial) : DESK_TOKEN_TEXT.noSerial,
          DESK_TOKEN_TEXT.fit[tokenFit(token, orderNumber)],
        ),
      }))}
      value={value?.id ?? null}
      onChange={onChoose}
    />
  </>
);
