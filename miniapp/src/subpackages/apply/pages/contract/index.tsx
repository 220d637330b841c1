import { importantHeadings } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { ConsentTick } from '../../../../components/consent-tick';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { goOn, goToPage } from '../../order-flow/go-on';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { CONTRACT_TEXT } from '../../texts-contract';
import { ContractArticles, KeyPoints } from './contract-articles';
import { ContractNotices } from './contract-notices';
import { ContractParties } from './contract-parties';
import { ReadingBar } from './reading-bar';
import { useContract } from './use-contract';
import './index.scss';

type Contract = ReturnType<typeof useContract>;

function ContractAction({ contract }: { readonly contract: Contract }) {
  const { order, consent, obstacle, reading, agree, problem, detailProblem } = contract;
  if (order && detailProblem) {
    const change = () => void goToPage('applyParticulars', order.id);
    return <StepAction onTap={change}>{CONTRACT_TEXT.roleChange}</StepAction>;
  }
  if (order && consent === 'settled') {
    return <StepAction onTap={() => void goOn(order)}>{CONTRACT_TEXT.goOn}</StepAction>;
  }
  return (
    <StepAction
      above={<ReadingBar percent={reading.percent} />}
      problem={problem}
      pending={agree.pending}
      pendingLabel={CONTRACT_TEXT.agreeing}
      whyDisabled={obstacle && CONTRACT_TEXT.obstacles[obstacle]}
      onTap={() => void agree.run()}
    >
      {CONTRACT_TEXT.agree}
    </StepAction>
  );
}

function ConsentBox({ contract }: { readonly contract: Contract }) {
  const { reading, text, hurried, confirmsRead, confirmRead, ticked, tick, tickedTooEarly } = contract;
  const confirmation = text && CONTRACT_TEXT.confirmsRead(importantHeadings(text));
  return (
    <View className={reading.reachedEnd ? 'contract-consent' : 'contract-consent contract-consent--locked'}>
      {hurried && confirmation && (
        <ConsentTick label={confirmation} ticked={confirmsRead} onChange={confirmRead}>
          {confirmation}
        </ConsentTick>
      )}
      <ConsentTick
        label={CONTRACT_TEXT.consent}
        ticked={ticked}
        onChange={tick}
        error={tickedTooEarly ? CONTRACT_TEXT.tooEarly : null}
      >
        {CONTRACT_TEXT.consent}
      </ConsentTick>
    </View>
  );
}

/** ④ 阅读合同: the contract, with everything it says of its parties, is read before it is agreed to. */
export default function ApplyContractPage() {
  const { orderId = '' } = useRouteParams('applyContract');
  const contract = useContract(orderId);
  const { order, text, consent, isSigned } = contract;
  const change = () => void goToPage('applyParticulars', orderId);

  return (
    <PageFrame title={ROUTES.applyContract.title} load={contract.frame} bottom={<ContractAction contract={contract} />}>
      <OrderSteps current="contract" order={order} />
      <ContractNotices contract={contract} />
      {CONTRACT_TEXT.chineseOnly && <Notice>{CONTRACT_TEXT.chineseOnly}</Notice>}
      {text && <KeyPoints text={text} />}
      {text && <ContractParties text={text} onChange={isSigned ? null : change} />}
      {text && <ContractArticles text={text} />}
      {text && consent !== 'settled' && <ConsentBox contract={contract} />}
    </PageFrame>
  );
}

// The platform passes scrolling on only to pages that ask for it before they open.
ApplyContractPage.enablePageScroll = true;
