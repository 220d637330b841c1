/** The page of the mini-program that checks contracts, as its address names it. */
export const CONTRACT_CHECK_PAGE = 'subpackages/check/pages/contract/index';

/** What a contract's QR code says: the page of the web version, which the mini-program takes for its own. */
export const contractCheckUrl = (origin: string, contractNumber: string, code: string): string =>
  `${origin}/#/${CONTRACT_CHECK_PAGE}?n=${encodeURIComponent(contractNumber)}&c=${code}`;

/** What of it names the contract; null for any other text that was scanned. */
export function readContractCheckUrl(scanned: string): { contractNumber: string; code: string } | null {
  const [, query] = /^https?:\/\/[^\s#]{1,200}#\/(?:[\w-]+\/)+index\?([\w=&%.-]{1,200})$/.exec(scanned.trim()) ?? [];
  if (!query || !scanned.includes(`#/${CONTRACT_CHECK_PAGE}?`)) return null;
  const pairs = new Map(query.split('&').map((pair) => pair.split('=', 2) as [string, string | undefined]));
  const [contractNumber, code] = [pairs.get('n'), pairs.get('c')];
  return contractNumber && code ? { contractNumber, code } : null;
}
