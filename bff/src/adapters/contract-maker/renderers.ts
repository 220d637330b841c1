import {
  type ContractRenderer,
  type ContractTemplate,
  createContractRenderer,
  hashOfText,
  type SigningMaterial,
  signingKeyOfPem,
} from '../../contract-pdf';
import { PortError } from '../../ports/port-error';

/** Texts that are kept ready: today's and those that some applicants have agreed to before the last changes. */
const MOST_READY = 4;

/**
 * Makes and keeps renderers by the hash of their text: a contract is printed with the text that was agreed to.
 * @throws PortError `rejected`: `text-altered`, `authority-changed` (a signature under another name would be none)
 */
export function createRenderers(
  signing: SigningMaterial,
  authorityName: string,
  stampable: boolean,
): (template: ContractTemplate) => Promise<ContractRenderer> {
  const key = signingKeyOfPem(signing);
  const ready = new Map<string, Promise<ContractRenderer>>();
  return (template) => {
    const { sha256, ...text } = template;
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
    made.catch(() => ready.delete(sha256));
    return made;
  };
}
