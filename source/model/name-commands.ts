/** A command that a sentence names, not a file such as "handover plan.csv". */
const NAMED_COMMAND =
  /\bhandover (?=(?:apply|audit|check|doctor|duplicates|export|import|mappings|plan|retry|runs|settings|stop|undo|users|watch)\b(?!\.\w))/g;

/** A command that writes a plan, up to the file that it is to write. */
const WRITING_PLAN = /(\bhandover (?:import|plan|retry|undo)\b(?:(?!\bhandover ).)*?) --out [\w-]+\.\w+/g;

/**
 * `text` with `again`, the flags that a further command needs to mean the same store and operator, in each command that
 * it names: "handover watch" becomes "handover --store demo watch". Under --redact no plan is written, and without it a
 * plan is shown with its names: such a command then only shows what it would write, and itself says how that is written.
 */
export function nameCommands(text: string, again: string): string {
  if (again === '') return text;
  const shown = /(?:^| )--redact$/.test(again) ? text.replace(WRITING_PLAN, '$1') : text;
  return shown.replace(NAMED_COMMAND, () => `handover ${again} `);
}
