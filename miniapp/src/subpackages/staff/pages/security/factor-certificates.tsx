import type { FactorCertificate, SecondFactorState } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { CERTIFICATE_TONES, stateAt } from '../../../../features/certificate-state';
import { CERTIFICATE_STATE_LABELS } from '../../../../text/certificate-labels';
import { formatChinaDate } from '../../../../text/china-date';
import { ProofFields } from '../../desk/proof-fields';
import { FactorProof, provesByCertificate } from '../../platform/factor-proof';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import { type DeedInHand, type FactorCertificatesState, useFactorCertificates } from './use-factor-certificates';

interface PageProps {
  readonly page: FactorCertificatesState;
}

function UnbindForm({ page, certificate }: PageProps & { readonly certificate: FactorCertificate }) {
  const { form, factor, unbind } = page;
  return (
    <>
      <Text className="staff-security__hint">{TEXT.unbindHint}</Text>
      <ProofFields form={form} factor={factor} problem={unbind.problem} />
      <ProblemNotice problem={unbind.problem} />
      <View className="staff-security__deeds">
        <PrimaryButton
          small
          kind="danger"
          label={TEXT.unbindTitle(certificate.projectName)}
          pending={unbind.pending}
          pendingLabel={TEXT.unbinding}
          onTap={() => void unbind.run(certificate)}
        >
          {TEXT.unbind}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.turnTo(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </>
  );
}

/** A certificate as it stands today, and taking it off. */
function BoundCertificate({ page, certificate }: PageProps & { readonly certificate: FactorCertificate }) {
  const { id, serialNumber, projectName, notAfter } = certificate;
  const { doing } = page;
  const state = stateAt(certificate, Date.now());
  return (
    <Card
      title={projectName}
      aside={<StatusTag tone={CERTIFICATE_TONES[state]}>{CERTIFICATE_STATE_LABELS[state]}</StatusTag>}
    >
      <Text className="staff-security__hint">{TEXT.serialNumber(serialNumber)}</Text>
      <Text className="staff-security__hint">{TEXT.until(formatChinaDate(notAfter))}</Text>
      {doing?.deed === 'unbind' && doing.certificate.id === id ? (
        <UnbindForm page={page} certificate={certificate} />
      ) : (
        <PrimaryButton
          small
          kind="secondary"
          label={TEXT.unbindTitle(projectName)}
          onTap={() => page.turnTo({ deed: 'unbind', certificate })}
        >
          {TEXT.unbind}
        </PrimaryButton>
      )}
    </Card>
  );
}

/** Password and code, and what the new certificate signs. */
const BindForm = ({ page }: PageProps) => (
  <>
    <Card title={TEXT.bindTitle}>
      <ProofFields form={page.form} factor={page.factor} problem={null} />
    </Card>
    <FactorProof
      ofStaffSession
      isReady={page.isReady}
      handIn={page.bind}
      submit={TEXT.askToBind}
      submitting={TEXT.binding}
    />
    <PrimaryButton kind="plain" onTap={() => page.turnTo(null)}>
      {TEXT.cancel}
    </PrimaryButton>
  </>
);

/** How a certificate is bound, or where, or what comes before. */
function BindCard({ page, isEnrolled }: PageProps & { readonly isEnrolled: boolean }) {
  const hint = provesByCertificate ? TEXT.bindAfterCode : TEXT.bindAtPc;
  const mayBind = provesByCertificate && isEnrolled;
  return (
    <Card title={TEXT.certificates}>
      <Text className="staff-security__hint">{TEXT.certificatesHint}</Text>
      {mayBind ? (
        <PrimaryButton kind="secondary" onTap={() => page.turnTo({ deed: 'bind' })}>
          {TEXT.bind}
        </PrimaryButton>
      ) : (
        <Text className="staff-security__hint">{hint}</Text>
      )}
    </Card>
  );
}

interface FactorCertificatesProps extends DeedInHand {
  readonly state: SecondFactorState;
  readonly onChange: () => Promise<void>;
}

/** The certificates that stand for a code: those that do, and binding another one. */
export function FactorCertificates(props: FactorCertificatesProps) {
  const { state } = props;
  const page = useFactorCertificates(props);
  return (
    <>
      {state.certificates.map((certificate) => (
        <BoundCertificate key={certificate.id} page={page} certificate={certificate} />
      ))}
      {page.doing?.deed === 'bind' ? <BindForm page={page} /> : <BindCard page={page} isEnrolled={state.enrolled} />}
    </>
  );
}
