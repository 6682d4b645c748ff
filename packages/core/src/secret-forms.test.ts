import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretForms } from './secret-forms.ts';

test('every encoding that a log may show is among the forms', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme' }), (value) => {
      const forms = secretForms(value);
      const bytes = Buffer.from(value);
      for (const form of [
        value,
        bytes.toString('base64'),
        bytes.toString('base64url'),
        bytes.toString('hex'),
        encodeURIComponent(value),
      ]) {
        expect(forms).toContain(form);
      }
    }),
  );
});

test('each line of a secret with several lines is a form of its own', () => {
  expect(secretForms('first line\nsecond line')).toEqual(
    expect.arrayContaining(['first line', 'second line', 'first line\\nsecond line']),
  );
});

test('forms too short to mask without blanking the log are left out', () => {
  expect(secretForms('a\nlong enough')).not.toContain('a');
});
