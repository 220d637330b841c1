import { contractAnchorProblems } from './contract-anchor-problems';

const none = { CONTRACT_PAST_SIGNING_CERTIFICATES_FILE: '', CONTRACT_TIMESTAMP_ANCHORS_FILE: '' };
const cut = '-----BEGIN CERTIFICATE-----\nMIIB';

describe('whom contracts are checked against', () => {
  it('needs no files', () => {
    expect(contractAnchorProblems(none)).toEqual([]);
  });

  it('refuses files without a certificate, or with one that is cut off', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n';
    expect(
      contractAnchorProblems({ CONTRACT_PAST_SIGNING_CERTIFICATES_FILE: cut, CONTRACT_TIMESTAMP_ANCHORS_FILE: key }),
    ).toEqual([
      'CONTRACT_PAST_SIGNING_CERTIFICATES_FILE: holds no certificate, or one that cannot be read',
      'CONTRACT_TIMESTAMP_ANCHORS_FILE: holds no certificate, or one that cannot be read',
    ]);
  });
});
