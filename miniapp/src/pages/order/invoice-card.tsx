import { endpoints, formatFen, type OwnInvoice } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { call } from '../../api/client';
import { download } from '../../api/download';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { PrimaryButton } from '../../components/primary-button';
import { ProblemNotice } from '../../components/problem-notice';
import { StatusTag } from '../../components/status-tag';
import { TextLink } from '../../components/text-link';
import { say } from '../../features/ask';
import { INVOICE_TONES } from '../../features/invoice-tones';
import { useAction } from '../../features/use-action';
import { useLoad } from '../../features/use-load';
import { navigateTo } from '../../platform/navigation';
import { openPdf } from '../../platform/open-document';
import { INVOICE_TEXT as TEXT } from '../../text/invoices';
import { INVOICE_KIND_LABELS, INVOICE_STATE_LABELS } from '../../text/labels';
import { SUMMARY_TEXT } from '../../text/summary';

function rowsOf({ particulars, amountFen, number, issuedOn, redLetter }: OwnInvoice) {
  const rows: [label: string, value: string | null | undefined][] = [
    [SUMMARY_TEXT.invoiceKind, INVOICE_KIND_LABELS[particulars.kind]],
    [SUMMARY_TEXT.invoiceTitle, particulars.title],
    [SUMMARY_TEXT.invoiceEmail, particulars.email],
    [TEXT.amount, formatFen(amountFen)],
    [TEXT.number, number],
    [TEXT.issuedOn, issuedOn],
    [TEXT.redNumber, redLetter?.number],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function Deeds({ orderId, invoice }: { readonly orderId: string; readonly invoice: OwnInvoice }) {
  const params = { orderId };
  const fetching = useAction(async () => {
    if (!(await openPdf(await download(endpoints.invoices.readPdf, { params })))) {
      say(TEXT.blocked);
    }
  });
  return (
    <>
      <ProblemNotice problem={fetching.problem} />
      {invoice.hasPdf && (
        <PrimaryButton
          kind="secondary"
          pending={fetching.pending}
          pendingLabel={TEXT.downloading}
          onTap={() => void fetching.run()}
        >
          {TEXT.download}
        </PrimaryButton>
      )}
      {invoice.canCorrect && <TextLink onTap={() => void navigateTo('payInvoice', params)}>{TEXT.correct}</TextLink>}
    </>
  );
}

/** How the invoice stands, what is on it, and its PDF. */
export function InvoiceCard({ orderId }: { readonly orderId: string }) {
  const { data, problem, reload } = useLoad(
    () => call(endpoints.invoices.readInvoice, { params: { orderId } }),
    `invoice|${orderId}`,
  );
  if (!data) {
    // Its record is made by a job after the payment.
    const isPreparing = problem?.code === 'invoices.none';
    return (
      <Card title={TEXT.title}>
        {isPreparing && <Text className="order__hint">{TEXT.preparing}</Text>}
        {problem && !isPreparing && (
          <ProblemNotice problem={problem} action={{ label: TEXT.title, onTap: () => void reload() }} />
        )}
      </Card>
    );
  }
  return (
    <Card
      title={TEXT.title}
      aside={<StatusTag tone={INVOICE_TONES[data.state]}>{INVOICE_STATE_LABELS[data.state]}</StatusTag>}
    >
      {data.failure && (
        <Notice kind="warning" title={TEXT.failure}>
          {data.failure}
        </Notice>
      )}
      <Facts rows={rowsOf(data)} />
      <Text className="order__hint">
        {data.state === 'issued' && !data.hasPdf ? TEXT.noPdf : TEXT.hints[data.state]}
      </Text>
      <Deeds orderId={orderId} invoice={data} />
    </Card>
  );
}
