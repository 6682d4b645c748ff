import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMaker } from '../example-maker.ts';
import { bytesLookedAt, findIn } from './test-context.ts';

const make = exampleMaker(11);
const word = `${make.chars('b-df-hj-np-tv-z', 5)}${make.chars('0-9', 2)}${make.chars('b-df-hj-np-tv-z', 3)}`;
const strong = `${make.chars('A-Z', 2)}${make.chars('0-9', 2)}#${make.chars('a-z', 3)}${make.chars('0-9', 1)}!`;
const long = make.chars('0-9a-f', 40);
const key = make.chars('A-Za-z0-9', 32);
const dollar = '$';

describe('a value beside a name that speaks of a credential', () => {
  it.each([
    ['a double-quoted literal', 'a.py', `password = "${strong}"`, 'assigned-password'],
    ['a single-quoted literal', 'a.rb', `  password: '${word}',`, 'assigned-password'],
    ['a bare value of a configuration', 'app.env', `DB_PASSWORD=${word}`, 'assigned-password'],
    ['YAML', 'a.yml', `  db_password: ${word}`, 'assigned-password'],
    ['JSON', 'a.json', `  "client_secret": "${key}",`, 'assigned-secret'],
    ['JSON within a string', 'a.go', `x := "{\\"api_key\\":\\"${key}\\"}"`, 'assigned-key'],
    ['a typed declaration', 'a.ts', `const password: string = "${strong}";`, 'assigned-password'],
    ['an attribute whose name stands before it', 'a.xml', `<property name="password" value="${word}"/>`, 'assigned-password'],
    ['entities', 'a.html', `token: &quot;${key}&quot;`, 'assigned-token'],
    ['the default of a call', 'a.py', `secret = os.environ.get("APP_SECRET", "${key}")`, 'assigned-secret'],
    ['an element of an object', 'a.rb', `ENV["API_TOKEN"] ||= "${key}"`, 'assigned-token'],
    ['a comparison', 'a.js', `if (password === '${strong}') {`, 'assigned-password'],
    ['a query', 'a.md', `https://api.shop.net/v1?access_token=${key}&page=2`, 'assigned-token'],
    ['a header', 'a.sh', `curl -H "Authorization: Bearer ${long}"`, 'authorization-value'],
    ['a scheme in a list', 'a.yml', `  - Bearer ${long}`, 'authorization-value'],
    ['a call that takes a token', 'a.go', `client.SetAuthToken("${long}")`, 'assigned-token'],
    ['a flag', 'a.sh', `tool login --user bob --password ${word}`, 'assigned-password'],
    ['SQL', 'a.sql', `ALTER USER bob IDENTIFIED BY "${word}"`, 'assigned-password'],
    ['a connection string', 'a.config', `x="Server=db1;User Id=sa;Password=${word};"`, 'connection-string-password'],
    ['a comment', 'a.py', `# password = '${strong}'`, 'assigned-password'],
    ['a vendor that is named', 'a.env', `APIDECK_API_KEY=${make.chars('A-Za-z0-9', 40)}`, 'apideck-near'],
    [
      'a vendor in the address',
      'a.js',
      `get("https://unify.apideck.com?api_key=${make.chars('A-Za-z0-9', 40)}")`,
      'apideck-near',
    ],
  ])('is found in %s', (_title, path, line, id) => {
    const findings = findIn(line, path);
    expect(findings.map(({ rule }) => rule.id)).toEqual([id]);
    expect(findings[0]?.why.length).toBeGreaterThanOrEqual(2);
    expect(findings[0]?.why.join('\n')).not.toContain(findings[0]?.value);
    expect(line.slice(findings[0]?.start, findings[0]?.end)).toBe(findings[0]?.value);
  });

  it.each([
    ['a variable', 'a.js', 'password: user.password,'],
    ['a call', 'a.py', 'password = getpass("Password: ")'],
    ['a name of the environment', 'a.js', 'const token = process.env.API_TOKEN;'],
    ['a reference of a template', 'a.yml', `password: ${dollar}{DB_PASSWORD}`],
    ['an expression of a workflow', 'a.yml', `token: ${dollar}{{ secrets.GITHUB_TOKEN }}`],
    ['a placeholder in brackets', 'a.md', 'api_key=<your api key>'],
    ['a word', 'a.md', 'password: changeme'],
    ['its own name', 'a.py', 'password = "password"'],
    ['a label', 'a.json', '"LABEL_PASSWORD": "Your password",'],
    ['a sentence', 'a.go', 'err := errors.New("token: it is not there")'],
    ['a constant of a switch', 'a.c', 'KEY_AUTH = 0x2f1b,'],
    ['a public key', 'a.json', `"publicKeyToken": "${make.chars('0-9a-f', 16)}"`],
    ['the id of a key', 'a.json', `"private_key_id": "${make.chars('0-9a-f', 40)}"`],
    ["a password's hash", 'a.conf', `password: ${dollar}2a${dollar}10${dollar}${make.chars('A-Za-z0-9', 53)}`],
    ['a digest', 'a.lock', `key = "sha256:${make.chars('0-9a-f', 64)}"`],
    ['a date', 'a.json', '"passwordChanged": "2024-02-03T10:11:12Z"'],
    ['nothing', 'a.env', 'PASSWORD='],
    ['a literal that does not end', 'a.py', `password = "${strong}`],
    ['other names', 'a.py', `colour = "${key}"`],
    ['a binary file', 'a.bin', `\0password = "${strong}"`],
    ['a flag without a value', 'a.sh', 'tool --password --user bob'],
  ])('is not found in %s', (_title, path, line) => {
    expect(findIn(line, path)).toEqual([]);
  });

  it('is listed when it is made of words, but mixed as a password must be', () => {
    const made = ['Sum', 'mer', make.chars('3-9', 4), '!'].join('');
    expect(findIn(`db_password = "${made}"`, 'a.py')).toMatchObject([{ tier: 'heuristic', value: made }]);
    expect(findIn(`db_password = get${made.slice(0, -1)}()`, 'a.py')).toEqual([]);
  });

  it('is listed, and no more, when everybody knows it', () => {
    const [finding] = findIn(`aws_secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}"`, 'a.py');
    expect(finding).toMatchObject({ tier: 'heuristic', severity: 'info' });
  });
});

describe('the sweep', () => {
  it('never stumbles, whatever the bytes are, and finds nothing outside them', () => {
    const pieces = fc.constantFrom(
      'password',
      'api_key',
      ' = ',
      ': ',
      '=',
      '"',
      "'",
      '\\"',
      '&quot;',
      '(',
      ')',
      '\n',
      'Bearer ',
      strong,
      key,
      '\xff',
      '\0',
      '${',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
        const line = parts.join('');
        for (const { start, end, value } of findIn(line, 'a.txt')) expect(line.slice(start, end)).toBe(value);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['operators in a row', 'key='],
    ['operators in a row that never end', ['key', '1x=1x=1x='].join('=')],
    ['names in a row', 'password'],
    ['quotes that open', 'key="'],
    ['escaped quotes', 'key=\\"1'],
    ['blanks behind operators', `token=${' '.repeat(60)}`],
    ['calls in calls', 'key=f('],
    ['names that are joined', 'key=a.b.c.d-e-f-g.'],
    ['flags in a row', '--password '],
    ['schemes in a row', `Bearer ${'a1'.repeat(8)} `],
    ['many values', ['key', 'a1b2c3 '].join('=')],
  ])('looks at few bytes for each of a long line: %s', (_title, piece) => {
    const text = piece.repeat(Math.ceil(4000 / piece.length));
    const once = bytesLookedAt(text);
    expect(once).toBeLessThan(260 * text.length);
    expect(bytesLookedAt(text + text)).toBeLessThanOrEqual(2.2 * once);
  });
});
