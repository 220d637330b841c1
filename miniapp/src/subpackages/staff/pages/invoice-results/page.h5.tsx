import type { InvoiceResults } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { navigateBack } from '../../../../platform/navigation';
import { joinClauses } from '../../../../text/punctuation';
import { useStaffSession } from '../../desk/use-staff-session';
import { FileImportDeeds } from '../../file-import/file-import-deeds';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_INVOICE_TEXT as TEXT } from '../../texts-invoices';
import '../../transfers/transfers.scss';
import { usePdfs, useResults } from './use-results';

/** What becomes of the file; every line that did not fit says why. */
function Lines({ result }: { readonly result: InvoiceResults }) {
  const { dryRun, lines, issued, failed, unchanged, refused } = result;
  const counted = lines.length > 0 ? TEXT.counts(issued, failed, unchanged, refused) : TEXT.nothing;
  return (
    <Card title={dryRun ? TEXT.preview : TEXT.result}>
      <Notice kind={refused > 0 ? 'warning' : dryRun ? 'info' : 'success'}>{counted}</Notice>
      {lines
        .filter(({ outcome }) => outcome === 'refused' || outcome === 'failed')
        .map(({ line, orderNumber, outcome, message }) => (
          <Text key={line} className="staff-transfers__lead">
            {joinClauses(TEXT.line(line), orderNumber, message ?? TEXT.outcomes[outcome])}
          </Text>
        ))}
    </Card>
  );
}

function Results() {
  const file = useResults();
  const { result } = file;
  const toRecord = result?.dryRun ? result.issued + result.failed : 0;
  return (
    <>
      <Card>
        <Text className="staff-transfers__lead">{TEXT.resultsLead}</Text>
        <FileImportDeeds file={file} toRecord={toRecord} text={TEXT} className="staff-transfers__deeds" />
      </Card>
      {result && <Lines result={result} />}
    </>
  );
}

function Pdfs() {
  const { sending, choose } = usePdfs();
  return (
    <Card>
      <Text className="staff-transfers__lead">{TEXT.pdfsLead}</Text>
      <ProblemNotice problem={choose.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          kind="secondary"
          pending={choose.pending}
          pendingLabel={sending ? TEXT.sendingPdfs(sending.done, sending.all) : TEXT.checking}
          onTap={() => void choose.run()}
        >
          {TEXT.choosePdfs}
        </PrimaryButton>
      </View>
      {sending && !choose.pending && (
        <Notice kind={sending.refused.length > 0 ? 'warning' : 'success'}>
          {TEXT.pdfsDone(sending.done - sending.refused.length)}
        </Notice>
      )}
      {sending?.refused.map(({ fileName, words }) => (
        <Text key={fileName} className="staff-transfers__lead">
          {joinClauses(fileName, words)}
        </Text>
      ))}
    </Card>
  );
}

/** 导入开具结果: what the tax platform has issued, then the PDFs. */
export default function StaffInvoiceResultsPage() {
  useStaffSession();
  const wide = useWideScreen();
  return (
    <DeskFrame route="staffInvoiceResults" wide={wide}>
      <View className="staff-transfers">
        {handlesTables ? (
          <>
            <Results />
            <Pdfs />
          </>
        ) : (
          <Notice>{TEXT.onPc}</Notice>
        )}
        <TextLink onTap={() => void navigateBack('staffInvoices')}>{TEXT.toList}</TextLink>
      </View>
    </DeskFrame>
  );
}
