/** Set up before each test file, or group of them (`setupFilesAfterEnv`): what has to end when all of its tests have. */
const ends: (() => Promise<void>)[] = [];

export const atEndOfFile = (end: () => Promise<void>): void => void ends.push(end);

afterAll(async () => {
  for (const end of ends) await end();
});
