import { mongo } from 'mongoose';

/** Scheme, credentials and hosts; what stands in the path; options. The hosts may be many, so it is no URL. */
const ADDRESS = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/;

/** As the driver itself reads it; nothing is connected. @throws Error when it is no address of MongoDB */
const readByDriver = (uri: string) => new mongo.MongoClient(uri).options;

/** The database that an address names; null when it names none. */
export function databaseNameIn(uri: string): string | null {
  readByDriver(uri);
  return decodeURIComponent(ADDRESS.exec(uri)?.[2] ?? '') || null;
}

/**
 * The same server by the same hosts, options and credentials, another database. Who signs in is looked up in the database that
 * the path names unless `authSource` says otherwise: it goes on being looked up where it was.
 */
export function addressOfDatabase(uri: string, name: string): string {
  const { credentials } = readByDriver(uri);
  const [, server, , given = ''] = ADDRESS.exec(uri) ?? [];
  const options = new URLSearchParams(given);
  // By SRV, the record of the host may name the source, which an option would overrule.
  const isNamed = [...options.keys()].some((key) => key.toLowerCase() === 'authsource');
  if (credentials?.source && !isNamed && !uri.startsWith('mongodb+srv:')) {
    options.set('authSource', credentials.source);
  }
  const query = options.size > 0 ? `?${options}` : '';
  return `${server}/${encodeURIComponent(name)}${query}`;
}

/** The same database by one host alone, whatever others the server has. */
export function addressByHost(uri: string, host: string): string {
  const [, server = '', path = '', given = ''] = ADDRESS.exec(uri) ?? [];
  const credentials = server.includes('@') ? server.slice(server.indexOf('//') + 2, server.lastIndexOf('@') + 1) : '';
  const options = new URLSearchParams(given);
  for (const key of [...options.keys()].filter((name) => /^(replicaSet|loadBalanced)$/i.test(name))) {
    options.delete(key);
  }
  options.set('directConnection', 'true');
  return `mongodb://${credentials}${host}/${path}?${options}`;
}
