import { describeDevice } from './describe-device';

describe('the device in one line', () => {
  it('names device, system and host', () => {
    const facts = { brand: 'HUAWEI', model: 'NOH-AN00', system: 'Android 12', version: '8.0.50', host: 'WeChat' };
    expect(describeDevice(facts)).toBe('HUAWEI NOH-AN00; Android 12; WeChat 8.0.50');
  });

  it('leaves out what is not known', () => {
    expect(describeDevice({ brand: 'unknown', model: '', system: 'Windows 10', host: 'browser' })).toBe(
      'Windows 10; browser',
    );
  });

  it('keeps to the limit of the endpoint', () => {
    expect(describeDevice({ model: 'x'.repeat(300), host: 'browser' })).toHaveLength(200);
  });
});
