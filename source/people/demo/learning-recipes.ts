import { dayAgo, momentAgo } from './calendar.ts';
import { takeFrom } from './dice.ts';
import { DIVISIONS } from './organisation.ts';
import type { Recipe } from './recipe.ts';

const COURSES = [
  'Data protection',
  'Active listening',
  'Fire safety',
  'Product basics',
  'Difficult callers',
  'Writing clearly',
  'Payment rules',
  'Telephone system',
  'First aid',
  'Accessibility',
];
const QUIZZES = ['Privacy check', 'Tone of voice', 'Evacuation', 'Price list', 'De-escalation', 'Grammar'];
const BADGES = ['Quick starter', 'Night owl', 'Team player', 'Hundred calls', 'Mentor', 'Polyglot'];
const MATERIALS = ['Video', 'Handout', 'Simulation'];

const course = (n: number): string => takeFrom(COURSES, n);
const certification = (n: number): string => `${course(n)} certified`;

/** Records of the Learning area, by data type id. */
export const LEARNING_RECIPES: Record<string, Recipe> = {
  'course-enrolments': (n, { dice, better }) => ({
    course: course(n),
    status: better ? 'completed' : dice.pick(['in progress', 'enrolled']),
    score: better ? dice.whole(75, 100) : dice.whole(0, 60),
    certification: certification(n),
    completedAt: better ? dayAgo(20 + n) : null,
    ...(n % COURSES.length === 7 ? { archived: true } : {}),
  }),
  'training-material-tracking': (n, { dice, better }) => ({
    course: course(n),
    material: takeFrom(MATERIALS, n),
    seenPercent: better ? 100 : dice.whole(5, 90),
  }),
  'scorm-responses': (n, { dice }) => ({
    course: course(n),
    item: `Q${1 + (n % 9)}`,
    response: dice.pick(['a', 'b', 'c']),
  }),
  'xapi-responses': (n, { dice }) => ({
    course: course(n),
    verb: dice.pick(['answered', 'passed', 'failed']),
    at: momentAgo(20 + n, 660),
  }),
  'quiz-attempts': (n, { better, owner }) => ({
    quiz: takeFrom(QUIZZES, Math.floor(n / 2)),
    attempt: 1 + (n % 2),
    startedAt: momentAgo(40 + n - 2 * (n % 2), 540 + (owner.id % 60)),
    grade: better ? 100 : 50,
  }),
  'quiz-grades': (n, { better }) => ({ quiz: takeFrom(QUIZZES, n), grade: better ? 100 : 50 }),
  'assignment-submissions': (n, { better }) => ({
    assignment: takeFrom(['Call report', 'Role play', 'Essay', 'Case study', 'Field notes', 'Reflection'], n),
    status: better ? 'submitted' : 'new',
    contentSince: better ? momentAgo(30 + n, 720) : null,
  }),
  'module-progress': (n, { dice, better }) => ({
    course: course(n),
    module: 1 + (n % 4),
    state: better ? 'completed' : dice.pick(['started', 'unlocked', 'locked']),
  }),
  'learning-plan-enrolments': (n, { dice }) => ({
    plan: takeFrom(['First 90 days', 'Team lead', 'Quality coach'], n),
    status: dice.pick(['in progress', 'completed']),
  }),
  badges: (n) => ({ badge: takeFrom(BADGES, n), awardedOn: dayAgo(50 + n) }),
  points: (n, { dice }) => ({ leaderboard: takeFrom(['Autumn', 'All time'], n), points: dice.whole(5, 400) }),
  coins: (_n, { dice }) => ({ coins: dice.whole(1, 90) }),
  'reward-requests': (n) => ({
    reward: takeFrom(['Mug', 'Day off', 'Book voucher'], n),
    requestedAt: momentAgo(9 + n, 780),
    state: takeFrom(['open', 'granted'], n),
  }),
  certificates: (n, { dice, better }) => ({
    certificate: `${course(n)} certificate`,
    score: better ? dice.whole(85, 100) : dice.whole(60, 84),
    issuedOn: dayAgo(20 + n),
  }),
  'course-certifications': (n) => ({
    certification: certification(n),
    status: n % 8 === 2 ? 'in renewal' : 'active',
    completedAt: dayAgo(340 + n),
  }),
  'external-certifications': (n, { better }) => ({
    certification: takeFrom(['First responder', 'Sign language A2', 'Forklift', 'Privacy officer', 'Mediation'], n),
    expiresOn: better ? dayAgo(-700 + n) : dayAgo(-90 + n),
  }),
  'external-training': (n) => ({
    training: takeFrom(['Rhetoric', 'Spreadsheets', 'Spanish B1', 'Stress and sleep'], n),
    provider: takeFrom(['Evening College', 'Harbour Institute'], n),
    finishedOn: dayAgo(100 + n),
  }),
  transactions: (n) => ({
    order: `T-${9100 + n}`,
    item: course(n),
    amount: `${10 + ((n * 37) % 230)}.00 EUR`,
    paidOn: dayAgo(60 + n),
  }),
  licences: (n) => ({
    licence: takeFrom(
      ['Course library', 'Language lab', 'Exam pass', 'Coaching hours', 'Webinars', 'Mentor line', 'Lab access'],
      n,
    ),
    branches: [takeFrom(DIVISIONS, n), takeFrom(DIVISIONS, n + 1)],
    endsOn: dayAgo(-200 + n),
  }),
  'learning-statistics': (n) => ({ coursesCompleted: n }),
};
