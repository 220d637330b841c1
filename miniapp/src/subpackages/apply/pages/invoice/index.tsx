import { View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { INVOICE_TEXT as TEXT } from '../../../../text/invoices';
import { InvoiceSection } from '../form/invoice-section';
import { useInvoice } from './use-invoice';

const UNMARKED = { reviewMarks: [] };

/** 修改发票: to whom it is made out, until finance has it issued. */
export default function CorrectInvoicePage() {
  const { orderId = '' } = useRouteParams('payInvoice');
  const { load, save, titles, ...fields } = useInvoice(orderId);
  const canCorrect = load.data?.canCorrect === true;
  const bar = (
    <BottomBar>
      <PrimaryButton pending={save.pending} pendingLabel={TEXT.saving} onTap={() => void save.run()}>
        {TEXT.save}
      </PrimaryButton>
    </BottomBar>
  );
  return (
    <PageFrame title={ROUTES.payInvoice.title} load={load} bottom={canCorrect ? bar : undefined}>
      {load.data && (
        <View>
          <Notice kind={canCorrect ? 'info' : 'warning'}>{canCorrect ? TEXT.correctLead : TEXT.late}</Notice>
          <ProblemNotice problem={save.problem} />
          {canCorrect && <InvoiceSection order={UNMARKED} kinds={load.data.kinds} titles={titles} {...fields} />}
        </View>
      )}
    </PageFrame>
  );
}
