// A test fails by what it finds, never by how busy the machine is: this only ends one that hangs. Stories may raise it.
jest.setTimeout(180_000);
