/** Addresses of hosts and networks, as the condition key `aws:SourceIp` takes them. */

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-fA-F]{1,4}$/;

/**
 * Tells whether a text is an IPv4 or IPv6 address (RFC 4291, section 2.2), or a network in CIDR form (RFC 4632, section 3.1).
 *
 * A zone (`%eth0`) and leading zeros are not taken: what they mean depends on who reads them.
 *
 * @example isAddress('203.0.113.0/24') // true
 */
export function isAddress(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  if (more !== undefined) return false;
  const width = isIpv4(address) ? 32 : isIpv6(address) ? 128 : 0;
  return width > 0 && (bits === undefined || (OCTET.test(bits) && Number(bits) <= width));
}

function isIpv4(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  // The last 32 bits may be written as IPv4, but only at the very end.
  const embedded = last?.includes('.') === true && text.endsWith(last);
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (embedded && !isIpv4(last)) return false;
  if (!plain.every((group) => GROUP.test(group))) return false;
  const length = plain.length + (embedded ? 2 : 0);
  return halves.length === 2 ? length <= 7 : length === 8;
}
