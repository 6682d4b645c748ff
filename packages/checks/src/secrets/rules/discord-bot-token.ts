/** Tokens of Discord bots: the id of the bot in base 64, a time, and a signature. */

import { decodeBase64, encodeBase64Url } from '../proof/base64.ts';
import { instantOf } from '../proof/instant.ts';
import { judgedForm } from '../proof/judged.ts';
import { toBytes, toText } from '../proof/latin1.ts';
import type { Candidate, SecretRule, Verdict } from '../rule.ts';

/** The first millisecond of 2015, from which ids count. */
const EPOCH = 1_420_070_400_000;

function check({ value }: Candidate): Verdict {
  const id = toText(decodeBase64(value.slice(0, value.indexOf('.'))) ?? new Uint8Array());
  const made = /^\d{17,20}$/.test(id) ? instantOf(Math.floor((Number(BigInt(id) >> 22n) + EPOCH) / 1000)) : undefined;
  return judgedForm(made && `begins with the id ${id} of a bot made ${made.slice(0, 10)}`, 'does not begin with the id of a bot');
}

export const discordBotToken: SecretRule = {
  id: 'discord-bot-token',
  title: 'Discord bot token',
  description: 'The token of a bot reads and writes in every server that it was invited to.',
  severity: 'high',
  // The first digit of the id, and half of its second.
  prefixes: ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'],
  shape: /[MNO][A-Za-z0-9]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/y,
  check,
  remedy: { rotate: 'Reset it under Bot of the application in the Developer Portal.' },
  reference: 'https://docs.discord.com/developers/reference#authentication',
  examples: (make) => ({
    positive: [18, 19].map((digits) => {
      const id = encodeBase64Url(toBytes(`1${make.chars('0-9', digits - 1)}`));
      return `${id}.${make.chars('A-Za-z0-9_', 6)}.${make.chars('A-Za-z0-9_', 38)}`;
    }),
    negative: [`MT${make.chars('A-Za-z0-9', 22)}.${make.chars('A-Za-z0-9', 6)}.${make.chars('A-Za-z0-9', 20)}`],
  }),
};
