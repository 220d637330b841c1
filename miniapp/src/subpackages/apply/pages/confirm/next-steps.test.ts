import type { OrderView } from '@acceptance/shared';
import { nextSteps } from './next-steps';

const order = (paymentRequired: boolean, way: 'courier' | 'pick-up' | 'download') =>
  ({ project: { paymentRequired }, amountFen: 19_500, form: { delivery: { way } } }) as unknown as OrderView;

describe('what happens after handing in', () => {
  it('asks for the money after the review, then sends the certificate', () => {
    expect(nextSteps(order(true, 'courier'))).toEqual([
      '工作人员审核您的资料，有结果会发短信告诉您',
      '审核通过后，请支付 ¥195.00',
      '制作证书，按您填写的地址寄出，运费到付',
    ]);
  });

  it('lets a software certificate be fetched', () => {
    expect(nextSteps(order(true, 'download')).at(-1)).toBe('在您的手机上生成密钥，在线领取证书');
  });

  it('asks for none where it is free', () => {
    expect(nextSteps(order(false, 'pick-up'))).toEqual([
      '工作人员审核您的资料，有结果会发短信告诉您',
      '制作证书，您上门自取',
    ]);
  });
});
