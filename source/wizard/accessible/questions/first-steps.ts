import { bulkItems } from '../../logic/bulk.ts';
import { homeItems } from '../../logic/home.ts';
import { MERGE_ITEMS } from '../../logic/merge-way.ts';
import { homeFacts } from '../../screens/home-facts.ts';
import { ABOUT_MERGING, bulkSteps } from '../../screens/way-words.ts';
import type { Asking } from '../question.ts';
import { menuList } from './menu-list.ts';

/** The first screen: who works where, and the ways on. */
export const askHome: Asking = (state) => ({
  facts: homeFacts(state).map(([label, text]) => `${label}: ${text}.`),
  list: menuList(homeItems(state)),
  back: null,
});

/** Two profiles, or a file of many. */
export const askMergeWay: Asking = () => ({ facts: ABOUT_MERGING, list: menuList(MERGE_ITEMS) });

/** The start of a bulk transfer or merge. */
export const askBulk: Asking = (state) => ({
  facts: bulkSteps(state).map((step) => step.replace(/^(\d)\. /, 'Step $1: ')),
  list: menuList(bulkItems(state)),
});
