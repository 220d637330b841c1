import { createApiClient } from '../../scripts/api-client/create-api-client';
import { makeAgent, makePerson, type StoryPerson } from '../../scripts/story/people';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import {
  newStory,
  SOFTWARE_CERTIFICATE_STEPS,
  STORY_STEPS,
  type StoryOptions,
  type StoryStepId,
  walkStory,
} from '../../scripts/story/walk-story';
import type { TestSystem } from './test-system';

let people = 0;

/** A made-up person whom no other test of the file has met. */
export function nextPerson(): StoryPerson {
  people += 1;
  return makePerson(people);
}

/** The same, acting for the unit of somebody else. */
export function nextAgent(): StoryPerson {
  people += 1;
  return makeAgent(people);
}

/** Walks the story up to and with a step, as a new person unless one is given. */
export const walkTo = (
  system: TestSystem,
  until: StoryStepId,
  options: Omit<StoryOptions, 'until'> = {},
): Promise<StoryContext> => walkStory(system.world, { person: nextPerson(), ...options, until });

/** Takes single steps, in the given order, with what the people already have in hand. */
export async function takeSteps(context: StoryContext, ...ids: StoryStepId[]): Promise<StoryContext> {
  for (const id of ids) {
    await [...STORY_STEPS, ...SOFTWARE_CERTIFICATE_STEPS].find((step) => step.id === id)!.run(context);
  }
  return context;
}

/** A new person who is signed in and has done `ids`, without an application of their own unless a step begins one. */
export const meet = (system: TestSystem, ...ids: StoryStepId[]): Promise<StoryContext> =>
  takeSteps(newStory(system.world, { person: nextPerson() }), ...ids);

/** The parameters of calls about the story's order. */
export const paramsOf = (context: StoryContext): { orderId: string } => ({ orderId: orderOf(context).id });

/** The newest text message of a person. */
export const newestSms = (system: TestSystem, { phone }: StoryPerson) => system.standIns.tencentCloud.sms(phone)[0];

/** A client that nobody is signed in with. */
export const newClient = (system: Pick<TestSystem, 'origin'>) => createApiClient(system.origin);
