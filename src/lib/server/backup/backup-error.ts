/** A backup cannot be written, or cannot be restored. The message is for the person at the terminal. */
export class BackupError extends Error {}
