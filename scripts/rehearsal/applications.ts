import { mongo } from 'mongoose';
import type { StandIns } from '../stand-ins';
import { makePerson } from '../story/people';
import type { StoryContext, StoryWorld } from '../story/story-context';
import { newStory, SOFTWARE_CERTIFICATE_STEPS, STORY_STEPS, type StoryOptions } from '../story/walk-story';
import type { DeskPerson } from './desk';
import { SERVICE_ORIGIN } from './places';

const LOOK_MS = 100;
const SETTLED_WITHIN_MS = 150_000;
/** Longer than a lease: what is under way is due again when that ends. What is due later waits for a date. */
const SOON_MS = 90_000;
/** An order's job puts one of its certificate there before it ends itself, and the other way round. */
const QUEUES = ['orders', 'certificates', 'orders'];

/** Walks applications through the front server, as people with a browser would. */
export interface Applications {
  /** A whole one of a new person; `until`: up to a step. */
  walk(options?: StoryOptions): Promise<StoryContext>;
  /** Until no order and no certificate has a job that is due. @throws Error when they do not end in time */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export function openApplications(mongodbUri: string, standIns: StandIns, desk: () => DeskPerson): Applications {
  const client = new mongo.MongoClient(mongodbUri);
  const isDue = async (): Promise<boolean> => {
    for (const queue of QUEUES) {
      const soon = new Date(Date.now() + SOON_MS);
      if (
        await client
          .db()
          .collection(queue)
          .findOne({ 'outbox.availableAt': { $lt: soon } })
      ) {
        return true;
      }
    }
    return false;
  };
  let people = 4000;
  const settle = async (): Promise<void> => {
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (await isDue()) {
      if (Date.now() > deadline) {
        throw new Error('jobs of applications are still due');
      }
      await new Promise((again) => setTimeout(again, LOOK_MS));
    }
  };
  const world: StoryWorld = { origin: SERVICE_ORIGIN, standIns, staffPassword: '', settle };
  return {
    settle,
    close: () => client.close(),
    async walk(options = {}) {
      people += 1;
      const context = newStory(world, { person: makePerson(people), ...options });
      const steps = [...STORY_STEPS, ...(context.delivery === 'download' ? SOFTWARE_CERTIFICATE_STEPS : [])];
      for (const step of steps) {
        // The story's own staff have no second factor, which production wants.
        await (step.id === 'staff-sign-in' ? desk().enter(context.staff) : step.run(context));
        await options.afterEach?.(step, context);
        if (step.id === options.until) {
          break;
        }
      }
      return context;
    },
  };
}
