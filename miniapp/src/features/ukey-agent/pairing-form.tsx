import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { TextField } from '../../components/text-field';
import { UKEY_AGENT_TEXT as TEXT } from '../../text/ukey-agent';
import './ukey-agent.scss';
import { usePairing } from './use-pairing';

/** First use on a PC: the six digits from the agent's window. */
export function PairingForm({ look }: { readonly look: () => Promise<void> }) {
  const { form, showCode, pair } = usePairing(look);
  return (
    <View className="ukey-agent__pairing">
      <Text className="ukey-agent__title">{TEXT.pairTitle}</Text>
      <Text className="ukey-agent__note">{TEXT.pairLead}</Text>
      <ProblemNotice problem={pair.problem ?? showCode.problem} />
      <PrimaryButton kind="secondary" pending={showCode.pending} onTap={() => void showCode.run()}>
        {TEXT.showCode}
      </PrimaryButton>
      <View className="ukey-agent__code">
        <TextField
          label={TEXT.code}
          hint={TEXT.codeHint}
          kind="digits"
          maxLength={6}
          value={form.values.code}
          error={form.errorOf('code', null)}
          onChange={(code) => form.change('code', code)}
          onConfirm={() => void pair.run()}
        />
      </View>
      <PrimaryButton pending={pair.pending} onTap={() => void pair.run()}>
        {TEXT.pair}
      </PrimaryButton>
    </View>
  );
}
