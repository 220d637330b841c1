import type { Document } from '../values/document';
import type { Collection } from './collection';
import { DocumentValidator } from './document-validator';
import { ID_INDEX, type IndexSpecification, indexDocument, parseIndexSpecification } from './index-specification';
import type { IndexTraits } from './ordered-index';

interface Described {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly validator: DocumentValidator | undefined;
  readonly indexes: readonly { id: number; specification: IndexSpecification; traits: IndexTraits }[];
}

/** What the store keeps of a collection besides its documents. */
export function writeDescription({ id, namespace, indexes, validator }: Collection): Document {
  const dot = namespace.indexOf('.');
  return {
    id,
    database: namespace.slice(0, dot),
    name: namespace.slice(dot + 1),
    ...(validator && { options: validator.options }),
    indexes: indexes.map((index) => ({
      id: index.id,
      specification: indexDocument(index.specification),
      multikey: [...index.traits.multikey],
      hasCutKeys: index.traits.hasCutKeys,
    })),
  };
}

export function readDescription({ id, database, name, indexes, options }: Document): Described {
  return {
    id: Number(id),
    database: String(database),
    name: String(name),
    validator: options ? new DocumentValidator(options as Document) : undefined,
    indexes: (indexes as Document[]).map((index) => {
      const specification = index.specification as Document;
      return {
        id: Number(index.id),
        specification: specification.name === ID_INDEX.name ? ID_INDEX : parseIndexSpecification(specification),
        traits: { multikey: (index.multikey as unknown[]).map(String), hasCutKeys: index.hasCutKeys === true },
      };
    }),
  };
}
