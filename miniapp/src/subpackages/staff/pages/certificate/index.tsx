import type { StaffCertificate } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { CERTIFICATE_TONES, type ShownState, stateAt } from '../../../../features/certificate-state';
import { useRouteParams } from '../../../../features/use-route-params';
import { navigateTo } from '../../../../platform/navigation';
import {
  CERTIFICATE_STATE_LABELS,
  KEY_ALGORITHM_LABELS,
  KEY_PLACE_LABELS,
  REVOCATION_REASON_LABELS,
  SUBJECT_LABELS,
} from '../../../../text/certificate-labels';
import { formatChinaDate, formatChinaDateTime } from '../../../../text/china-date';
import { useNow } from '../../desk/use-now';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { FactRow } from '../../review/fact-row';
import { STAFF_CERTIFICATE_TEXT as TEXT } from '../../texts-certificates';
import { STAFF_UNLOCK_TEXT } from '../../texts-ukey-unlock';
import { Deeds } from './deeds';
import './index.scss';
import { type CertificatePage, useCertificate } from './use-certificate';

const CLOCK_MS = 60_000;

type Fact = readonly [label: string, value: string | null];

const tokenFacts = ({ token }: StaffCertificate): readonly Fact[] =>
  token
    ? [
        [TEXT.token, token.serialNumber],
        [TEXT.tokenChecked, token.checkedAt ? formatChinaDateTime(token.checkedAt) : TEXT.tokenUnchecked],
      ]
    : [];

function factsOf(certificate: StaffCertificate): readonly Fact[] {
  const { projectName, orderNumber, keyPlace, algorithm, serialNumber, notBefore, notAfter } = certificate;
  const { issuedAt, revokedAt, revocationReason, publicKeySha256 } = certificate;
  return [
    [TEXT.project, projectName],
    [TEXT.order, orderNumber],
    [TEXT.keyPlace, KEY_PLACE_LABELS[keyPlace]],
    [TEXT.algorithm, KEY_ALGORITHM_LABELS[algorithm]],
    [TEXT.serialNumber, serialNumber],
    [TEXT.issuedAt, issuedAt && formatChinaDateTime(issuedAt)],
    [TEXT.notBefore, notBefore && formatChinaDate(notBefore)],
    [TEXT.notAfter, notAfter && formatChinaDate(notAfter)],
    ...tokenFacts(certificate),
    [TEXT.revokedAt, revokedAt && formatChinaDateTime(revokedAt)],
    [TEXT.reason, revocationReason && REVOCATION_REASON_LABELS[revocationReason]],
    [TEXT.fingerprint, publicKeySha256],
  ];
}

interface PartProps {
  readonly page: CertificatePage;
  readonly certificate: StaffCertificate;
  readonly state: ShownState;
}

/** Chain, and the way back to a UKey that was not finished. */
function Ways({ page, certificate, state }: PartProps) {
  const { orderId, chainPem, token } = certificate;
  const mayUnlock = state === 'issued' && certificate.keyPlace === 'ukey' && page.isIssuer;
  const isUnwritten = state === 'issued' && token !== null && token.checkedAt === null;
  return (
    <>
      <ProblemNotice problem={page.download.problem ?? page.unlock.problem} />
      <View className="staff-certificate__deeds">
        {chainPem.length > 0 && (
          <PrimaryButton small kind="secondary" onTap={() => void page.download.run(certificate)}>
            {TEXT.download}
          </PrimaryButton>
        )}
        {isUnwritten && page.isIssuer && (
          <PrimaryButton small onTap={() => void navigateTo('staffIssuingOrder', { orderId })}>
            {TEXT.writeOn}
          </PrimaryButton>
        )}
        {mayUnlock && (
          <PrimaryButton
            small
            kind="secondary"
            pending={page.unlock.pending}
            pendingLabel={STAFF_UNLOCK_TEXT.starting}
            onTap={() => void page.unlock.run()}
          >
            {STAFF_UNLOCK_TEXT.start}
          </PrimaryButton>
        )}
      </View>
    </>
  );
}

const Facts = ({ page, certificate, state }: PartProps) => (
  <Card
    title={certificate.name}
    aside={<StatusTag tone={CERTIFICATE_TONES[state]}>{CERTIFICATE_STATE_LABELS[state]}</StatusTag>}
  >
    {factsOf(certificate).map(([label, value]) => value && <FactRow key={label} label={label} value={value} />)}
    <Ways page={page} certificate={certificate} state={state} />
  </Card>
);

const Subject = ({ certificate }: Pick<PartProps, 'certificate'>) => (
  <Card title={TEXT.subject}>
    {certificate.subject.map(({ type, value }) => (
      <FactRow key={type} label={SUBJECT_LABELS[type]} value={value} />
    ))}
  </Card>
);

/** Everything about one certificate, and what can be done to it. */
export default function StaffCertificatePage() {
  const { certificateId = '' } = useRouteParams('staffCertificate');
  useStaffSession();
  const wide = useWideScreen();
  const now = useNow(CLOCK_MS);
  const page = useCertificate(certificateId);
  const { data } = page.load;
  const state = data && stateAt(data, now);
  return (
    <DeskFrame route="staffCertificate" wide={wide} load={page.load}>
      {data && state && (
        <View className="staff-certificate">
          <View>
            <Facts page={page} certificate={data} state={state} />
            <Subject certificate={data} />
          </View>
          <Deeds page={page} state={state} />
        </View>
      )}
    </DeskFrame>
  );
}
