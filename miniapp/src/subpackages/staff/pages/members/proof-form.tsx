import { Text, View } from '@tarojs/components';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProofFields } from '../../desk/proof-fields';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import type { MembersPage } from './use-members-page';

interface ProofFormProps {
  readonly page: MembersPage;
  readonly text: string;
  readonly verb: string;
}

/** A grave act that is about to be done: what it means, the proof, and the button. */
export const ProofForm = ({ page, text, verb }: ProofFormProps) => (
  <View className="staff-members__proof">
    <Text className="staff-members__fact">{text}</Text>
    <ProofFields form={page.form} factor={page.factor} problem={page.prove.problem} />
    <ProblemNotice problem={page.prove.problem} />
    <View className="staff-members__deeds">
      <PrimaryButton
        small
        pending={page.prove.pending}
        pendingLabel={TEXT.proposing}
        onTap={() => void page.prove.run()}
      >
        {verb}
      </PrimaryButton>
      <PrimaryButton small kind="plain" onTap={() => page.startProving(null)}>
        {TEXT.cancel}
      </PrimaryButton>
    </View>
  </View>
);
