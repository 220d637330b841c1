import { formatFen, type StaffTransfer, showRemarkCode } from '@acceptance/shared';
import { Image, Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { ConsentTick } from '../../../../components/consent-tick';
import { ListRow } from '../../../../components/list-row';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { useRouteParams } from '../../../../features/use-route-params';
import { apiWord } from '../../../../text/api-texts';
import { ProofFields } from '../../desk/proof-fields';
import { useStaffSession } from '../../desk/use-staff-session';
import { TRANSFER_STATE_LABELS } from '../../labels';
import { DeskFrame } from '../../menu/desk-frame';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_TRANSFER_TEXT as TEXT } from '../../texts-transfers';
import { EntryFacts } from '../../transfers/entry-facts';
import '../../transfers/transfers.scss';
import { type TransferAtDesk, useStaffTransfer } from './use-staff-transfer';

interface PartProps {
  readonly page: TransferAtDesk;
  readonly data: StaffTransfer;
}

const Claim = ({ page: { slip }, data }: PartProps) => (
  <Card title={data.orderNumber} aside={<StatusTag tone="active">{TRANSFER_STATE_LABELS[data.state]}</StatusTag>}>
    <ListRow label={TEXT.amount} value={formatFen(data.amountFen)} />
    <ListRow label={TEXT.code} value={showRemarkCode(data.code)} />
    {data.unitName && <ListRow label={TEXT.unit} value={data.unitName} />}
    <ListRow label={TEXT.applicant} value={data.applicantNameMasked} />
    <ListRow label={TEXT.project} value={apiWord(data.projectName)} />
    {data.note && <ListRow label={TEXT.note} value={data.note} />}
    {data.refusal && <ListRow label={TEXT.refusal} value={data.refusal} />}
    {slip.data ? (
      <Image className="staff-transfers__slip" src={slip.data} mode="aspectFit" ariaLabel={TEXT.slip} />
    ) : (
      <Text className="staff-transfers__lead">{data.slip ? TEXT.opening : TEXT.noSlip}</Text>
    )}
    <ProblemNotice problem={slip.problem} />
  </Card>
);

function Money({ page, data }: PartProps) {
  const { chosen, choose, proof, booking, book } = page;
  if (data.candidates.length === 0) {
    return <Notice>{TEXT.noCandidates}</Notice>;
  }
  return (
    <Card title={TEXT.candidates}>
      {data.candidates.map((entry) => (
        <View key={entry.id} className="staff-transfers__choice">
          <EntryFacts entry={entry} />
          <ConsentTick
            label={TEXT.choose(entry.reference)}
            ticked={chosen.includes(entry.id)}
            onChange={() => choose(entry.id)}
          >
            <Text>{TEXT.choose(entry.reference)}</Text>
          </ConsentTick>
        </View>
      ))}
      <Text className="staff-transfers__lead">{TEXT.bookLead}</Text>
      <ProofFields form={proof.form} factor={proof.factor} problem={booking.problem} />
      <ProblemNotice problem={booking.problem} />
      <PrimaryButton
        whyDisabled={chosen.length === 0 ? TEXT.chooseFirst : null}
        pending={booking.pending}
        pendingLabel={TEXT.booking}
        onTap={book}
      >
        {TEXT.bookChosen(formatFen(data.amountFen))}
      </PrimaryButton>
    </Card>
  );
}

const Refusal = ({ page: { form, refuse } }: Pick<PartProps, 'page'>) => (
  <Card title={TEXT.refuse}>
    <Text className="staff-transfers__lead">{TEXT.refuseLead}</Text>
    <TextField
      label={TEXT.reason}
      maxLength={200}
      value={form.values.reason}
      onChange={(reason) => form.change('reason', reason)}
      error={form.errorOf('reason', refuse.problem)}
    />
    <ProblemNotice problem={refuse.problem} />
    <PrimaryButton kind="danger" pending={refuse.pending} pendingLabel={TEXT.refusing} onTap={() => void refuse.run()}>
      {TEXT.refuse}
    </PrimaryButton>
  </Card>
);

/** 核对转账: what the applicant says beside what the account says. */
export default function StaffTransferPage() {
  const { orderId = '' } = useRouteParams('staffTransfer');
  useStaffSession();
  const wide = useWideScreen();
  const page = useStaffTransfer(orderId);
  const { data } = page.load;
  const isOpen = data !== null && ['chosen', 'handed-in', 'refused'].includes(data.state);
  return (
    <DeskFrame route="staffTransfer" wide={wide} load={page.load}>
      {data && (
        <View className="staff-transfers">
          <Claim page={page} data={data} />
          {isOpen && <Money page={page} data={data} />}
          {data.state === 'handed-in' && <Refusal page={page} />}
          {data.paidWith.map((entry) => (
            <Card key={entry.id} title={TEXT.paidWith}>
              <EntryFacts entry={entry} />
            </Card>
          ))}
        </View>
      )}
    </DeskFrame>
  );
}
