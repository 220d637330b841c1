import { useFixturePhone } from './fixture-phone';

describe('wx.chooseMessageFile of the host', () => {
  const phone = useFixturePhone();

  it('hands out files of chats, of the kind that was asked for, unless the person closes the list', async () => {
    const { host } = phone();
    const ask = (options: object) => phone().call('chooseMessageFile', { count: 1, type: 'file', ...options });
    expect(await ask({ extension: ['pdf'] })).toEqual({ errMsg: 'chooseMessageFile:fail cancel' });
    const bytes = Buffer.from('%PDF-1.7');
    host.phone.chatFiles = [
      { name: '照片.jpg', bytes: Buffer.from('jpeg') },
      { name: '表.xlsx', bytes: Buffer.from('sheet') },
      { name: '合同.PDF', bytes },
    ];
    expect(await ask({ extension: ['pdf'] })).toEqual({
      errMsg: 'chooseMessageFile:ok',
      tempFiles: [
        { path: expect.stringMatching(/\.pdf$/), size: 8, name: '合同.PDF', type: 'file', time: expect.any(Number) },
      ],
    });
    expect(await ask({ count: 5, type: 'all' })).toMatchObject({ tempFiles: { length: 3 } });
    expect(await ask({ type: 'image' })).toMatchObject({ tempFiles: [{ name: '照片.jpg', type: 'image' }] });
    host.phone.cancelsChoosing = true;
    expect(await ask({})).toEqual({ errMsg: 'chooseMessageFile:fail cancel' });
    host.phone.cancelsChoosing = false;
    expect(await ask({ count: 101 })).toMatchObject({ errMsg: expect.stringContaining('parameter.count') });
    host.phone.privacy.declared = ['chooseMedia'];
    expect(await ask({})).toMatchObject({ errno: 112 });
  });
});
