import type { ContractText } from '@acceptance/shared';
import { type ContractTemplate, hashOfText } from '../../contract-pdf';
import { PortError } from '../../ports/port-error';

/**
 * The text as it is printed: a contract is printed with the text that was agreed to.
 * @throws PortError `rejected`: `text-altered`, `authority-changed` (a signature under another name would be none)
 */
export function checkedText({ templateId, ...consented }: ContractText, authorityName: string): ContractTemplate {
  const { sha256, ...text } = { id: templateId, ...consented };
  if (hashOfText(text) !== sha256) {
    throw new PortError('contract-maker', 'rejected', 'text-altered');
  }
  if (text.authority.name !== authorityName) {
    throw new PortError('contract-maker', 'rejected', 'authority-changed');
  }
  return { ...text, sha256 };
}
