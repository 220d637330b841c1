import { startHostedWorld } from '../weapp-world';

describe('a mini-program on an old WeChat', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  beforeAll(async () => {
    world = await startHostedWorld();
  });
  afterAll(() => world.stop());

  it('asks for an update before anything else, and opens WeChat’s own', async () => {
    world.host.kill();
    world.host.phone.device.sdkVersion = '2.20.2';
    const launched = world.host.launch();
    await world.miniProgram.native().confirmModal();
    await launched;
    expect(world.host.phone.acts.filter(({ kind }) => kind === 'wechatUpdate')).toHaveLength(1);
    expect(world.exceptions).toEqual([]);
  });
});
