import { contractCheckUrl, readContractCheckUrl } from './contract-check-url';

describe('the address in the QR code of a contract', () => {
  it('names the contract, and is read back', () => {
    const url = contractCheckUrl('https://ca.example.cn', 'HT-GOV-20261122-000123', 'ABCDEFGH2345');
    expect(url).toBe(
      'https://ca.example.cn/#/subpackages/check/pages/contract/index?n=HT-GOV-20261122-000123&c=ABCDEFGH2345',
    );
    expect(readContractCheckUrl(url)).toEqual({ contractNumber: 'HT-GOV-20261122-000123', code: 'ABCDEFGH2345' });
  });

  it.each([
    '',
    'HT-GOV-20261122-000123',
    'https://ca.example.cn/#/pages/home/index',
    'https://ca.example.cn/#/subpackages/check/pages/contract/index?n=HT-1',
    'https://ca.example.cn/#/subpackages/pay/pages/bill/index?n=HT-1&c=ABC',
    `https://ca.example.cn/#/subpackages/check/pages/contract/index?n=${'9'.repeat(300)}&c=A`,
    'javascript:alert(1)#/subpackages/check/pages/contract/index?n=1&c=2',
  ])('another text is none: %s', (text) => {
    expect(readContractCheckUrl(text)).toBeNull();
  });
});
