import { startWorker, type WorkerRequest } from '../../source/worker/start-worker.ts';

/** A process that starts the worker of run "one", says so, and holds on until it is killed. */
await startWorker('one', JSON.parse(process.argv[2] ?? '') as WorkerRequest);
process.send?.('started');
setInterval(() => undefined, 2 ** 30);
