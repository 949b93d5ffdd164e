import { EXIT } from './errors.ts';

/** The least Node that has what handover stands on: node:sqlite without a flag, and what Ink needs. */
const LEAST = [22, 18] as const;

// Imported for what it does, before anything else: an older Node does not get through the rooms that come after.
const { argv, stdout, stderr, versions } = process;
const [major = 0, minor = 0] = versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  const message = `handover needs Node ${LEAST.join('.')} or later; this is Node ${versions.node}.`;
  const hint = 'Install a later Node; or, in a copy of the repository, say "npm start": it brings its own.';
  if (argv.includes('--json')) stdout.write(`${JSON.stringify({ error: { code: 'old-node', message, hint } })}\n`);
  else stderr.write(`${message}\n${hint}\n`);
  process.exit(EXIT.usage);
}
