import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import * as v from 'valibot';
import type { Differing, StoredShape } from './stored-shape';

const shapes = new WeakMap<Schema, StoredShape>();

/** What a model stores; undefined of one that was not made by `storedModel`. */
export const shapeOf = ({ schema }: Pick<Model<unknown>, 'schema'>): StoredShape | undefined => shapes.get(schema);

const { Mixed } = Schema.Types;

/** As far as mongoose casts: what stands in objects goes to the database as it is, where the validator judges it. */
function castOf(schema: v.GenericSchema): unknown {
  switch (schema.type) {
    case 'string':
    case 'picklist':
      return String;
    case 'number':
      return Number;
    case 'boolean':
      return Boolean;
    case 'date':
      return Date;
    case 'literal':
      return castOfLiteral((schema as v.LiteralSchema<v.Literal, undefined>).literal);
    case 'nullable':
    case 'optional':
      return castOf((schema as v.NullableSchema<v.GenericSchema, undefined>).wrapped);
    case 'array':
      return [castOf((schema as v.ArraySchema<v.GenericSchema, undefined>).item)];
    default:
      return Mixed;
  }
}

function castOfLiteral(literal: v.Literal): unknown {
  switch (typeof literal) {
    case 'boolean':
      return Boolean;
    case 'number':
      return Number;
    default:
      return String;
  }
}

function definitionOf({ entries }: StoredShape): SchemaDefinition {
  const paths = Object.entries(entries).map(([path, schema]) => {
    // mongoose would put an empty array where nothing is: records of before are told by what they lack.
    const absent = schema.type === 'optional' ? { default: undefined } : {};
    return [path, { type: castOf(schema as v.GenericSchema), ...absent }] as const;
  });
  return Object.fromEntries(
    paths.filter(([path]) => path !== '_id' || entries._id?.type === 'string'),
  ) as SchemaDefinition;
}

type Output<Entries extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Entries, undefined>>;

/**
 * Declares a collection: the model that writes it and the validator by which the database refuses what does not fit.
 * A shape that is not the type of the record does not compile; the message names the fields.
 */
export const storedModel =
  <Stored extends object>(name: string, collection: string) =>
  <const Entries extends v.ObjectEntries>(
    entries: [Differing<Output<Entries>, Stored>] extends [never]
      ? Entries
      : { readonly differs: Differing<Output<Entries>, Stored> },
  ): ((connection: Connection) => Model<Stored>) => {
    const shape = v.strictObject(entries as Entries);
    const schema = new Schema<Stored>(definitionOf(shape) as never, {
      versionKey: false,
      collection,
      minimize: false,
    });
    shapes.set(schema as unknown as Schema, shape);
    return (connection) => connection.model<Stored>(name, schema);
  };
