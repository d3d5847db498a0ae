// Evaluates expressions again and again and prints for each the time of one evaluation in microseconds, the median of several batches.
// Usage: node jsonata.mjs CASES SECONDS, where CASES is JSON: [{"expression": ..., "input": ...}]
import jsonata from 'jsonata';
import { readFileSync } from 'node:fs';

const [file, seconds] = process.argv.slice(2);
for (const { expression, input } of JSON.parse(readFileSync(file, 'utf8'))) {
  const compiled = jsonata(expression);
  const bindings = { states: { input } };
  const runBatch = async (count) => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) {
      await compiled.evaluate(undefined, bindings);
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
}
