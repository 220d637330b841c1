import { endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { meet } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const show = ({ applicant }: StoryContext) => applicant.call(endpoints.identity.showOwn, {});

describe('one’s own identity in full', () => {
  it('is shown to the verified person, as it goes into the certificate', async () => {
    const context = await meet(system(), 'sign-in', 'identity');
    const { name, idNumber, phone } = context.person;
    expect(await show(context)).toEqual({ name, idNumber, phone, namePicture: null });
    const contact = await context.applicant.call(endpoints.account.readContact, {});
    expect(contact).toEqual({ name, phone, email: null });
  });

  it('is not there before the check', async () => {
    const context = await meet(system(), 'sign-in');
    await expectError(() => show(context), 'identity.required');
  });

  it('is shown ten times an hour', async () => {
    const context = await meet(system(), 'sign-in', 'identity');
    const shown = Array.from({ length: 12 }, () => outcomeOf(show(context)));
    expect(countOutcomes(await Promise.all(shown))).toEqual({ ok: 10, 'request.too_frequent': 2 });
  });
});
