import type { mongo } from 'mongoose';

/** An engine without validators. */
const COMMAND_NOT_FOUND = 59;

/** Has `store` write what the collection's validator refuses: what is there from before it was set. */
export async function unjudged<Result>(
  database: mongo.Db,
  collection: string,
  store: () => Promise<Result>,
): Promise<Result> {
  const set = async (validationLevel: string): Promise<void> => {
    await database.command({ collMod: collection, validationLevel }).catch((error: { readonly code?: unknown }) => {
      if (error.code !== COMMAND_NOT_FOUND) {
        throw error;
      }
    });
  };
  await set('off');
  try {
    return await store();
  } finally {
    await set('moderate');
  }
}
