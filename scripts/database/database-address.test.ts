import { mongo } from 'mongoose';
import { addressByHost, addressOfDatabase, databaseNameIn } from './database-address';

const read = (uri: string) => {
  const { hosts, dbName, credentials, tls, replicaSet, directConnection } = new mongo.MongoClient(uri).options;
  return {
    hosts: hosts.map(String),
    dbName,
    user: credentials?.username,
    password: credentials?.password,
    source: credentials?.source,
    tls,
    replicaSet,
    directConnection,
  };
};

it.each([
  'mongodb://127.0.0.1:27017',
  'mongodb://127.0.0.1:27017/',
  'mongodb://127.0.0.1:27017/other',
  'mongodb://user:p%40ss%2Fword@db1.internal/?authSource=people&tls=true',
  'mongodb://user:pw@db1.internal:27017,db2.internal:27018,[::1]:27019/admin?replicaSet=rs0&tls=true',
  'mongodb://user:pw@db1.internal/of_the_user',
  'mongodb://user:pw@db1.internal/',
  'mongodb://db1.internal?replicaSet=rs0',
  'mongodb://%2Ftmp%2Fmongodb-27017.sock/other',
])(
  'another database of %s is on the same hosts with the same options, and the user is looked up where it was',
  (uri) => {
    expect(read(addressOfDatabase(uri, 'fresh'))).toEqual({ ...read(uri), dbName: 'fresh' });
  },
);

it('leaves to the record of an SRV host what it may say of the user', () => {
  const address = 'mongodb+srv://user:pw@cluster.example.cn/?retryWrites=true';
  expect(addressOfDatabase(address, 'fresh')).toBe('mongodb+srv://user:pw@cluster.example.cn/fresh?retryWrites=true');
});

it.each([
  ['mongodb://db1.internal,db2.internal/acceptance?replicaSet=rs0', 'acceptance'],
  ['mongodb://db1.internal/', null],
  ['mongodb://db1.internal?tls=true', null],
])('reads the name in %s', (uri, name) => {
  expect(databaseNameIn(uri)).toBe(name);
});

it('refuses what is no address of MongoDB', () => {
  expect(() => addressOfDatabase('http://db1.internal/x', 'fresh')).toThrow();
});

it('names one host alone, with user and database', () => {
  const uri = 'mongodb://user:pw@db1.internal,db2.internal:27018/acceptance?replicaSet=rs0&authSource=people';
  expect(read(addressByHost(uri, '127.0.0.1:9'))).toEqual({
    ...read(uri),
    hosts: ['127.0.0.1:9'],
    replicaSet: undefined,
    directConnection: true,
  });
});
