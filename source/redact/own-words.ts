/** Words of commands: they tell nobody, and a sentence that names a command is to be one that can be typed. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  'handover',
  ...['activate', 'apply', 'audit', 'bash', 'check', 'completion', 'deactivate', 'delete', 'demo', 'doctor'],
  ...['duplicates', 'export', 'fish', 'help', 'import', 'mappings', 'plan', 'retry', 'runs', 'save', 'settings'],
  ...['show', 'stop', 'undo', 'users', 'watch', 'zsh'],
]);
