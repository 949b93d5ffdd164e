import { countOf } from '../../model/finding.ts';
import { findNearest } from './find-nearest.ts';

/** "UTC+1", "GMT-05:00", "+0100", "(UTC+01:00) Amsterdam", "Etc/GMT+15": how far a clock is ahead of UTC. */
const OFFSET =
  /^\(?(?<etc>Etc\/)?(?:UTC|GMT|UT|Z)?\s?(?<sign>[-+\u2212\u2013])\s?(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?(?!\d)/i;

/** What is written in capitals for short, by whoever has such a clock. */
const ABBREVIATION = /^[A-Z]{2,5}$/;

const ANY = 'Write a name of the list, such as Europe/London.';

/** Abbreviations that the list does not have → regions that have it. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Adelaide'],
  ADT: ['America/Halifax'],
  AEDT: ['Australia/Sydney'],
  AEST: ['Australia/Brisbane', 'Australia/Sydney'],
  AWST: ['Australia/Perth'],
  BRT: ['America/Sao_Paulo'],
  CDT: ['America/Chicago'],
  CEST: ['Europe/Berlin', 'Europe/Paris'],
  EDT: ['America/New_York'],
  EEST: ['Europe/Athens', 'Europe/Helsinki'],
  HKT: ['Asia/Hong_Kong'],
  KST: ['Asia/Seoul'],
  MDT: ['America/Denver'],
  MESZ: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  MEZ: ['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich'],
  MSK: ['Europe/Moscow'],
  NZDT: ['Pacific/Auckland'],
  NZST: ['Pacific/Auckland'],
  PDT: ['America/Los_Angeles'],
  PHT: ['Asia/Manila'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  WEST: ['Europe/Lisbon'],
};

/**
 * Why a text that is not in the list of time zones is none, and what to write. The zone whose city is meant, or one that
 * differs in a few letters, is offered; of an offset the zone of that offset, whose sign is the other one (Etc/GMT-1 is an
 * hour ahead of UTC); of an abbreviation the regions that use it, never another abbreviation.
 * @param isNear whether a zone that is near may be looked for: that takes long
 */
export function explainTimeZone(
  text: string,
  timeZones: readonly string[],
  isNear: boolean,
): { reason: string; cure: string } {
  const offset = OFFSET.exec(text)?.groups;
  if (offset !== undefined) return explainOffset(offset, timeZones);
  const reason = 'the list of time zones does not have it';
  const named = isNear ? zoneOfCity(text, timeZones) : null;
  if (named === null && ABBREVIATION.test(text)) {
    const regions = (REGIONS[text] ?? []).filter((zone) => timeZones.includes(zone));
    const which = regions.length === 0 ? 'Europe/London' : regions.join(' or ');
    return {
      reason: 'an abbreviation like this is not in the list',
      cure: `Write the region where the person works, such as ${which}.`,
    };
  }
  const near = named ?? (isNear ? findNearest(text, timeZones) : null);
  return { reason, cure: near === null ? ANY : `Write ${near}, if that is meant.` };
}

function explainOffset(
  { etc, sign, hours, minutes = '00' }: Record<string, string | undefined>,
  timeZones: readonly string[],
): { reason: string; cure: string } {
  const reason = 'it is a distance from UTC and not a name of the list';
  const region = 'Write the region where the person works, such as Europe/London';
  const isAhead = sign === '+';
  const count = Number(hours);
  const zone = count === 0 ? 'Etc/UTC' : `Etc/GMT${isAhead ? '-' : '+'}${count}`;
  // Behind Etc/ nobody knows which way round the sign was meant.
  if (etc !== undefined || minutes !== '00' || !timeZones.includes(zone)) return { reason, cure: `${region}.` };
  if (count === 0) return { reason, cure: `${region}, or Etc/UTC.` };
  const far = `${countOf(count, 'hour')} ${isAhead ? 'ahead of' : 'behind'} UTC all year`;
  return { reason, cure: `${region}. What is ${far} is called ${zone}: the sign there is the other way round.` };
}

/** The zone of a city: "new york". */
function zoneOfCity(text: string, timeZones: readonly string[]): string | null {
  const city = cityOf(text.toLowerCase().replace(/\s+/g, '_'));
  const isNamed = (name: string) => name.includes('/') && cityOf(name.toLowerCase()) === city;
  return timeZones.find(isNamed) ?? null;
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
