import { endpoints } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { download } from '../../../api/download';
import { PrimaryButton } from '../../../components/primary-button';
import { ProblemNotice } from '../../../components/problem-notice';
import { say } from '../../../features/ask';
import { useAction } from '../../../features/use-action';
import { openPdf } from '../../../platform/open-document';
import { LETTER_TEXT } from '../texts-letter';
import './authority-letter.scss';

/** The letter that authorises the agent: filled in to be printed and sealed, and a sample of a finished one. */
export function AuthorityLetter({ orderId }: { readonly orderId: string }) {
  const open = useAction(async (query: { sample?: 'true' }) => {
    const path = await download(endpoints.orders.readAuthorityLetter, { params: { orderId }, query });
    if (!(await openPdf(path))) {
      say(LETTER_TEXT.blocked);
    }
  });
  return (
    <View className="authority-letter">
      <ProblemNotice problem={open.problem} />
      <PrimaryButton
        kind="secondary"
        pending={open.pending}
        pendingLabel={LETTER_TEXT.opening}
        onTap={() => void open.run({})}
      >
        {LETTER_TEXT.download}
      </PrimaryButton>
      <PrimaryButton kind="plain" onTap={() => void open.run({ sample: 'true' })}>
        {LETTER_TEXT.sample}
      </PrimaryButton>
    </View>
  );
}
