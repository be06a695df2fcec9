/**
 * A CSV file to download, made as fast as it is taken. Where making it fails half-way, the connection breaks, so that
 * nobody takes a part for the whole.
 */
export function csvResponse({
	fileName,
	text
}: {
	fileName: string;
	text: AsyncGenerator<string>;
}): Response {
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { value, done } = await text.next();
			if (done) controller.close();
			else controller.enqueue(new TextEncoder().encode(value));
		},
		async cancel() {
			await text.return(undefined);
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8; header=present',
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff'
		}
	});
}
