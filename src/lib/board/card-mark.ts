/** What a card shows for a moment: somebody else has just moved it. */
export type CardMark = { kind: 'moved'; by: string | null };
