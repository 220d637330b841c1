import { AppError } from '@acceptance/shared';

/** Each lost try is another write to the order: a payment notice, a job that ends. */
const MOST_TRIES = 10;

/** Decides anew on what the order is by now, until a write was not too late. @throws AppError request.conflict */
export async function keepTrying<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await attempt();
    if (result !== null) {
      return result;
    }
  }
  throw new AppError('request.conflict');
}
