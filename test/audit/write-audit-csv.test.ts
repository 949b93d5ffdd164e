import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readAudit } from '../../source/audit/read-audit.ts';
import { writeAuditCsv } from '../../source/audit/write-audit-csv.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { ACTOR, failed, givenStore, openAt, started } from '../store/given-store.ts';
import { writeLogged } from './given-audit.ts';

test('whatever a name or a reason holds, a spreadsheet runs nothing of it and every row keeps its columns', async () => {
  const { people } = makeDemo({ users: 30, seed: 7 });
  const named = people.map((person) => (person.id === 1 ? { ...person, firstName: '=HYPERLINK("x")' } : person));
  const { folder } = await givenStore(30, { people: named });
  await writeLogged(folder, [started('one', 1), failed('one', 0, '@SUM(1+1),\r\n"two lines"')]);
  await writeLogged(folder, [
    { kind: 'settings-changed', ...ACTOR, operator: '+admin', settings: { seats: 3 }, at: '' },
  ]);
  const out = path.join(await tempFolder(), 'log.csv');
  const { entries } = await readAudit(await openAt(folder), nodeDisk);
  expect(await writeAuditCsv(entries, out, {})).toEqual({ path: out, lines: 4, pairs: 1 });
  const rows: string[][] = parse(await readFile(out));
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => rows[0]?.length));
  const [heading = [], , , pair = [], setting = []] = rows;
  const cell = (row: string[], name: string) => row[heading.indexOf(name)];
  expect(cell(pair, 'Source Name')).toMatch(/^'=HYPERLINK\("x"\) /);
  expect(cell(pair, 'Reason')).toBe('\'@SUM(1+1),\r\n"two lines"');
  expect(cell(pair, 'Code')).toBe('refused');
  expect(cell(setting, 'Operator')).toBe("'+admin");
  expect(cell(setting, 'Result')).toBe('seats: 3');
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});
