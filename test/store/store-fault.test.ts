import { expect, test } from 'vitest';
import { auditFault } from '../../source/audit/audit-fault.ts';
import { readFault, storeFault } from '../../source/store/store-fault.ts';

const failed = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

test.each([
  ['a file that is closed', readFault('/my stores/one/store.json', failed('EACCES')), 'store-unreadable', 7],
  ['a store that is closed', storeFault('/my stores/one', failed('EACCES')), 'store-not-writable', 7],
  ['a log that is closed', auditFault('/my stores/one/audit.jsonl', failed('EACCES')), 'audit-closed', 7],
])('of %s it is told how it is opened, and not that the disk is to be mended', (_what, fault, code, exitStatus) => {
  expect(fault).toMatchObject({
    code,
    exitStatus,
    hint: expect.stringMatching(/chmod (-R )?u\+rwX? '\/my stores\/one/),
  });
  expect(fault.hint).not.toContain('disk,');
});

test.each([
  ['ENOSPC', 'disk-full', 'Make room on the disk'],
  ['EIO', 'store-fault', 'Mend the disk'],
])('of a write that ends with %s it is told what helps, whatever was to be written', (code, told, cure) => {
  const fault = storeFault('/store', failed(code));
  expect(fault).toMatchObject({ code: told, exitStatus: 1 });
  expect(fault.hint).toContain(`${cure}, then try again`);
});
