import { join } from 'node:path';

/** The audit log of the store in `folder`. */
export const auditPath = (folder: string): string => join(folder, 'audit.jsonl');
