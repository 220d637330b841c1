// A test fails by what it finds, never by how busy the machine is: this only ends one that hangs.
jest.setTimeout(60_000);
