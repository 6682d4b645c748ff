/** Social networks, games, pictures and film. */

import type { Family } from './family.ts';

export const MEDIA: Family = {
  id: 'media',
  opens: 'read and, within its permissions, post as its owner',
  severity: 'high',
  rotate: (vendor) => `Regenerate it in the settings of the app at ${vendor}.`,
  rows: [
    {
      id: 'facebook-access-token',
      vendor: 'Facebook',
      kind: 'access token',
      shape: 'EAA[CM][A-Za-z0-9]{100,500}',
      prefixes: ['EAAC', 'EAAM'],
      reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/',
    },
    {
      id: 'facebook-graph-explorer-token',
      vendor: 'Facebook',
      kind: 'Graph API Explorer token',
      shape: 'EAACEdEose0cBA[A-Za-z0-9]{20,500}',
    },
    { id: 'instagram-access-token', vendor: 'Instagram', kind: 'access token', shape: 'IGQVJ[A-Za-z0-9_-]{50,500}' },
    {
      id: 'x-bearer-token',
      vendor: 'X',
      kind: 'app bearer token',
      shape: 'AAAA[A-Za-z0-9%]{50,500}',
      near: ['twitter', 'bearer', 'x.com'],
    },
    {
      id: 'pinterest-access-token',
      vendor: 'Pinterest',
      kind: 'access token',
      shape: 'pina_[A-Za-z0-9_-]{20,200}',
    },
    {
      id: 'twitch-stream-key',
      vendor: 'Twitch',
      kind: 'stream key',
      shape: 'live_[0-9]{8,12}_[A-Za-z0-9]{30,36}',
      rotate: 'Reset the primary stream key under Stream in the Twitch creator dashboard.',
    },
    {
      id: 'lichess-token',
      vendor: 'Lichess',
      kind: 'personal access token',
      shape: 'lip_[A-Za-z0-9_]{16,60}',
      severity: 'medium',
      rotate: 'Delete it at lichess.org/account/oauth/token.',
      reference: 'https://lichess.org/api',
    },
    {
      id: 'riot-games-key',
      vendor: 'Riot Games',
      kind: 'API key',
      shape: 'RGAPI-<uuid>',
      severity: 'medium',
      reference: 'https://developer.riotgames.com/docs/portal',
    },
    {
      id: 'shutterstock-token',
      vendor: 'Shutterstock',
      kind: 'OAuth token',
      shape: 'v2/[A-Za-z0-9]{388}',
    },
    {
      id: 'cloudinary-address',
      vendor: 'Cloudinary',
      kind: 'environment address with key and secret',
      shape: 'cloudinary://[0-9]{15}:[A-Za-z0-9_-]{27}@[A-Za-z0-9_-]{2,60}',
      tier: 'paired',
      rotate: 'Generate another key under Settings, API Keys at Cloudinary and delete this one.',
      reference: 'https://cloudinary.com/documentation/developer_onboarding_faq_find_credentials',
    },
    {
      id: 'imagekit-private-key',
      vendor: 'ImageKit',
      kind: 'private API key',
      shape: 'private_[A-Za-z0-9_-]{8,128}',
      near: ['imagekit'],
    },
    {
      id: 'bannerbear-key',
      vendor: 'Bannerbear',
      kind: 'API key',
      shape: 'bb_(pr|ma)_[0-9a-f]{30}',
      severity: 'medium',
      prefixes: ['bb_pr_', 'bb_ma_'],
    },
  ],
};
