import { lookFaults } from './look-faults';

describe('faults of a look', () => {
  it('are none when everything fits', () => {
    const buttons = [{ label: '提交申请', height: 43.99 }];
    expect(lookFaults({ viewportWidth: 375, contentWidth: 375, buttons }, 'phone')).toEqual([]);
  });

  it('name content that is too wide and buttons that are too small', () => {
    const buttons = [
      { label: '旋转', height: 30 },
      { label: '通过', height: 48 },
    ];
    const faults = lookFaults({ viewportWidth: 375, contentWidth: 390, buttons }, 'phone');
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('390');
    expect(faults[1]).toContain('旋转');
  });

  it('leave a mouse smaller targets than a thumb', () => {
    const buttons = [{ label: '旋转', height: 31 }];
    expect(lookFaults({ viewportWidth: 1440, contentWidth: 1440, buttons }, 'desk')).toEqual([]);
    expect(lookFaults({ viewportWidth: 375, contentWidth: 375, buttons }, 'phone')).toHaveLength(1);
  });
});
