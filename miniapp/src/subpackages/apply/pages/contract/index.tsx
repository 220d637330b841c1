import { View } from '@tarojs/components';
import { ConsentTick } from '../../../../components/consent-tick';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { StepsBar } from '../../../../components/steps-bar';
import { useRouteParams } from '../../../../features/use-route-params';
import { ROUTES } from '../../../../routes';
import { goOn } from '../../order-flow/go-on';
import { StepAction } from '../../order-flow/step-action';
import { CONTRACT_TEXT } from '../../text';
import { ContractArticles, KeyPoints } from './contract-articles';
import { ContractParties } from './contract-parties';
import { ReadingBar } from './reading-bar';
import { useContract } from './use-contract';
import './index.scss';

type Contract = ReturnType<typeof useContract>;

function ContractAction({ contract }: { readonly contract: Contract }) {
  const { order, consent, obstacle, reading, agree, problem } = contract;
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
  const { reading, ticked, tick, tickedTooEarly } = contract;
  return (
    <View className={reading.reachedEnd ? 'contract-consent' : 'contract-consent contract-consent--locked'}>
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

/** Step ②: the contract is read before it is agreed to. */
export default function ApplyContractPage() {
  const { orderId = '' } = useRouteParams('applyContract');
  const contract = useContract(orderId);
  const { order, text, consent, renewed } = contract;

  return (
    <PageFrame title={ROUTES.applyContract.title} load={contract.frame} bottom={<ContractAction contract={contract} />}>
      <StepsBar current="contract" reached={order?.currentStep} />
      {renewed && consent !== 'settled' && (
        <Notice kind="warning" title={CONTRACT_TEXT.renewedTitle}>
          {CONTRACT_TEXT.renewed}
        </Notice>
      )}
      {consent === 'settled' && <Notice kind="success">{CONTRACT_TEXT.settled}</Notice>}
      {CONTRACT_TEXT.chineseOnly && <Notice>{CONTRACT_TEXT.chineseOnly}</Notice>}
      {text && <KeyPoints points={text.keyPoints} />}
      {text && order && <ContractParties text={text} project={order.project} />}
      {text && <ContractArticles text={text} />}
      {consent !== 'settled' && <ConsentBox contract={contract} />}
    </PageFrame>
  );
}

// The platform passes scrolling on only to pages that ask for it before they open.
ApplyContractPage.enablePageScroll = true;
