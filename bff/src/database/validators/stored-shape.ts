import { Types } from 'mongoose';
import * as v from 'valibot';

/** What a collection stores in each document: from it come the model, its types' check, and the validator of the database. */
export type StoredShape = v.StrictObjectSchema<v.ObjectEntries, undefined>;

export const objectId = v.instance(Types.ObjectId);

/** An object whose content is somebody else's to judge: the payload of a job, a snapshot of what was valid at its time. */
export const anyObject = <T extends object>() =>
  v.custom<T>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

export const text = v.string();
export const number = v.number();
export const date = v.date();
export const textOrNull = v.nullable(v.string());
export const dateOrNull = v.nullable(v.date());
export const texts = v.array(v.string());
/** `DayCount`. */
export const dayCount = v.strictObject({ day: v.string(), count: v.number() });

declare const absent: unique symbol;
type Leaf = string | number | boolean | null | undefined | Date | Types.ObjectId;
/** Without `readonly`, and with what may be absent marked: two types are the same when these fit both ways. */
type Plain<T> = T extends Leaf
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : {
        -readonly [Key in keyof T]-?: undefined extends T[Key]
          ? Plain<Exclude<T[Key], undefined>> | typeof absent
          : Plain<T[Key]>;
      };
type Fits<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;

/** The fields by which a shape and the type of its record differ; one that mongoose gives an id by itself need not name it. */
export type Differing<Shape, Record> = {
  [Key in Exclude<keyof Shape, '_id'> | keyof Record]-?: Key extends keyof Shape & keyof Record
    ? Fits<Pick<Shape, Key>, Pick<Record, Key>> extends true
      ? never
      : Key
    : Key;
}[Exclude<keyof Shape, '_id'> | keyof Record];
