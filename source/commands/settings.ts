import type { Settings } from '../model/store-data.ts';
import { changeSettings } from '../session/change-settings.ts';
import { openSession } from '../session/open-session.ts';
import { findSetting, parseSetting, SETTINGS, settingText } from '../session/parse-setting.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/**
 * `settings [NAME [VALUE]]`: shows the settings of the store, or one, or changes one.
 * @throws HandoverError `unknown-setting`, `bad-value`, `fixed-setting`, `not-permitted`, `store-held`
 */
export const settings: Command = async (context, [name, value]) => {
  const chosen = name === undefined ? SETTINGS : [findSetting(name)];
  const [setting] = chosen;
  const wanted = value === undefined || setting === undefined ? null : parseSetting(setting, value);
  const session = await openSession(context);
  const now: Settings =
    wanted === null ? (await session.store.info()).settings : await changeSettings(wanted, session, context);
  if (context.json) {
    printJson(context, Object.fromEntries(chosen.map(({ key }) => [key, now[key]])));
  } else {
    const rows = chosen.map((one) => [one.name, settingText(now, one), one.about]);
    printLines(context, alignColumns(rows, { ascii: context.ascii }));
  }
  return 0;
};
