// Runs a definition again and again and prints the time of one execution in microseconds, the median of several batches.
// Usage: node aws-local-stepfunctions.mjs DEFINITION INPUT SECONDS
import { readFileSync } from 'node:fs';

// The package asks for Node 22; this is all of it that it uses.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((res, rej) => { resolve = res; reject = rej; });
  return { promise, resolve, reject };
};

const { StateMachine } = await import('aws-local-stepfunctions');
const [definitionFile, inputFile, seconds] = process.argv.slice(2);
const definition = JSON.parse(readFileSync(definitionFile, 'utf8'));
const machine = new StateMachine(definition);
const input = JSON.parse(readFileSync(inputFile, 'utf8'));

// Tasks answer at once; one called B in a machine that recovers fails.
class CustomError extends Error {
  constructor() {
    super('as it is meant');
    this.name = 'CustomError';
  }
}

const recovers = definition.States.Recover && JSON.stringify(definition).includes('OtherError');
const taskResourceLocalHandlers = {};
for (const [name, state] of Object.entries(definition.States)) {
  if (state.Type === 'Task') {
    taskResourceLocalHandlers[name] = recovers && name === 'B' ? () => { throw new CustomError(); } : () => ({});
  }
}

const options = { overrides: { taskResourceLocalHandlers } };

const runBatch = async (count) => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) {
    await machine.run(input, options).result;
  }
  return Number(process.hrtime.bigint() - start) / 1000;
};

let count = 1;
while (await runBatch(count) < 20_000) {
  count *= 2;
}

const times = [];
const end = Date.now() + Number(seconds) * 1000;
do {
  times.push(await runBatch(count) / count);
} while (Date.now() < end);

times.sort((a, b) => a - b);
console.log(times[Math.floor(times.length / 2)]);
