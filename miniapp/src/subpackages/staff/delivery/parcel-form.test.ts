import { wrongFields } from './parcel-form';

describe('the number of a parcel as it is typed', () => {
  it('is taken with the gaps of a label', () => {
    expect(wrongFields({ courier: '顺丰速运', trackingNumber: 'sf 1000-0000-00001' })).toEqual({
      courier: null,
      trackingNumber: null,
    });
  });

  it('is refused with a sentence when it is none', () => {
    expect(wrongFields({ courier: ' ', trackingNumber: '运单' })).toEqual({
      courier: expect.stringContaining('快递公司'),
      trackingNumber: '运单号只有数字和字母，请核对',
    });
  });
});
