import { certificateRequestSchema, endpoints, tokenSerialNumberSchema } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/client';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { TextArea } from '../../desk/text-area';
import { chooseTextFile } from '../../platform/choose-text-file';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';
import '../../../../features/ukey-agent/ukey-agent.scss';
import { ManualWay } from './manual-way';
import type { StepProps } from './use-issuing-order';

/** As much as the API takes. */
const MAX_BYTES = 16_384;

function useManualKey({ page }: StepProps) {
  const form = useFields({
    tokenSerialNumber: (serial) => checkField(tokenSerialNumberSchema, serial),
    csr: (csr) => (csr.trim() ? checkField(certificateRequestSchema, csr) : TEXT.csrMissing),
  });
  const choose = useAction(async () => {
    const text = await chooseTextFile('.csr,.pem,.p10,.req,.txt', MAX_BYTES);
    if (text) {
      form.change('csr', text);
    } else {
      say(TEXT.fileUnread);
    }
  });
  const submit = useAction(async () => {
    if (form.pass('tokenSerialNumber', 'csr')) {
      const { csr, tokenSerialNumber } = form.values;
      const body = { csr: csr.trim(), tokenSerialNumber: tokenSerialNumber.trim() };
      page.setIssuing(
        await call(endpoints.certificateDesk.requestCertificate, { params: { orderId: page.orderId }, body }),
      );
    }
  });
  return { form, choose, submit };
}

/** A request that was made with the authority's own tool. */
export function ManualKey(props: StepProps) {
  const { form, choose, submit } = useManualKey(props);
  return (
    <ManualWay>
      <Text className="ukey-agent__note">{TEXT.manualKey}</Text>
      <TextField
        label={TEXT.tokenSerial}
        hint={TEXT.tokenSerialHint}
        maxLength={64}
        value={form.values.tokenSerialNumber}
        error={form.errorOf('tokenSerialNumber', submit.problem)}
        onChange={(serial) => form.change('tokenSerialNumber', serial)}
        onLeave={() => form.leave('tokenSerialNumber')}
      />
      <TextArea
        label={TEXT.csr}
        hint={TEXT.csrHint}
        value={form.values.csr}
        error={form.errorOf('csr', submit.problem)}
        onChange={(csr) => form.change('csr', csr)}
      />
      <ProblemNotice problem={submit.problem} />
      <View className="issuing-order__deeds">
        <PrimaryButton small kind="secondary" onTap={() => void choose.run()}>
          {TEXT.chooseFile}
        </PrimaryButton>
        <PrimaryButton small pending={submit.pending} pendingLabel={TEXT.submitting} onTap={() => void submit.run()}>
          {TEXT.submitCsr}
        </PrimaryButton>
      </View>
    </ManualWay>
  );
}
