import type { NumbersResult } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextLink } from '../../../../components/text-link';
import { navigateBack } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { FileImportDeeds } from '../../file-import/file-import-deeds';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_DELIVERY_TEXT as TEXT } from '../../texts-deliveries';
import './index.scss';
import { useNumbers } from './use-numbers';

const TONES = { sent: 'good', unchanged: 'neutral', refused: 'bad' } as const;

/** Line by line what becomes of the file; the refused first, for they need somebody. */
function Lines({ result }: { readonly result: NumbersResult }) {
  const { dryRun, lines, sent, unchanged, refused } = result;
  const words = dryRun ? TEXT.outcomes : TEXT.outcomesDone;
  const counted = (dryRun ? TEXT.counts : TEXT.countsDone)(sent, unchanged, refused);
  const refusedFirst = [...lines].sort(
    (left, right) => Number(right.outcome === 'refused') - Number(left.outcome === 'refused') || left.line - right.line,
  );
  return (
    <Card title={dryRun ? TEXT.preview : TEXT.result}>
      <Notice kind={refused > 0 ? 'warning' : dryRun ? 'info' : 'success'}>
        {lines.length > 0 ? counted : TEXT.nothing}
      </Notice>
      <View className="staff-numbers__lines" role="table" aria-label={TEXT.preview}>
        {refusedFirst.map(({ line, orderNumber, trackingNumber, outcome, message }) => (
          <View key={line} className="staff-numbers__line" role="row">
            <Text className="staff-numbers__place">{`${TEXT.line} ${line}`}</Text>
            <Text className="staff-numbers__order">{orderNumber}</Text>
            <Text className="staff-numbers__number">{trackingNumber}</Text>
            <View className="staff-numbers__outcome">
              <StatusTag tone={TONES[outcome]}>{words[outcome]}</StatusTag>
            </View>
            {message && <Text className="staff-numbers__message">{message}</Text>}
          </View>
        ))}
      </View>
    </Card>
  );
}

function Import() {
  const file = useNumbers();
  const { result } = file;
  const toRecord = result?.dryRun ? result.sent : 0;
  return (
    <>
      <Card>
        <Text className="staff-numbers__lead">{TEXT.numbersLead}</Text>
        <Text className="staff-numbers__lead">{TEXT.numbersColumns}</Text>
        <FileImportDeeds file={file} toRecord={toRecord} text={TEXT} className="staff-numbers__deeds" />
      </Card>
      {result && <Lines result={result} />}
    </>
  );
}

/** 导入运单号: a file of numbers is looked at, then recorded. */
export default function StaffNumbersPage() {
  useStaffSession();
  const wide = useWideScreen();
  return (
    <DeskFrame route="staffNumbers" wide={wide}>
      <View className="staff-numbers">
        {handlesTables ? <Import /> : <Notice>{TEXT.onPc}</Notice>}
        <TextLink onTap={() => void navigateBack('staffDeliveries')}>{TEXT.toList}</TextLink>
      </View>
    </DeskFrame>
  );
}
