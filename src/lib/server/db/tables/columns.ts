import { sql, type SQL } from 'drizzle-orm';
import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Text that sorts by code unit, whatever the database's locale: ranks depend on it. */
export const rankText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Text without case and accents, for searching; `fold_text` is a function of ours in the database. */
export const folded = (columns: SQL) => sql`fold_text(${columns})`;

/** An instant; read and written as a Date, turned into ISO text by the stores. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
