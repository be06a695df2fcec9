/**
 * Takes in what is left of a body that nobody has read. Otherwise it would stand in the way of the next request on the
 * same connection, which the server would reset after a while. How much there can be is the server's own limit.
 */
export async function drain(request: Request): Promise<void> {
	if (request.body === null || request.bodyUsed) return;
	const reader = request.body.getReader();
	try {
		while (!(await reader.read()).done);
	} catch {
		// The client has gone, or sent more than the server takes: nothing stands in anybody's way.
	}
}
