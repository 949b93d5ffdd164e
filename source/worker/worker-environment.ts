/** Who and where (sudo's word of who asked among it), the language, the time zone: nothing that could hold a secret. */
const HANDED_ON = /^(PATH|HOME|USER|LOGNAME|SUDO_USER|DOAS_USER|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR)$/;

/**
 * What of the starter's environment `env` a worker gets: it outlives its starter by hours, and whoever may look at its
 * process would read every token and password that was set there.
 */
export function workerEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const handedOn: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && HANDED_ON.test(name)) handedOn[name] = value;
  }
  return handedOn;
}
