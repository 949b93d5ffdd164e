import { HandoverError } from '../../errors.ts';
import { journalGeneration } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';
import { sizeText } from './size-text.ts';

/** Whether every record of the kept journals is there and as it was written. */
export const checkJournals: Look = async ({ opened, files }) => {
  if (opened instanceof HandoverError) return null;
  let records = 0;
  try {
    for await (const _record of opened.records()) records += 1;
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name: 'journals', ok: false, message: error.message, cure: error.hint };
  }
  const journals = files.filter(({ name }) => journalGeneration(name) !== null);
  const bytes = journals.reduce((sum, file) => sum + file.bytes, 0);
  const count = journals.length === 1 ? 'One journal' : `${journals.length} journals`;
  return {
    name: 'journals',
    ok: true,
    message: `${count}, ${records === 1 ? '1 record' : `${records} records`}, ${sizeText(bytes)}: the chain is whole.`,
  };
};
