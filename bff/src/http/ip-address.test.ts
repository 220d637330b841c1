import { canonicalAddress, rateLimitKeyOf } from './ip-address';

describe('an address in its one way of writing', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['::1', '::1'],
    ['::', '::'],
  ])('%s is %s', (text, written) => {
    expect(canonicalAddress(text)).toBe(written);
  });

  it.each([
    '',
    'unknown',
    'localhost',
    '_hidden',
    '203.0.113',
    '203.0.113.256',
    '0313.0.113.7',
    '203.0.113.7:8080',
    '203.0.113.7 ',
    '[2001:db8::1]',
    '[2001:db8::1]:8080',
    'fe80::1%eth0',
    '2001:db8::1::2',
    '"2001:db8::1"',
    '$where',
  ])('%j is none', (text) => {
    expect(canonicalAddress(text)).toBeNull();
  });
});

describe('what an address is counted as', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:3::4', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
  ])('%s is %s', (address, key) => {
    expect(rateLimitKeyOf(address)).toBe(key);
  });

  it('is the text itself when it is no address', () => {
    expect(rateLimitKeyOf('')).toBe('');
    expect(rateLimitKeyOf('unknown')).toBe('unknown');
  });
});
