import { appendFile, copyFile, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findOtherwise } from '../../source/audit/find-otherwise.ts';
import type { AuditEntry } from '../../source/audit/read-audit.ts';
import { RecordTeller } from '../../source/audit/record-teller.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { started } from '../store/given-store.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

interface Proof {
  whole: boolean;
  lines: number;
  head: string;
  findings: { kind: string; line: number }[];
}

/** Where each run of `givenRuns` moves data: source, target. */
const PAIRS = [
  ['19', '21'],
  ['20', '22'],
] as const;

/** A store in which 19 went into 21, and, where there are two runs, then 20 into 22. */
async function givenRuns(count: 1 | 2): Promise<{ demo: DemoFolder; ids: string[]; log: string }> {
  const demo = await demoFolder('--users', '40');
  for (const [source, target] of PAIRS.slice(0, count)) {
    const args = ['plan', '--source', source, '--target', target, '--out', 'plan.json', '--force'];
    const { confirm } = await demo.json<{ confirm: string }>(...args);
    const applied = await demo.run('apply', 'plan.json', '--confirm', confirm);
    if (applied.status !== 0) throw new Error(applied.stderr);
  }
  const ids = (await demo.json<{ id: string }[]>('runs')).map(({ id }) => id).reverse();
  return { demo, ids, log: path.join(demo.folder, 'store', 'audit.jsonl') };
}

test('the log tells who did what, of all runs or of one; a run that ends tells the head', async () => {
  const { demo, ids } = await givenRuns(2);
  const all = await demo.json<AuditEntry[]>('audit');
  expect(all.map(({ event }) => event)).toEqual([
    'log-begun',
    ...ids.flatMap(() => ['run-started', 'pair-done', 'run-finished']),
  ]);
  const ofOne = await demo.json<AuditEntry[]>('audit', ids[1] ?? '');
  expect(ofOne).toEqual(all.slice(4));
  expect(ofOne[1]).toMatchObject({
    sourceName: 'James Anderson',
    target: 22,
    targetName: 'Sam Rodgers',
    result: 'done',
  });
  const { stdout } = await demo.run('audit', ids[0] ?? '');
  expect(stdout).toMatch(/pair +John Smith \(19\) into Jenny Andrews \(21\) +done; records: 125 combined/);
  const end = `Audit log: 7 lines, head ${all.at(-1)?.hash}`;
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(end);
  expect((await demo.run('watch')).stdout).toContain(end);
  const told = (await demo.run('watch', '--json')).stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(told)).toMatchObject({ event: 'run-finished', audit: { lines: 7, head: all.at(-1)?.hash } });
  expect((await demo.json<Proof>('audit', '--verify', '--head', all.at(-1)?.hash ?? '')).whole).toBe(true);
});

test('the log, or its errors alone, is saved for a spreadsheet, and replaces a file only when told to', async () => {
  const { demo } = await givenRuns(1);
  const { run, json } = demo;
  expect(await json<AuditEntry[]>('audit', '--errors')).toEqual([]);
  const saved = await json<{ lines: number; file: string }>('audit', '--out', 'log.csv');
  expect(saved.lines).toBe(4);
  const [heading, , , pair] = (await readFile(saved.file, 'utf8')).split('\r\n');
  expect(heading).toMatch(
    /^Sequence,Time \(UTC\),Event,Run,.*,Reason,Combined,Replaced,.*,Changed,(\w+,)*Records by Type,Proof$/,
  );
  expect(pair).toMatch(/^2,.*,pair-done,.*,19,John Smith,21,Jenny Andrews,done,,,\d+,\d+,/);
  expect(await codeOf(run('audit', '--out', 'log.csv', '--json'))).toEqual({ status: 2, code: 'file-exists' });
  expect((await run('audit', '--out', 'log.csv', '--force')).status).toBe(0);
});

test('a log that was altered is told with the line, in words and as JSON, and ends with 4', async () => {
  const { demo, log } = await givenRuns(1);
  const text = await readFile(log, 'utf8');
  expect(await demo.json('audit', '--verify')).toMatchObject({ whole: true, lines: 4, findings: [] });
  await writeFile(log, text.replace('"source":19', '"source":23'));
  const { status, stdout } = await demo.run('audit', '--verify');
  expect(status).toBe(4);
  expect(stdout).toBe('Line 3 is not what was written there.\nThe audit log is NOT whole: 1 finding.\n');
  expect((await demo.run('doctor')).stdout).toContain('It is NOT whole: Line 3 is not what was written there.');
  await writeFile(log, `${text.split('\n').slice(0, 2).join('\n')}\n`);
  expect((await demo.json<Proof>('audit', '--verify')).findings).toMatchObject([{ kind: 'missing', line: 3 }]);
  expect((await demo.run('audit', '--verify')).stderr).not.toContain('adds what is missing');
  await writeFile(log, text);
  await appendFile(log, 'and more\n');
  expect(await codeOf(demo.run('settings', 'seats', '9', '--json'))).toEqual({ status: 4, code: 'damaged-audit' });
  const doctor = await demo.json<{ checks: { name: string; ok: boolean }[] }>('doctor');
  expect(doctor.checks.find(({ name }) => name === 'audit log')).toMatchObject({ ok: false });
});

test('of a log that is gone it is said, with what helps: the file from a backup, or whoever writes next', async () => {
  const { demo, log } = await givenRuns(1);
  const { head } = await demo.json<Proof>('audit', '--verify');
  await rename(log, `${log}.kept`);
  const gone = await demo.run('audit', '--verify');
  expect(gone.status).toBe(4);
  expect(gone.stdout).toBe(
    `The log is gone: 4 lines of it were written, the last with the head ${head}.\nThe audit log is NOT whole: 1 finding.\n`,
  );
  expect(gone.stderr).toContain('Where a backup of it has audit.jsonl with that last line, put that file back.');
  expect(gone.stderr).not.toContain('copy of');
  expect(await codeOf(demo.run('audit', '--verify', '--json'))).toEqual({ status: 4, code: 'audit-not-whole' });
  const told = await demo.run('audit');
  expect(told.status).toBe(4);
  expect(told.stdout).toMatch(
    /^The audit log is NOT whole: 1 finding\.\n {2}The log is gone: 4 lines of it were written/,
  );
  expect(told.stdout).toMatch(/^ +3 .* pair +John Smith .* from the journal; the log lacks it$/m);
  expect(told.stdout).toMatch(/The audit log is NOT whole: 1 finding\.\n$/);

  await copyFile(`${log}.kept`, log);
  expect((await demo.run('audit', '--verify')).status).toBe(0);
  expect((await demo.run('settings', 'seats', '300')).status).toBe(0);
  expect(await demo.json<Proof>('audit', '--verify')).toMatchObject({ whole: true, lines: 5 });

  await rm(log);
  expect((await demo.run('settings', 'seats', '301')).status).toBe(0);
  const anew = await demo.run('audit', '--verify');
  expect(anew.status).toBe(4);
  expect(anew.stdout).toContain('The log was begun anew');
  expect(anew.stderr).toContain('All of it is as the journal has it.');
  const { entries } = await demo.json<{ entries: AuditEntry[] }>('audit');
  expect(entries).toHaveLength(6);
  expect(entries.map(({ fault }) => fault)).toEqual(entries.map(() => null));
});

test('what is shown or saved is proved first: a forged line is told, and what the journal knows stands in its place', async () => {
  const { demo, log } = await givenRuns(1);
  const text = await readFile(log, 'utf8');
  await writeFile(log, text.replace('"operator":"admin"', '"operator":"nimda"'));
  const shown = await demo.run('audit');
  expect(shown.status).toBe(4);
  const said = 'The audit log is NOT whole: 1 finding.';
  const lines = shown.stdout.trimEnd().split('\n');
  expect(lines.slice(0, 2)).toEqual([said, '  Line 2 is not what was written there.']);
  expect(lines.at(-1)).toBe(said);
  expect(shown.stdout).not.toContain('nimda');
  expect(shown.stdout).toMatch(/^ +2 .*admin.* run started .* from the journal; the log lacks it$/m);
  expect(shown.stdout).not.toMatch(/^ +3 .* the log lacks it$/m);
  expect(shown.stderr).toContain('Keep a copy of audit.jsonl');
  const { json, status } = await demo.run('audit', '--json');
  expect(status).toBe(4);
  expect(json()).toMatchObject({
    entries: [{ fault: null }, { hash: null, fault: expect.stringContaining('journal') }, { line: 3 }, { line: 4 }],
    findings: [{ kind: 'altered', line: 2 }],
    error: { code: 'audit-not-whole' },
  });
  const saved = await demo.run('audit', '--out', 'log.csv');
  expect([saved.status, saved.stdout]).toEqual([4, expect.stringContaining(said)]);
  const proofs = (await readFile(path.join(demo.folder, 'log.csv'), 'utf8')).trim().split('\r\n');
  expect(proofs.slice(1).map((row) => row.split(',').at(-1))).toEqual([
    'proved',
    'from the journal; the log lacks it',
    'proved',
    'proved',
  ]);

  await writeFile(log, text.replace('John Smith', 'Joan Smith'));
  const sealed = await demo.run('audit');
  expect([sealed.status, sealed.stdout]).toEqual([4, expect.not.stringContaining('Joan')]);
  expect(sealed.stdout).toMatch(/ user 19 into Jenny Andrews .*Line 3: its sourceName does not fit its seal/);
  await writeFile(log, text.replace('"event":"run-started"', 'x'));
  expect((await demo.run('audit')).stdout).toContain('run started');
});

test('damage in an old journal is named with 4, all of it, by the log and by doctor; lines of the log are not accused', async () => {
  const { demo, ids } = await givenRuns(2);
  const store = path.join(demo.folder, 'store');
  const [journal = ''] = (await readdir(store)).filter((name) => name.startsWith('journal.')).sort();
  const file = path.join(store, journal);
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, lines.map((line, index) => (index < 2 ? line.replace('"at"', '"At"') : line)).join('\n'));
  const { status, stdout, stderr } = await demo.run('audit', '--verify');
  expect(status).toBe(4);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^The journal .*journal\.1\.jsonl is damaged in line 1: /),
    expect.stringMatching(/^The journal .*journal\.1\.jsonl is damaged in line 2: /),
    'The journal is NOT whole, and the audit log not proved by it: 2 findings.',
    '',
  ]);
  expect(stderr).toContain('Put that journal back from a backup');
  expect((await demo.run('audit')).stdout).toMatch(/^ +3 .* pair +John Smith \(19\) into .* replaced$/m);
  const { checks } = await demo.json<{ checks: { name: string; ok: boolean; message: string; cure: string }[] }>(
    'doctor',
  );
  expect(checks.find(({ name }) => name === 'journals')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/line 1: .*line 2: /),
    cure: expect.stringContaining('The store opens all the same'),
  });
  expect(await demo.run('doctor', '--redact')).toMatchObject({
    status: 4,
    stdout: expect.stringMatching(/NOT OK +journals .*line 1/),
  });
  expect((await demo.run('settings', 'seats', '300')).status).toBe(0);
  expect(await codeOf(demo.run('undo', ids[0] ?? '', '--json'))).toMatchObject({ code: 'damaged-journal' });
});

test('where there is nothing to show it says so, in place of bare headings', async () => {
  const { demo, ids } = await givenRuns(1);
  expect((await demo.run('audit', '--errors')).stdout).toMatch(/^No pair has failed\.\nAudit log: 4 lines, head /);
  expect((await demo.run('audit', ids[0] ?? '', '--errors')).stdout).toMatch(/^No pair of this run has failed\.\n/);
  const fresh = await demoFolder('--users', '40');
  expect((await fresh.run('audit')).stdout).toBe(
    'Nothing has been run or changed in this store yet.\nAudit log: no line yet\n',
  );
});

test('a record that the log leaves out is counted in words', () => {
  const told = new RecordTeller().tell({ sequence: 1, hash: '', entry: started('one') });
  if (told === null) throw new Error('The beginning of a run is told of');
  const [finding] = findOtherwise([], new Map([[1, told]]), 1);
  expect(finding?.message).toBe('The log leaves out 1 record of the journal, record 1.');
});

test('a person is erased with the permission and the phrase; the fact stays and the chain holds', async () => {
  const { demo, log } = await givenRuns(1);
  const { head } = await demo.json<Proof>('audit', '--verify');
  const refused = (...args: string[]) => codeOf(demo.run('audit', ...args, '--json'));
  expect(await refused('--erase', '19')).toEqual({ status: 2, code: 'not-confirmed' });
  expect(await refused('--erase', '19', '--confirm', 'ERASE 20')).toEqual({ status: 2, code: 'not-confirmed' });
  expect(await refused('--erase', '19', '--confirm', 'ERASE 19', '--read-only')).toEqual({
    status: 7,
    code: 'read-only',
  });
  expect(await refused('--erase', '19', '--confirm', 'ERASE 19', '--as', 'auditor')).toEqual({
    status: 7,
    code: 'not-permitted',
  });
  expect(await refused('--erase', '23', '--confirm', 'ERASE 23')).toEqual({ status: 2, code: 'not-in-audit' });
  expect(await readFile(log, 'utf8')).toContain('John Smith');

  const { stdout } = await demo.run('audit', '--erase', '19', '--confirm', 'ERASE 19');
  expect(stdout).toContain('named in the audit log no more (1 line)');
  expect(stdout).toContain('journals (journal.<n>.jsonl)');
  expect(await readFile(log, 'utf8')).not.toContain('John Smith');
  expect(await demo.json('audit', '--verify', '--head', head)).toMatchObject({ whole: true, lines: 5 });
  expect((await demo.run('audit')).stdout).toContain('(erased) 19 into Jenny Andrews (21)');
  expect(await refused('--erase', '19', '--confirm', 'ERASE 19')).toEqual({ status: 2, code: 'not-in-audit' });
});

test('of two who erase the same person at once one does, and it is journalled once', async () => {
  const { demo } = await givenRuns(1);
  const erase = () => demo.run('audit', '--erase', '21', '--confirm', 'ERASE 21', '--json');
  const ended = await Promise.all([erase(), erase(), erase()]);
  expect(ended.map(({ status }) => status).filter((status) => status === 0)).toEqual([0]);
  const others = await Promise.all(
    ended.filter(({ status }) => status !== 0).map((one) => codeOf(Promise.resolve(one))),
  );
  for (const { code } of others) expect(['not-in-audit', 'store-held']).toContain(code);
  const events = (await demo.json<AuditEntry[]>('audit')).map(({ event }) => event);
  expect(events.filter((event) => event === 'person-erased')).toHaveLength(1);
});

test('what an erasure that was killed has left is told by doctor, and gone once somebody writes', async () => {
  const { demo, log } = await givenRuns(1);
  const auditCheck = async () => {
    const { checks } = await demo.json<{ checks: { name: string; ok: boolean; message: string }[] }>('doctor');
    return checks.find(({ name }) => name === 'audit log');
  };
  await copyFile(log, `${log}.abcdefghjkmn.tmp`);
  expect(await auditCheck()).toMatchObject({
    ok: false,
    message: expect.stringContaining('audit.jsonl.abcdefghjkmn.tmp'),
  });
  expect((await demo.run('audit', '--erase', '21', '--confirm', 'ERASE 21')).status).toBe(0);
  expect(await auditCheck()).toMatchObject({ ok: true });
  await expect(stat(`${log}.abcdefghjkmn.tmp`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('bytes behind the last line are told with 4, and once they were cut off, that they were', async () => {
  const { demo, log } = await givenRuns(1);
  await appendFile(log, 'and more');
  const found = await demo.run('audit', '--verify');
  expect(found.status).toBe(4);
  expect(found.stdout).toContain('8 bytes stand behind line 4, the last');
  expect((await demo.run('settings', 'seats', '9')).status).toBe(0);
  const { status, stdout, stderr } = await demo.run('audit', '--verify');
  expect([status, stdout]).toEqual([0, expect.stringContaining('whole: 5 lines')]);
  expect(stderr).toMatch(/^8 bytes were cut off behind line 4 on .*: of a write that was cut short, or put there\.$/m);
});

test('of bytes behind a log that lacks lines it does not say that they are cut off: the next write is refused, with 4', async () => {
  const { demo, log } = await givenRuns(1);
  await truncate(log, (await stat(log)).size - 20);
  const { stdout } = await demo.run('audit', '--verify');
  expect(stdout).toContain('Line 4 is missing.');
  expect(stdout).toMatch(
    /bytes stand behind line 3, the last: .* Nobody cuts them off: whoever writes next is refused/,
  );
  expect(await codeOf(demo.run('settings', 'seats', '9', '--json'))).toEqual({ status: 4, code: 'damaged-audit' });
});

test('at a terminal the phrase of an erasure is asked for', async () => {
  const { demo, log } = await givenRuns(1);
  const env = { HANDOVER_STORE: 'store' };
  const terminal = openTerminal({ args: ['audit', '--erase', '21'], cwd: demo.folder, env });
  await terminal.waitFor('Type ERASE 21 and Enter:');
  terminal.type('ERASE 21');
  terminal.press('enter');
  expect(await terminal.exited).toMatchObject({ exitCode: 0 });
  expect(await readFile(log, 'utf8')).not.toContain('Jenny Andrews');
});

test('flags that mean nothing together are refused, none is passed over', async () => {
  const { run } = await demoFolder('--users', '40');
  for (const flags of [
    ['--verify', '--errors'],
    ['--verify', '--erase', '19'],
    ['--erase', '19', '--out', 'x.csv'],
    ['--head', '0'.repeat(64)],
    ['--confirm', 'ERASE 19'],
    ['--force'],
  ]) {
    expect(await codeOf(run('audit', ...flags, '--json')), flags.join(' ')).toEqual({ status: 2, code: 'wrong-flag' });
  }
});
