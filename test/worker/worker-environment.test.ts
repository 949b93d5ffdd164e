import { expect, test } from 'vitest';
import { workerEnvironment } from '../../source/worker/worker-environment.ts';

test('who, where, the language and the time zone are handed on', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/jane',
    USER: 'jane',
    LOGNAME: 'jane',
    SUDO_USER: 'jane',
    LANG: 'C.UTF-8',
    LC_ALL: 'C',
    LC_CTYPE: 'C.UTF-8',
    TZ: 'UTC',
    TMPDIR: '/tmp',
  };
  expect(workerEnvironment(env)).toEqual(env);
});

test('nothing else is, whatever it is called', () => {
  const env = {
    PGPASSWORD: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    NODE_OPTIONS: '--inspect',
    HANDOVER_STORE: 'x',
    SUDO_COMMAND: 'x',
    SSH_AUTH_SOCK: 'x',
    MY_PATH: 'x',
    PATHS: 'x',
    LC_: 'x',
    lc_all: 'x',
    TZ: undefined,
  };
  expect(workerEnvironment(env)).toEqual({});
});
