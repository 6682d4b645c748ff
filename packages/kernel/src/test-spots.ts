/** What a kernel tells of a text. */

import type { Kernel, Spot } from './kernel.ts';

/** Everything that a kernel finds in a text, the escapes behind the others. */
export function spotsOf(kernel: Kernel, text: string): readonly Spot[] {
  const spots: Spot[] = [];
  const room = kernel.room(text.length);
  for (let k = 0; k < text.length; k++) room[k] = text.charCodeAt(k);
  kernel.scan(text.length, (anchor, start, end) => spots.push({ anchor, start, end }));
  const late = ({ anchor }: Spot): boolean => anchor === 'escapes';
  return [...spots.filter((spot) => !late(spot)), ...spots.filter(late)];
}
