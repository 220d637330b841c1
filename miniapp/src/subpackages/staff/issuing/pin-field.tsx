import { Text } from '@tarojs/components';
import { PasswordField } from '../../../components/text-field';
import { STAFF_ISSUING_TEXT as TEXT } from '../texts-issuing';
import '../../../features/ukey-agent/ukey-agent.scss';
import type { OpenedTokenState } from './use-opened-token';

/** Asked for once the agent has forgotten it. */
export const PinField = ({ opened }: { readonly opened: OpenedTokenState }) =>
  opened.asksPin ? (
    <>
      <Text className="ukey-agent__note">{TEXT.pinNote}</Text>
      <PasswordField
        label={TEXT.pinTitle}
        value={opened.form.values.pin}
        error={opened.form.errorOf('pin', null)}
        onChange={(pin) => opened.form.change('pin', pin)}
      />
    </>
  ) : null;
