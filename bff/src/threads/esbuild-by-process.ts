/**
 * esbuild's synchronous calls keep a thread and a process for the next one, for each copy of the module: a test run had sixty of them
 * in the end. Read when esbuild is loaded: with this each call is a process that ends.
 */
process.env.ESBUILD_WORKER_THREADS = '0';
