import { problemSentence } from '../../../../api/problem';
import { Notice } from '../../../../components/notice';
import { CONTRACT_TEXT } from '../../texts-contract';
import type { useContract } from './use-contract';

/** What has to be known before reading: what changed, what is wrong, what was agreed to already. */
export function ContractNotices({ contract }: { readonly contract: ReturnType<typeof useContract> }) {
  const { consent, renewed, detailProblem } = contract;
  if (detailProblem) {
    return (
      <Notice kind="danger" title={CONTRACT_TEXT.detailTitle}>
        {problemSentence(detailProblem)}
      </Notice>
    );
  }
  if (consent === 'settled') {
    return <Notice kind="success">{CONTRACT_TEXT.settled}</Notice>;
  }
  if (renewed === 'details') {
    return (
      <Notice kind="warning" title={CONTRACT_TEXT.changedTitle}>
        {CONTRACT_TEXT.changed}
      </Notice>
    );
  }
  return renewed ? (
    <Notice kind="warning" title={CONTRACT_TEXT.renewedTitle}>
      {CONTRACT_TEXT.renewed}
    </Notice>
  ) : null;
}
