import type { Strictness } from '../stand-ins/mongodb';

/** Collections that stay small however long the service runs and however many use it; each with the reason. */
export const SMALL_COLLECTIONS: Readonly<Record<string, string>> = {
  migrations: 'one for each migration of the program',
  staff: 'people who work for the authority',
  projects: 'what the authority offers',
  project_versions: 'a project is changed some times a year',
  contract_templates: 'the contract is changed some times a year',
  statement_layouts: 'one for each kind of statement of the banks, and bounded',
};

/** Any number will do, as long as it is always the same: a test that fails by the order fails each time. */
const SHUFFLE_SEED = 20_261_130;

/** What tests ask of the stand-in. `QUERY_LOG` names a folder where all queries are listed instead (`npm run queries`). */
export const strictness = (): Strictness => ({
  smallCollections: Object.keys(SMALL_COLLECTIONS),
  shuffleSeed: SHUFFLE_SEED,
  queryLog: process.env.QUERY_LOG || undefined,
});
