import { Text } from '@tarojs/components';
import { PageFrame } from '../../../../components/page-frame';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { NewNumberCodeField } from '../../../../features/phone-change/new-number-code-field';
import { ReasonField } from '../../../../features/phone-change/reason-field';
import { ROUTES } from '../../../../routes';
import { PHONE_CHANGE_TEXT as TEXT } from '../../../../text/phone-change';
import '../../certificate.scss';
import { CertificateProof } from '../../../../features/certificate-proof/certificate-proof';
import { useChangeByCertificate } from './use-change-by-certificate';

export default function ChangePhoneByCertificatePage() {
  const page = useChangeByCertificate();
  const { form, numberCode } = page;
  return (
    <PageFrame title={ROUTES.certificateChangePhone.title}>
      <Text className="certificate__note">{TEXT.certificateLead}</Text>
      <TextField
        label={TEXT.newPhone}
        kind="phone"
        maxLength={11}
        value={form.values.newPhone}
        onChange={(newPhone) => form.change('newPhone', newPhone)}
        onLeave={() => form.leave('newPhone')}
        error={form.errorOf('newPhone', null)}
      />
      <NewNumberCodeField
        code={numberCode}
        value={form.values.code}
        error={form.errorOf('code', null)}
        onChange={(code) => form.change('code', code)}
        onLeave={() => form.leave('code')}
      />
      <ProblemNotice problem={numberCode.sendCode.problem} />
      <ReasonField reason={page.reason} missing={page.reasonMissing} onChange={page.setReason} />
      <CertificateProof
        purpose="phone-change"
        isReady={page.isReady}
        handIn={page.handIn}
        submit={TEXT.submit}
        submitting={TEXT.certificateSubmitting}
      >
        <Text className="certificate__note">{TEXT.stopIt}</Text>
      </CertificateProof>
    </PageFrame>
  );
}
