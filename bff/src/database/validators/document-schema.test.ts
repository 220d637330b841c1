import { Types } from 'mongoose';
import * as v from 'valibot';
import { documentSchemaOf } from './document-schema';
import { storedModel } from './stored-model';
import { anyObject, date, dateOrNull, objectId, text, texts } from './stored-shape';

const schemaOf = (entries: v.ObjectEntries) => documentSchemaOf(v.strictObject(entries));
const fieldOf = (field: v.GenericSchema) => schemaOf({ field }).properties?.field;

describe('the schema of a document', () => {
  it('requires every field that is not optional, and knows no other', () => {
    expect(schemaOf({ a: text, b: v.optional(text) })).toEqual({
      bsonType: 'object',
      required: ['a'],
      properties: { a: { bsonType: 'string' }, b: { bsonType: 'string' } },
      additionalProperties: false,
    });
  });

  it.each([
    ['an id', objectId, { bsonType: 'objectId' }],
    ['a date', date, { bsonType: 'date' }],
    ['a date or null', dateOrNull, { bsonType: ['date', 'null'] }],
    ['a number, however it is stored', v.number(), { bsonType: 'number' }],
    ['yes or no', v.boolean(), { bsonType: 'bool' }],
    ['only yes', v.literal(true), { enum: [true] }],
    ['one of some', v.picklist(['a', 'b']), { bsonType: 'string', enum: ['a', 'b'] }],
    [
      'one of some, or null',
      v.nullable(v.picklist(['a', 'b'])),
      { bsonType: ['string', 'null'], enum: ['a', 'b', null] },
    ],
    ['texts', texts, { bsonType: 'array', items: { bsonType: 'string' } }],
    ['an object of anybody’s', anyObject(), { bsonType: 'object' }],
    ['a text or a number', v.union([text, v.number()]), { anyOf: [{ bsonType: 'string' }, { bsonType: 'number' }] }],
    [
      'values by any name',
      v.record(text, v.number()),
      { bsonType: 'object', additionalProperties: { bsonType: 'number' } },
    ],
    // Limits change, documents stay.
    ['a text with limits', v.pipe(v.string(), v.minLength(2), v.regex(/^a/)), { bsonType: 'string' }],
    ['what is tidied', v.pipe(v.string(), v.trim()), { bsonType: 'string' }],
  ])('of %s', (_what, schema, expected) => {
    expect(fieldOf(schema)).toEqual(expected);
  });

  it('leaves what others may add to themselves', () => {
    expect(fieldOf(v.object({ a: text }))).toEqual({
      bsonType: 'object',
      required: ['a'],
      properties: { a: { bsonType: 'string' } },
    });
  });

  it('is refused where MongoDB cannot say it', () => {
    expect(() => fieldOf(v.intersect([v.object({ a: text }), v.object({ b: text })]))).toThrow('allOf');
  });
});

describe('a declared collection', () => {
  interface Thing {
    _id: Types.ObjectId;
    name: string;
    until?: Date;
    readonly parts: readonly { readonly kind: 'a' | 'b' }[];
  }
  const declare = storedModel<Thing>('Thing', 'things');
  const parts = v.array(v.strictObject({ kind: v.picklist(['a', 'b']) }));

  it('compiles with the shape of its type', () => {
    expect(declare({ _id: objectId, name: text, until: v.optional(date), parts })).toBeInstanceOf(Function);
  });

  // Checked by `npm run check`, which compiles this file: without the error that is expected it does not compile.
  it('does not compile with another one', () => {
    // @ts-expect-error a field is missing
    declare({ _id: objectId, name: text, parts });
    // @ts-expect-error a field that the type does not have
    declare({ _id: objectId, name: text, until: v.optional(date), parts, more: text });
    // @ts-expect-error what may be absent is required
    declare({ _id: objectId, name: text, until: date, parts });
    const half = v.array(v.strictObject({ kind: v.literal('a') }));
    // @ts-expect-error a value of a part is missing
    declare({ _id: objectId, name: text, until: v.optional(date), parts: half });
    // @ts-expect-error it may be null
    declare({ _id: objectId, name: v.nullable(text), until: v.optional(date), parts });
    expect(new Types.ObjectId()).toBeDefined();
  });
});
