import type { Sql } from '#lib/server/db/client.ts';
import { seeded, type Random } from '#lib/server/demo/random.ts';
import { CITIES, FIRST_NAMES, LAST_NAMES, METALS, NOTES, PIECES, STONES } from './vocabulary.ts';

const PORTION = 2_000;

/** Fills a shop up with closed jobs of many customers, so that it has `total` jobs. The same ones each time. */
export async function fillJobs(sql: Sql, shopId: string, total: number): Promise<void> {
	const [shop] = await sql<{ last: number; customer: string; salesperson: string }[]>`
		select s.last_job_number as last, j.customer_id as customer, j.salesperson_id as salesperson
		from shops s join jobs j on j.shop_id = s.id and j.number = 1 where s.id = ${shopId}`;
	if (!shop) throw new Error('The shop has no job to begin with');
	const random = seeded(total);
	for (let from = shop.last + 1; from <= total; from += PORTION) {
		const count = Math.min(PORTION, total - from + 1);
		const rows = Array.from({ length: count }, (_, index) => closedJob(from + index, random));
		await insertJobs(sql, { ...shop, shopId }, rows);
	}
	await sql`update shops set last_job_number = ${total} where id = ${shopId}`;
	await sql`vacuum analyze`;
}

interface ClosedJob {
	number: number;
	title: string;
	name: string;
	company: string | null;
	phone: string;
	notes: string | null;
	day: number;
}

function closedJob(number: number, random: Random): ClosedJob {
	const last = random.pick(LAST_NAMES);
	return {
		number,
		title: `${random.pick(METALS)} ${random.pick(PIECES)}, ${random.pick(STONES)}`,
		name: `${random.pick(FIRST_NAMES)} ${last}${random.below(4) === 0 ? ` ${random.pick(LAST_NAMES)}` : ''}`,
		company: random.below(10) === 0 ? `${last} & ${random.pick(CITIES)} Ltd` : null,
		phone: `+44 20 ${1000 + random.below(9000)} ${1000 + random.below(9000)}`,
		notes: random.below(3) > 0 ? notesOf(random) : null,
		day: random.below(3000)
	};
}

/** A reference that no other job has, as in real notes, makes the shop's list of words long. */
function notesOf(random: Random): string {
	const reference = `ref ${random.below(1_000_000).toString(36)}k${random.below(100)}`;
	return [random.pick(NOTES), random.pick(NOTES), random.pick(NOTES), reference].join('. ');
}

async function insertJobs(
	sql: Sql,
	{ shopId, customer, salesperson }: { shopId: string; customer: string; salesperson: string },
	rows: ClosedJob[]
): Promise<void> {
	await sql`
		insert into jobs (shop_id, number, type, status, rank, version, title, customer_id, customer_name,
			customer_company, customer_phone, customer_tax_exempt, salesperson_id, promised_on, status_since, notes,
			created_at, closed_at, outcome)
		select ${shopId}, number, 'custom', 'RP', 'a0', 1, title, ${customer}, name, company, phone, false,
			${salesperson}, date '2017-01-01' + day, timestamptz '2017-01-01' + day * interval '1 day', notes,
			timestamptz '2016-12-01' + day * interval '1 day', timestamptz '2017-01-09' + day * interval '1 day',
			'picked_up'
		from json_to_recordset(${JSON.stringify(rows)}::text::json)
			as row (number int, title text, name text, company text, phone text, notes text, day int)`;
}
