import fc from 'fast-check';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
const runs = Number(process.env.FUZZ_RUNS ?? 60);

process.stderr.write(`fuzz: seed ${seed}; the same again: FUZZ_SEED=${seed} npm test -- --only fuzz\n`);
fc.configureGlobal({ seed, numRuns: runs, interruptAfterTimeLimit: 15_000 });
