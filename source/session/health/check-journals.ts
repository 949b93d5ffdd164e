import { basename } from 'node:path';
import { findRefusal } from '../../audit/find-refusal.ts';
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
export const checkJournals: Look = async ({ opened, context, files }) => {
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
    const message = [...faults.keys()].slice(0, MOST_TOLD).join(' ');
    const refusal = await findRefusal(opened, context.disk);
    return { name, ok: false, message, cure: cureOf(faults.size, refusal, lastBehindGap(files)) };
  }
  const journals = files.filter((file) => journalGeneration(file.name) !== null);
  const bytes = journals.reduce((sum, file) => sum + file.bytes, 0);
  const count = journals.length === 1 ? 'One journal' : `${numberText(journals.length)} journals`;
  const message = `${count}, ${countOf(records, 'record')}, ${sizeText(bytes)}: the chain is whole.`;
  if (torn === null) return { name, ok: true, message };
  const cure = 'Nothing needs to be done: whoever writes to the store next cuts that off.';
  return { name, ok: true, message: `${message} ${torn}`, cure };
};

/**
 * @param faults how many lines are damaged, or files missing
 * @param refusal of whoever writes next; null: they go on
 * @param stray a journal that has come to lie behind a gap
 */
function cureOf(faults: number, refusal: HandoverError | null, stray: string | null): string {
  const more = faults - MOST_TOLD;
  const rest = more > 0 ? `${countOf(more, 'more such fault')} ${more === 1 ? 'is' : 'are'} there. ` : '';
  const undo = 'Undo and retry of runs whose records are damaged are refused.';
  if (refusal === null) {
    return `${rest}Put that file back from a backup. The store opens all the same, and is written to without a word: both go by the last checkpoint and the journal behind it, which are whole. ${undo}`;
  }
  const moved =
    stray === null
      ? ''
      : ` Or, where ${stray} is none of its journals but was put there, as a copy may be, move that out of the folder.`;
  return `${rest}The store opens all the same, but whoever writes next is refused: ${refusal.message} Put back what is missing or damaged from a backup.${moved} ${undo}`;
}

/** The last journal file where one before it is missing; null: none is missing. */
function lastBehindGap(files: readonly { name: string }[]): string | null {
  const generations = files.flatMap(({ name }) => journalGeneration(name) ?? []);
  const last = Math.max(0, ...generations);
  return new Set(generations).size === last ? null : `journal.${last}.jsonl`;
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
