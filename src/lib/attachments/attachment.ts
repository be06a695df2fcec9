/** A1: what the customer asks for, and what the vendor drew for the customer to approve. */
export const ATTACHMENT_KINDS = ['inspiration', 'drawing'] as const;

/** A5: thumbnails are at most this many bytes. */
export const THUMBNAIL_MAX_BYTES = 30_000;
