import * as v from 'valibot';

/** A province with its cities and their districts, by their names; what has no level of its own bears the name of the one above. */
export const regionSchema = v.object({
  name: v.string(),
  cities: v.array(v.object({ name: v.string(), districts: v.array(v.string()) })),
});
export type Region = v.InferOutput<typeof regionSchema>;
