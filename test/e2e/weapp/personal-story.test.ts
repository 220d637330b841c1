import { makePerson } from '../../../scripts/story/people';
import { laidOutTextOf } from '../../support/pdf-text';
import { PERSONAL_STEPS } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('a certificate for oneself', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
  });
  afterAll(() => world.stop());

  it('is applied for without a unit, and its contract names none', async () => {
    const person = makePerson(61);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} applies for a personal certificate`);
    for (const { name, run } of PERSONAL_STEPS) {
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
    }
    const { orders, fileStore } = world.system.container();
    const order = await orders.findOne().lean();
    expect(order).toMatchObject({ status: 'submitted', applicantType: 'person' });
    const printed = laidOutTextOf((await fileStore.read(order!.contract.fileId!))!);
    expect(printed).toContain('个人证书');
    expect(printed).toContain(person.name);
    expect(printed).not.toContain('单位名称');
    expect(world.exceptions).toEqual([]);
  });
});
