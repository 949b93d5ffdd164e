import { basename } from 'node:path';
import { HandoverError } from '../../errors.ts';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { StorePort } from '../../model/ports.ts';
import { journalGeneration } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';
import { sizeText } from './size-text.ts';

/** Damaged lines that are named. */
const MOST_TOLD = 5;

/** Whether every record of the kept journals is there and as it was written. A torn last one is no fault, but is told of. */
export const checkJournals: Look = async ({ opened, files }) => {
  if (opened instanceof HandoverError) return null;
  const name = 'journals';
  let records = 0;
  const faults = new Map<string, HandoverError>();
  let torn: string | null;
  try {
    const damage = (fault: HandoverError) => faults.set(fault.message, fault);
    for await (const _record of opened.records({ damage })) records += 1;
    torn = await tornText(opened);
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name, ok: false, message: error.message, cure: error.hint };
  }
  if (faults.size > 0) {
    return { name, ok: false, message: [...faults.keys()].slice(0, MOST_TOLD).join(' '), cure: cureOf(faults.size) };
  }
  const journals = files.filter((file) => journalGeneration(file.name) !== null);
  const bytes = journals.reduce((sum, file) => sum + file.bytes, 0);
  const count = journals.length === 1 ? 'One journal' : `${numberText(journals.length)} journals`;
  const message = `${count}, ${countOf(records, 'record')}, ${sizeText(bytes)}: the chain is whole.`;
  if (torn === null) return { name, ok: true, message };
  const cure = 'Nothing needs to be done: whoever writes to the store next cuts that off.';
  return { name, ok: true, message: `${message} ${torn}`, cure };
};

/** @param faults how many lines are damaged, or files missing */
function cureOf(faults: number): string {
  const rest = faults > MOST_TOLD ? `${numberText(faults - MOST_TOLD)} more such lines are there. ` : '';
  return `${rest}Put that file back from a backup. The store opens all the same, and is written to without a word: both go by the last checkpoint and the journal behind it, which are whole. Undo and retry of runs whose records are damaged are refused.`;
}

/** Null: nothing is torn, or somebody writes at the moment, whose record is not finished yet. */
async function tornText(store: StorePort): Promise<string | null> {
  const before = await store.holder();
  const torn = await store.tornTail();
  if (torn === null || before !== null || (await store.holder()) !== null) return null;
  const { file, bytes } = torn;
  const stand = bytes === 1 ? 'stands one byte' : `stand ${bytes} bytes`;
  return `Behind the last one in ${basename(file)} ${stand} of a write that was cut short, which counts for nothing; nothing that was told as done is lost.`;
}
