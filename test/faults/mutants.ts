/** A fault built into the store: what it is, where, and what the power cuts must say of it. */
export interface Mutant {
  name: string;
  /** Below source/store. */
  file: string;
  /** Each text occurs exactly once in the file. */
  edits: { find: string; replace: string }[];
  /** One of these is what the harness finds; any other failure would be a failure of the harness. */
  reason: RegExp;
}

const LOST = /acknowledged, and gone|does not stand once/;

/** Each of them would lose, double or damage something. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a group is not synced',
    file: 'lowdb/open-journal.ts',
    edits: [
      { find: 'await writeAll(file, bytes);\n        await file.sync();', replace: 'await writeAll(file, bytes);' },
    ],
    reason: LOST,
  },
  {
    name: 'a group is told of before it is synced, which the next one makes up for',
    file: 'lowdb/open-journal.ts',
    edits: [
      {
        find: 'await writeAll(file, bytes);\n        await file.sync();',
        replace: 'await file.sync();\n        await writeAll(file, bytes);',
      },
    ],
    reason: LOST,
  },
  {
    name: 'the folder is not synced behind the rename of a checkpoint',
    file: 'write-whole.ts',
    edits: [{ find: 'await disk.syncFolder(dirname(path));', replace: '' }],
    reason: /There is no store/,
  },
  {
    name: 'a torn tail is kept',
    file: 'lowdb/open-journal.ts',
    edits: [
      {
        find: 'if (size > store.position.bytes) await file.truncate(store.position.bytes);',
        replace: '',
      },
    ],
    reason: /is damaged in line|acknowledged, and gone/,
  },
  {
    name: 'the hash of a record is not looked at',
    file: 'lowdb/journal-lines.ts',
    edits: [{ find: 'if (own !== chainHash(chain, text)) return null;', replace: '' }],
    reason: /in JSON at position|does not stand once|is damaged in line/,
  },
  {
    name: 'a checkpoint is written in the place of the former one',
    file: 'write-whole.ts',
    edits: [
      {
        find: 'const file = await disk.create(temporary);',
        replace: 'await disk.remove(path).catch(() => undefined);\n  const file = await disk.create(temporary);',
      },
      { find: `const temporary = \`\${path}.\${random.token(12)}.tmp\`;`, replace: 'const temporary = path;' },
    ],
    reason: /There is no store|is damaged/,
  },
  {
    name: 'a checkpoint is renamed before its content is synced',
    file: 'write-whole.ts',
    edits: [{ find: 'await file.sync();', replace: '' }],
    reason: /store\.json is damaged/,
  },
  {
    name: 'the name of a new journal need not last',
    file: 'lowdb/write-checkpoint.ts',
    edits: [{ find: 'await disk.syncFolder(folder);', replace: '' }],
    reason: /journal\.\d+\.jsonl is missing/,
  },
  {
    name: 'a short write is not noticed',
    file: 'lowdb/open-journal.ts',
    edits: [{ find: 'await writeAll(file, bytes);', replace: 'await file.write(bytes);' }],
    reason: /is damaged in line|acknowledged, and gone/,
  },
  {
    name: 'a writer does not ask whether a later checkpoint counts',
    file: 'lowdb/lowdb-writer.ts',
    edits: [{ find: 'if (await hasLaterJournal(store)) await store.reload();', replace: '' }],
    reason: /which was never begun|acknowledged, and gone/,
  },
  {
    name: 'what a writer takes up from one that was killed is not synced',
    file: 'lowdb/open-journal.ts',
    edits: [
      {
        find: 'await file.sync();\n  } catch',
        replace: '} catch',
      },
    ],
    reason: LOST,
  },
  {
    name: 'the names that a writer takes up from one that was killed are not made to last',
    file: 'lowdb/lowdb-writer.ts',
    edits: [{ find: 'await store.disk.syncFolder(store.folder);', replace: '' }],
    reason: /acknowledged, and gone|There is no store/,
  },
];
