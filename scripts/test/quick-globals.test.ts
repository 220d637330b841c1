it('finds what ECMAScript has without asking the sandbox, which is slow', () => {
  const inSandbox = Object.getOwnPropertyDescriptor(globalThis, 'WeakRef') ?? {};
  Reflect.deleteProperty(globalThis, 'WeakRef');
  try {
    expect(typeof WeakRef).toBe('function');
  } finally {
    Object.defineProperty(globalThis, 'WeakRef', inSandbox);
  }
});

it('leaves to the sandbox what is replaced in it', () => {
  jest.useFakeTimers({ now: new Date('2026-11-23T02:00:00.000Z') });
  try {
    expect(new Date().toISOString()).toBe('2026-11-23T02:00:00.000Z');
  } finally {
    jest.useRealTimers();
  }
});
