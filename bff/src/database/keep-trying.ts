import { AppError } from '@acceptance/shared';

/** Each lost try is another one's write to the same record: a second device, a payment notice, a job that ends, somebody at the desk. */
const MOST_TRIES = 30;

/** Decides anew on what a record is by now, until a write was not too late: null asks for another try. @throws AppError request.conflict */
export async function keepTrying<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await attempt();
    if (result !== null) {
      return result;
    }
  }
  throw new AppError('request.conflict');
}
