import { expect, test } from 'vitest';
import { readFault, readXml } from './xml.ts';

const ROLE = `<?xml version="1.0" encoding="UTF-8"?>
<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
  <GetRoleResult><Role><RoleId>0123</RoleId><Doc>{&quot;a&quot;:&#x27;b&#x27;}</Doc><Empty></Empty></Role></GetRoleResult>
</GetRoleResponse>`;

test('text is found by its path, entities are decoded, and digits stay text', () => {
  const role = readXml(ROLE, 'GetRoleResponse');
  expect([
    role?.text('GetRoleResult', 'Role', 'RoleId'),
    role?.text('GetRoleResult', 'Role', 'Doc'),
    role?.text('GetRoleResult', 'Role', 'Empty'),
    role?.text('GetRoleResult', 'Nothing', 'RoleId'),
    role?.text('constructor'),
  ]).toEqual(['0123', `{"a":'b'}`, '', undefined, undefined]);
});

test.each([0, 1, 3])('a list has as many entries as the answer has members: %i', (count) => {
  const members = Array.from({ length: count }, (_, at) => `<member>p${at}</member>`).join('');
  const list = readXml(`<R><Names>${members}</Names></R>`, 'R')?.list('Names', 'member') ?? [];
  expect(list.map((each) => each.text())).toEqual(Array.from({ length: count }, (_, at) => `p${at}`));
});

test.each([
  ['an empty body', ''],
  ['a page of a proxy', '<!doctype html><html><body><br>Bad gateway</body></html>'],
  ['JSON', '{"GetRoleResponse":{}}'],
  ['another root', '<Other/>'],
  ['an entity that is not defined', '<GetRoleResponse>&nbsp;</GetRoleResponse>'],
])('%s is not the answer', (_what, body) => {
  expect(readXml(body, 'GetRoleResponse')).toBeUndefined();
});

test('an answer that is cut off anywhere is not an answer', () => {
  for (let end = 0; end < ROLE.length; end++) expect(readXml(ROLE.slice(0, end), 'GetRoleResponse')).toBeUndefined();
});

test('an entity bomb is refused instead of expanded', () => {
  const bomb = '<!DOCTYPE R [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><R>&b;</R>';
  expect(readXml(bomb, 'R')?.text() ?? '').not.toContain('xxxx');
});

test.each([
  [
    'STS and IAM',
    '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
    'no',
  ],
  ['S3', '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>no</Message></Error>', 'no'],
  ['Ceph, which does not explain itself', '<Error><Code>AccessDenied</Code><Message></Message></Error>', ''],
  ['Ceph, which begins an answer before it fails', '<R></R><?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', ''],
  ['EC2', '<Response><Errors><Error><Code>AccessDenied</Code><Message>no</Message></Error></Errors></Response>', 'no'],
])('an error of %s is read', (_who, body, message) => {
  expect(readFault(body)).toEqual({ code: 'AccessDenied', message });
});

test.each(['', '<html/>', '<Error><Message>no code</Message></Error>', '<ErrorResponse><Error>'])(
  '%j is no error that can be read',
  (body) => {
    expect(readFault(body)).toBeUndefined();
  },
);
