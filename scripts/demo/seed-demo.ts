import type { Connection } from 'mongoose';
import { newestVersion } from '../../bff/src/modules/project-versions';
import { addStaff, staffModel } from '../../bff/src/modules/staff';
import { importAndPublish } from '../projects/import-and-publish';
import { projectNeeds } from '../projects/project-surroundings';
import { DEMO_PROJECT_FILES } from './demo-projects';

export const DEMO_STAFF = { username: 'reviewer', displayName: '审核员（演示）' } as const;
export const DEMO_ADMINISTRATOR = { username: 'admin', displayName: '管理员（演示）' } as const;
export const DEMO_SECOND_ADMINISTRATOR = { username: 'admin2', displayName: '管理员乙（演示）' } as const;

/** Loads the demo's projects and its two staff accounts; running it again changes nothing that people entered. */
export async function seedDemo(connection: Connection, staffPassword: string, now: Date): Promise<void> {
  const needs = projectNeeds(connection);
  for (const file of DEMO_PROJECT_FILES) {
    // A project that somebody has changed or withdrawn stays as they left it.
    if (!(await newestVersion(needs.projectVersions, file.id))) {
      await importAndPublish(needs, file, { operator: 'demo', now });
    }
  }
  const staffMembers = connection.models.Staff ?? staffModel(connection);
  await addStaff(staffMembers, {
    ...DEMO_STAFF,
    password: staffPassword,
    roles: ['reviewer', 'finance', 'issuer'],
    now,
  });
  await addStaff(staffMembers, {
    ...DEMO_ADMINISTRATOR,
    password: staffPassword,
    roles: ['administrator', 'reviewer'],
    now,
  });
}

/** With one administrator only, each change of the staff's rights waits a day: too long for who tries the demo. */
export async function seedSecondAdministrator(connection: Connection, password: string, now: Date): Promise<void> {
  const staffMembers = connection.models.Staff ?? staffModel(connection);
  await addStaff(staffMembers, { ...DEMO_SECOND_ADMINISTRATOR, password, roles: ['administrator'], now });
}
