import { RETRY_AFTER } from './problem.ts';

/** What a browser shows while nobody can be recognised because the database is away; it asks again by itself. */
export function unavailablePage(): Response {
	return new Response(PAGE, {
		status: 503,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'cache-control': 'no-store',
			'retry-after': String(RETRY_AFTER),
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
		}
	});
}

const PAGE = `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<meta http-equiv="refresh" content="${RETRY_AFTER}" />
		<title>Back in a moment · Benchboard</title>
		<style>
			body { display: grid; min-height: 90vh; margin: 0; place-items: center; font: 16px/1.5 system-ui, sans-serif; }
			main { max-width: 26rem; padding: 24px; }
			h1 { margin: 0 0 8px; font-size: 1.375rem; }
		</style>
	</head>
	<body>
		<main>
			<h1>Back in a moment</h1>
			<p>The database does not answer. What was saved is safe; this page tries again by itself.</p>
		</main>
	</body>
</html>
`;
