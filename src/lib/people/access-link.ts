/** P3: what a link of an admin lets its holder do, once. */
export const LINK_KINDS = ['invitation', 'password'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** P3: days for which a link works. */
export const LINK_DAYS: Record<LinkKind, number> = { invitation: 7, password: 2 };
