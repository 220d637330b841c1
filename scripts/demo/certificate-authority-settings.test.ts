import { demoAuthorityOf } from './certificate-authority-settings';

it('has the trial’s own authorities issue unless somebody chooses', () => {
  expect([undefined, '', 'local-ca', 'ejbca'].map(demoAuthorityOf)).toEqual([
    'local-ca',
    'local-ca',
    'local-ca',
    'ejbca',
  ]);
});

it('says what can be chosen when somebody chooses something else', () => {
  expect(() => demoAuthorityOf('EJBCA')).toThrow('CERTIFICATE_AUTHORITY must be local-ca or ejbca.');
});
