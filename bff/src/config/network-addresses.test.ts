import { hostOfAddress, isDatabaseOfThisMachine, isPublicHost } from './network-addresses';

describe('a database of this machine', () => {
  it.each([
    'mongodb://127.0.0.1/acceptance',
    'mongodb://user:pw@127.0.0.1:27017/acceptance',
    'mongodb://user:p%40ss/word@127.0.0.1/acceptance',
    'mongodb://user:127@localhost/acceptance',
    'mongodb://db1.internal:27017,localhost:27018,db3.internal/acceptance?replicaSet=rs0',
    'mongodb://user:pw@db1.internal,127.0.0.9/acceptance',
    'mongodb://[::1]:27017/acceptance',
    'mongodb://user:pw@[::1]/acceptance',
    'mongodb://[0:0:0:0:0:0:0:1]/acceptance',
    'mongodb://[::]/acceptance',
    'mongodb://[::ffff:127.0.0.1]/acceptance',
    'mongodb://0.0.0.0/acceptance',
    'mongodb://127.1/acceptance',
    'mongodb://2130706433/acceptance',
    'mongodb://0x7f.0.0.1/acceptance',
    'mongodb://LocalHost/acceptance',
    'mongodb://localhost./acceptance',
    'mongodb://%6cocalhost/acceptance',
    'mongodb://db.localhost/acceptance',
    'mongodb://localhost.localdomain/acceptance',
    'mongodb://localhost?appName=a',
    'mongodb+srv://user:pw@localhost/acceptance',
    'mongodb://%2Ftmp%2Fmongodb-27017.sock/acceptance',
  ])('is %s', (uri) => {
    expect(isDatabaseOfThisMachine(uri)).toBe(true);
  });

  it.each([
    'mongodb://database.internal/acceptance',
    'mongodb://user:pw@10.0.0.5:27017,10.0.0.6:27017/acceptance',
    'mongodb://localhost:127.0.0.1@database.internal/acceptance',
    'mongodb://localhost.example.cn/acceptance',
    'mongodb://[2001:db8::1]/acceptance',
    'mongodb+srv://user:pw@cluster.example.cn/localhost',
    'nothing of the kind',
  ])('is not %s', (uri) => {
    expect(isDatabaseOfThisMachine(uri)).toBe(false);
  });
});

describe('a public host', () => {
  it.each(['https://acceptance.example.cn/a', 'https://user@203.0.113.9:8443', 'https://[2001:db8::1]/'])(
    'is that of %s',
    (address) => expect(isPublicHost(hostOfAddress(address) ?? '')).toBe(true),
  );

  it.each([
    'https://localhost/a',
    'https://[::1]/a',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.31.0.1',
    'https://192.168.1.1:3000/a',
    'https://[fd00::1]/',
    'https://[::ffff:192.168.1.1]/',
    'https://acceptance',
    'https://acceptance.internal/a',
    'https://acceptance.local./a',
    '',
  ])('is not that of %s', (address) => expect(isPublicHost(hostOfAddress(address) ?? '')).toBe(false));
});
