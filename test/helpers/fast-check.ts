import fc from 'fast-check';

/**
 * What properties are asked with. The same commit is asked the same cases, so that what fails is the change's doing;
 * HANDOVER_PROPERTY_SEED asks others: a number, as a failure names it, or `random`.
 */
const seed = process.env.HANDOVER_PROPERTY_SEED ?? '2026';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

export { fc };
