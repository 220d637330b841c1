import { type DeskInvoice, formatFen, type InvoiceDeed } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Facts } from '../../../../components/facts';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { TextField } from '../../../../components/text-field';
import { INVOICE_TONES } from '../../../../features/invoice-tones';
import { useRouteParams } from '../../../../features/use-route-params';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDateTime } from '../../../../text/china-date';
import { INVOICE_KIND_LABELS, INVOICE_STATE_LABELS } from '../../../../text/labels';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { handlesTables } from '../../platform/choose-table';
import { useWideScreen } from '../../platform/wide-screen';
import { STAFF_INVOICE_TEXT as TEXT } from '../../texts-invoices';
import '../../transfers/transfers.scss';
import { type InvoicePage, useInvoice } from './use-invoice';

interface PartProps {
  readonly page: InvoicePage;
  readonly invoice: DeskInvoice;
}

/** What stands on it, as finance types it in. */
function rowsOf({ particulars, ...invoice }: DeskInvoice) {
  const { facts } = TEXT;
  const special = particulars.kind === 'special' ? particulars : null;
  const rows: [label: string, value: string | null | undefined][] = [
    [facts.number, invoice.orderNumber],
    [facts.project, apiWord(invoice.projectName)],
    [facts.amount, formatFen(invoice.amountFen)],
    [facts.kind, INVOICE_KIND_LABELS[particulars.kind]],
    [facts.title, particulars.title],
    [facts.taxNumber, particulars.taxpayerNumber],
    [facts.email, particulars.email],
    [facts.address, special?.businessAddress],
    [facts.phone, special?.businessPhone],
    [facts.bank, special?.bankName],
    [facts.account, special?.bankAccount],
    [facts.invoice, invoice.number],
    [facts.issuedOn, invoice.issuedOn],
    [facts.mailed, invoice.mailedAt && formatChinaDateTime(invoice.mailedAt)],
    [facts.red, invoice.redLetter?.number],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

const NumberFields = ({ form }: Pick<InvoicePage, 'form'>) => (
  <>
    {(['number', 'issuedOn'] as const).map((field) => (
      <TextField
        key={field}
        label={field === 'number' ? TEXT.issuedNumber : TEXT.day}
        maxLength={field === 'number' ? 20 : 10}
        value={form.values[field]}
        error={form.errorOf(field, null)}
        onChange={(value) => form.change(field, value)}
        onLeave={() => form.leave(field)}
      />
    ))}
  </>
);

type Deed = 'start' | 'recordIssued' | 'recordRed' | 'refuse' | 'takeBack';
const Button = ({ page, deed, words }: { readonly page: InvoicePage; readonly deed: Deed; readonly words: string }) => (
  <PrimaryButton
    small
    kind="secondary"
    pending={page[deed].pending}
    pendingLabel={TEXT.saving}
    onTap={() => void page[deed].run()}
  >
    {words}
  </PrimaryButton>
);

function Deeds({ page, invoice }: PartProps) {
  const { form, addPdf } = page;
  const may = (deed: InvoiceDeed): boolean => invoice.deeds.includes(deed);
  return (
    <>
      {may('start') && <Button page={page} deed="start" words={TEXT.start} />}
      {may('record-issued') && handlesTables && (
        <Card title={TEXT.recordIssued}>
          <NumberFields form={form} />
          <Button page={page} deed="recordIssued" words={TEXT.choosePdfs} />
        </Card>
      )}
      {may('add-pdf') && handlesTables && (
        <PrimaryButton small pending={addPdf.pending} pendingLabel={TEXT.saving} onTap={() => void addPdf.run(invoice)}>
          {TEXT.choosePdfs}
        </PrimaryButton>
      )}
      {may('record-red-letter') && (
        <Card title={TEXT.recordRed}>
          <NumberFields form={form} />
          <Button page={page} deed="recordRed" words={TEXT.recordRed} />
        </Card>
      )}
      {may('refuse') && (
        <Card title={TEXT.refuse}>
          <TextField
            label={TEXT.reason}
            maxLength={100}
            value={form.values.reason}
            error={form.errorOf('reason', null)}
            onChange={(value) => form.change('reason', value)}
            onLeave={() => form.leave('reason')}
          />
          <Button page={page} deed="refuse" words={TEXT.refuse} />
        </Card>
      )}
      {may('take-back') && <Button page={page} deed="takeBack" words={TEXT.takeBack} />}
    </>
  );
}

function Invoice({ page, invoice }: PartProps) {
  const { fetching } = page;
  return (
    <View className="staff-transfers">
      {invoice.isRefunded && invoice.state === 'requested' && <Notice kind="warning">{TEXT.refundedNotice}</Notice>}
      {invoice.failure && (
        <Notice kind="warning" title={TEXT.failure}>
          {invoice.failure}
        </Notice>
      )}
      <Card
        title={TEXT.invoice}
        aside={<StatusTag tone={INVOICE_TONES[invoice.state]}>{INVOICE_STATE_LABELS[invoice.state]}</StatusTag>}
      >
        <Facts rows={rowsOf(invoice)} />
        {invoice.hasPdf && (
          <PrimaryButton
            small
            kind="plain"
            pending={fetching.pending}
            pendingLabel={TEXT.opening}
            onTap={() => void fetching.run()}
          >
            {TEXT.openPdf}
          </PrimaryButton>
        )}
      </Card>
      <ProblemNotice problem={page.problem} />
      <Deeds page={page} invoice={invoice} />
    </View>
  );
}

/** One invoice: to whom, and what was issued; by hand where no file is worth it. */
export default function StaffInvoicePage() {
  useStaffSession();
  const wide = useWideScreen();
  const { orderId = '' } = useRouteParams('staffInvoice');
  const page = useInvoice(orderId);
  return (
    <DeskFrame route="staffInvoice" load={page.load} wide={wide}>
      {page.load.data && <Invoice page={page} invoice={page.load.data} />}
    </DeskFrame>
  );
}
