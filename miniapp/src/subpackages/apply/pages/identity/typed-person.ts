/** What the real-name check asks for, as typed. */
export interface TypedPerson {
  readonly name: string;
  readonly idNumber: string;
  /** Null for the number that signs in. */
  readonly phone: string | null;
}

export const NOBODY: TypedPerson = { name: '', idNumber: '', phone: null };

export const isEmptyPerson = ({ name, idNumber, phone }: TypedPerson): boolean => !name && !idNumber && !phone;

export const isSamePerson = (one: TypedPerson, other: TypedPerson): boolean =>
  one.name === other.name && one.idNumber === other.idNumber && one.phone === other.phone;

/** As the server keeps it: what is not typed yet is left out. */
export const draftOf = ({ name, idNumber, phone }: TypedPerson) => ({
  name,
  idNumber,
  ...(phone === null ? {} : { phone }),
});

/** What the server has kept of it. */
export const storedPerson = (
  draft: { readonly name?: string; readonly idNumber?: string; readonly phone?: string } | null,
): TypedPerson => ({
  name: draft?.name ?? '',
  idNumber: draft?.idNumber ?? '',
  phone: draft?.phone ?? null,
});
