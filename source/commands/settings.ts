import { countOf } from '../model/finding.ts';
import type { Settings } from '../model/store-data.ts';
import type { User } from '../model/user.ts';
import { changeSettings } from '../session/change-settings.ts';
import { openSession } from '../session/open-session.ts';
import { findSetting, parseSetting, SETTINGS, settingText } from '../session/parse-setting.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

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
    if (wanted?.seats != null) printAside(context, seatsRemark(wanted.seats, await session.store.users()));
  }
  return 0;
};

/** That there are fewer seats than people who have one. */
function seatsRemark(seats: number, users: readonly User[]): string[] {
  const active = users.filter((user) => user.active).length;
  if (active <= seats) return [];
  const there = `${countOf(active, 'account')} ${active === 1 ? 'is' : 'are'} active already, more than there are seats.`;
  return [`${there} They stay so; nobody can be added or activated before as many are closed.`];
}
