/** A command that a sentence names, not a file such as "handover plan.csv". */
const NAMED_COMMAND =
  /\bhandover (?=(?:apply|audit|check|doctor|export|import|mappings|plan|retry|runs|settings|stop|undo|users|watch)\b(?!\.\w))/g;

/**
 * `text` with `again`, the flags that a further command needs to mean the same store and operator, in each command that
 * it names: "handover watch" becomes "handover --store demo watch". A file that is read again cannot be redacted, nor
 * is who works then named by a stand-in: the login is left to be filled in.
 */
export function nameCommands(text: string, again: string): string {
  if (again === '') return text;
  return text.replace(NAMED_COMMAND, (command: string, offset: number) => {
    const [own = ''] = text.slice(offset + command.length).split(command);
    return `handover ${own.includes(' --out ') ? unredacted(again) : again} `.replace('  ', ' ');
  });
}

function unredacted(again: string): string {
  if (!/(?:^| )--redact$/.test(again)) return again;
  return again.replace(/ ?--redact$/, '').replace(/--as(?: |=)(?:'[^']*'|\S+)/, '--as LOGIN');
}
