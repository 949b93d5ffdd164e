import type { JournalRecord } from '../model/journal.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run, RunSummary } from '../model/run.ts';
import { redactRecords, redactUser } from './redact-person.ts';
import { redactJournalRecord } from './redact-record.ts';
import type { Veil } from './veil.ts';

type Redacting = Pick<Veil, 'text' | 'written' | 'login' | 'account' | 'operator'>;

/**
 * `real` with stand-ins in all that it tells of people and operators. Its writer is the real one's: nothing that was read
 * here may be handed to it.
 * @param learn gets what is new in the real store before any of it is told
 */
export function redactStore(
  real: StorePort,
  veil: Redacting,
  learn: (records: readonly JournalRecord[]) => Promise<void>,
): StorePort {
  const redactRecord = (record: JournalRecord) => redactJournalRecord(record, veil);
  return {
    async info() {
      const info = await real.info();
      const { settings, operators } = info;
      return {
        ...info,
        settings: { ...settings, guest: veil.login(settings.guest) },
        operators: operators.map(veil.operator),
      };
    },
    async users() {
      await learn([]);
      return (await real.users()).map(redactUser);
    },
    async people(ids) {
      await learn([]);
      const people = await real.people(ids);
      return new Map(
        [...people].map(([id, person]) => [
          id,
          { ...redactUser(person), records: redactRecords(person.records, veil.written) },
        ]),
      );
    },
    async runs() {
      return (await real.runs()).map((run) => redactSummary(run, veil));
    },
    async run(id) {
      await learn([]);
      const run = await real.run(id);
      return run === null ? null : redactRun(run, veil);
    },
    donePairs: (operation) => real.donePairs(operation),
    async *records(wanted) {
      for await (const record of real.records(wanted)) yield redactRecord(record);
    },
    tornTail: () => real.tornTail(),
    async refresh() {
      const records = await real.refresh();
      await learn(records);
      return records.map(redactRecord);
    },
    async holder() {
      const holder = await real.holder();
      return holder === null ? null : { ...holder, login: veil.login(holder.login) ?? '' };
    },
    startWriting: (holder) => real.startWriting(holder),
  };
}

function redactSummary<Of extends RunSummary>(run: Of, { text, login }: Redacting): Of {
  const reason = run.reason === undefined ? {} : { reason: text(run.reason) };
  return { ...run, ...reason, operator: login(run.operator) ?? '' };
}

function redactRun(run: Run, veil: Redacting): Run {
  const pairs = run.pairs.map((pair) =>
    pair.reason === undefined ? pair : { ...pair, reason: veil.text(pair.reason) },
  );
  return { ...redactSummary(run, veil), pairs };
}
