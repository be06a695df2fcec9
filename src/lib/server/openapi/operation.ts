import type { GenericSchema } from 'valibot';
import type { ProblemCode } from '#lib/problems/problem.ts';

/** One method of one address of the API, as the OpenAPI document tells it. */
export interface Operation {
	method: 'get' | 'post' | 'patch' | 'put' | 'delete';
	/** Below `/api/v1`, with `{name}` for its parameters. */
	path: string;
	summary: string;
	/** The schema that the JSON body is parsed by. */
	body?: GenericSchema;
	/** The schema that the text parts of a multipart body are parsed by; a part that is called `file` comes with them. */
	upload?: GenericSchema;
	/** The schema that the query is parsed by. */
	query?: GenericSchema;
	/** The answer when all is well; `type` when it is not JSON, `null` when it is empty. */
	answer: { status: 200 | 201 | 204; description: string; type?: string | null };
	/** What it refuses with, besides what every operation may answer. */
	problems?: readonly ProblemCode[];
	/** Whether it answers those who are not signed in. */
	isPublic?: true;
	/** Whether it hides from those who are not signed in that there is anything: they get its 404. */
	isHidden?: true;
}
