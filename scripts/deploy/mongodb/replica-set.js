/* global connect, sleep */
// Run by mongosh. Makes the replica set and the BFF's user; what is there already stays as it is.
const { readFileSync } = require('node:fs');

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const MEMBERS = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const DATABASE = 'acceptance';
const BFF_USER = 'acceptance-bff';
const VALIDATORS_ROLE = 'set-validators';
/** Codes of MongoDB: no replica set yet; no such user; no such role. */
const [NOT_YET_INITIALIZED, USER_NOT_FOUND, ROLE_NOT_FOUND] = [94, 11, 31];

const addressOf = (hosts, options) => {
  const password = encodeURIComponent(secret('database-administrator'));
  return `mongodb://administrator:${password}@${hosts}/admin?${options}&tls=true&tlsCAFile=/run/secrets/database-ca`;
};

const first = connect(addressOf(MEMBERS[0], 'directConnection=true'));
try {
  first.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.code !== NOT_YET_INITIALIZED) {
    throw error;
  }
  const members = MEMBERS.map((host, _id) => ({ _id, host }));
  first.adminCommand({ replSetInitiate: { _id: 'acceptance', members } });
}
while (!first.hello().isWritablePrimary && !first.hello().primary) {
  sleep(500);
}

// It reads and writes its own database, makes its indexes and sets its validators; it may do nothing else.
const set = connect(addressOf(MEMBERS.join(','), 'replicaSet=acceptance'));
const data = set.getSiblingDB(DATABASE);
// `npm run migrate` changes validators, for which `readWrite` is not enough and `dbAdmin` too much: it may also go past them.
const validators = { privileges: [{ resource: { db: DATABASE, collection: '' }, actions: ['collMod'] }], roles: [] };
try {
  data.runCommand({ updateRole: VALIDATORS_ROLE, ...validators });
} catch (error) {
  if (error.code !== ROLE_NOT_FOUND) {
    throw error;
  }
  data.runCommand({ createRole: VALIDATORS_ROLE, ...validators });
}
const roles = ['readWrite', VALIDATORS_ROLE].map((role) => ({ role, db: DATABASE }));
const user = { pwd: secret('database-password'), roles };
try {
  data.runCommand({ updateUser: BFF_USER, ...user });
} catch (error) {
  if (error.code !== USER_NOT_FOUND) {
    throw error;
  }
  data.runCommand({ createUser: BFF_USER, ...user });
}
