import * as v from 'valibot';

const flag = v.optional(v.string());
const origin = v.pipe(
	v.string(),
	v.check(
		isOrigin,
		'must be http:// or https:// and a host, without a path, such as https://board.example.com'
	)
);
const endpoint = v.pipe(
	v.string(),
	v.check(isHttp, 'must be a complete address such as https://s3.example.com or http://127.0.0.1:9000')
);

const Settings = v.object({
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d+$/, 'must be a port number'),
			v.transform(Number),
			v.maxValue(65535, 'must be a port number')
		),
		'3000'
	),
	HOST: v.optional(v.string(), '0.0.0.0'),
	ORIGIN: v.optional(origin),
	DATA_DIR: v.optional(v.string(), '.data'),
	DATABASE_URL: v.optional(
		v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://'))
	),
	S3_ENDPOINT: v.optional(endpoint),
	S3_REGION: v.optional(v.string(), 'auto'),
	S3_BUCKET: flag,
	S3_ACCESS_KEY_ID: flag,
	S3_SECRET_ACCESS_KEY: flag,
	LOG_LEVEL: v.optional(
		v.picklist(
			['trace', 'debug', 'info', 'warn', 'error', 'silent'],
			'must be trace, debug, info, warn, error or silent'
		)
	),
	METRICS_TOKEN: v.optional(
		v.pipe(v.string(), v.regex(/^\S{16,}$/, 'must have at least 16 characters and no blank'))
	)
});

export interface S3Config {
	endpoint: string | undefined;
	region: string;
	bucket: string;
	accessKeyId: string;
	secretAccessKey: string;
}

export interface Config {
	port: number;
	host: string;
	/** The public address, when one is set; `null` means that any address that reaches the server is its own. */
	origin: string | null;
	dataDir: string;
	/** Unset means the embedded database in the data folder. */
	databaseUrl: string | undefined;
	/** Unset means files are kept in the data folder. */
	s3: S3Config | null;
	/** Unset means what suits where the log goes. */
	logLevel: string | undefined;
	/** What `/metrics` asks for; `null` means that only the machine itself may read them. */
	metricsToken: string | null;
}

export class ConfigError extends Error {}

/** Reads the settings from the environment. Throws a ConfigError that names every wrong one, a line each. */
export function parseConfig(env: Record<string, string | undefined>): Config {
	const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Settings, present);
	if (!parsed.success) throw new ConfigError(parsed.issues.map(describe).join('\n'));
	const settings = parsed.output;
	return {
		port: settings.PORT,
		host: settings.HOST,
		origin: settings.ORIGIN ? new URL(settings.ORIGIN).origin : null,
		dataDir: settings.DATA_DIR,
		databaseUrl: settings.DATABASE_URL,
		s3: s3Config(settings),
		logLevel: settings.LOG_LEVEL,
		metricsToken: settings.METRICS_TOKEN ?? null
	};
}

function describe(issue: v.BaseIssue<unknown>): string {
	return `${v.getDotPath(issue) ?? 'settings'} ${issue.message}`;
}

function isHttp(value: string): boolean {
	return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** A slash at the end is no path. */
function isOrigin(value: string): boolean {
	if (!isHttp(value)) return false;
	const url = new URL(value);
	return url.href === `${url.origin}/`;
}

function s3Config(settings: v.InferOutput<typeof Settings>): S3Config | null {
	const needed = {
		S3_BUCKET: settings.S3_BUCKET,
		S3_ACCESS_KEY_ID: settings.S3_ACCESS_KEY_ID,
		S3_SECRET_ACCESS_KEY: settings.S3_SECRET_ACCESS_KEY
	};
	const missing = Object.entries(needed).filter(([, value]) => !value);
	if (missing.length === 3 && !settings.S3_ENDPOINT) return null;
	if (missing.length > 0) {
		throw new ConfigError(
			missing.map(([name]) => `${name} is missing (S3 storage is half configured)`).join('\n')
		);
	}
	return {
		endpoint: settings.S3_ENDPOINT,
		region: settings.S3_REGION,
		bucket: settings.S3_BUCKET ?? '',
		accessKeyId: settings.S3_ACCESS_KEY_ID ?? '',
		secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? ''
	};
}
