/** The hook that is written, and how it is known again. */

import { createHash } from 'node:crypto';

/** What a hook that is there is to us. */
export type HookOrigin =
  /** Written by us, by this version or another, and nobody has changed it. */
  | 'ours'
  /** Written by us, and changed since. */
  | 'changed'
  /** Somebody else's. */
  | 'foreign';

/** What is put behind the name of a hook that was there before. */
export const KEPT_SUFFIX = '.before-leasehold';

const MARK = '# leasehold-hook';
/** Hex digits of the hash of what follows the mark. */
const DIGITS = 16;

/** Everything behind the mark: plain `sh`, since that of Git for Windows runs it too. */
const BODY = `# Written by \`leasehold hook install\`; \`leasehold hook install --uninstall\` takes it away.
# \`git commit --no-verify\` passes it by for once.

kept="$0${KEPT_SUFFIX}"
if [ -x "$kept" ]; then
  "$kept" "$@" || exit $?
fi

if [ -x node_modules/.bin/leasehold ]; then
  exec node_modules/.bin/leasehold lint --staged
elif command -v leasehold >/dev/null 2>&1; then
  exec leasehold lint --staged
elif npx --offline --no-install leasehold --version >/dev/null 2>&1; then
  # Nothing is downloaded behind a commit.
  exec npx --offline --no-install leasehold lint --staged
fi
echo 'leasehold: not found, so that this commit was not looked at for secrets' >&2
echo 'leasehold: install it, or leave it out for once with git commit --no-verify' >&2
exit 1
`;

/** The whole hook. */
export const HOOK_SCRIPT: string = `#!/bin/sh\n${MARK} ${digest(BODY)}\n${BODY}`;

/** Tells whose a hook is. The mark holds the hash of what follows it, so that every version of ours is known and a change is seen. */
export function hookOrigin(text: string): HookOrigin {
  const [, mark, body = ''] = /^#!\/bin\/sh\r?\n# leasehold-hook ([0-9a-f]*)\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (mark === undefined) return text.includes(MARK) ? 'changed' : 'foreign';
  return mark === digest(body.replaceAll('\r\n', '\n')) ? 'ours' : 'changed';
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}
