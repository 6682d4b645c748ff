/** Things on the internet: sensors, buildings, boards. */

import { type Family, IDENTIFIER } from './family.ts';

export const DEVICES: Family = {
  id: 'devices',
  opens: 'read measurements and, within its permissions, steer devices',
  severity: 'high',
  rotate: (vendor) => `Regenerate it in the account settings of ${vendor}.`,
  rows: [
    {
      id: 'adafruit-io-key',
      vendor: 'Adafruit IO',
      kind: 'key',
      shape: 'aio_[A-Za-z0-9]{28}',
      reference: 'https://io.adafruit.com/api/docs/',
    },
    {
      id: 'ubidots-token',
      vendor: 'Ubidots',
      kind: 'API token',
      shape: 'BBFF-[A-Za-z0-9]{30}',
    },
    {
      id: 'blynk-client-id',
      vendor: 'Blynk',
      kind: 'OAuth client id',
      shape: 'oa2-client-id_[A-Za-z0-9_-]{32}',
      public: IDENTIFIER,
    },
    {
      id: 'ecostruxure-it-key',
      vendor: 'EcoStruxure IT',
      kind: 'API key',
      shape: 'AK1[A-Za-z0-9/]{50,55}',
      near: ['ecostruxure', 'schneider'],
    },
  ],
};
