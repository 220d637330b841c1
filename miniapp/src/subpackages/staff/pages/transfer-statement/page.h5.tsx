import { ENTRY_BANKS, formatFen, type StatementImport } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextLink } from '../../../../components/text-link';
import { navigateBack } from '../../../../platform/navigation';
import { joinClauses } from '../../../../text/punctuation';
import { FilterChips } from '../../desk/filter-chips';
import { ProofFields } from '../../desk/proof-fields';
import { useStaffSession } from '../../desk/use-staff-session';
import { ENTRY_BANK_LABELS, STATEMENT_LINE_PROBLEM_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_STATEMENT_TEXT as STATEMENT } from '../../texts-statement';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import '../../transfers/transfers.scss';
import { OtherBankStatement } from './other-bank';
import { type StatementPage, useStatement } from './use-statement';

/** What was in the file, and which lines somebody has to look at. */
function Taken({ result }: { readonly result: StatementImport }) {
  const { added, addedFen, known, passedOver, troubled, troubles } = result;
  const words = joinClauses(
    added > 0 ? TEXT.taken(added, formatFen(addedFen)) : TEXT.nothingNew,
    TEXT.known(known),
    TEXT.passedOver(passedOver),
  );
  return (
    <>
      <Notice kind={troubled > 0 ? 'warning' : 'success'}>{words}</Notice>
      {troubles.map(({ line, problem }) => (
        <Text key={line} className="staff-transfers__lead">
          {TEXT.lineProblem(line, STATEMENT_LINE_PROBLEM_LABELS[problem])}
        </Text>
      ))}
      {troubled > troubles.length && (
        <Text className="staff-transfers__lead">{TEXT.more(troubled - troubles.length)}</Text>
      )}
    </>
  );
}

/** The money act: with a proof, what fits is booked. */
function Match({ page: { proof, match, progress } }: { readonly page: StatementPage }) {
  return (
    <Card title={TEXT.match}>
      <Text className="staff-transfers__lead">{TEXT.matchLead}</Text>
      {progress ? (
        <Notice kind={progress.troubled > 0 ? 'warning' : 'success'}>
          {TEXT.progress(progress.booked, progress.troubled, progress.matching)}
        </Notice>
      ) : (
        <>
          <ProofFields form={proof.form} factor={proof.factor} problem={match.problem} />
          <ProblemNotice problem={match.problem} />
          <PrimaryButton pending={match.pending} pendingLabel={TEXT.matching} onTap={() => void match.run()}>
            {TEXT.match}
          </PrimaryButton>
        </>
      )}
    </Card>
  );
}

function Import() {
  const page = useStatement();
  const { bank, chooseBank, result, isTooLarge, choose, reading, other } = page;
  return (
    <>
      <Card>
        <Text className="staff-transfers__lead">{TEXT.statementLead}</Text>
        <FilterChips
          label={TEXT.banks}
          chips={ENTRY_BANKS.map((value) => ({ value, label: ENTRY_BANK_LABELS[value] }))}
          value={bank}
          onChoose={chooseBank}
        />
        {bank === 'other' && <Text className="staff-transfers__lead">{STATEMENT.otherLead}</Text>}
        {isTooLarge && <Notice kind="danger">{TEXT.fileTooLarge}</Notice>}
        <ProblemNotice problem={reading.problem} />
        <View className="staff-transfers__deeds">
          <PrimaryButton
            small
            kind={result ? 'secondary' : 'primary'}
            pending={reading.pending}
            pendingLabel={TEXT.reading}
            onTap={() => void choose()}
          >
            {TEXT.chooseFile}
          </PrimaryButton>
        </View>
        {result && <Taken result={result} />}
      </Card>
      <OtherBankStatement other={other} />
      {result?.importId && <Match page={page} />}
    </>
  );
}

/** 导入对账单: a bank's statement is taken in, then booked where it fits. */
export default function StaffStatementPage() {
  useStaffSession();
  const wide = useWideScreen();
  return (
    <DeskFrame route="staffStatement" wide={wide}>
      <View className="staff-transfers">
        {handlesTables ? <Import /> : <Notice>{TEXT.onPc}</Notice>}
        <TextLink onTap={() => void navigateBack('staffTransfers')}>{TEXT.toList}</TextLink>
      </View>
    </DeskFrame>
  );
}
