import { redactError } from '../../api/redact-report';
import { PaymentSheetError } from './payment-sheet-error';

describe('what developers are told of a payment sheet that failed', () => {
  it.each([
    ['requestPayment:fail 支付验证签名失败', 'signature'],
    ['requestPayment:fail:调用支付JSAPI缺少参数appId', 'appid'],
    ['requestPayment:fail 商户号该产品权限未开通', 'merchant'],
    ['requestPayment:fail jsapi has no permission', 'permission'],
    ['requestPayment:fail network error', 'network'],
    ['requestPayment:fail parameter error: parameter.package should be String', 'parameter'],
    ['requestPayment:fail 支付失败', 'other'],
  ])('is the kind of %s, though reports leave Chinese out', (reason, kind) => {
    const { message } = redactError(new PaymentSheetError(reason));
    expect(message).toMatch(new RegExp(`^PaymentSheetError: ${kind}: requestPayment:fail`));
    expect(message).not.toMatch(/\p{Script=Han}/u);
  });

  it('names no person and no order', () => {
    const { message } = redactError(
      new PaymentSheetError('requestPayment:fail 张伟 13812341234 wx201410272009395522657a'),
    );
    expect(message).not.toMatch(/张伟|13812341234|wx2014/);
  });
});
