import type { Look } from './health-check.ts';

/** Which signs are drawn. Plain ASCII is no fault. */
export const checkLocale: Look = async ({ context: { ascii } }) =>
  ascii
    ? {
        name: 'locale',
        ok: true,
        message: 'Plain ASCII signs: the locale is not UTF-8, or --ascii was said.',
        cure: 'Where the terminal shows all scripts, set a UTF-8 locale: LANG=C.UTF-8',
      }
    : { name: 'locale', ok: true, message: 'UTF-8: names of every script are shown as they are.' };
