import { type ProjectView, projectSchema } from '@acceptance/shared';
import type { Model } from 'mongoose';
import * as v from 'valibot';
import { storedModel } from '../../database/validators/stored-model';
import { number, text } from '../../database/validators/stored-shape';

/** A project as configured; `_id` is its stable key. */
export interface ProjectRecord extends Omit<ProjectView, 'id'> {
  _id: string;
  /** Start of its order numbers: 2–6 capital letters. */
  orderNumberPrefix: string;
  /** Order in lists. */
  position: number;
  /** Whether it is offered; false: it was withdrawn. */
  active: boolean;
}

export type ProjectModel = Model<ProjectRecord>;
const { id: _, ...projectEntries } = projectSchema.entries;
export const projectModel = storedModel<ProjectRecord>(
  'Project',
  'projects',
)({
  ...projectEntries,
  _id: text,
  orderNumberPrefix: text,
  position: number,
  active: v.boolean(),
});
