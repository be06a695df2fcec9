/** What a server tells about itself, read. */
export interface ReadMetrics {
	/** Every metric by its name, as its TYPE line calls it. */
	names: string[];
	/** The value of a sample, labels and all as they stand there: `name{label="value"}`; 0 when there is none yet. */
	value: (sample: string) => number;
}

/** Asks a server for its metrics as somebody on the machine. */
export async function readMetrics(url: string, headers: Record<string, string> = {}): Promise<ReadMetrics> {
	const response = await fetch(`${url}/metrics`, { headers });
	const text = await response.text();
	if (response.status !== 200) throw new Error(`${response.status} ${text}`);
	const lines = text.split('\n');
	return {
		names: lines.flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? []),
		value: (sample) =>
			Number(lines.find((line) => line.startsWith(`${sample} `))?.slice(sample.length + 1) ?? 0)
	};
}
