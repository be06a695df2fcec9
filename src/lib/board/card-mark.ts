/** What a card shows for a moment: its own change is on the way, or somebody else has just moved it. */
export type CardMark = { kind: 'pending' } | { kind: 'moved'; by: string | null };
