/** What an id looks like, whoever made it. Anything else names nothing, and never reaches the database. */
export const ID = /^[\w-]{1,40}$/;
