import type { DemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import { orderOf } from '../../scripts/story/story-context';
import { walkStory } from '../../scripts/story/walk-story';

/** Somebody whose application is with the reviewer: an order of the usual size. */
export async function readApplicant(
  system: DemoSystem,
): Promise<{ accessToken: string; sessionId: string; orderId: string; accountId: string }> {
  const { origin, standIns, staffPassword } = system;
  const settle = () => system.container().dispatcher.drain();
  const story = await walkStory(
    { origin, standIns, staffPassword, settle },
    { person: makePerson(1), until: 'submit' },
  );
  const { accounts, sessions } = system.container();
  const account = await accounts.findOne().lean<{ _id: { toHexString(): string } }>();
  const session = await sessions.findOne({ kind: 'applicant' }).lean<{ _id: { toHexString(): string } }>();
  return {
    accessToken: story.applicant.accessToken ?? '',
    sessionId: session?._id.toHexString() ?? '',
    orderId: orderOf(story).id,
    accountId: account?._id.toHexString() ?? '',
  };
}
