/** The embedded database cannot be used. The message is one line for the person at the terminal. */
export class EmbeddedError extends Error {}
