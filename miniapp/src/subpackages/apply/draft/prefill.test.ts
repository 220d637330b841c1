import { changeField } from './change-field';
import { isFillable, isKnown, prefill } from './prefill';

const CONTACT = { name: '张伟', phone: '13812341234', email: 'name@example.cn' };
const COURIER = ['delivery.way', 'delivery.receiver', 'delivery.phone', 'delivery.street'] as const;

describe('what is known of the applicant', () => {
  it('goes into the open fields that nobody has touched', () => {
    expect(prefill({ delivery: { way: 'courier' } }, CONTACT, COURIER)).toEqual({
      delivery: { way: 'courier', receiver: '张伟', phone: '13812341234' },
    });
    expect(prefill({}, CONTACT, ['email', 'address'])).toEqual({ email: 'name@example.cn' });
  });

  it('leaves alone what was typed, and what was emptied', () => {
    const touched = { delivery: { receiver: '李娜', phone: '' } };
    expect(prefill(touched, CONTACT, COURIER)).toBe(touched);
    expect(isFillable(touched, COURIER)).toBe(false);
    expect(isFillable({}, COURIER)).toBe(true);
  });

  it('is the title of a person’s invoice, not of a unit’s', () => {
    const invoice = { kind: 'general' } as const;
    expect(prefill({ invoice }, CONTACT, ['invoice.title']).invoice?.title).toBe('张伟');
    const unit = changeField({ unit: { name: '示例公司' } }, 'invoice.kind', 'general');
    expect(prefill(unit, CONTACT, ['invoice.title']).invoice?.title).toBe('示例公司');
    expect(prefill({ unit: { name: '示例公司' }, invoice }, CONTACT, ['invoice.title']).invoice?.title).toBeUndefined();
  });

  it('fills nothing that is not known', () => {
    const draft = { delivery: { way: 'courier' as const } };
    const known = prefill(draft, { ...CONTACT, name: null, email: null }, [...COURIER, 'email']);
    expect(known).toEqual({ delivery: { way: 'courier', phone: '13812341234' } });
  });

  it('is recognised as long as it was not changed', () => {
    expect(isKnown({ delivery: { receiver: '张伟' } }, CONTACT, 'delivery.receiver')).toBe(true);
    expect(isKnown({ delivery: { receiver: '张伟伟' } }, CONTACT, 'delivery.receiver')).toBe(false);
    expect(isKnown({}, CONTACT, 'delivery.street')).toBe(false);
  });
});
