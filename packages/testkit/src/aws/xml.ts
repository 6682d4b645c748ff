/** Values as the XML that AWS's query services and S3 answer with. */

/** Text, a list of members, or elements by name; undefined elements are left out. */
export type XmlValue = string | number | boolean | readonly XmlValue[] | { readonly [element: string]: XmlValue | undefined };

/**
 * Writes elements; the items of a list become repeated elements.
 *
 * @example xml({ Name: 'a', Item: [{ Key: 'x' }, { Key: 'y' }] }) // '<Name>a</Name><Item><Key>x</Key></Item><Item><Key>y</Key></Item>'
 */
function xml(value: XmlValue): string {
  if (typeof value !== 'object') return escapeXml(String(value));
  if (Array.isArray(value)) return value.map(xml).join('');
  return Object.entries(value)
    .map(([name, child]) => {
      if (child === undefined) return '';
      if (Array.isArray(child)) return child.map((item: XmlValue) => `<${name}>${xml(item)}</${name}>`).join('');
      return `<${name}>${xml(child)}</${name}>`;
    })
    .join('');
}

/** The document of one answer. */
export function xmlDocument(root: string, namespace: string | undefined, value: XmlValue): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${xml(value)}</${root}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
