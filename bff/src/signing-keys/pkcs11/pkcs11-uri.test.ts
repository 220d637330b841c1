import { readPkcs11Uri } from './pkcs11-uri';

it('reads library, token and key', () => {
  expect(readPkcs11Uri('pkcs11:token=ca%20token;object=%E7%AD%BE%E5%8F%91?module-path=/usr/lib/hsm.so')).toEqual({
    modulePath: '/usr/lib/hsm.so',
    token: 'ca token',
    object: '签发',
    id: null,
  });
  expect(readPkcs11Uri('pkcs11:token=ca;id=%01%ff;type=private?module-path=/usr/lib/hsm.so')).toMatchObject({
    object: null,
    id: Uint8Array.of(1, 255),
  });
});

it('takes the library from beside the URI, and then not from both', () => {
  const name = { modulePath: '/usr/lib/hsm.so', token: 'ca', object: 'key' };
  expect(readPkcs11Uri('pkcs11:token=ca;object=key', '/usr/lib/hsm.so')).toMatchObject(name);
  expect(readPkcs11Uri('pkcs11:token=ca;object=key?module-path=/usr/lib/hsm.so', '/usr/lib/other.so')).toBeNull();
  expect(readPkcs11Uri('pkcs11:token=ca;object=key?pin-value=648219', '/usr/lib/hsm.so')).toBeNull();
});

it.each([
  '/etc/ca/key.pem',
  'pkcs11:token=ca;object=key',
  'pkcs11:object=key?module-path=/usr/lib/hsm.so',
  'pkcs11:token=ca?module-path=/usr/lib/hsm.so',
  'pkcs11:token=ca;token=cb;object=key?module-path=/usr/lib/hsm.so',
  'pkcs11:token=ca;object=key;type=cert?module-path=/usr/lib/hsm.so',
  'pkcs11:token=ca;object=key;slot-id=1?module-path=/usr/lib/hsm.so',
  'pkcs11:token=ca;object=key?module-path=/usr/lib/hsm.so&pin-value=648219',
  'pkcs11:token=;object=key?module-path=/usr/lib/hsm.so',
])('does not read %s', (uri) => {
  expect(readPkcs11Uri(uri)).toBeNull();
});
