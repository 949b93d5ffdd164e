import { type Dice, takeFrom } from './dice.ts';

export interface Name {
  firstName: string;
  lastName: string;
  /** The name in a to z for a login, or null where it has no such spelling. */
  latin: string | null;
}

const FIRST_NAMES = (
  'Ada Aisha Alba Amélie Anders Anneke Arjun Beatriz Bjørn Bruno Callum Carmen Chidi Chloë Daria Dmitri Eilidh Elif Emeka ' +
  'Esther Fatima Felix Fiona Gabriel Giulia Grace Hamza Hanna Harriet Idris Ines Iona Jakub Jamila Joaquín Jonas Kaia Karim ' +
  'Katarzyna Lachlan Leila Liam Lotte Lucía Małgorzata Mateo Mei Milan Nadia Niamh Nils Noor Olga Omar Oskar Petra Quentin ' +
  'Rafael Rosa Ruth Samira Seán Siiri Sofia Stellan Tamar Thandiwe Theo Uma Viktor Wanda Xavier Yara Yusuf Zoë Żaneta'
).split(' ');
const LAST_NAMES = (
  "Abbott Adeyemi Ångström Barrow Bellweather Bianchi Birch Castellan Chandra Cooper-Vance Dąbrowski D'Amato Eriksen Farouk " +
  "Fernández Fletcher Gallagher Garnet Grünwald Halloran Hargreave Hassan Ibarra Iversen Jansen Kaplan Kovač Kowalczyk L'Heureux " +
  "Lindqvist Löwe MacAllister Marchetti Marlow Mbeki-Stone Mercer Møller Nakamura Novák Núñez O'Brien O'Keeffe Okafor Oliveira " +
  'Østergaard Patel Pemberton Petrov Quist Ramsey Rosenthal Rossi Sandoval Şahin Sørensen Stanhope Strand Tanaka Thorne ' +
  'Underhill Vasquez Villanueva Weatherby Whitlock Wójcik Yilmaz Zamora Zielinski Štern'
).split(' ');
const OTHER_SCRIPTS: readonly (readonly [first: string, last: string])[] = [
  ['美玲', '陳'],
  ['さくら', '小松原'],
  ['健太', '高柳'],
  ['서연', '남궁'],
  ['ليلى', 'المنصوري'],
  ['יעל', 'שרביט'],
  ['Ольга', 'Ветрова'],
  ['Ελένη', 'Παπαγιάννη'],
];
const LONG_NAME = [
  'Maximiliana Theodora Wilhelmina',
  'von Hohenbrunn-Zabelstein auf Niederwallersdorf und Obertannengrün',
] as const;

/** The name of person `id`: mostly Latin with and without accents, now and then another script, rarely a very long one. */
export function makeName(id: number, dice: Dice): Name {
  if (id % 97 === 41) return { firstName: LONG_NAME[0], lastName: LONG_NAME[1], latin: 'maximiliana.vonhohenbrunn' };
  if (id % 23 === 7) {
    const [firstName, lastName] = takeFrom(OTHER_SCRIPTS, Math.floor(id / 23));
    return { firstName, lastName, latin: null };
  }
  const firstName = dice.pick(FIRST_NAMES);
  const lastName = dice.pick(LAST_NAMES);
  return { firstName, lastName, latin: `${plain(firstName)}.${plain(lastName)}` };
}

const WITHOUT_ACCENT: Record<string, string> = { ø: 'o', ł: 'l', ı: 'i' };

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[øłı]/g, (letter) => WITHOUT_ACCENT[letter] ?? '')
    .replace(/[^a-z-]/g, '');
}
