import { isTrackingNumberOf, phoneOfCourier } from './tracking-number';

describe('a tracking number', () => {
  it.each([
    ['EMS', '1234567890123'],
    // The example of UPU S10: 47312482 has the check digit 9.
    ['EMS', 'RB473124829CN'],
    ['中国邮政', '9876543210987'],
    ['顺丰速运', 'SF1234567890123'],
    ['顺丰速运', '123456789012'],
    ['中通快递', '73123456789012'],
    ['极兔速递', 'JT1234567890123'],
    ['没有听说过的快递', 'ANY-THING'],
    // Names of members that every object has are no couriers.
    ['constructor', '1'],
  ])('of %s may be %s', (courier, number) => {
    expect(isTrackingNumberOf(courier, number)).toBe(true);
  });

  it.each([
    ['EMS', '123456789012'],
    ['EMS', 'RB473124828CN'],
    ['EMS', 'SF1234567890123'],
    ['顺丰速运', '1234567890123'],
    ['顺丰速运', 'sf1234567890123'],
    ['中通快递', 'ZTO123'],
    ['极兔速递', '1234567890123'],
  ])('of %s is never %s', (courier, number) => {
    expect(isTrackingNumberOf(courier, number)).toBe(false);
  });

  it('comes with the number to call, where the courier is known', () => {
    expect(phoneOfCourier('顺丰速运')).toBe('95338');
    expect(phoneOfCourier('toString')).toBeNull();
  });
});
