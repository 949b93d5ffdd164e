import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';

/** Secrets as people have them in their environment: variable → value. */
export const SECRETS: Record<string, string> = {
  PGPASSWORD: 'zq01-hunter2',
  PGPASSFILE: '/home/zq02/.pgpass',
  DATABASE_URL: 'postgres://zq03:pw@db.example/hr',
  AWS_ACCESS_KEY_ID: 'AKIAZQ04EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'zq05/K7MDENG/bPx',
  AWS_SESSION_TOKEN: 'zq06session',
  GITHUB_TOKEN: 'ghp_zq07',
  NPM_TOKEN: 'npm_zq08',
  SMTP_PASSWORD: 'zq09 with spaces',
  API_KEY: 'zq10-key',
  SSH_AUTH_SOCK: '/run/zq11/agent',
  SSH_CLIENT: '203.0.113.12 zq12 22',
  HTTPS_PROXY: 'http://zq13:pw@proxy.example',
  LS_COLORS_OF_MINE: 'zq14',
};

/** What is known of the people of a pair, a few of each kind. */
const PERSONAL = {
  firstNames: ['Zq15wina', 'Zq16rick'],
  lastNames: ['Zq17berg', 'Zq18mann'],
  emails: ['zq19@private.example', 'zq20@private.example'],
  numbers: ['zq21-4711', 'zq22-4712'],
  comments: ['zq23 is often ill', 'zq24 got a warning', 'zq25 wants to leave', 'zq26 earns too little'],
  notes: ['zq27', 'zq28', 'zq29', 'zq30'],
};

/** Cells of columns that a bulk transfer does not read (A35). */
export const CELLS = ['zq31 Street 1', 'zq32@home.example', '1980-01-31 zq33', 'IBAN zq34'];

/** Pieces of files that are given in place of others by mistake. */
export const PIECES = ['zq35-private-key', 'zq36-cookie', 'zq37-letter', 'zq38-salary', 'zq39-diary', 'zq40-diagnosis'];

export const PLANTED: readonly string[] = [
  ...Object.values(SECRETS),
  ...Object.values(PERSONAL).flat(),
  ...CELLS,
  ...PIECES,
];

/** Those that stand in `text`, in whatever case. */
export function plantedIn(text: string): string[] {
  const searched = text.toLowerCase();
  return PLANTED.filter((value) => searched.includes(value.toLowerCase()));
}

/** `data` with the personal values planted in two people who own something: their names, addresses and records. */
export function plantedData(data: StoreData, ids: readonly [number, number]): StoreData {
  const people = data.people.map((person) => {
    const index = ids.indexOf(person.id);
    return index === -1 ? person : planted(person, index);
  });
  return { ...data, people };
}

function planted(person: Person, index: number): Person {
  const { firstNames, lastNames, emails, numbers, comments, notes } = PERSONAL;
  const records = Object.entries(person.records).map(([type, held], place) => {
    const texts = { comment: comments[(2 * place + index) % 4] ?? '', note: notes[(2 * place + index) % 4] ?? '' };
    return [type, held.map((record) => ({ ...record, ...texts }))];
  });
  return {
    ...person,
    firstName: firstNames[index] ?? '',
    lastName: lastNames[index] ?? '',
    email: emails[index] ?? '',
    profile: { ...person.profile, 'Employee ID': numbers[index] ?? '' },
    records: Object.fromEntries(records),
  };
}
