import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tempFolder } from '../helpers/temp-folder.ts';

/** A folder that holds these files of a machine: "etc/passwd" → its text; gone when its test has ended. */
export async function machineFiles(files: Record<string, string>): Promise<string> {
  const root = await tempFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}

export const PASSWD = 'root:x:0:0:root:/root:/bin/sh\njane:x:1000:1000:Jane:/home/jane:/bin/sh\n';
/** /proc/self/cgroup of a process in a login session of jane's. */
export const SESSION = '0::/user.slice/user-1000.slice/session-3.scope\n';
