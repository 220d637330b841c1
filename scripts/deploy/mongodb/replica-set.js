/* global connect, sleep */
// Run by mongosh. Makes the replica set and the BFF's user; what is there already stays as it is.
const { readFileSync } = require('node:fs');

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const MEMBERS = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const DATABASE = 'acceptance';
const BFF_USER = 'acceptance-bff';
/** Codes of MongoDB: no replica set yet; no such user. */
const [NOT_YET_INITIALIZED, USER_NOT_FOUND] = [94, 11];

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

// It reads and writes its own database and makes its indexes; it may do nothing else.
const set = connect(addressOf(MEMBERS.join(','), 'replicaSet=acceptance'));
const data = set.getSiblingDB(DATABASE);
const user = { pwd: secret('database-password'), roles: [{ role: 'readWrite', db: DATABASE }] };
try {
  data.runCommand({ updateUser: BFF_USER, ...user });
} catch (error) {
  if (error.code !== USER_NOT_FOUND) {
    throw error;
  }
  data.runCommand({ createUser: BFF_USER, ...user });
}
