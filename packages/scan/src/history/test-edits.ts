/** Histories as tests need them: files that are edited at random, with secrets that come, go, move, are cut, and lose what stands near them. */

import { execFileSync } from 'node:child_process';
import { exampleMaker, RULES } from '@leasehold/checks';
import { openObjects, openWalk, planPack } from '@leasehold/git';
import type { TestTree } from '../test-tree.ts';
import { keyOf } from './contents.ts';
import { openOpeningScanner } from './opening-scanner.ts';
import { newSightings } from './sightings.ts';

/** Files of a history. */
const FILES = 6;
const LINES = 60;

/** Commits edits of files and packs them, each mostly as a delta. */
export function commitEdits(tree: TestTree, seed: number, commits: number): void {
  const make = exampleMaker(seed);
  const below = (count: number): number => make.pick(Array.from({ length: count }, (_, at) => at));
  const examples = Array.from({ length: 40 }, () => make.pick(make.pick(RULES).examples(make).positive.concat(' '))).concat(
    RULES.filter(({ id }) => /private-key|aws-access-key|jwk/.test(id)).flatMap((rule) =>
      rule.examples(make).positive.slice(0, 3),
    ),
  );
  const near = [...new Set(RULES.flatMap((rule) => rule.near ?? []))];
  const line = (): string =>
    make.pick([
      () => `const ${make.chars('a-z', 8)} = ${make.chars('a-z', 5)}(${below(1000)});`,
      () => make.pick(examples),
      () => `  ${make.pick(near)}: "${make.pick(examples)}",`,
      () => `# ${make.pick(near)}`,
      () => `password = "${make.chars('A-Za-z0-9', 12)}"`,
      () => make.chars('A-Za-z0-9+/', below(300)),
    ])();
  const files = Array.from({ length: FILES }, () => Array.from({ length: LINES }, line));

  const edit = (lines: string[]): void => {
    const at = below(lines.length);
    const old = lines[at] ?? '';
    make.pick([
      () => lines.splice(at, 0, line()),
      () => lines.splice(at, 1 + below(3)),
      () => lines.splice(below(lines.length), 0, ...lines.splice(at, 1 + below(6))),
      () => lines.splice(at, 0, ...lines.slice(at, at + 5)),
      () => lines.splice(at, 1, old.slice(0, old.length >> 1), old.slice(old.length >> 1)),
      () => lines.splice(at, 2, lines.slice(at, at + 2).join('')),
      () => lines.splice(at, 1, old.replace(/[a-z]/, make.chars('a-zA-Z0-9 ', 1))),
      () => lines.splice(at, 0, `${make.pick(near)} `),
      () => lines.splice(at, 0, ...make.pick(examples).split('\n')),
    ])();
  };

  const stream: Buffer[] = [];
  const say = (text: string): void => void stream.push(Buffer.from(text, 'latin1'));
  for (let commit = 0; commit < commits; commit++) {
    const message = `${make.chars('a-z', 6)} ${below(9) === 0 ? make.pick(examples) : ''}`;
    say(`commit refs/heads/main\nmark :${commit + 1}\ncommitter Ada <ada@example.com> ${1_700_000_000 + commit} +0000\n`);
    say(`data ${message.length}\n${message}\n${commit === 0 ? '' : `from :${commit}\n`}`);
    for (const at of new Set([below(FILES), below(FILES)])) {
      const lines = files[at] as string[];
      for (let edits = commit === 0 ? 0 : 1 + below(3); edits > 0; edits--) edit(lines);
      const bytes = encoded(lines.join(below(12) === 0 ? '\r\n' : '\n'), below(20));
      say(`M 644 inline file-${at}\ndata ${bytes.length}\n`);
      stream.push(bytes);
      say('\n');
    }
  }
  execFileSync('git', ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet'], {
    cwd: tree.root,
    input: Buffer.concat(stream),
  });
  tree.git('repack', '-adfq', '--depth=40', '--window=20');
}

/** Now and then as UTF-16, with a byte order mark, or with a NUL. */
function encoded(text: string, dice: number): Buffer {
  if (dice === 0) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (dice === 1) return Buffer.from(`${text}\0`, 'latin1');
  return Buffer.from(dice === 2 ? `\ufeff${text}` : text, dice === 2 ? 'utf8' : 'latin1');
}

/** What scanning every content in full finds, as `rule fingerprint`; what only its surroundings tell where it is asked for. */
export function foundInWhole(gitFolder: string, contextual: boolean): ReadonlySet<string> {
  const store = openObjects(gitFolder);
  const scanner = openOpeningScanner({}, contextual);
  const sightings = newSightings(() => {});
  for (const pack of store.packs) {
    const plan = planPack(pack);
    const walk = openWalk(pack, { plan }, ({ bytes, position }) => {
      for (const raw of scanner.scan(bytes.slice(), '')) sightings.note(raw, String(position));
      return 0;
    });
    walk.go(0, plan.count);
    walk.close();
  }
  store.close();
  return new Set(sightings.list().map(keyOf));
}
