/** Tokens of Telegram bots: the number of the bot, a colon, and a key that begins with two capitals. */

import type { SecretRule } from '../rule.ts';

export const telegramBotToken: SecretRule = {
  id: 'telegram-bot-token',
  title: 'Telegram bot token',
  description:
    'The token of a bot reads and writes in every chat that it is in; its number stands before the colon where the value begins.',
  severity: 'high',
  // The number has no prefix, so the value is taken from the colon on.
  prefixes: [':AA'],
  shape: /(?<=[0-9]{8}):AA[A-Za-z0-9_-]{33}/y,
  remedy: { rotate: 'Send `/revoke` to @BotFather, which makes another token.' },
  reference: 'https://core.telegram.org/bots/features#botfather',
  examples: (make) => ({
    positive: [8, 10].map(
      (digits) => `${make.chars('1-9', digits)}:AA${make.chars('A-Za-z0-9_', 32)}${make.chars('A-Za-z0-9', 1)}`,
    ),
    negative: [`${make.chars('1-9', 9)}:AA${make.chars('A-Za-z0-9', 20)}`, `id:AA${make.chars('A-Za-z0-9', 33)}`],
  }),
};
