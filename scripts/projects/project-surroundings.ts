import type { Connection } from 'mongoose';
import { charactersWithoutGlyph, defaultContract } from '../../bff/src/contract-pdf';
import {
  type ProjectVersionModel,
  projectVersionModel,
  type VersionProblemsNeeds,
} from '../../bff/src/modules/project-versions';
import { type ProjectModel, projectModel } from '../../bff/src/modules/projects';

/** What a command knows of the deployment: its database, the program's contract and its fonts, not the authority. */
export function projectNeeds(connection: Connection): VersionProblemsNeeds {
  const projects: ProjectModel = connection.models.Project ?? projectModel(connection);
  const projectVersions: ProjectVersionModel = connection.models.ProjectVersion ?? projectVersionModel(connection);
  return {
    projects,
    projectVersions,
    projectSurroundings: {
      algorithms: null,
      templates: [defaultContract.id],
      missingCharacters: charactersWithoutGlyph,
    },
  };
}
