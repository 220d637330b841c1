import { type ContractRenderer, type ContractTemplate, createContractRenderer, hashOfText } from '../../contract-pdf';
import type { SealingKey } from '../../ports/contract-signer';
import { PortError } from '../../ports/port-error';

/** Texts that are kept ready: today's and those that some applicants have agreed to before the last changes. */
const MOST_READY = 4;

/**
 * Makes and keeps renderers by the hash of their text: a contract is printed with the text that was agreed to. Certificates are part
 * of what a renderer has prepared: with another key they are made anew, each when it is asked for.
 * @throws PortError `rejected`: `text-altered`, `authority-changed` (a signature under another name would be none)
 */
export function createRenderers(
  authorityName: string,
  stampable: boolean,
): (template: ContractTemplate, key: SealingKey) => Promise<ContractRenderer> {
  const ready = new Map<string, Promise<ContractRenderer>>();
  let readyFor: SealingKey | null = null;
  return (template, key) => {
    const { sha256, ...text } = template;
    if (readyFor !== key) {
      ready.clear();
      readyFor = key;
    }
    const known = ready.get(sha256);
    if (hashOfText(text) !== sha256) {
      throw new PortError('contract-maker', 'rejected', 'text-altered');
    }
    if (text.authority.name !== authorityName) {
      throw new PortError('contract-maker', 'rejected', 'authority-changed');
    }
    if (known) {
      return known;
    }
    const [oldest] = ready.keys();
    if (ready.size >= MOST_READY && oldest !== undefined) {
      ready.delete(oldest);
    }
    const made = createContractRenderer({ template, signing: key, stampable });
    ready.set(sha256, made);
    made.catch(() => ready.get(sha256) === made && ready.delete(sha256));
    return made;
  };
}
