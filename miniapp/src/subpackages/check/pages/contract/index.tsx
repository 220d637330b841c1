import type { ContractFileCheck, ContractRecord } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { Facts } from '../../../../components/facts';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { scansCodes } from '../../../../platform/scan-code';
import { ROUTES } from '../../../../routes';
import { inGroups, isScannedContract, recordFacts, signatureFacts } from '../../contract-facts';
import { PDFS_COME_FROM } from '../../platform/choose-pdf';
import { CHECK_TEXT } from '../../text';
import './index.scss';
import { useContractCheck } from './use-contract-check';
import { VerdictCard } from './verdict-card';

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <Text key={line} className="contract-check__line">
        {line}
      </Text>
    ))}
  </>
);

const Fingerprint = ({ label, sha256 }: { readonly label: string; readonly sha256: string }) => (
  <View className="contract-check__fingerprint">
    <Text className="contract-check__caption">{label}</Text>
    <Text className="contract-check__sha256" selectable>
      {inGroups(sha256)}
    </Text>
  </View>
);

const Intro = () => {
  const { intro: TEXT } = CHECK_TEXT;
  return (
    <Card title={TEXT.title}>
      <Lines
        lines={[
          TEXT.lead,
          ...(PDFS_COME_FROM === 'chat' ? [TEXT.fromChat] : []),
          scansCodes ? TEXT.paper : TEXT.paperByPhone,
          TEXT.kept,
        ]}
      />
    </Card>
  );
};

const RecordCard = ({ record }: { readonly record: ContractRecord }) => (
  <>
    <Card title={CHECK_TEXT.recordTitle}>
      <Text className="contract-check__line">{CHECK_TEXT.recordLead}</Text>
      <Facts rows={recordFacts(record)} />
      <Fingerprint label={CHECK_TEXT.facts.sealedSha256} sha256={record.sha256} />
    </Card>
    {record.replaced && <Notice kind="warning">{CHECK_TEXT.replaced}</Notice>}
  </>
);

interface ResultProps {
  readonly file: ContractFileCheck;
  readonly scanned: ContractRecord | null;
  readonly servicePhone: string;
}

function Result({ file, scanned, servicePhone }: ResultProps) {
  const { record, signature, verdict, sha256 } = file;
  const isSame = isScannedContract(scanned, file);
  const { next, other, facts } = CHECK_TEXT;
  return (
    <>
      {isSame === false && scanned && (
        <Notice kind="danger" title={other.title}>
          {other.text(scanned.contractNumber, signature?.contractNumber ?? facts.none)}
        </Notice>
      )}
      <VerdictCard file={file} />
      {isSame && <Notice kind="success">{CHECK_TEXT.same}</Notice>}
      {record?.replaced && <Notice kind="warning">{CHECK_TEXT.replaced}</Notice>}
      {signature && (
        <Card title={facts.found}>
          <Facts rows={[...(record ? recordFacts(record) : []), ...signatureFacts(signature, record)]} />
          {!record && <Text className="contract-check__line">{facts.gone}</Text>}
          <Fingerprint label={facts.sha256} sha256={sha256} />
        </Card>
      )}
      <Card title={next.title}>
        <Lines lines={[...next[verdict], ...(servicePhone ? [next.call(servicePhone)] : [])]} />
      </Card>
    </>
  );
}

/** 合同验真: whoever holds a contract, without an account. */
export default function ContractCheckPage() {
  const { n: contractNumber, c: code } = useRouteParams('contractCheck');
  const page = useContractCheck(contractNumber && code ? { contractNumber, code } : null);
  const { load, scanned, trouble, percent, result, check, scan } = page;
  const record = load.data?.record ?? null;
  const isUnknown = scanned !== null && load.data !== null && !record;
  return (
    <PageFrame
      title={ROUTES.contractCheck.title}
      load={load}
      bottom={
        <BottomBar>
          {scansCodes && (
            <PrimaryButton
              kind="secondary"
              pending={scan.pending}
              pendingLabel={CHECK_TEXT.scanning}
              onTap={() => void scan.run()}
            >
              {CHECK_TEXT.scan}
            </PrimaryButton>
          )}
          <PrimaryButton
            pending={check.pending}
            pendingLabel={percent > 0 && percent < 100 ? CHECK_TEXT.sending(percent) : CHECK_TEXT.checking}
            onTap={() => void check.run()}
          >
            {result ? CHECK_TEXT.chooseAgain : CHECK_TEXT.choose}
          </PrimaryButton>
        </BottomBar>
      }
    >
      {trouble && (
        <Notice kind="warning" title={CHECK_TEXT.trouble[trouble]}>
          {CHECK_TEXT.trouble[`${trouble}Hint`]}
        </Notice>
      )}
      <ProblemNotice problem={check.problem ?? scan.problem} />
      {result ? (
        <Result file={result} scanned={record} servicePhone={load.data?.settings.servicePhone ?? ''} />
      ) : (
        <>
          {isUnknown && (
            <Notice kind="danger" title={CHECK_TEXT.unknownTitle}>
              {CHECK_TEXT.unknownHint}
            </Notice>
          )}
          {record ? <RecordCard record={record} /> : <Intro />}
        </>
      )}
    </PageFrame>
  );
}
