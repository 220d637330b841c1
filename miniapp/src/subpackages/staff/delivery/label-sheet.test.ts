import { addressLine, parcelLabel } from './label-sheet';

const RECEIVER = {
  name: '王小明',
  phone: '13800001234',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 1 号',
};

describe('the label of a parcel', () => {
  it('says a municipality once', () => {
    expect(addressLine(RECEIVER)).toBe('浙江省杭州市西湖区文三路 1 号');
    expect(addressLine({ ...RECEIVER, province: '北京市', city: '北京市' })).toBe('北京市西湖区文三路 1 号');
  });

  it('names receiver, sender, courier and order, and nothing of the certificate', () => {
    const sheet = parcelLabel({ orderNumber: 'CGY202611260001', courier: 'EMS' }, RECEIVER, {
      name: '示例受理机构',
      phone: '0571-0000000',
    });
    expect(sheet.rows.map(({ value }) => value)).toEqual([
      '王小明',
      '13800001234',
      '浙江省杭州市西湖区文三路 1 号',
      '示例受理机构 0571-0000000',
      'EMS',
      'CGY202611260001',
    ]);
  });
});
