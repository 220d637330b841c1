import { endpoints } from '@acceptance/shared';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const encoded = (text: string): string => Buffer.from(text).toString('base64url');
const ID = '0123456789abcdef01234567';

describe('the queue of the staff', () => {
  it.each([
    ['anything', 'abc'],
    ['the cursor of another list', ID],
    ['no moment', encoded(`|${ID}`)],
    ['a moment beyond what a date can be', encoded(`99999999999999999|${ID}`)],
    ['a negative moment', encoded(`-1|${ID}`)],
    ['no id', encoded('1795000000000|')],
    ['more than an id', encoded(`1795000000000|${ID}00`)],
  ])('refuses a cursor that is %s, instead of beginning again', async (_title, cursor) => {
    const { staff } = await takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in');
    await expectError(() => staff.call(endpoints.staff.listQueue, { query: { cursor } }), 'request.cursor_invalid');
  });

  it('takes the last moment that a cursor can name', async () => {
    const { staff } = await takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in');
    const query = { cursor: encoded(`999999999999999|${ID}`) };
    expect((await staff.call(endpoints.staff.listQueue, { query })).items).toEqual([]);
  });
});
