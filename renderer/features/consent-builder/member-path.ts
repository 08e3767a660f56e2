/** The way to a member of `authorization_details`: names of members and places in arrays. */
export type MemberPath = readonly (string | number)[];

const LONGEST_PATH = 200;

/**
 * Reads the name that a provider gives a member, such as `consentRequest.resources[0].dataClusters[2]`.
 *
 * @returns the way to it from the root of `authorization_details`, so it starts with 0; null for what is no such name
 */
export function readMemberPath(name: string): MemberPath | null {
  if (name.length > LONGEST_PATH) return null;
  // Providers differ in where they start to count: at the parameter, at the array, or at its one object.
  const inside = name.trim().replace(/^\$?(authorization_details)?(\[0\])?\.?/, '');
  if (inside === '') return [0];
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*|\[\d{1,3}\])*$/.test(inside)) return null;

  const parts = inside.match(/\w+/g) ?? [];
  return [0, ...parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
}

/** Writes a path the way providers do, from the one object of `authorization_details`; empty for the whole. */
export function writeMemberPath(path: MemberPath): string {
  return path
    .slice(1)
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
